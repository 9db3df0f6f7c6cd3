#include "insight/wilson.hpp"

#include <cmath>

namespace sellerhealth::insight {

Interval wilson_95(std::int64_t count, std::int64_t denominator) {
  constexpr double z = 1.959964;
  const auto n = static_cast<double>(denominator);
  const double rate = static_cast<double>(count) / n;
  const double center = rate + z * z / (2 * n);
  const double margin = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  // At the ends the two terms are equal, and their difference is but the error of the root.
  return {count == 0 ? 0 : (center - margin) / scale, count == denominator ? 1 : (center + margin) / scale};
}

}  // namespace sellerhealth::insight
