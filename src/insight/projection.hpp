#pragma once

#include <chrono>
#include <cstdint>

#include "insight/freeze.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/rate.hpp"

namespace sellerhealth::insight {

/// Moves the window of a standing into the future. The standing's table is summed up, and outlives this.
class Projection {
 public:
  explicit Projection(const Standing& standing);

  /// New orders of the last `pace_days()` days.
  [[nodiscard]] std::int64_t pace_orders() const { return pace_orders_; }
  [[nodiscard]] std::chrono::days pace_days() const { return standing_.history; }

  /// What is counted on a day, which is not before the as-of day.
  [[nodiscard]] Rate rate_on(Day day, Assumption assumption) const;
  [[nodiscard]] Verdict verdict_on(Day day, Assumption assumption) const;

  /// Looks at every day on which anything can change for the first time: once the window holds nothing but new orders,
  /// which come at a steady pace, all later days repeat.
  [[nodiscard]] Prospect prospect(Assumption assumption, int horizon_days) const;

 private:
  [[nodiscard]] Rate in_exports(Day day) const;
  /// In the first so many days from the as-of day on; their fractions add up to whole orders.
  [[nodiscard]] std::int64_t new_orders(std::chrono::days in_first) const;
  /// How many of so many new orders the target counts: none that is bad, or as large a part as of those of the as-of
  /// day, where `count_today` of the window count; rounded against the seller.
  [[nodiscard]] std::int64_t counted_of(std::int64_t orders, bool as_today, std::int64_t count_today) const;

  const Standing& standing_;
  std::int64_t pace_orders_;
  Rate today_;
};

}  // namespace sellerhealth::insight
