#include "insight/headroom.hpp"

#include "support/catch.hpp"

namespace sellerhealth::insight {

namespace {

constexpr Target below_1_percent{Comparator::less, 1, 100};
constexpr Target above_90_percent{Comparator::greater, 90, 100};

/// What a seller may set, and what nobody would.
const Target targets[] = {{Comparator::less, 1, 100},
                          {Comparator::less, 25, 100},
                          {Comparator::less, 1, 3},
                          {Comparator::less, 0, 1},
                          {Comparator::less, 1, 1},
                          {Comparator::less, 15, 10},
                          {Comparator::less_or_equal, 25, 100},
                          {Comparator::less_or_equal, 0, 1},
                          {Comparator::less_or_equal, 1, 1},
                          {Comparator::less_or_equal, 15, 10},
                          {Comparator::greater, 90, 100},
                          {Comparator::greater, 1, 3},
                          {Comparator::greater, 0, 1},
                          {Comparator::greater, 1, 1},
                          {Comparator::greater, 15, 10},
                          {Comparator::greater_or_equal, 3, 4},
                          {Comparator::greater_or_equal, 0, 1},
                          {Comparator::greater_or_equal, 1, 1},
                          {Comparator::less_or_equal, 4, 100},
                          {Comparator::greater_or_equal, 15, 10}};

/// More orders than it can take to turn any of the small rates below.
constexpr std::int64_t many = 1500;

/// The smallest k in [0, many] for which `holds`, by trying.
template <typename Holds>
std::optional<std::int64_t> first_that(const Holds& holds) {
  for (std::int64_t k = 0; k <= many; ++k) {
    if (holds(k)) {
      return k;
    }
  }
  return std::nullopt;
}

template <typename Visit>
void for_every_small_rate(const Visit& visit) {
  for (const Target& target : targets) {
    for (std::int64_t denominator = 0; denominator <= 14; ++denominator) {
      for (std::int64_t count = 0; count <= denominator; ++count) {
        CAPTURE(symbol_of(target.comparator), target.value, target.scale, count, denominator);
        visit(target, count, denominator);
      }
    }
  }
}

}  // namespace

TEST_CASE("the headroom of a rate is what the marketplace's help pages say") {
  // Below 1 %: none up to 100 orders, 1 from 101, 9 of 1,000.
  CHECK(headroom(below_1_percent, 0, 100) == 0);
  CHECK(headroom(below_1_percent, 0, 101) == 1);
  CHECK(headroom(below_1_percent, 0, 1000) == 9);
  CHECK(headroom(below_1_percent, 4, 214) == -2);
  CHECK(headroom({Comparator::less, 25, 1000}, 1, 40) == -1);
  CHECK(headroom({Comparator::less, 25, 1000}, 1, 41) == 0);
  CHECK(headroom(above_90_percent, 29, 34) == -2);
  CHECK(headroom(above_90_percent, 31, 34) == 0);
}

TEST_CASE("a plain count has the headroom that its target leaves") {
  CHECK(headroom({Comparator::equal, 0, 1}, 0, 1) == 0);
  CHECK(headroom({Comparator::equal, 0, 1}, 3, 1) == -3);
  CHECK(headroom({Comparator::less_or_equal, 2, 1}, 0, 1) == 2);
}

TEST_CASE("clean orders repair a rate as sellers count it") {
  // 4 of 401 is the first rate of four defects below 1 %.
  CHECK(good_orders_needed(below_1_percent, 4, 214) == 187);
  // 29 + k of 34 + k above 90 %: 46 of 51.
  CHECK(good_orders_needed(above_90_percent, 29, 34) == 17);
  // "It takes 19 on-time orders to offset every late one" at 95 %.
  CHECK(good_orders_needed({Comparator::greater_or_equal, 95, 100}, 0, 1) == 19);
}

TEST_CASE("with its headroom a rate passes, and with one more it fails") {
  for_every_small_rate([](const Target& target, std::int64_t count, std::int64_t denominator) {
    if (denominator == 0) {
      return;
    }
    const std::int64_t room = headroom(target, count, denominator);
    const std::int64_t worse = target.at_least() ? -1 : 1;
    REQUIRE(target.met_by(count + worse * room, denominator));
    REQUIRE_FALSE(target.met_by(count + worse * (room + 1), denominator));
  });
}

TEST_CASE("as many good orders as are needed make a rate pass, and one less does not") {
  for_every_small_rate([](const Target& target, std::int64_t count, std::int64_t denominator) {
    const auto passes = [&](std::int64_t k) {
      return denominator + k > 0 && target.met_by(target.at_least() ? count + k : count, denominator + k);
    };
    REQUIRE(good_orders_needed(target, count, denominator) == first_that(passes));
  });
}

TEST_CASE("as many bad orders as are allowed leave a rate passing, and one more does not") {
  for_every_small_rate([](const Target& target, std::int64_t count, std::int64_t denominator) {
    if (denominator == 0 || !target.met_by(count, denominator)) {
      return;
    }
    const auto fails = [&](std::int64_t k) {
      return !target.met_by(target.at_least() ? count : count + k, denominator + k);
    };
    const std::optional<std::int64_t> first_too_many = first_that(fails);
    const std::optional<std::int64_t> allowed = bad_orders_allowed(target, count, denominator);
    REQUIRE(allowed.has_value() == first_too_many.has_value());
    REQUIRE((!allowed || *allowed + 1 == *first_too_many));
  });
}

TEST_CASE("as many bad orders as have to leave make a rate pass, and one less does not") {
  for_every_small_rate([](const Target& target, std::int64_t count, std::int64_t denominator) {
    if (denominator == 0 || target.met_by(count, denominator)) {
      return;
    }
    const std::int64_t bad = target.at_least() ? denominator - count : count;
    const auto passes = [&](std::int64_t k) {
      return k <= bad && k < denominator && target.met_by(target.at_least() ? count : count - k, denominator - k);
    };
    REQUIRE(bad_orders_to_leave(target, count, denominator) == first_that(passes));
  });
}

TEST_CASE("large counts stay exact with a target of nine decimals") {
  constexpr Target fine{Comparator::less, 10'000'001, 1'000'000'000};
  constexpr std::int64_t large = (std::int64_t{1} << 31) - 1;
  const std::int64_t room = headroom(fine, 0, large);
  CHECK(fine.met_by(room, large));
  CHECK_FALSE(fine.met_by(room + 1, large));
  const std::int64_t needed = good_orders_needed(fine, room + 1, large).value();
  CHECK(fine.met_by(room + 1, large + needed));
  CHECK_FALSE(fine.met_by(room + 1, large + needed - 1));
}

}  // namespace sellerhealth::insight
