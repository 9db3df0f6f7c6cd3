#include "index/plain_cells.hpp"

#include <string>
#include <vector>

#include "read/structure.hpp"
#include "support/catch.hpp"

namespace sellerhealth::index {
namespace {

/// Asks as of a cell with `behind` after it.
int value_of(ValueMemory& memory, const std::string& text, char behind) {
  const std::string block = text + std::string(read::text_padding, behind);
  return memory.value_of(std::string_view{block}.substr(0, text.size()));
}

}  // namespace

TEST_CASE("a value is the same however often it is asked for, and whatever stands behind it") {
  // One spelling of each length, and two that only the last character tells apart.
  constexpr std::uint8_t first_value = 3;
  std::vector<normalize::OwnSpelling> spellings;
  for (std::size_t length = 1; length <= 20; ++length) {
    spellings.push_back({std::string(length, 'x'), static_cast<std::uint8_t>(length % 4)});
    spellings.push_back({std::string(length - 1, 'x') + 'y', first_value});
  }
  ValueMemory memory{{"order-status", Column::order_status, spellings}};
  for (int round = 0; round < 3; ++round) {
    for (const char behind : {' ', 'x', '\xFF'}) {
      for (const normalize::OwnSpelling& spelling : spellings) {
        CAPTURE(round, spelling.folded);
        CHECK(value_of(memory, spelling.folded, behind) == spelling.value);
      }
      CHECK(value_of(memory, "", behind) == ValueMemory::no_value);
      CHECK(value_of(memory, "z", behind) == ValueMemory::not_known);
      CHECK(value_of(memory, "xxx ", behind) == ValueMemory::not_known);
    }
  }
}

TEST_CASE("a value that is in no vocabulary says no") {
  ValueMemory channel{{"sales-channel", Column::sales_channel}};
  CHECK(value_of(channel, "Amazon.fr", ',') == 0);
  CHECK(value_of(channel, "Non-Amazon", ',') == 1);
  ValueMemory requested{{"buyer-requested-cancel", Column::buyer_requested_cancel}};
  CHECK(value_of(requested, "true", ',') == 1);
  CHECK(value_of(requested, "false", ',') == 0);
  CHECK(value_of(requested, "-", ',') == ValueMemory::no_value);
}

}  // namespace sellerhealth::index
