#include "insight/day_table.hpp"

namespace sellerhealth::insight {

void DayCounts::add(const DayCounts& other) {
  rate.known += other.rate.known;
  rate.possible += other.rate.possible;
  rate.denominator += other.rate.denominator;
  awaited += other.awaited;
}

DayTable::DayTable(const metric::DayRange& days)
    : days_{days}, rows_(static_cast<std::size_t>((days.end - days.first).count())) {}

void DayTable::sum_up() {
  sums_.assign(1, {});
  for (const DayCounts& row : rows_) {
    sums_.push_back(sums_.back());
    sums_.back().add(row);
  }
}

DayCounts DayTable::sum(const metric::DayRange& days) const {
  const metric::DayRange inside = metric::intersection(days, days_);
  if (inside.empty()) {
    return {};
  }
  const DayCounts& before = sums_[index_of(inside.first)];
  DayCounts counts = sums_[index_of(inside.end)];
  counts.rate.known -= before.rate.known;
  counts.rate.possible -= before.rate.possible;
  counts.rate.denominator -= before.rate.denominator;
  counts.awaited -= before.awaited;
  return counts;
}

}  // namespace sellerhealth::insight
