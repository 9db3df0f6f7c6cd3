#pragma once

#include <vector>

#include "index/history.hpp"
#include "metric/day_set.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::verdict {

/// How an account is looked at: what is given of it, which checks are made, and when each of its facts became known.
struct Outlook {
  metric::Given given;
  std::vector<Check> checks;
  index::History history;
};

/// For every as-of day in `as_of_days`; `options.as_of` is not looked at. Throws UsageError as assess() does.
[[nodiscard]] Outlook outlook(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                              const metric::DayRange& as_of_days);

}  // namespace sellerhealth::verdict
