#pragma once

#include <span>

#include "index/history.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::verdict {

/// The result of one check from its counts: verdict, components, and what would settle it if it is open.
[[nodiscard]] CheckResult judge(const OrderBook& book, const Check& check, const metric::Given& given,
                                const metric::Counts& counts, Day as_of);

/// Fail beats undetermined beats pass beats no data; with `strict`, no data is undetermined.
[[nodiscard]] Verdict overall(std::span<const CheckResult> checks, bool strict);

}  // namespace sellerhealth::verdict
