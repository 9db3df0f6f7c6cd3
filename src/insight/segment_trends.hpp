#pragma once

#include <span>
#include <vector>

#include "metric/day_set.hpp"
#include "sellerhealth/trend.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::insight {

/// How the checks of each segment of the book went on `days`, all in `range`, in the order of Trend::checks; `whole` is
/// how those of the whole account did. Throws UsageError when there are too many segments for so many days.
[[nodiscard]] std::vector<CheckTrend> segment_trends(const OrderBook& book, const verdict::Outlook& outlook,
                                                     const metric::DayRange& range, std::span<const Day> days,
                                                     std::span<const CheckTrend> whole);

}  // namespace sellerhealth::insight
