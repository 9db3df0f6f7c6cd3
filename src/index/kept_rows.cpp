#include "index/kept_rows.hpp"

#include <algorithm>
#include <utility>

namespace sellerhealth::index {

OrderSet::OrderSet(std::vector<std::uint64_t> numbers) : numbers_{std::move(numbers)} {
  std::sort(numbers_.begin(), numbers_.end());
  constexpr std::size_t bits_per_number = 16;
  while (std::uint64_t{1} << (64 - shift_) < bits_per_number * numbers_.size()) {
    --shift_;
  }
  bits_.assign(std::size_t{1} << (64 - shift_ - 6), 0);
  for (const std::uint64_t number : numbers_) {
    const std::uint64_t bit = hash_of(number) >> shift_;
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

bool OrderSet::is_listed(std::uint64_t number) const {
  return std::binary_search(numbers_.begin(), numbers_.end(), number);
}

}  // namespace sellerhealth::index
