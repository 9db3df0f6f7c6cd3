#include "normalize/fields.hpp"

#include <charconv>
#include <utility>

#include "util/text.hpp"

namespace sellerhealth::normalize {

void Fields::begin(const read::Row& row) {
  line_ = row.line;
  fields_.clear();
  unknown_values_.clear();
  fault_.reset();
  for (const read::Cell& cell : row.cells) {
    if (const std::optional<Column> column = headers_[cell.column].column) {
      fields_.push_back({*column, util::trim(cell.text), cell.column});
    }
  }
}

std::optional<Stamp> Fields::stamp(const Field& field) {
  const std::optional<DateTime> date = this->date(field);
  return date ? std::optional{stamp_of(*date, zone_)} : std::nullopt;
}

std::optional<Instant> Fields::deadline(const Field& field) {
  const std::optional<DateTime> date = this->date(field);
  return date ? std::optional{deadline_of(*date, zone_)} : std::nullopt;
}

std::optional<DateTime> Fields::date(const Field& field) {
  if (field.text.empty()) {
    return std::nullopt;
  }
  const std::optional<DateTime> date = parse_iso_date(field.text);
  return date ? date : written_date(field);
}

std::optional<DateTime> Fields::written_date(const Field& field) {
  const DateReading reading = read_date(field.text);
  if (!reading.date) {
    reject(field, reading.expected);
    return std::nullopt;
  }
  const std::optional<Day> day = day_of(*reading.date);
  if (!day) {
    reject(field, order_ == DateOrder::dmy   ? "a date with the day first, or another --date-order than dmy"
                  : order_ == DateOrder::mdy ? "a date with the month first, or another --date-order than mdy"
                                             : "a date with the year first, or another --date-order than ymd");
    return std::nullopt;
  }
  return DateTime{*day, reading.date->time, reading.date->offset};
}

std::optional<Day> Fields::day_of(const WrittenDate& date) {
  if (!date.needs_order()) {
    return date.day(DateOrder::dmy);
  }
  if (!order_) {
    order_ = settle_order_();
  }
  return date.day(*order_);
}

std::optional<bool> Fields::answer(const Field& field) {
  if (field.text.empty() || field.text == "-") {
    return std::nullopt;
  }
  const std::optional<std::uint8_t> value = find(field);
  if (!value) {
    reject(field, "true or false, yes or no, 1 or 0");
  }
  return value ? std::optional{*value != 0} : std::nullopt;
}

int Fields::number(const Field& field, int least, int most) {
  int number = 0;
  // Spreadsheets and data frames write a whole number as "5.0".
  std::string_view text = field.text;
  if (text.ends_with(".0")) {
    text.remove_suffix(2);
  }
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || rest != end || number < least || number > most) {
    reject(field, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }
  return number;
}

void Fields::reject(const Field& field, std::string_view expected) {
  if (!fault_) {
    fault_ = Diagnostic{.code = "bad_value",
                        .file = {},
                        .line = line_,
                        .column = headers_[field.header].name,
                        .message = "found " + util::quoted_value(field.text) + ", expected " + std::string{expected}};
  }
}

void Fields::reject(Column column, std::string message) {
  if (!fault_) {
    fault_ = Diagnostic{.code = "bad_value",
                        .file = {},
                        .line = line_,
                        .column = std::string{name_of(column)},
                        .message = std::move(message)};
  }
}

std::optional<std::uint8_t> Fields::find(const Field& field) const {
  return find_value(headers_[field.header], field.text);
}

std::optional<std::uint8_t> find_value(const Header& header, std::string_view text) {
  for (const OwnSpelling& own : header.own_spellings) {
    if (util::folds_to(text, own.folded)) {
      return own.value;
    }
  }
  for (const Spelling& spelling : header.vocabulary->spellings) {
    if (spelling.prefix ? util::fold_starts_with(text, spelling.folded) : util::folds_to(text, spelling.folded)) {
      return spelling.value;
    }
  }
  return std::nullopt;
}

}  // namespace sellerhealth::normalize
