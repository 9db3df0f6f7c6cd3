#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/columns.hpp"

namespace sellerhealth::support {

/// One export of a seller's account as plain text cells, before any file format.
struct Export {
  Kind kind = Kind::orders;
  std::vector<std::string> columns;            ///< By their own names: "order-id".
  std::vector<std::vector<std::string>> rows;  ///< As wide as `columns`; a cell may be empty.

  friend bool operator==(const Export&, const Export&) = default;
};

/// Every export of one account.
struct Account {
  std::vector<Export> exports;

  friend bool operator==(const Account&, const Account&) = default;
};

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// Where `column` stands, or no_column.
[[nodiscard]] std::size_t position_of(const Export& file, std::string_view column);
[[nodiscard]] bool has_column(const Export& file, std::string_view column);
/// The cell of `row` in `column`; empty when the file has no such column.
[[nodiscard]] std::string_view cell(const Export& file, const std::vector<std::string>& row, std::string_view column);

enum class Format { comma, semicolon, pipe, tab, json_array, ndjson, json_object };

inline constexpr std::size_t format_count = 7;

[[nodiscard]] std::string_view name_of(Format format);

/// The text of `file` in `format`. An empty cell is written as "" or null in JSON; a column that the file lacks is an
/// absent key.
[[nodiscard]] std::string text_of(const Export& file, Format format);

/// One JSON object with an array for each export, which must be of different kinds.
[[nodiscard]] std::string json_object_of(const std::vector<Export>& files);

/// Whether `file` says the same in every format: JSON without rows names no columns.
[[nodiscard]] bool fits(const Export& file, Format format);

}  // namespace sellerhealth::support
