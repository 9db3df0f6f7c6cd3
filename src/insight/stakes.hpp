#pragma once

#include <span>
#include <vector>

#include "insight/open_duties.hpp"
#include "sellerhealth/deadlines.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::insight {

/// What `duties` make of each of the checks in `today`, which are those of the whole account on `as_of`. The outlook
/// must know the as-of days `as_of` and `present`, the first that begins after the present instant. What was placed
/// after `end` is left out.
[[nodiscard]] std::vector<Stake> stakes(const OrderBook& book, const verdict::Outlook& outlook,
                                        std::span<const OpenDuty> duties, std::span<const CheckResult> today, Day as_of,
                                        Day present, Instant end);

}  // namespace sellerhealth::insight
