#include "util/dates.hpp"

#include <fmt/format.h>

namespace sellerhealth::util {

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string iso_instant(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(Day{day.time_since_epoch()}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace sellerhealth::util
