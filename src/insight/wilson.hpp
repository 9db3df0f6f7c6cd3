#pragma once

#include <cstdint>

namespace sellerhealth::insight {

/// From `low` to `high`, both from 0 to 1.
struct Interval {
  double low = 0;
  double high = 1;
};

/// The true rates that `count` of `denominator` (at least 1) does not contradict: the Wilson score interval of 95 %
/// confidence (E. B. Wilson, 1927), good also for few cases and for rates near 0. It judges nothing: a target is met by
/// the counts alone.
[[nodiscard]] Interval wilson_95(std::int64_t count, std::int64_t denominator);

}  // namespace sellerhealth::insight
