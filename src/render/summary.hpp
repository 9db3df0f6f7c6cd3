#pragma once

#include <span>
#include <string>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::render {

/// "2 of 4 fail, 1 is open." or "All 4 pass."
[[nodiscard]] std::string summary(std::span<const CheckResult> checks, const Speaker& say);

}  // namespace sellerhealth::render
