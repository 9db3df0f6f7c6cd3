#include "read/structure_kernels.hpp"

#include <bit>
#include <vector>

#include "util/word_at.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

namespace sellerhealth::read {

namespace {

/// What a kernel tells of one group.
struct Found {
  std::uint64_t delimiters;
  std::uint64_t breaks;
  std::uint64_t quotes;
  std::uint64_t unusual;
};

/// Notes what kernels find, group by group. Compiled into each of them, with what it has to count bits.
class Finds {
 public:
  explicit Finds(GroupMasks& masks) : masks_{masks} {}

  [[gnu::always_inline]] void put(std::size_t group, const Found& found) {
    masks_.separators[group] = found.delimiters | found.breaks;
    masks_.breaks[group] = found.breaks;
    masks_.quotes[group] = found.quotes;
    masks_.unusual[group] = found.unusual;
    special_ |= std::uint64_t{(found.quotes | found.unusual) != 0} << group;
    line_breaks_ += static_cast<std::size_t>(std::popcount(found.breaks));
  }

  [[gnu::always_inline]] void finish() {
    masks_.special = special_;
    masks_.line_breaks = line_breaks_;
  }

 private:
  GroupMasks& masks_;
  std::uint64_t special_ = 0;
  std::size_t line_breaks_ = 0;
};

/// Eight bytes at a time, by arithmetic on words.
void mark_portably(const char* text, std::size_t groups, char delimiter, GroupMasks& masks) {
  constexpr std::uint64_t low_bits = util::each_byte(0x7F);
  // The high bit of each byte that is 0, all others clear; no carry goes from byte to byte.
  const auto zeros = [](std::uint64_t word) { return ~(((word & low_bits) + low_bits) | word | low_bits); };
  // The high bits of eight bytes, gathered in one: the first byte lowest.
  const auto gather = [](std::uint64_t high_bits) { return ((high_bits >> 7U) * 0x0102040810204080U) >> 56U; };
  const auto each = [](char byte) { return util::each_byte(static_cast<std::uint8_t>(byte)); };
  Finds finds{masks};
  for (std::size_t group = 0; group < groups; ++group) {
    std::uint64_t delimiters = 0;
    std::uint64_t breaks = 0;
    std::uint64_t quotes = 0;
    std::uint64_t unusual = 0;
    for (std::size_t at = 0; at < group_size; at += sizeof(std::uint64_t)) {
      const std::uint64_t word = util::word_at(text + group * group_size + at);
      delimiters |= gather(zeros(word ^ each(delimiter))) << at;
      breaks |= gather(zeros(word ^ each('\n'))) << at;
      quotes |= gather(zeros(word ^ each('"'))) << at;
      unusual |= gather(zeros(word) | (word & ~low_bits)) << at;
    }
    finds.put(group, {.delimiters = delimiters, .breaks = breaks, .quotes = quotes, .unusual = unusual});
  }
  finds.finish();
}

std::uint32_t* list_portably(std::span<const std::uint64_t> masks, std::uint32_t first, std::uint32_t* places) {
  for (std::uint64_t mask : masks) {
    for (; mask != 0; mask &= mask - 1) {
      *places++ = first + static_cast<std::uint32_t>(std::countr_zero(mask));
    }
    first += group_size;
  }
  return places;
}

#if defined(__x86_64__)

/// Writes list_padding places for each group, more than nearly all have, so that no branch has to tell how many there
/// are: of a mask without bits, tzcnt tells 64.
[[gnu::target("bmi,popcnt")]] std::uint32_t* list_by_bmi(std::span<const std::uint64_t> masks, std::uint32_t first,
                                                         std::uint32_t* places) {
  for (std::uint64_t mask : masks) {
    std::uint32_t* const end = places + std::popcount(mask);
    do {
      for (std::size_t i = 0; i < list_padding; ++i) {
        places[i] = first + static_cast<std::uint32_t>(_tzcnt_u64(mask));
        mask = _blsr_u64(mask);
      }
      places += list_padding;
    } while (mask != 0);
    places = end;
    first += group_size;
  }
  return places;
}

/// Every x86-64 processor has SSE2.
void mark_by_sse2(const char* text, std::size_t groups, char delimiter, GroupMasks& masks) {
  const __m128i delimiters = _mm_set1_epi8(delimiter);
  const __m128i line_feeds = _mm_set1_epi8('\n');
  const __m128i quotes = _mm_set1_epi8('"');
  // As signed numbers NUL and all that is not ASCII are less.
  const __m128i ones = _mm_set1_epi8(1);
  Finds finds{masks};
  for (std::size_t group = 0; group < groups; ++group) {
    std::uint64_t is_delimiter = 0;
    std::uint64_t is_break = 0;
    std::uint64_t is_quote = 0;
    std::uint64_t is_unusual = 0;
    for (std::size_t at = 0; at < group_size; at += sizeof(__m128i)) {
      const __m128i bytes =
          _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text + group * group_size + at)));
      const auto mask = [at](__m128i found) {
        return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(found))} << at;
      };
      is_delimiter |= mask(_mm_cmpeq_epi8(bytes, delimiters));
      is_break |= mask(_mm_cmpeq_epi8(bytes, line_feeds));
      is_quote |= mask(_mm_cmpeq_epi8(bytes, quotes));
      is_unusual |= mask(_mm_cmplt_epi8(bytes, ones));
    }
    finds.put(group, {.delimiters = is_delimiter, .breaks = is_break, .quotes = is_quote, .unusual = is_unusual});
  }
  finds.finish();
}

[[gnu::target("avx2")]] std::uint64_t avx2_mask(__m256i first, __m256i second) {
  return std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(first))} |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(second))} << 32U;
}

[[gnu::target("avx2,popcnt")]] void mark_by_avx2(const char* text, std::size_t groups, char delimiter,
                                                 GroupMasks& masks) {
  const __m256i delimiters = _mm256_set1_epi8(delimiter);
  const __m256i line_feeds = _mm256_set1_epi8('\n');
  const __m256i quotes = _mm256_set1_epi8('"');
  const __m256i ones = _mm256_set1_epi8(1);  // As in mark_by_sse2().
  Finds finds{masks};
  for (std::size_t group = 0; group < groups; ++group) {
    const auto* const bytes = static_cast<const __m256i*>(static_cast<const void*>(text + group * group_size));
    const __m256i first = _mm256_loadu_si256(bytes);
    const __m256i second = _mm256_loadu_si256(bytes + 1);
    finds.put(group,
              {.delimiters = avx2_mask(_mm256_cmpeq_epi8(first, delimiters), _mm256_cmpeq_epi8(second, delimiters)),
               .breaks = avx2_mask(_mm256_cmpeq_epi8(first, line_feeds), _mm256_cmpeq_epi8(second, line_feeds)),
               .quotes = avx2_mask(_mm256_cmpeq_epi8(first, quotes), _mm256_cmpeq_epi8(second, quotes)),
               .unusual = avx2_mask(_mm256_cmpgt_epi8(ones, first), _mm256_cmpgt_epi8(ones, second))});
  }
  finds.finish();
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

/// A bit for each of 64 bytes that are all ones or all zeros.
std::uint64_t neon_mask(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t halves =
      vpaddq_u8(vpaddq_u8(vandq_u8(a, bit), vandq_u8(b, bit)), vpaddq_u8(vandq_u8(c, bit), vandq_u8(d, bit)));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(halves, halves)), 0);
}

void mark_by_neon(const char* text, std::size_t groups, char delimiter, GroupMasks& masks) {
  Finds finds{masks};
  for (std::size_t group = 0; group < groups; ++group) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text + group * group_size);
    const uint8x16_t a = vld1q_u8(bytes);
    const uint8x16_t b = vld1q_u8(bytes + 16);
    const uint8x16_t c = vld1q_u8(bytes + 32);
    const uint8x16_t d = vld1q_u8(bytes + 48);
    const auto equal = [&](char wanted) {
      const uint8x16_t all = vdupq_n_u8(static_cast<std::uint8_t>(wanted));
      return neon_mask(vceqq_u8(a, all), vceqq_u8(b, all), vceqq_u8(c, all), vceqq_u8(d, all));
    };
    const auto unusual = [](uint8x16_t some) { return vcltq_s8(vreinterpretq_s8_u8(some), vdupq_n_s8(1)); };
    finds.put(group, {.delimiters = equal(delimiter),
                      .breaks = equal('\n'),
                      .quotes = equal('"'),
                      .unusual = neon_mask(unusual(a), unusual(b), unusual(c), unusual(d))});
  }
  finds.finish();
}

#endif

std::vector<StructureKernel> kernels_of_this_processor() {
  std::vector<StructureKernel> kernels;
#if defined(__x86_64__)
  const auto has = [](int supported) { return supported != 0; };
  if (has(__builtin_cpu_supports("avx2")) && has(__builtin_cpu_supports("bmi")) &&
      has(__builtin_cpu_supports("popcnt"))) {
    kernels.push_back({"avx2", mark_by_avx2, list_by_bmi});
  }
  kernels.push_back({"sse2", mark_by_sse2, list_portably});
#elif defined(__aarch64__) && defined(__ARM_NEON)
  kernels.push_back({"neon", mark_by_neon, list_portably});
#endif
  kernels.push_back({"portable", mark_portably, list_portably});
  return kernels;
}

}  // namespace

std::span<const StructureKernel> structure_kernels() {
  static const std::vector<StructureKernel> kernels = kernels_of_this_processor();
  return kernels;
}

}  // namespace sellerhealth::read
