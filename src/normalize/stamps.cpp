#include "normalize/stamps.hpp"

#include <cstddef>

namespace sellerhealth::normalize {

namespace {

/// Consumes text from the left; every function says whether it found what it was asked for.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool literal(char expected) {
    if (text_.empty() || text_.front() != expected) {
      return false;
    }
    text_.remove_prefix(1);
    return true;
  }

  /// Exactly `digits` decimal digits.
  bool number(std::size_t digits, int& value) {
    if (text_.size() < digits) {
      return false;
    }
    value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = text_[i];
      if (c < '0' || c > '9') {
        return false;
      }
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(digits);
    return true;
  }

  /// At least one digit, whose value does not matter.
  bool skip_digits() {
    std::size_t count = 0;
    while (count < text_.size() && text_[count] >= '0' && text_[count] <= '9') {
      ++count;
    }
    text_.remove_prefix(count);
    return count > 0;
  }

 private:
  std::string_view text_;
};

bool scan_day(Scanner& scanner, Day& day) {
  int year = 0;
  int month = 0;
  int day_of_month = 0;
  if (!scanner.number(4, year) || !scanner.literal('-') || !scanner.number(2, month) || !scanner.literal('-') ||
      !scanner.number(2, day_of_month)) {
    return false;
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day_of_month)}};
  if (!date.ok()) {
    return false;
  }
  day = std::chrono::local_days{date};
  return true;
}

bool is_supported(Day day) { return day >= first_supported_day && day <= last_supported_day; }

/// "10:56", "10:56:01" or "10:56:01.25".
bool scan_time_of_day(Scanner& scanner, std::chrono::seconds& time) {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  if (!scanner.number(2, hours) || !scanner.literal(':') || !scanner.number(2, minutes)) {
    return false;
  }
  if (scanner.literal(':')) {
    if (!scanner.number(2, seconds) || (scanner.literal('.') && !scanner.skip_digits())) {
      return false;
    }
  }
  time = std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
  return hours < 24 && minutes < 60 && seconds < 60;
}

/// "Z", "+02:00", "+0200" or "-08". Nothing at all leaves `offset` empty.
bool scan_offset(Scanner& scanner, std::optional<std::chrono::seconds>& offset) {
  if (scanner.at_end()) {
    return true;
  }
  if (scanner.literal('Z')) {
    offset = std::chrono::seconds{0};
    return true;
  }
  const bool east = scanner.literal('+');
  int hours = 0;
  int minutes = 0;
  if ((!east && !scanner.literal('-')) || !scanner.number(2, hours)) {
    return false;
  }
  const bool colon = scanner.literal(':');
  if ((colon || !scanner.at_end()) && !scanner.number(2, minutes)) {
    return false;
  }
  const std::chrono::seconds magnitude = std::chrono::hours{hours} + std::chrono::minutes{minutes};
  offset = east ? magnitude : -magnitude;
  return hours < 24 && minutes < 60;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  Scanner scanner{text};
  Day day;
  if (!scan_day(scanner, day) || !scanner.at_end()) {
    return std::nullopt;
  }
  return day;
}

std::optional<Stamp> parse_stamp(std::string_view text, const TimeZone& zone) {
  Scanner scanner{text};
  Day day;
  if (!scan_day(scanner, day) || !is_supported(day)) {
    return std::nullopt;
  }
  if (scanner.at_end()) {
    return zone.whole_day(day);
  }
  std::chrono::seconds time{0};
  if ((!scanner.literal('T') && !scanner.literal(' ')) || !scan_time_of_day(scanner, time)) {
    return std::nullopt;
  }
  scanner.literal(' ');
  std::optional<std::chrono::seconds> offset;
  if (!scan_offset(scanner, offset) || !scanner.at_end()) {
    return std::nullopt;
  }
  const std::chrono::local_seconds wall_clock = day + time;
  const Instant instant = offset ? Instant{wall_clock.time_since_epoch() - *offset} : zone.instant_of(wall_clock);
  return Stamp{instant, instant};
}

std::optional<Instant> parse_deadline(std::string_view text, const TimeZone& zone) {
  if (const std::optional<Day> day = parse_day(text); day && is_supported(*day)) {
    return zone.start_of(*day + std::chrono::days{1});
  }
  if (const std::optional<Stamp> stamp = parse_stamp(text, zone)) {
    return stamp->last + std::chrono::seconds{1};
  }
  return std::nullopt;
}

}  // namespace sellerhealth::normalize
