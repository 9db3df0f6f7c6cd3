#include "index/local_days.hpp"

#include <algorithm>

namespace sellerhealth::index {

std::int32_t LocalDays::find(std::uint32_t seconds) {
  constexpr std::int64_t day_length = 86400;
  constexpr std::int32_t margin = 2;  // no zone is further from UTC
  constexpr std::int32_t growth = 64;
  const auto near = static_cast<std::int32_t>(seconds / day_length);
  const auto last_day = [&] { return first_day_ + static_cast<std::int32_t>(starts_.size()) - 1; };
  if (starts_.empty() || near - margin < first_day_ || near + margin > last_day()) {
    const std::int32_t first = starts_.empty() ? near : std::min(near, first_day_ + growth);
    const std::int32_t last = starts_.empty() ? near : std::max(near, last_day() - growth);
    starts_.clear();
    first_day_ = first - growth;
    for (std::int32_t day = first_day_; day <= last + growth; ++day) {
      starts_.push_back(start_of(day).time_since_epoch().count());
    }
  }
  auto next = starts_.begin() + (near - margin - first_day_);
  while (*next <= seconds) {
    ++next;
  }
  day_ = first_day_ + static_cast<std::int32_t>(next - starts_.begin()) - 1;
  begin_ = static_cast<std::uint32_t>(std::max<std::int64_t>(*(next - 1), 0));
  length_ = static_cast<std::uint32_t>(*next) - begin_;
  return day_;
}

}  // namespace sellerhealth::index
