#pragma once

#include <cstdint>
#include <vector>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// TimeZone::day_of() for many instants of the same years: a table of the instants at which days begin, which grows as
/// it is asked. Not for several threads at once.
class LocalDays {
 public:
  explicit LocalDays(const TimeZone& zone) : zone_{zone} {}
  explicit LocalDays(const TimeZone&& zone) = delete;  // It must outlive the table.

  /// The number of the day since 1970-01-01, of seconds since the same, from 0 to 2106.
  [[nodiscard]] std::int32_t day_of(std::uint32_t seconds) {
    if (seconds - begin_ < length_) {
      return day_;
    }
    return find(seconds);
  }

  /// The first second of that day which is not before 1970.
  [[nodiscard]] std::uint32_t begin_of_day(std::uint32_t seconds) {
    if (seconds - begin_ >= length_) {
      find(seconds);
    }
    return begin_;
  }

  /// The first instant of a day.
  [[nodiscard]] Instant start_of(std::int32_t day) const { return zone_.start_of(Day{std::chrono::days{day}}); }

 private:
  std::int32_t find(std::uint32_t seconds);

  const TimeZone& zone_;
  std::int32_t first_day_ = 0;
  std::vector<std::int64_t> starts_;  ///< Of the days from `first_day_` on.
  // The day asked for last.
  std::uint32_t begin_ = 0;
  std::uint32_t length_ = 0;
  std::int32_t day_ = 0;
};

}  // namespace sellerhealth::index
