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

std::string colored(std::string_view text, std::string_view color, const TextStyle& style) {
  return style.color ? fmt::format("\x1b[{}m{}\x1b[0m", color, text) : std::string{text};
}

}  // namespace sellerhealth::render
