#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sellerhealth::normalize {

/// A short text in small letters, without accents and with plain spaces, so that every name has one spelling.
class PlainText {
 public:
  /// What is longer, or has a character that no date has, becomes an empty text.
  explicit PlainText(std::string_view text);

  [[nodiscard]] std::string_view view() const { return {characters_.data(), size_}; }

 private:
  // "Wednesday, 30 September 2026 at 10:56:01.123456789 p.m. GMT+02:00" has 65 characters.
  std::array<char, 80> characters_{};
  std::size_t size_ = 0;
};

}  // namespace sellerhealth::normalize
