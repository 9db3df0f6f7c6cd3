#include "render/listing.hpp"

#include "support/catch.hpp"

namespace sellerhealth::render {

namespace {

std::string print(std::size_t limit, std::size_t width = 0) {
  Listing listing{{"order", "why"}, limit};
  listing.add({"1", "late"});
  listing.add({"22", "very late indeed"});
  listing.add({"333", "lost"});
  return listing.print({.color = false, .width = width});
}

}  // namespace

TEST_CASE("cells stand below each other, under their heads") {
  CHECK(print(0) ==
        "    order  why\n"
        "    1      late\n"
        "    22     very late indeed\n"
        "    333    lost\n");
}

TEST_CASE("a list is cut at its limit, and says how many more there are") {
  CHECK(print(1) ==
        "    order  why\n"
        "    1      late\n"
        "    … and 2 more (--limit 0 for all)\n");
  CHECK(print(3) == print(0));
}

TEST_CASE("on a narrow screen the last cell has a line of its own") {
  CHECK(print(1, 15) ==
        "    order\n"
        "        why\n"
        "    1\n"
        "        late\n"
        "    … and 2 more (--limit 0 for all)\n");
}

TEST_CASE("a list without rows is nothing") { CHECK(Listing({"order", "why"}, 0).print({}).empty()); }

}  // namespace sellerhealth::render
