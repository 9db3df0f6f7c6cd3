#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "metric/day_set.hpp"
#include "sellerhealth/rate.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::insight {

/// How many of the orders bought on some days count on the as-of day, whatever window they lie in.
struct DayCounts {
  Rate rate;
  std::int64_t awaited = 0;  ///< Not counted yet, but from the next day on: messages that still have time.

  void add(const DayCounts& other);
};

/// The account as it stands on one as-of day, by the day of purchase (receipt, violation): what is left to forecast
/// with once only the window moves.
class DayTable {
 public:
  explicit DayTable(const metric::DayRange& days);

  [[nodiscard]] const metric::DayRange& days() const { return days_; }
  [[nodiscard]] bool contains(Day day) const { return days_.first <= day && day < days_.end; }
  [[nodiscard]] DayCounts& on(Day day) { return rows_[index_of(day)]; }

  /// To be called after the last change, before sum().
  void sum_up();
  /// The sum over `days`, of which those outside the table are empty.
  [[nodiscard]] DayCounts sum(const metric::DayRange& days) const;

 private:
  [[nodiscard]] std::size_t index_of(Day day) const { return static_cast<std::size_t>((day - days_.first).count()); }

  metric::DayRange days_;
  std::vector<DayCounts> rows_;
  std::vector<DayCounts> sums_;  ///< Of the rows before the one of the same index.
};

}  // namespace sellerhealth::insight
