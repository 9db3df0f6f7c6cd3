#include "index/kept_rows.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::index {

TEST_CASE("a set of orders has its orders and no others") {
  const auto id = [](int i) {
    return "402-" + std::to_string(1000000 + 7 * i) + "-" + std::to_string(2000000 + i % 10);
  };
  std::vector<std::string> ids;
  for (int i = 0; i < 1000; ++i) {
    ids.push_back(id(i));
  }
  const OrderSet orders{std::vector<std::string_view>(ids.begin(), ids.begin() + 500)};
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(ids[static_cast<std::size_t>(i)]);
    CHECK(orders.contains(ids[static_cast<std::size_t>(i)]) == (i < 500));
  }
  CHECK_FALSE(OrderSet{}.contains(ids.front()));
}

TEST_CASE("what is no order number after all is in its set too") {
  const std::vector<std::string_view> ids{"402-12x4567-1234567"};
  CHECK(OrderSet{ids}.contains(ids.front()));
  CHECK_FALSE(OrderSet{ids}.contains("402-1234567-1234567"));
}

}  // namespace sellerhealth::index
