#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/mapping.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::normalize {

/// What a header is understood as.
struct Meaning {
  std::optional<Column> column;
  bool mapped = false;  ///< The seller says so.
};

/// A spelling that the seller gives, folded, and the number of the value in its vocabulary.
struct OwnSpelling {
  std::string folded;
  std::uint8_t value;
};

/// What headers and values mean: what the seller says, before what is built in.
class Mappings {
 public:
  Mappings() = default;

  /// Throws UsageError for a column that no export of its kind has, a value that the column does not know, and for one
  /// header or spelling that is to mean two things.
  Mappings(std::vector<ColumnMapping> columns, const std::vector<ValueMapping>& values);

  [[nodiscard]] std::span<const ColumnMapping> columns() const { return columns_; }
  [[nodiscard]] Meaning meaning_of(Kind kind, std::string_view header) const;

  /// Understands the next header of a table and adds it to `columns`, those before it. Returns the number of an earlier
  /// one of the same column, if there is one: it has lost its meaning to a mapped header; or it keeps it, and the table
  /// has the column twice. A header that is not mapped loses its own to an earlier one that is.
  std::optional<std::size_t> add_header(Kind kind, std::string_view header, std::vector<ExportColumn>& columns) const;

  /// Of the column's values, as long as these mappings live.
  [[nodiscard]] std::span<const OwnSpelling> spellings_of(Kind kind, Column column) const;

 private:
  std::vector<ColumnMapping> columns_;
  std::map<std::pair<Kind, Column>, std::vector<OwnSpelling>> spellings_;
};

}  // namespace sellerhealth::normalize
