#include "sellerhealth/time_zone.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <date/tz.h>

namespace sellerhealth {

namespace {

/// Day arithmetic looks at most a day beyond the supported stamps.
constexpr Instant table_begin{first_supported_day.time_since_epoch() - std::chrono::days{2}};
constexpr Instant table_end{last_supported_day.time_since_epoch() + std::chrono::days{3}};

/// No zone is further from UTC than this, so a local time read as UTC is at most this far from its instant.
constexpr std::chrono::hours largest_offset{26};

}  // namespace

TimeZone::TimeZone(std::string name, std::shared_ptr<const Periods> periods)
    : name_{std::move(name)}, periods_{std::move(periods)} {}

TimeZone TimeZone::utc() {
  static const auto periods = std::make_shared<const Periods>(Periods{{table_begin, std::chrono::seconds{0}}});
  return TimeZone{"UTC", periods};
}

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  if (name == "UTC") {
    return utc();
  }
  const date::time_zone* zone = nullptr;
  try {
    zone = date::locate_zone(std::string{name});
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
  auto periods = std::make_shared<Periods>();
  for (Instant begin = table_begin; begin < table_end;) {
    const date::sys_info info = zone->get_info(begin);
    periods->push_back({begin, info.offset});
    begin = info.end;
  }
  return TimeZone{std::string{name}, std::move(periods)};
}

Instant TimeZone::instant_of(std::chrono::local_seconds wall_clock) const {
  const Periods& periods = *periods_;
  const Instant as_utc{wall_clock.time_since_epoch()};
  auto period = std::upper_bound(periods.begin(), periods.end(), as_utc - largest_offset,
                                 [](Instant instant, const Period& next) { return instant < next.begin; });
  if (period != periods.begin()) {
    --period;
  }
  // The first period in which the clocks show this time; where none does, they skipped it at the start of one.
  for (;; ++period) {
    const Instant candidate = as_utc - period->offset;
    const auto next = period + 1;
    if (next == periods.end() || candidate < next->begin) {
      return std::max(candidate, period->begin);
    }
  }
}

std::chrono::local_seconds TimeZone::wall_clock_of(Instant instant) const {
  const Periods& periods = *periods_;
  auto period = std::upper_bound(periods.begin(), periods.end(), instant,
                                 [](Instant moment, const Period& next) { return moment < next.begin; });
  if (period != periods.begin()) {
    --period;
  }
  return std::chrono::local_seconds{instant.time_since_epoch() + period->offset};
}

Day TimeZone::day_of(Instant instant) const {
  Day day = std::chrono::floor<std::chrono::days>(wall_clock_of(instant));
  // Where clocks fall back over midnight, the day that has begun goes on although they show the one before.
  while (start_of(day + std::chrono::days{1}) <= instant) {
    day += std::chrono::days{1};
  }
  return day;
}

Stamp TimeZone::whole_day(Day day) const {
  const Instant first = start_of(day);
  return {first, std::max(first, start_of(day + std::chrono::days{1}) - std::chrono::seconds{1})};
}

}  // namespace sellerhealth
