#pragma once

#include <vector>

#include "sellerhealth/advice.hpp"
#include "sellerhealth/explanation.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::insight {

/// What is behind the failing checks of `indicator`, which are among those of `explanation`, with their segments; a
/// case behind several of them is one. `outlook` is that of the explanation.
[[nodiscard]] std::vector<Finding> findings(const Indicator& indicator, const Explanation& explanation,
                                            const verdict::Outlook& outlook);

}  // namespace sellerhealth::insight
