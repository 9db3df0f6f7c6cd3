#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sellerhealth::read {

/// How many bytes a word of masks is about, one bit each, the first byte lowest.
inline constexpr std::size_t group_size = 64;

/// How many groups a kernel looks at in one call, at most.
inline constexpr std::size_t most_groups = 64;

/// What the bytes of up to `most_groups` groups are, regardless of what they mean.
struct GroupMasks {
  std::uint64_t* separators;  ///< A word a group: the delimiter or LF.
  std::uint64_t* breaks;      ///< LF.
  std::array<std::uint64_t, most_groups> quotes;
  std::array<std::uint64_t, most_groups> unusual;  ///< NUL or not ASCII.
  std::uint64_t any_quotes;                        ///< Not 0 if one of `quotes` is not.
  std::uint64_t any_unusual;
};

/// One way to make masks, for one kind of processor.
struct StructureKernel {
  const char* name;  ///< "avx2", "sse2", "neon" or "portable".
  /// Looks at `groups` whole groups of `text`.
  void (*mark)(const char* text, std::size_t groups, char delimiter, GroupMasks& masks);
};

/// Those that run on this processor, the fastest first; the portable one is always among them.
[[nodiscard]] std::span<const StructureKernel> structure_kernels();

}  // namespace sellerhealth::read
