#include "index/calendar.hpp"

#include <algorithm>

namespace sellerhealth::index {

Calendar::Calendar(const TimeZone& zone, Day first, Day last) : first_{first} {
  for (Day day = first; day <= last + std::chrono::days{1}; day += std::chrono::days{1}) {
    starts_.push_back(zone.start_of(day));
  }
}

Day Calendar::known_from(Instant instant) const {
  return first_ + std::chrono::days{std::upper_bound(starts_.begin(), starts_.end(), instant) - starts_.begin()};
}

Day Calendar::reached(Instant instant) const {
  return first_ + std::chrono::days{std::lower_bound(starts_.begin(), starts_.end(), instant) - starts_.begin()};
}

}  // namespace sellerhealth::index
