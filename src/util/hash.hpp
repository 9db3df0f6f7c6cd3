#pragma once

#include <cstdint>

namespace sellerhealth::util {

/// Spreads the bits of a number, the high ones of the result best (Fibonacci hashing).
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t number) { return number * 0x9E3779B97F4A7C15U; }

}  // namespace sellerhealth::util
