#pragma once

#include <chrono>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// No window, and no lag, that an option or a profile states is longer.
inline constexpr int longest_window_days = 3650;

/// A trailing window: the `days` whole days that end `lag_days` before the as-of day, which itself is not included.
///
/// As of 2012-09-25, 90 days with lag 30 are 28 May to 25 August 2012, both included. The lag gives buyers time to
/// complain; a rate of younger orders would flatter.
struct Window {
  int days = 90;      ///< At least 1.
  int lag_days = 30;  ///< At least 0.

  [[nodiscard]] Day first_day(Day as_of) const { return as_of - std::chrono::days{lag_days + days}; }
  [[nodiscard]] Day last_day(Day as_of) const { return as_of - std::chrono::days{lag_days + 1}; }

  friend bool operator==(const Window&, const Window&) = default;
};

}  // namespace sellerhealth
