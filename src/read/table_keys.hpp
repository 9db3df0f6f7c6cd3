#pragma once

#include <string_view>
#include <vector>

namespace sellerhealth::read {

/// The keys by which JSON documents name what they hold; see read_json(). Case makes no difference.
struct TableKeys {
  std::vector<std::string_view> tables;  ///< Keys of lists that are tables; so they are called in RowSink.
  std::string_view pages;                ///< The one of them that an API hands out page by page.
  std::string_view record;               ///< The key of an object that is one record of `pages`.
};

}  // namespace sellerhealth::read
