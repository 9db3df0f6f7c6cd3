#pragma once

#include "render/json_parts.hpp"

/// What a figure is worth.
namespace sellerhealth::render {

/// The 95 % interval of the known end, numerator / denominator, to nine decimals; null for a count, and without data.
[[nodiscard]] Json wilson_json(const CheckResult& result);

/// The marketplace's own figure, and what could explain the difference; null if it was not given.
[[nodiscard]] Json expected_json(const CheckResult& result);

}  // namespace sellerhealth::render
