#pragma once

#include <string>

#include "sellerhealth/assessment.hpp"

namespace sellerhealth::render {

/// What the verdict of a check means, in one sentence: by how much it passes or fails, at which count an open one would
/// turn, or what is missing to check it.
[[nodiscard]] std::string remark_on(const CheckResult& check, const Assessment& assessment);

}  // namespace sellerhealth::render
