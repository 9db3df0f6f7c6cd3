#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sellerhealth::index {

/// Tells which of many ids may be there more than once: all that are, and hardly any others.
class RepeatFinder {
 public:
  /// `count`: how many ids will be noted, at most.
  explicit RepeatFinder(std::size_t count) : marks_(std::bit_ceil(count + count / 2 + 1), 0) {}

  /// Not 0.
  [[nodiscard]] static std::uint64_t hash_of(std::string_view id) { return std::hash<std::string_view>{}(id) | 1U; }

  void note(std::uint64_t hash) {
    const std::size_t mask = marks_.size() - 1;
    const std::uint32_t mark = mark_of(hash);
    std::size_t at = hash >> 1U & mask;
    while (marks_[at] != 0 && marks_[at] != mark) {
      at = (at + 1) & mask;
    }
    if (marks_[at] == mark) {
      repeated_.insert(hash);
    }
    marks_[at] = mark;
  }

  [[nodiscard]] bool repeats(std::uint64_t hash) const { return !repeated_.empty() && repeated_.contains(hash); }

 private:
  /// The part of the hash that does not tell the place; 0 stands for a free one. The less of it, the more of the table
  /// is in the processor's caches.
  [[nodiscard]] static std::uint32_t mark_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U) | 1U;
  }

  std::vector<std::uint32_t> marks_;
  std::unordered_set<std::uint64_t> repeated_;
};

}  // namespace sellerhealth::index
