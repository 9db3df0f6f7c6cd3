#include "support/slow_calendar.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include <date/tz.h>

namespace sellerhealth::support {
namespace {

int number(std::string_view text, std::size_t position, std::size_t length) {
  return std::stoi(std::string(text.substr(position, length)));
}

}  // namespace

SlowCalendar::SlowCalendar(const std::string& zone) : zone_(date::locate_zone(zone)) {}

Instant SlowCalendar::instant_of(std::chrono::local_seconds wall_clock) const {
  const date::local_seconds local{wall_clock.time_since_epoch()};
  const date::local_info info = zone_->get_info(local);
  if (info.result == date::local_info::nonexistent) {
    return info.second.begin;
  }
  return Instant{local.time_since_epoch() - info.first.offset};
}

Instant SlowCalendar::start_of(Day day) const { return instant_of(day); }

Day SlowCalendar::day_of(Instant instant) const {
  // No zone is more than a day away from UTC.
  Day day{std::chrono::floor<std::chrono::days>(instant).time_since_epoch() + std::chrono::days{2}};
  while (start_of(day) > instant) {
    day -= std::chrono::days{1};
  }
  return day;
}

std::chrono::seconds SlowCalendar::offset_at(Instant instant) const { return zone_->get_info(instant).offset; }

Stamp SlowCalendar::parse(std::string_view text) const {
  using namespace std::chrono;
  const Day day = day_named_by(text);
  if (is_date_only(text)) {
    // Any instant of its day. A day that the zone skipped is the instant at which the next one begins.
    const Instant first = start_of(day);
    return {first, std::max(first, start_of(day + days{1}) - seconds{1})};
  }
  const local_seconds wall_clock =
      day + hours{number(text, 11, 2)} + minutes{number(text, 14, 2)} + seconds{number(text, 17, 2)};
  const std::string_view suffix = text.substr(19);
  if (suffix.empty()) {
    const Instant instant = instant_of(wall_clock);
    return {instant, instant};
  }
  seconds offset{0};
  if (suffix != "Z") {
    if (suffix.size() != 6) {
      throw std::invalid_argument("not a stamp that accounts are written with: " + std::string(text));
    }
    offset = hours{number(suffix, 1, 2)} + minutes{number(suffix, 4, 2)};
    if (suffix.front() == '-') {
      offset = -offset;
    }
  }
  const Instant instant{wall_clock.time_since_epoch() - offset};
  return {instant, instant};
}

bool is_date_only(std::string_view text) { return text.size() == 10; }

Day day_named_by(std::string_view text) {
  return Day{std::chrono::year{number(text, 0, 4)} / number(text, 5, 2) / number(text, 8, 2)};
}

std::string to_text(Day day) {
  const std::chrono::year_month_day date{day};
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::string utc_text(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  return to_text(Day{day.time_since_epoch()}) + "T" + time_of_day_text(instant - day) + "Z";
}

std::string time_of_day_text(std::chrono::seconds since_midnight) {
  const std::chrono::hh_mm_ss time{since_midnight};
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return buffer;
}

}  // namespace sellerhealth::support
