#pragma once

#include "render/json_parts.hpp"
#include "sellerhealth/advice.hpp"

namespace sellerhealth::render {

/// The key `advice` of the checklist for programs.
[[nodiscard]] Json advice_json(const Advice& advice);

}  // namespace sellerhealth::render
