#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "insight/freeze.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::insight {

/// What is assumed of today's orders against the exports, by id.
class WhatIf {
 public:
  WhatIf() = default;
  /// Throws UsageError for ids that no export of orders (of messages, of violations) names. Looks at `options` as long
  /// as it lives.
  WhatIf(const OrderBook& book, const ForecastOptions& options);

  /// Whether the case is taken not to be there. A message goes with its order.
  [[nodiscard]] bool leaves_out(const metric::Case& one) const;
  /// The case as it is taken to be: of an order whose disputes are won, nothing is filed.
  [[nodiscard]] metric::Case changed(metric::Case one) const;

 private:
  std::vector<std::string_view> won_;      ///< Sorted.
  std::vector<std::string_view> without_;  ///< Sorted.
};

/// Lets so many more of the orders in today's window turn bad, the newest first. Throws UsageError when there are not
/// so many good ones.
void add_defects(Standing& standing, std::int64_t count);

}  // namespace sellerhealth::insight
