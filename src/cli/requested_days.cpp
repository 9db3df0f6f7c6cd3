#include "cli/requested_days.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "cli/option_values.hpp"
#include "normalize/stamps.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/window.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

namespace {

using util::quoted;

constexpr std::string_view latest = "latest";
constexpr std::string_view today = "today";

}  // namespace

Instant present_of(const Options& options, const TimeZone& zone, Instant clock) {
  if (options.now.empty()) {
    return clock;
  }
  const std::optional<normalize::DateTime> now = normalize::parse_iso_date(options.now);
  if (!now || !now->time) {
    throw UsageError{"--now: found " + quoted(options.now) +
                     ", expected a time such as 2026-10-01T12:00 or 2026-10-01T12:00:00+02:00"};
  }
  return normalize::stamp_of(*now, zone).first;
}

std::optional<std::chrono::seconds> within_of(const Options& options) {
  if (options.within.empty()) {
    return std::nullopt;
  }
  const std::string_view text{options.within};
  constexpr int most_minutes = longest_window_days * 24 * 60;
  const std::optional<int> number = read_number(text.substr(0, text.size() - 1), 0, most_minutes);
  if (number && text.ends_with('d') && *number <= longest_window_days) {
    return std::chrono::days{*number};
  }
  if (number && text.ends_with('h') && *number <= longest_window_days * 24) {
    return std::chrono::hours{*number};
  }
  if (number && text.ends_with('m')) {
    return std::chrono::minutes{*number};
  }
  throw UsageError{"--within: found " + quoted(text) + ", expected a time such as 48h, 2d or 30m, at most " +
                   std::to_string(longest_window_days) + "d"};
}

void check_as_of(const Options& options, const TimeZone& zone, Instant now) {
  if (options.as_of == today || options.as_of == latest) {
    return;
  }
  const Day as_of = read_day(options.as_of, "--as-of");
  if (as_of > zone.day_of(now) + std::chrono::days{1}) {
    throw UsageError{"--as-of: " + options.as_of + " is later than tomorrow; nothing is known of it yet"};
  }
}

std::optional<Day> as_of_day_before_reading(const Options& options, const TimeZone& zone, Instant now) {
  if (options.as_of == today) {
    return zone.day_of(now);
  }
  return options.as_of == latest ? std::nullopt : std::optional{read_day(options.as_of, "--as-of")};
}

Day as_of_day(const Options& options, const OrderBook& book, Instant now) {
  if (const std::optional<Day> day = as_of_day_before_reading(options, book.zone(), now)) {
    return *day;
  }
  const std::optional<Instant> newest = book.newest_purchase();
  if (!newest) {
    throw UsageError{"--as-of latest: no order has a purchase-date"};
  }
  const Day day = book.zone().day_of(*newest) + std::chrono::days{1};
  if (day > book.zone().day_of(now) + std::chrono::days{1}) {
    throw UsageError{"--as-of latest: the newest order is bought in the future; expected a day"};
  }
  return day;
}

Day since_day(const Options& options) {
  if (options.since.empty()) {
    throw UsageError{"compare: expected --since DAY, such as --since 2026-09-01"};
  }
  return read_day(options.since, "--since");
}

Day until_day(const Options& options, Day as_of) {
  if (options.until.empty()) {
    return as_of;
  }
  const Day until = read_day(options.until, "--until");
  if (until > as_of) {
    throw UsageError{"--until: found " + quoted(options.until) + ", expected no day after the as-of day, " +
                     util::iso_date(as_of)};
  }
  return until;
}

Day last_day_of_trend(const Options& options, Day as_of) {
  if (options.to.empty()) {
    return as_of;
  }
  const Day last = read_day(options.to, "--to");
  if (last > as_of) {
    throw UsageError{"--to: found " + quoted(options.to) + ", expected no day after the as-of day, " +
                     util::iso_date(as_of)};
  }
  return last;
}

}  // namespace sellerhealth::cli
