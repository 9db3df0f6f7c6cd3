#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "sellerhealth/order_book.hpp"
#include "sellerhealth/reconciliation.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::insight {

/// So many days before the as-of day the outlook must reach back, beyond the window of the check.
inline constexpr std::chrono::days reach_of_other_counts{40};

/// A figure that is looked for: so many bad ones of so many.
struct Figure {
  std::int64_t bad;
  std::int64_t denominator;
};

/// Other windows (by a day or two, or with a usual lag) and other sets of orders that give exactly the figure; at most
/// three, those that differ least from the check first.
[[nodiscard]] std::vector<OtherCount> other_counts(const OrderBook& book, const verdict::Outlook& outlook,
                                                   const Check& check, Day as_of, const Figure& wanted);

}  // namespace sellerhealth::insight
