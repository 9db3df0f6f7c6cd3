#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "util/word_at.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sellerhealth::read {

/// Goes on to the first byte that is a quote, a backslash, a control character or not ASCII: what makes up JSON strings
/// is anything else. One must come; text_padding bytes stand behind it.
inline const char* find_unusual(const char* at) {
#if defined(__SSE2__)
  const __m128i quotes = _mm_set1_epi8('"');
  const __m128i backslashes = _mm_set1_epi8('\\');
  const __m128i spaces = _mm_set1_epi8(' ');
  const auto unusual_in = [&](const char* part) {
    const __m128i bytes = _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(part)));
    // Compared as signed numbers: what is not ASCII is below the space too.
    return static_cast<std::uint32_t>(_mm_movemask_epi8(
        _mm_or_si128(_mm_cmplt_epi8(bytes, spaces),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes)))));
  };
  // Both parts at once: most strings end in them, and no branch has to tell in which one.
  constexpr std::size_t part = sizeof(__m128i);
  while (true) {
    if (const std::uint32_t unusual = unusual_in(at) | unusual_in(at + part) << part; unusual != 0) {
      return at + std::countr_zero(unusual);
    }
    at += 2 * part;
  }
#else
  using util::each_byte;
  // Sets the high bit of a byte that is 0; a borrow may set others, but only behind such a one.
  const auto zero = [](std::uint64_t word) { return (word - each_byte(1)) & ~word; };
  while (true) {
    const std::uint64_t word = util::word_at(at);
    const std::uint64_t unusual =
        (word | (word - each_byte(' ')) | zero(word ^ each_byte('"')) | zero(word ^ each_byte('\\'))) & each_byte(0x80);
    if (unusual != 0) {
      return at + std::countr_zero(unusual) / 8;
    }
    at += sizeof word;
  }
#endif
}

}  // namespace sellerhealth::read
