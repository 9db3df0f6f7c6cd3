#include "index/kept_rows.hpp"

#include <algorithm>
#include <optional>

#include "normalize/plain_forms.hpp"

namespace sellerhealth::index {

OrderSet::OrderSet(std::span<const std::string_view> ids) {
  constexpr std::size_t bits_per_id = 32;
  while (std::uint64_t{1} << (64 - shift_) < bits_per_id * ids.size()) {
    --shift_;
  }
  bits_.assign(std::size_t{1} << (64 - shift_ - 6), 0);
  for (const std::string_view id : ids) {
    const std::uint64_t bit = hash_of(id) >> shift_;
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
    if (const std::optional<std::uint64_t> number = normalize::parse_order_number(id)) {
      numbers_.push_back(*number);
    }
  }
  std::sort(numbers_.begin(), numbers_.end());
}

bool OrderSet::is_listed(std::string_view id) const {
  const std::optional<std::uint64_t> number = normalize::parse_order_number(id);
  return !number || std::binary_search(numbers_.begin(), numbers_.end(), *number);
}

}  // namespace sellerhealth::index
