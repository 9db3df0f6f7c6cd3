#pragma once

#include <cstdint>
#include <optional>

#include "insight/freeze.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/rate.hpp"

namespace sellerhealth::insight {

/// How far `count`, one end of a rate, is from what `check` asks of so many orders.
[[nodiscard]] Margin margin_of(const Check& check, std::int64_t count, std::int64_t denominator);

/// The smallest change that would repair a failing `rate` of a standing: of those that are bad for certain, any that
/// are enough will do. Nothing when no change does.
[[nodiscard]] std::optional<Repair> repair_of(const Standing& standing, const Rate& rate);

}  // namespace sellerhealth::insight
