#pragma once

#include <cstdint>

#include "util/word_at.hpp"

/// Eight characters at a time, as a word whose lowest byte is the first one (util::word_at()).
namespace sellerhealth::normalize::digits {

using util::each_byte;

/// Not 0 if some of the characters are no digits.
[[nodiscard]] constexpr std::uint64_t others_in(std::uint64_t word) {
  return ((word & each_byte(0xF0)) ^ each_byte(0x30)) |
         (((word + each_byte(0x06)) & each_byte(0xF0)) ^ each_byte(0x30));
}

/// The number that eight digits make.
[[nodiscard]] constexpr std::uint64_t number_of(std::uint64_t word) {
  word = (word & each_byte(0x0F)) * 2561 >> 8U;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16U;
  return (word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32U;
}

/// The digit that is the `n`-th character.
[[nodiscard]] constexpr unsigned digit(std::uint64_t word, unsigned n) {
  return static_cast<unsigned>(word >> 8U * n) & 0x0FU;
}

/// The number that the digits at `n` and `n + 1` make.
[[nodiscard]] constexpr unsigned two_digits(std::uint64_t word, unsigned n) {
  return digit(word, n) * 10 + digit(word, n + 1);
}

/// A word with all bits of the `n`-th character set.
[[nodiscard]] constexpr std::uint64_t place(unsigned n) { return std::uint64_t{0xFF} << 8U * n; }

}  // namespace sellerhealth::normalize::digits
