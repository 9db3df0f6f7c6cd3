#pragma once

#include <span>
#include <vector>

#include "index/history.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::verdict {

/// The verdict on a rate whose metric can be checked: what both ends agree on. The denominator of a count is not looked
/// at.
[[nodiscard]] Verdict compare(const Check& check, const Rate& rate);

/// The result of one check from its counts: verdict, components, and what would settle it if it is open.
[[nodiscard]] CheckResult judge(const OrderBook& book, const Check& check, const metric::Given& given,
                                const metric::Counts& counts, Day as_of);

/// The results of all checks of the outlook as of the day of `options`, of the whole account, from counts of that day
/// (and maybe others).
[[nodiscard]] std::vector<CheckResult> judge_account(const OrderBook& book, const Outlook& outlook,
                                                     std::span<const metric::Tally> tallies,
                                                     const AssessOptions& options);

/// How bad a verdict is, from no data over pass and undetermined to fail: the greater, the worse.
[[nodiscard]] int severity(Verdict verdict);

/// Fail beats undetermined beats pass beats no data; with `strict`, no data is undetermined.
[[nodiscard]] Verdict overall(std::span<const CheckResult> checks, bool strict);

}  // namespace sellerhealth::verdict
