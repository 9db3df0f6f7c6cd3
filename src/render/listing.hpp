#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sellerhealth/render.hpp"

namespace sellerhealth::render {

/// How many of `count` entries of a list are shown.
[[nodiscard]] std::int64_t shown_of(std::int64_t count, const TextStyle& style);

/// Rows of cells for people, below each other. The last cell may be long: it goes on a line of its own where the screen
/// is too narrow.
class Listing {
 public:
  /// Of the rows to come the first `limit` are printed, 0 for all.
  Listing(std::vector<std::string> head, std::size_t limit) : head_{std::move(head)}, limit_{limit} {}

  void add(std::vector<std::string> row);

  /// Ends in "… and 1,204 more (--limit 0 for all)" if there are more than the limit.
  [[nodiscard]] std::string print(const TextStyle& style) const;

 private:
  std::vector<std::string> head_;
  std::size_t limit_;
  std::vector<std::vector<std::string>> rows_;
  std::size_t left_out_ = 0;
};

}  // namespace sellerhealth::render
