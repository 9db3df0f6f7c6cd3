#include "read/block_order.hpp"

#include <thread>

#include "support/catch.hpp"

namespace sellerhealth::read {

TEST_CASE("the first block begins on line 1 and waits for none") { CHECK(BlockOrder{}.wait_for(0) == 1); }

TEST_CASE("a block begins behind the lines of all before it, in whatever order they are done") {
  BlockOrder order;
  order.done(2, 100);
  order.done(0, 1);
  order.done(1, 10);
  CHECK(order.wait_for(3) == 112);
}

TEST_CASE("a block waits until those before it are done") {
  BlockOrder order;
  std::size_t line = 0;
  {
    const std::jthread waiting{[&] { line = order.wait_for(2); }};
    order.done(1, 10);
    order.done(0, 1);
  }
  CHECK(line == 12);
}

TEST_CASE("a stop ends all waiting, and only the first one counts") {
  BlockOrder order;
  std::size_t line = 1;
  {
    const std::jthread waiting{[&] { line = order.wait_for(1); }};
    CHECK_FALSE(order.stopped());
    CHECK(order.stop());
  }
  CHECK(line == 0);
  CHECK(order.stopped());
  CHECK_FALSE(order.stop());
  CHECK(order.wait_for(0) == 0);
}

}  // namespace sellerhealth::read
