#include "normalize/stamps.hpp"

#include "normalize/scanner.hpp"

namespace sellerhealth::normalize {

namespace {

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

/// "10:56", "10:56:01" or "10:56:01.25".
bool scan_time_of_day(Scanner& scanner, std::chrono::seconds& time) {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  if (!scanner.number(2, hours) || !scanner.literal(':') || !scanner.number(2, minutes)) {
    return false;
  }
  if (scanner.literal(':')) {
    if (!scanner.number(2, seconds) || (scanner.literal('.') && scanner.digits().empty())) {
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

std::optional<DateTime> parse_iso_date(std::string_view text) {
  Scanner scanner{text};
  DateTime date{};
  if (!scan_day(scanner, date.day) || !is_supported(date.day)) {
    return std::nullopt;
  }
  if (scanner.at_end()) {
    return date;
  }
  std::chrono::seconds time{0};
  if ((!scanner.literal('T') && !scanner.literal(' ')) || !scan_time_of_day(scanner, time)) {
    return std::nullopt;
  }
  date.time = time;
  scanner.literal(' ');
  if (!scan_offset(scanner, date.offset) || !scanner.at_end()) {
    return std::nullopt;
  }
  return date;
}

Stamp stamp_of(const DateTime& date, const TimeZone& zone) {
  if (!date.time) {
    return zone.whole_day(date.day);
  }
  const std::chrono::local_seconds wall_clock = date.day + *date.time;
  const Instant instant =
      date.offset ? Instant{wall_clock.time_since_epoch() - *date.offset} : zone.instant_of(wall_clock);
  return {instant, instant};
}

Instant deadline_of(const DateTime& date, const TimeZone& zone) {
  return date.time ? stamp_of(date, zone).last + std::chrono::seconds{1}
                   : zone.start_of(date.day + std::chrono::days{1});
}

}  // namespace sellerhealth::normalize
