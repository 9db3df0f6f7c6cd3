#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/date_forms.hpp"
#include "normalize/mappings.hpp"
#include "normalize/stamps.hpp"
#include "normalize/vocabularies.hpp"
#include "read/row_sink.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::normalize {

/// A header of the table being read, the column that it was understood as, and what its values may be.
struct Header {
  Header(std::string header, std::optional<Column> means, std::span<const OwnSpelling> spellings = {})
      : name{std::move(header)},
        column{means},
        vocabulary{means ? vocabulary_of(*means) : nullptr},
        own_spellings{spellings} {}

  std::string name;
  std::optional<Column> column;
  const Vocabulary* vocabulary;
  std::span<const OwnSpelling> own_spellings;  ///< They come before those of the vocabulary.
};

/// The number of the value that `text`, trimmed and not empty, spells in a column with a vocabulary, if any.
[[nodiscard]] std::optional<std::uint8_t> find_value(const Header& header, std::string_view text);

/// The understood cells of one row, and the first thing in them that cannot be understood.
///
/// The readers below return nothing for an empty cell, and for a faulty one after noting the fault; so a normalizer
/// reads all its cells and the caller looks at `fault()` once.
class Fields {
 public:
  /// `settle_order` tells the order of day, month and year in the file that the rows are of. It is asked once, when the
  /// first date comes whose day depends on it.
  Fields(std::span<const Header> headers, const TimeZone& zone, std::function<DateOrder()> settle_order)
      : headers_{headers}, zone_{zone}, settle_order_{std::move(settle_order)} {}

  /// The headers of the rows to come.
  void use(std::span<const Header> headers) { headers_ = headers; }

  struct Field {
    Column column;
    std::string_view text;  ///< Trimmed.
    std::size_t header;     ///< Number of its header.
  };

  /// Goes over to the next row.
  void begin(const read::Row& row);

  [[nodiscard]] std::span<const Field> fields() const { return fields_; }
  [[nodiscard]] const std::optional<Diagnostic>& fault() const { return fault_; }
  /// Values of this row that no vocabulary knows; no fault, but to be reported.
  [[nodiscard]] std::span<const Field> unknown_values() const { return unknown_values_; }

  [[nodiscard]] std::optional<Stamp> stamp(const Field& field);
  [[nodiscard]] std::optional<Instant> deadline(const Field& field);
  /// An empty cell and "-" are false; what the vocabulary does not know is a fault.
  [[nodiscard]] bool boolean(const Field& field) { return answer(field).value_or(false); }
  /// The same, but an empty cell and "-" are nothing.
  [[nodiscard]] std::optional<bool> answer(const Field& field);
  /// A whole number from `least` to `most`, and nothing else: an empty cell is a fault.
  [[nodiscard]] int number(const Field& field, int least, int most);

  /// The value that the text spells; nothing, and an unknown value noted, when none does. `Value` is numbered as the
  /// vocabulary of the field's column is.
  template <typename Value>
  [[nodiscard]] std::optional<Value> value(const Field& field) {
    const std::optional<std::uint8_t> number = field.text.empty() ? std::nullopt : find(field);
    if (!number && !field.text.empty()) {
      unknown_values_.push_back(field);
    }
    return number ? std::optional{static_cast<Value>(*number)} : std::nullopt;
  }

  /// The number of the value that the text spells, if any.
  [[nodiscard]] std::optional<std::uint8_t> find(const Field& field) const;

  /// Notes that `column` should have been as `expected`, if no fault of this row was noted before.
  void reject(const Field& field, std::string_view expected);
  void reject(Column column, std::string message);

 private:
  [[nodiscard]] std::optional<DateTime> date(const Field& field);
  [[nodiscard]] std::optional<DateTime> written_date(const Field& field);
  [[nodiscard]] std::optional<Day> day_of(const WrittenDate& date);

  std::span<const Header> headers_;
  const TimeZone& zone_;
  std::function<DateOrder()> settle_order_;
  std::optional<DateOrder> order_;  ///< Once it is settled.
  std::size_t line_ = 0;
  std::vector<Field> fields_;
  std::vector<Field> unknown_values_;
  std::optional<Diagnostic> fault_;
};

}  // namespace sellerhealth::normalize
