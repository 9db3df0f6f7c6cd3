#include "render/format.hpp"

#include <algorithm>

namespace sellerhealth::render {

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string{text} + std::string(width > width_of(text) ? width - width_of(text) : 0, ' ');
}

}  // namespace sellerhealth::render
