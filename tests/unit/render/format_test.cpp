#include "render/format.hpp"

#include "support/catch.hpp"

namespace sellerhealth::render {

TEST_CASE("text is as wide as it has letters, not bytes") {
  CHECK(width_of("") == 0);
  CHECK(width_of("orders") == 6);
  CHECK(width_of("é – ✓") == 5);
  CHECK(padded("é", 3) == "é  ");
  CHECK(padded("orders", 3) == "orders");
}

}  // namespace sellerhealth::render
