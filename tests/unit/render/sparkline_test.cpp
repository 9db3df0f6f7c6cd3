#include "render/sparkline.hpp"

#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::render {

namespace {

std::vector<Mark> passing(std::initializer_list<double> values) {
  std::vector<Mark> marks;
  for (const double value : values) {
    marks.push_back({value, Verdict::pass});
  }
  return marks;
}

}  // namespace

TEST_CASE("bars rise from the lowest to the highest value of the scale") {
  CHECK(sparkline(passing({0, 1, 2, 3, 4, 5, 6, 7}), {0, 7}, {}) == "▁▂▃▄▅▆▇█");
  CHECK(sparkline(passing({0.9, 0.96, 1}), {0.9, 1}, {}) == "▁▅█");
}

TEST_CASE("a scale of one value has the lowest bar only, and what lies outside a scale the nearest") {
  CHECK(sparkline(passing({3, 3}), {3, 3}, {}) == "▁▁");
  CHECK(sparkline(passing({-1, 9}), {0, 7}, {}) == "▁█");
}

TEST_CASE("what has no value is a dot") {
  const std::vector<Mark> marks{{std::nullopt, Verdict::no_data}, {1.0, Verdict::pass}};
  CHECK(sparkline(marks, {0, 1}, {}) == "·█");
}

TEST_CASE("neighbors of one verdict share a color") {
  const std::vector<Mark> marks{{1.0, Verdict::pass}, {1.0, Verdict::pass}, {1.0, Verdict::fail}};
  CHECK(sparkline(marks, {0, 1}, {.color = true}) == "\x1b[32m██\x1b[0m\x1b[1;31m█\x1b[0m");
}

}  // namespace sellerhealth::render
