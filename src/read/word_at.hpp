#pragma once

#include <cstdint>

namespace sellerhealth::read {

/// Eight bytes, the first one lowest whatever the processor's order is: compilers make one load of it.
inline std::uint64_t word_at(const char* text) {
  const auto byte = [text](unsigned int i) { return std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

}  // namespace sellerhealth::read
