#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/date_forms.hpp"
#include "normalize/stamps.hpp"
#include "read/row_sink.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::normalize {

/// A header of the table being read, and the column that it was understood as.
struct Header {
  std::string name;
  std::optional<Column> column;
};

/// One spelling of a value, folded (see util::fold), and what it means.
template <typename Value>
struct Spelling {
  std::string_view folded;
  Value value;
  bool prefix = false;  ///< Any text that begins so means it too: "Shipped - Delivered to Buyer".
};

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
  /// An empty cell and "-" are false.
  [[nodiscard]] bool boolean(const Field& field);
  /// A whole number from `least` to `most`, and nothing else: an empty cell is a fault.
  [[nodiscard]] int number(const Field& field, int least, int most);

  /// The value that the text spells; nothing, and an unknown value noted, when none does.
  template <typename Value, std::size_t size>
  [[nodiscard]] std::optional<Value> value(const Field& field, const Spelling<Value> (&spellings)[size]);

  /// What the text spells, if anything.
  template <typename Value, std::size_t size>
  [[nodiscard]] static std::optional<Value> find(std::string_view text, const Spelling<Value> (&spellings)[size]);

  /// Notes that `column` should have been as `expected`, if no fault of this row was noted before.
  void reject(const Field& field, std::string_view expected);
  void reject(Column column, std::string message);

 private:
  [[nodiscard]] std::optional<DateTime> date(const Field& field);
  [[nodiscard]] std::optional<DateTime> written_date(const Field& field);
  [[nodiscard]] std::optional<Day> day_of(const WrittenDate& date);
  [[nodiscard]] static bool spelled(std::string_view text, std::string_view folded, bool prefix);

  std::span<const Header> headers_;
  const TimeZone& zone_;
  std::function<DateOrder()> settle_order_;
  std::optional<DateOrder> order_;  ///< Once it is settled.
  std::size_t line_ = 0;
  std::vector<Field> fields_;
  std::vector<Field> unknown_values_;
  std::optional<Diagnostic> fault_;
};

template <typename Value, std::size_t size>
std::optional<Value> Fields::find(std::string_view text, const Spelling<Value> (&spellings)[size]) {
  for (const Spelling<Value>& spelling : spellings) {
    if (spelled(text, spelling.folded, spelling.prefix)) {
      return spelling.value;
    }
  }
  return std::nullopt;
}

template <typename Value, std::size_t size>
std::optional<Value> Fields::value(const Field& field, const Spelling<Value> (&spellings)[size]) {
  if (field.text.empty()) {
    return std::nullopt;
  }
  const std::optional<Value> value = find(field.text, spellings);
  if (!value) {
    unknown_values_.push_back(field);
  }
  return value;
}

}  // namespace sellerhealth::normalize
