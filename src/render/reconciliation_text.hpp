#pragma once

#include <string>
#include <vector>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::render {

/// A check held against the marketplace's figure, in lines for people; none if it was not.
[[nodiscard]] std::vector<std::string> expected_lines(const CheckResult& result, const Assessment& assessment,
                                                      const Speaker& say);

}  // namespace sellerhealth::render
