#include "metric/day_set.hpp"

#include <algorithm>

namespace sellerhealth::metric {

DayRange intersection(const DayRange& a, const DayRange& b) {
  return {std::max(a.first, b.first), std::min(a.end, b.end)};
}

void DaySet::insert(const DayRange& range) {
  if (range.empty()) {
    return;
  }
  // The ranges that touch the new one become one with it.
  const auto begin =
      std::find_if(ranges_.begin(), ranges_.end(), [&](const DayRange& present) { return present.end >= range.first; });
  const auto end =
      std::find_if(begin, ranges_.end(), [&](const DayRange& present) { return present.first > range.end; });
  if (begin == end) {
    ranges_.insert(begin, range);
    return;
  }
  *begin = {std::min(begin->first, range.first), std::max((end - 1)->end, range.end)};
  ranges_.erase(begin + 1, end);
}

void DaySet::insert(const DaySet& other) {
  for (const DayRange& range : other.ranges_) {
    insert(range);
  }
}

void DaySet::erase(const DaySet& other) {
  for (const DayRange& hole : other.ranges_) {
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      const DayRange present = ranges_[i];
      if (intersection(present, hole).empty()) {
        continue;
      }
      const DayRange after{hole.end, present.end};
      ranges_[i].end = hole.first;
      if (!after.empty()) {
        ranges_.insert(ranges_.begin() + static_cast<std::ptrdiff_t>(i) + 1, after);
      }
    }
    std::erase_if(ranges_, [](const DayRange& range) { return range.empty(); });
  }
}

bool DaySet::contains(Day day) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const DayRange& range) { return range.contains(day); });
}

}  // namespace sellerhealth::metric
