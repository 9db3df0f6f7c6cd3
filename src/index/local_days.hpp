#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// A local day: its number since 1970-01-01, and its first second which is not before that, in seconds since.
struct LocalDay {
  std::int32_t number = 0;
  std::uint32_t begin = 0;
};

/// TimeZone::day_of() for many instants of the same years: a table of the instants at which days begin, which grows as
/// it is asked. Not for several threads at once.
class LocalDays {
 public:
  explicit LocalDays(const TimeZone& zone) : zone_{zone} {}
  explicit LocalDays(const TimeZone&& zone) = delete;  // It must outlive the table.

  /// The day of an instant, any number of seconds since 1970.
  [[nodiscard]] LocalDay at(std::uint32_t seconds) {
    constexpr std::uint32_t day_length = 86400;
    const auto in_utc = static_cast<std::int32_t>(seconds / day_length);
    const auto earliest = static_cast<std::size_t>(in_utc - margin - first_day_);
    if (earliest >= ready_) [[unlikely]] {
      make_room(in_utc);
      return at(seconds);
    }
    // No branch has to tell which one it is.
    const std::size_t day =
        earliest + (starts_[earliest + 1] <= seconds ? 1U : 0U) + (starts_[earliest + 2] <= seconds ? 1U : 0U);
    return {first_day_ + static_cast<std::int32_t>(day),
            static_cast<std::uint32_t>(std::max<std::int64_t>(starts_[day], 0))};
  }

  [[nodiscard]] std::int32_t day_of(std::uint32_t seconds) { return at(seconds).number; }

  /// The first instant of a day.
  [[nodiscard]] Instant start_of(std::int32_t day) const { return zone_.start_of(Day{std::chrono::days{day}}); }

 private:
  static constexpr std::int32_t margin = 1;  ///< No zone is further from UTC, in days.

  void make_room(std::int32_t in_utc);

  const TimeZone& zone_;
  std::int32_t first_day_ = 0;
  std::vector<std::int64_t> starts_;  ///< Of the days from `first_day_` on.
  std::size_t ready_ = 0;  ///< How many there are but for the 2 * margin last ones, to which at() looks ahead.
};

}  // namespace sellerhealth::index
