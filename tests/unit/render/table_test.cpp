#include "render/table.hpp"

#include "support/catch.hpp"

namespace sellerhealth::render {

TEST_CASE("columns are as wide as their widest cell on the screen, and lines end without spaces") {
  CHECK(table({{"a", "é", "x"}, {"bb", "four", ""}}, Align::left) == "  a    é      x\n  bb   four\n");
  CHECK(table({{"a", "é", "x"}, {"bb", "four", "yy"}}, Align::right) == "  a       é    x\n  bb   four   yy\n");
}

}  // namespace sellerhealth::render
