#pragma once

#include <vector>

#include "sellerhealth/assessment.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::verdict {

/// The checks of each segment of the book, as Assessment::checks has them behind `whole`, those of the whole account.
/// What has nothing in the windows is left out.
[[nodiscard]] std::vector<CheckResult> judge_segments(const OrderBook& book, const Outlook& outlook, Day as_of,
                                                      const std::vector<CheckResult>& whole);

}  // namespace sellerhealth::verdict
