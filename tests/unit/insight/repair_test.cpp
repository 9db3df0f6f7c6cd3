#include "insight/repair.hpp"

#include <algorithm>
#include <string>

#include "support/catch.hpp"

namespace sellerhealth::insight {

namespace {

/// At most 2 of fewer than 9 orders, else less than 25 %; no verdict on fewer than 3.
const Check with_floor{.id = "order_defect_rate",
                       .metric = Metric::order_defect_rate,
                       .window = {.days = 1, .lag_days = 0},
                       .target = {Comparator::less, 25, 100},
                       .minimum_orders = 3,
                       .count_floor = CountFloor{.below = 9, .at_most = 2}};

bool passes(std::int64_t count, std::int64_t denominator) {
  return denominator >= 3 && with_floor.target_for(denominator).met_by(count, denominator);
}

template <typename Holds>
std::optional<std::int64_t> first_that(const Holds& holds) {
  for (std::int64_t k = 0; k <= 200; ++k) {
    if (holds(k)) {
      return k;
    }
  }
  return std::nullopt;
}

/// All bad ones have the window's one day.
Standing standing_of(std::int64_t bad) {
  const Day as_of{std::chrono::year{2026} / 10 / 1};
  Standing standing{.check = with_floor, .as_of = as_of, .table = DayTable{{as_of, as_of}}, .bad = {}, .at_risk = {}};
  for (std::int64_t i = 0; i < bad; ++i) {
    standing.bad.push_back({std::to_string(i), as_of - std::chrono::days{1}, 1});
  }
  return standing;
}

}  // namespace

TEST_CASE("margins and repairs reckon with a count floor and a least number of orders") {
  for (std::int64_t denominator = 3; denominator <= 24; ++denominator) {
    for (std::int64_t count = 0; count <= denominator; ++count) {
      CAPTURE(count, denominator);
      const Margin margin = margin_of(with_floor, count, denominator);
      CHECK(passes(count + margin.headroom, denominator));
      CHECK_FALSE(passes(count + margin.headroom + 1, denominator));
      CHECK(margin.good_orders_needed == first_that([&](std::int64_t k) { return passes(count, denominator + k); }));
      const auto too_many = first_that([&](std::int64_t k) { return !passes(count + k, denominator + k); });
      if (passes(count, denominator)) {
        REQUIRE(margin.bad_orders_allowed);
        CHECK(*margin.bad_orders_allowed + 1 == too_many);
        continue;
      }
      CHECK_FALSE(margin.bad_orders_allowed);
      const auto repair =
          repair_of(standing_of(count), {.known = count, .possible = count, .denominator = denominator});
      REQUIRE(repair);
      CHECK(passes(count - repair->take_back, denominator));
      CHECK_FALSE(passes(count - repair->take_back + 1, denominator));
      const std::int64_t most = std::min(count, denominator - 3);
      CHECK(repair->leave ==
            first_that([&](std::int64_t k) { return k <= most && passes(count - k, denominator - k); }));
    }
  }
}

}  // namespace sellerhealth::insight
