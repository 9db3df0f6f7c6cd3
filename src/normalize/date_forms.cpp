#include "normalize/date_forms.hpp"

#include <algorithm>

#include "normalize/month_names.hpp"
#include "normalize/plain_text.hpp"
#include "normalize/scanner.hpp"
#include "normalize/time_forms.hpp"
#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

int year_of(std::string_view digits) { return value_of(digits) + (digits.size() == 2 ? 2000 : 0); }

std::optional<Day> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional<Day>{date} : std::nullopt;
}

/// Reads one date. Each function takes its part of the text, or notes what it expected and returns false.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : scanner_{text} {}

  DateReading read() {
    if (read_day() && read_time_behind_day()) {
      return {date_, {}};
    }
    return {std::nullopt, expected_};
  }

 private:
  bool read_day();
  bool read_basic(std::string_view digits);
  bool read_numbers(std::string_view first, char mark);
  bool read_named_day_of_week();
  bool read_named();
  bool read_named_behind(std::string_view number);
  bool read_month(int& month);
  bool read_year(int month, int day);
  bool skip_ordinal();
  bool separator();
  bool set(int year, int month, int day);
  bool settle(int year);

  bool read_time_behind_day();

  bool expect(std::string_view expected) {
    expected_ = expected;
    return false;
  }
  bool expect_form() { return expect(stamp_forms); }
  bool expect_year() { return expect("a date with its year"); }

  Scanner scanner_;
  WrittenDate date_;
  bool basic_ = false;  ///< No marks between the numbers of the day, so perhaps none between those of the time.
  std::string_view expected_ = stamp_forms;
};

bool DateReader::read_day() {
  const Scanner start = scanner_;
  const std::string_view number = scanner_.digits();
  if (number.size() == 8) {
    return read_basic(number);
  }
  if (!number.empty()) {
    for (const char mark : {'/', '.', '-'}) {
      const Scanner behind_number = scanner_;
      if (scanner_.literal(mark) && scanner_.at_digit()) {
        return read_numbers(number, mark);
      }
      scanner_ = behind_number;
    }
  }
  scanner_ = start;
  return number.empty() ? read_named_day_of_week() : read_named();
}

/// "20260930".
bool DateReader::read_basic(std::string_view digits) {
  basic_ = true;
  return set(value_of(digits.substr(0, 4)), value_of(digits.substr(4, 2)), value_of(digits.substr(6)));
}

/// "09/2026" behind "30/".
bool DateReader::read_numbers(std::string_view first, char mark) {
  const std::string_view second = scanner_.digits();
  const std::string_view third = scanner_.literal(mark) ? scanner_.digits() : std::string_view{};
  const bool year_first = first.size() == 4 && is_short(third);
  const bool year_last = is_short(first) && (third.size() == 2 || third.size() == 4);
  if (is_short(first) && is_short(second) && third.empty()) {
    return expect_year();
  }
  if (!is_short(second) || (!year_first && !year_last)) {
    return expect_form();
  }
  if (year_first) {
    return set(value_of(first), value_of(second), value_of(third));
  }
  date_.days = {day_of(year_of(third), value_of(second), value_of(first)),
                day_of(year_of(third), value_of(first), value_of(second)), std::nullopt};
  if (first.size() == 2 && third.size() == 2) {
    date_.days.back() = day_of(year_of(first), value_of(second), value_of(third));
  }
  return settle(year_of(third));
}

/// "mercredi 30 sept. 2026", or the same without the day of the week.
bool DateReader::read_named_day_of_week() {
  const Scanner start = scanner_;
  const std::string_view word = scanner_.word();
  if (const std::optional<std::chrono::weekday> weekday = find_weekday(word)) {
    scanner_.literal('.');
    if (separator() && read_named()) {
      const std::optional<Day> day = date_.day(DateOrder::dmy);
      return std::chrono::weekday{*day} == *weekday || expect("the day of the week that this date is");
    }
    if (!find_month(word)) {  // "mar" is Tuesday and March.
      return false;
    }
  }
  scanner_ = start;
  return read_named();
}

/// "30 sept. 2026", "Sep 30, 2026" or "2026 Sep 30".
bool DateReader::read_named() {
  if (const std::string_view number = scanner_.digits(); !number.empty()) {
    return read_named_behind(number);
  }
  int month = 0;
  if (!read_month(month) || !separator()) {
    return expect_form();
  }
  const std::string_view day = scanner_.digits();
  if (!is_short(day) || !skip_ordinal()) {
    return expect_form();
  }
  return read_year(month, value_of(day));
}

bool DateReader::read_named_behind(std::string_view number) {
  const bool year_first = number.size() == 4;
  int month = 0;
  if ((!year_first && (!is_short(number) || !skip_ordinal())) || !separator() || !read_month(month)) {
    return expect_form();
  }
  if (!year_first) {
    return read_year(month, value_of(number));
  }
  const std::string_view day = separator() ? scanner_.digits() : std::string_view{};
  return is_short(day) ? set(year_of(number), month, value_of(day)) : expect_form();
}

/// "sept."
bool DateReader::read_month(int& month) {
  const std::optional<std::chrono::month> found = find_month(scanner_.word());
  scanner_.literal('.');
  month = found ? static_cast<int>(static_cast<unsigned>(*found)) : 0;
  return found.has_value();
}

/// " 2026" behind day and month. What a time begins with is no year.
bool DateReader::read_year(int month, int day) {
  const std::string_view year = separator() ? scanner_.digits() : std::string_view{};
  if ((year.size() != 2 && year.size() != 4) || scanner_.at(':')) {
    return expect_year();
  }
  return set(year_of(year), month, day);
}

/// "1er", "1st": nothing or one of these behind the number of a day.
bool DateReader::skip_ordinal() {
  constexpr std::array<std::string_view, 6> suffixes{"", "er", "st", "nd", "rd", "th"};
  return std::find(suffixes.begin(), suffixes.end(), scanner_.word()) != suffixes.end();
}

/// Between the parts of a date with a name: spaces, or one mark with or without spaces around.
bool DateReader::separator() {
  const bool spaces = scanner_.spaces();
  const bool mark = scanner_.literal('-') || scanner_.literal('/') || scanner_.literal(',');
  scanner_.spaces();
  return spaces || mark;
}

bool DateReader::set(int year, int month, int day) {
  date_.days.fill(day_of(year, month, day));
  return settle(year);
}

bool DateReader::settle(int year) {
  const Day first_of_year{std::chrono::local_days{std::chrono::year{year} / 1 / 1}};
  if (!is_supported(first_of_year)) {
    return expect("a date from 1970 to 2105");
  }
  const bool exists =
      std::any_of(date_.days.begin(), date_.days.end(), [](const auto& day) { return day.has_value(); });
  return exists || expect("a day that the calendar has");
}

bool DateReader::read_time_behind_day() {
  if (scanner_.at_end()) {
    return true;
  }
  const Scanner behind_day = scanner_;
  if (!scanner_.literal('t') || !scanner_.at_digit()) {
    scanner_ = behind_day;
    scanner_.literal(',');
    if (!scanner_.spaces()) {
      return expect_form();
    }
    const std::string_view word = scanner_.word();
    if (!word.empty() && ((word != "a" && word != "at") || !scanner_.spaces())) {
      return expect_form();
    }
  }
  if (!scanner_.at_digit()) {
    return expect_form();
  }
  const TimeReading reading = read_time(scanner_, basic_);
  date_.time = reading.time;
  date_.offset = reading.offset;
  return reading.expected.empty() || expect(reading.expected);
}

}  // namespace

DateReading read_date(std::string_view text) {
  const PlainText plain{text};
  return DateReader{util::trim(plain.view())}.read();
}

}  // namespace sellerhealth::normalize
