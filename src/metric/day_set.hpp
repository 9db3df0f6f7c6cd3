#pragma once

#include <span>
#include <vector>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::metric {

/// The as-of days from `first` up to, not including, `end`. Empty when `end` is not after `first`.
struct DayRange {
  Day first;
  Day end;

  [[nodiscard]] bool empty() const { return end <= first; }
  [[nodiscard]] bool contains(Day day) const { return first <= day && day < end; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

[[nodiscard]] DayRange intersection(const DayRange& a, const DayRange& b);

/// A set of as-of days, as disjoint ranges in rising order. Made to be cleared and filled again without allocating.
class DaySet {
 public:
  void clear() { ranges_.clear(); }
  void insert(const DayRange& range);
  void insert(const DaySet& other);
  void erase(const DaySet& other);

  [[nodiscard]] std::span<const DayRange> ranges() const { return ranges_; }
  [[nodiscard]] bool contains(Day day) const;

 private:
  std::vector<DayRange> ranges_;
};

}  // namespace sellerhealth::metric
