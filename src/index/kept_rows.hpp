#pragma once

#include <cstdint>
#include <vector>

namespace sellerhealth::index {

/// A set of order numbers.
class OrderSet {
 public:
  OrderSet() = default;
  explicit OrderSet(std::vector<std::uint64_t> numbers);

  [[nodiscard]] bool contains(std::uint64_t number) const {
    // Nearly all that is asked for is not there, which one bit tells for most.
    const std::uint64_t bit = hash_of(number) >> shift_;
    return (bits_[bit / 64] >> bit % 64 & 1U) != 0 && is_listed(number);
  }

 private:
  [[nodiscard]] static std::uint64_t hash_of(std::uint64_t number) { return number * 0x9E3779B97F4A7C15; }
  [[nodiscard]] bool is_listed(std::uint64_t number) const;

  std::vector<std::uint64_t> numbers_;  ///< In rising order.
  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1);
  unsigned shift_ = 58;  ///< All but 6 of the bits of a hash.
};

/// The rows of orders and messages to keep: the others were bought, or received, on days that no answer looks at, and
/// are only counted.
struct KeptRows {
  /// Placed at or after `from` and before `until`; 0 and the largest number: all.
  std::uint32_t from = 0;
  std::uint32_t until = 0xFFFFFFFF;
  [[nodiscard]] bool cover(std::uint32_t placed) const { return placed >= from && placed < until; }

  OrderSet orders;  ///< That something was filed about: their rows are kept whenever they were bought.
};

}  // namespace sellerhealth::index
