#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "util/hash.hpp"

namespace sellerhealth::index {

/// A set of order ids that may be order numbers (normalize::may_be_order_number()).
class OrderSet {
 public:
  OrderSet() = default;
  explicit OrderSet(std::span<const std::string_view> ids);

  /// Whether the set has the id, which may be an order number. True also if it is none after all.
  [[nodiscard]] bool contains(std::string_view id) const {
    // Nearly all that is asked for is not there, which a few bits tell.
    const std::uint64_t hash = hash_of(id);
    const std::uint64_t bits = bits_of(hash);
    return (words_[hash >> shift_] & bits) == bits && is_listed(id);
  }

 private:
  /// Of all digits but three in the middle.
  [[nodiscard]] static std::uint64_t hash_of(std::string_view id) {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::memcpy(&first, id.data(), sizeof first);
    std::memcpy(&last, id.data() + id.size() - sizeof last, sizeof last);
    return util::spread(util::spread(first) ^ last);
  }
  /// Those of its word that an id with this hash sets.
  [[nodiscard]] static std::uint64_t bits_of(std::uint64_t hash) {
    const auto bit = [hash](unsigned shift) { return std::uint64_t{1} << (hash >> shift) % 64; };
    return bit(20) | bit(26) | bit(32);
  }
  [[nodiscard]] bool is_listed(std::string_view id) const;

  std::vector<std::uint64_t> numbers_;  ///< In rising order.
  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(2);
  unsigned shift_ = 63;  ///< All but as many bits of a hash as tell the word.
};

/// The rows of orders and messages to keep: the others were bought, or received, on days that no answer looks at, and
/// are only counted.
struct KeptRows {
  /// Placed at or after `from` and before `until`; 0 and the largest number: all.
  std::uint32_t from = 0;
  std::uint32_t until = 0xFFFFFFFF;
  [[nodiscard]] bool cover(std::uint32_t placed) const { return !begin_after(placed) && placed < until; }
  [[nodiscard]] bool begin_after(std::uint32_t placed) const { return placed < from; }

  OrderSet orders;  ///< That something was filed about: their rows are kept whenever they were bought.
};

}  // namespace sellerhealth::index
