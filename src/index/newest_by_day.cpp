#include "index/newest_by_day.hpp"

#include <algorithm>
#include <utility>

namespace sellerhealth::index {

void NewestByDay::make_room(std::int32_t day) {
  constexpr std::int32_t growth = 64;
  const std::int32_t first = newest_.empty() ? day : std::min(day, first_day_);
  const std::int32_t end =
      newest_.empty() ? day : std::max(day, first_day_ + static_cast<std::int32_t>(newest_.size()));
  std::vector<std::uint32_t> larger(static_cast<std::size_t>(end - first + 2 * growth), 0);
  std::copy(newest_.begin(), newest_.end(), larger.begin() + (first_day_ - first + growth) * (newest_.empty() ? 0 : 1));
  newest_ = std::move(larger);
  first_day_ = first - growth;
}

}  // namespace sellerhealth::index
