#pragma once

#include <string>
#include <string_view>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth::render {

/// How a verdict, or a state, is shown at a glance.
struct Sign {
  std::string_view text;
  std::string_view color;  ///< SGR parameter, for colored().
};
[[nodiscard]] Sign sign_of(Verdict verdict);
[[nodiscard]] Sign sign_of(IndicatorState state);

/// SGR parameter of what is less important.
inline constexpr std::string_view dim = "2";
/// SGR parameter of what is neither more nor less important.
inline constexpr std::string_view plain = "0";

/// `text` in a color, if the style has colors.
[[nodiscard]] std::string colored(std::string_view text, std::string_view color, const TextStyle& style);

}  // namespace sellerhealth::render
