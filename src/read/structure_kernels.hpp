#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sellerhealth::read {

/// How many bytes a word of masks is about, one bit each, the first byte lowest.
inline constexpr std::size_t group_size = 64;

/// How many groups a kernel looks at in one call, at most: one for each bit of a word.
inline constexpr std::size_t most_groups = 64;

/// What the bytes of up to `most_groups` groups are, regardless of what they mean.
struct GroupMasks {
  std::array<std::uint64_t, most_groups> separators;  ///< The delimiter or LF.
  std::array<std::uint64_t, most_groups> breaks;      ///< LF.
  std::array<std::uint64_t, most_groups> quotes;
  std::array<std::uint64_t, most_groups> unusual;  ///< NUL or not ASCII.
  std::uint64_t special;                           ///< A bit for each group that has quotes or unusual bytes.
  std::size_t line_breaks;                         ///< How many bits of `breaks` are set.
};

/// How many places must be free behind those that StructureKernel::list writes.
inline constexpr std::size_t list_padding = 8;

/// One way to make masks, and lists of them, for one kind of processor.
struct StructureKernel {
  const char* name;  ///< "avx2", "sse2", "neon" or "portable".
  /// Looks at `groups` whole groups of `text`.
  void (*mark)(const char* text, std::size_t groups, char delimiter, GroupMasks& masks);
  /// Writes where the bits of `masks` are, of which the first one is at place `first`, to `places`. Returns the end of
  /// what it wrote; list_padding more may have been changed.
  std::uint32_t* (*list)(std::span<const std::uint64_t> masks, std::uint32_t first, std::uint32_t* places);
};

/// Those that run on this processor, the fastest first; the portable one is always among them.
[[nodiscard]] std::span<const StructureKernel> structure_kernels();

}  // namespace sellerhealth::read
