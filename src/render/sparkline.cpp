#include "render/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "render/sign.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::array<std::string_view, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

std::string_view bar(const Mark& mark, const Scale& scale) {
  if (!mark.value) {
    return "·";
  }
  const double height = scale.high > scale.low ? (*mark.value - scale.low) / (scale.high - scale.low) : 0;
  const auto highest = static_cast<double>(bars.size() - 1);
  return bars[static_cast<std::size_t>(std::lround(std::clamp(height, 0.0, 1.0) * highest))];
}

}  // namespace

std::string sparkline(std::span<const Mark> marks, const Scale& scale, const TextStyle& style) {
  std::string text;
  for (std::size_t i = 0; i < marks.size();) {
    std::string run;
    const Verdict verdict = marks[i].verdict;
    for (; i < marks.size() && marks[i].verdict == verdict; ++i) {
      run += bar(marks[i], scale);
    }
    text += colored(run, sign_of(verdict).color, style);
  }
  return text;
}

}  // namespace sellerhealth::render
