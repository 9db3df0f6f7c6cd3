#include "index/local_days.hpp"

namespace sellerhealth::index {

void LocalDays::make_room(std::int32_t in_utc) {
  constexpr std::int32_t growth = 64;
  const std::int32_t last_day = first_day_ + static_cast<std::int32_t>(starts_.size()) - 1;
  const std::int32_t first = starts_.empty() ? in_utc : std::min(in_utc, first_day_ + growth);
  const std::int32_t last = starts_.empty() ? in_utc : std::max(in_utc, last_day - growth);
  starts_.clear();
  first_day_ = first - growth;
  for (std::int32_t day = first_day_; day <= last + growth; ++day) {
    starts_.push_back(start_of(day).time_since_epoch().count());
  }
  ready_ = starts_.size() - std::size_t{2} * margin;
}

}  // namespace sellerhealth::index
