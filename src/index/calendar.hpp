#pragma once

#include <vector>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// Before every as-of day, and after every one: the ends of an interval that has none.
inline constexpr Day always{std::chrono::days{-1'000'000}};
inline constexpr Day forever{std::chrono::days{1'000'000}};

/// Turns instants into the as-of days on which they matter; no time zone is needed after it.
///
/// Write T(D) for the first instant of day D. An event at x is known on the as-of days D with T(D) > x; a moment x is
/// reached on those with T(D) >= x. Answers are exact for the days [first, last] and lie outside them otherwise.
class Calendar {
 public:
  Calendar(const TimeZone& zone, Day first, Day last);

  /// T(day), for days in [first, last + 1].
  [[nodiscard]] Instant start_of(Day day) const { return starts_[static_cast<std::size_t>((day - first_).count())]; }

  /// First as-of day on which what happened at `instant` is known.
  [[nodiscard]] Day known_from(Instant instant) const;

  /// First as-of day that does not begin before `instant`: nothing more can happen before it.
  [[nodiscard]] Day reached(Instant instant) const;

  [[nodiscard]] Day first() const { return first_; }
  /// How many days have a T: [first, last + 1].
  [[nodiscard]] std::size_t size() const { return starts_.size(); }

 private:
  Day first_;
  std::vector<Instant> starts_;
};

}  // namespace sellerhealth::index
