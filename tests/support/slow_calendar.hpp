#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "sellerhealth/time_zone.hpp"

namespace date {
class time_zone;
}

namespace sellerhealth::support {

/// The calendar of a time zone, asked of the zone database anew for every question.
///
/// It shares no code with TimeZone, so that the two can be held against each other.
class SlowCalendar {
 public:
  explicit SlowCalendar(const std::string& zone);

  /// A local time that occurs twice is the first; one that does not exist is the first instant after the gap.
  [[nodiscard]] Instant instant_of(std::chrono::local_seconds wall_clock) const;
  [[nodiscard]] Instant start_of(Day day) const;
  /// The last day whose first instant is not after `instant`.
  [[nodiscard]] Day day_of(Instant instant) const;
  [[nodiscard]] std::chrono::seconds offset_at(Instant instant) const;

  /// Reads "2026-03-29", "2026-03-29 02:30:00" (local), "2026-03-29T02:30:00Z" or "2026-03-29T02:30:00+01:00".
  [[nodiscard]] Stamp parse(std::string_view text) const;

 private:
  const date::time_zone* zone_;
};

/// Whether a stamp names only a day.
[[nodiscard]] bool is_date_only(std::string_view text);

/// The day that a stamp names.
[[nodiscard]] Day day_named_by(std::string_view text);

/// "2026-03-29".
[[nodiscard]] std::string to_text(Day day);
/// "2026-03-29T01:00:00Z".
[[nodiscard]] std::string utc_text(Instant instant);
/// "02:30:00", of a day that is told apart.
[[nodiscard]] std::string time_of_day_text(std::chrono::seconds since_midnight);

}  // namespace sellerhealth::support
