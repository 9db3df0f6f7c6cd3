#pragma once

#include <string>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth::render {

/// What the account may have to reckon with, and remedies for what was found, for people; empty without advice.
[[nodiscard]] std::string advice_text(const Assessment& assessment, const TextStyle& style);

}  // namespace sellerhealth::render
