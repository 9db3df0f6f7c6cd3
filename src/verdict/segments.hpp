#pragma once

#include <cstddef>
#include <vector>

#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::verdict {

/// The checks of one segment on one day, in the order of the profile.
using SegmentChecks = std::vector<CheckResult>;

/// One check of one segment, by the place of its counts in metric::tally_segments(). `whole` is the check of the whole
/// account on that day.
[[nodiscard]] CheckResult judge_segment(const OrderBook& book, const metric::Given& given, std::size_t id,
                                        const metric::Counts& counts, Day as_of, const CheckResult& whole);

/// Whether anything in its window counts.
[[nodiscard]] bool has_anything(const CheckResult& check);

/// Whether `a` is listed before `b`, the same check of another segment: the worst first, and last what has nothing.
[[nodiscard]] bool precedes(const CheckResult& a, const CheckResult& b);

/// The same of two sellers, each of whom is an account of its own.
[[nodiscard]] bool precedes(const SegmentChecks& a, const SegmentChecks& b);

/// The checks of each segment of the book, as Assessment::checks has them behind `whole`, those of the whole account.
/// What has nothing in the windows is left out.
[[nodiscard]] std::vector<CheckResult> judge_segments(const OrderBook& book, const Outlook& outlook, Day as_of,
                                                      const std::vector<CheckResult>& whole);

}  // namespace sellerhealth::verdict
