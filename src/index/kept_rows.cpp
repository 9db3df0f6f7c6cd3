#include "index/kept_rows.hpp"

#include <algorithm>

#include "normalize/plain_forms.hpp"

namespace sellerhealth::index {

OrderSet::OrderSet(std::span<const std::string_view> ids) {
  constexpr std::size_t ids_per_word = 4;
  while (ids_per_word << (64 - shift_) < ids.size()) {
    --shift_;
  }
  words_.assign(std::size_t{1} << (64 - shift_), 0);
  for (const std::string_view id : ids) {
    const std::uint64_t hash = hash_of(id);
    words_[hash >> shift_] |= bits_of(hash);
    if (const std::uint64_t number = normalize::parse_order_number(id); number != 0) {
      numbers_.push_back(number);
    }
  }
  std::sort(numbers_.begin(), numbers_.end());
}

bool OrderSet::is_listed(std::string_view id) const {
  const std::uint64_t number = normalize::parse_order_number(id);
  return number == 0 || std::binary_search(numbers_.begin(), numbers_.end(), number);
}

}  // namespace sellerhealth::index
