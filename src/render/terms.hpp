#pragma once

#include <string>

#include "sellerhealth/assessment.hpp"

/// On what terms an account was judged, for people.
namespace sellerhealth::render {

/// What the seller stated, assumed or left out, in a line each.
[[nodiscard]] std::string terms(const Assessment& assessment);

/// How many rows of which file were not understood and left out, in a line each.
[[nodiscard]] std::string rejected_text(const Assessment& assessment);

}  // namespace sellerhealth::render
