#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sellerhealth::index {

/// Tells which of many ids may be there more than once: all that are, and hardly any others (two ids of one hash).
class RepeatFinder {
 public:
  /// `count`: how many ids will be noted, at most.
  explicit RepeatFinder(std::size_t count) : hashes_(std::bit_ceil(2 * count + 1), 0) {}

  [[nodiscard]] static std::uint64_t hash_of(std::string_view id) {
    return std::hash<std::string_view>{}(id) | 1U;  // 0 stands for a free place
  }

  void note(std::uint64_t hash) {
    const std::size_t mask = hashes_.size() - 1;
    std::size_t at = hash >> 1U & mask;
    while (hashes_[at] != 0 && hashes_[at] != hash) {
      at = (at + 1) & mask;
    }
    if (hashes_[at] == hash) {
      repeated_.insert(hash);
    }
    hashes_[at] = hash;
  }

  [[nodiscard]] bool repeats(std::uint64_t hash) const { return !repeated_.empty() && repeated_.contains(hash); }

 private:
  std::vector<std::uint64_t> hashes_;
  std::unordered_set<std::uint64_t> repeated_;
};

}  // namespace sellerhealth::index
