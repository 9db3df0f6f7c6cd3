#include "render/sign.hpp"

#include <fmt/format.h>

namespace sellerhealth::render {

Sign sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return {"✓", "32"};
    case Verdict::fail:
      return {"✗", "1;31"};
    case Verdict::undetermined:
      return {"?", "33"};
    case Verdict::no_data:
      break;
  }
  return {"-", dim};
}

Sign sign_of(IndicatorState state) {
  switch (state) {
    case IndicatorState::passing:
      return sign_of(Verdict::pass);
    case IndicatorState::warning:
      return {"▲", "1;33"};
    case IndicatorState::failing:
      return sign_of(Verdict::fail);
    case IndicatorState::undetermined:
      return sign_of(Verdict::undetermined);
    case IndicatorState::no_data:
      break;
  }
  return sign_of(Verdict::no_data);
}

std::string colored(std::string_view text, std::string_view color, const TextStyle& style) {
  return style.color ? fmt::format("\x1b[{}m{}\x1b[0m", color, text) : std::string{text};
}

}  // namespace sellerhealth::render
