#include "insight/wilson.hpp"

#include <cmath>

#include "support/catch.hpp"

namespace sellerhealth::insight {

namespace {

/// In per cent, to one decimal.
double percent(double rate) { return std::round(1000 * rate) / 10; }

}  // namespace

TEST_CASE("1 of 43 may come of a true rate of 0.4 % to 12.1 %") {
  const auto [low, high] = wilson_95(1, 43);
  CHECK(percent(low) == 0.4);
  CHECK(percent(high) == 12.1);
}

TEST_CASE("2 of 9 may come of a true rate of 6.3 % to 54.7 %") {
  const auto [low, high] = wilson_95(2, 9);
  CHECK(percent(low) == 6.3);
  CHECK(percent(high) == 54.7);
}

// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
TEST_CASE("the intervals are those that Newcombe published") {
  struct Published {
    int count;
    int denominator;
    double low;
    double high;
  };
  for (const auto& [count, denominator, low, high] :
       {Published{81, 263, 0.2553, 0.3662}, Published{15, 148, 0.0624, 0.1605}, Published{0, 20, 0.0, 0.1611},
        Published{1, 29, 0.0061, 0.1718}}) {
    CAPTURE(count, denominator);
    const Interval interval = wilson_95(count, denominator);
    CHECK(std::abs(interval.low - low) < 0.00005);
    CHECK(std::abs(interval.high - high) < 0.00005);
  }
}

TEST_CASE("0 of 380 leaves a true rate of 1 % open, and 0 of 381 does not") {
  CHECK(wilson_95(0, 380).high > 0.01);
  CHECK(wilson_95(0, 381).high < 0.01);
  CHECK(wilson_95(0, 381).low == 0);
}

TEST_CASE("all of them leave a true rate of all open, and the two ends mirror each other") {
  CHECK(wilson_95(381, 381).high == 1);
  CHECK(std::abs(wilson_95(381, 381).low - (1 - wilson_95(0, 381).high)) < 1e-12);
  CHECK(std::abs(wilson_95(3, 10).low - (1 - wilson_95(7, 10).high)) < 1e-12);
}

}  // namespace sellerhealth::insight
