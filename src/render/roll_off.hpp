#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/speaker.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/render.hpp"

/// What leaves the window of a check and what comes in, for people.
namespace sellerhealth::render {

/// "passes", "fails", "is open" or "no verdict".
[[nodiscard]] Phrase<0> words_of_turn(Verdict verdict);

/// "A, B, C and 4 more": the first few of `all`.
[[nodiscard]] std::string ids_text(const std::vector<BadCase>& cases, std::int64_t all, const Speaker& say);

/// A line for each of the first days on which bad ones leave or come in, or the verdict turns; where there are many
/// such days, only for those on which it turns.
[[nodiscard]] std::vector<std::string> roll_off(const CheckForecast& forecast, const TextStyle& style);

}  // namespace sellerhealth::render
