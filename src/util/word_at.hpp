#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace sellerhealth::util {

/// Eight bytes, the first one lowest whatever the processor's order is.
inline std::uint64_t word_at(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// A word of eight such bytes.
[[nodiscard]] constexpr std::uint64_t each_byte(std::uint8_t byte) { return byte * std::uint64_t{0x0101010101010101}; }

}  // namespace sellerhealth::util
