#pragma once

#include <span>
#include <vector>

#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::verdict {

/// What assess() says as of the day of `options`, the last of `as_of_days`, from counts of all of them. Its warnings
/// are about all of them.
[[nodiscard]] Assessment assess(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                                const Outlook& outlook, std::span<const metric::Tally> tallies,
                                std::span<const Day> as_of_days);

}  // namespace sellerhealth::verdict
