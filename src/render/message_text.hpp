#pragma once

#include <string>

#include "render/speaker.hpp"
#include "sellerhealth/columns.hpp"

namespace sellerhealth::render {

/// How to tell which value of that column an unknown one means.
[[nodiscard]] std::string advice_on_value(Kind kind, Column column, const Speaker& say);

}  // namespace sellerhealth::render
