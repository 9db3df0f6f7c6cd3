#include "metric/day_set.hpp"

#include <set>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace sellerhealth::metric {

namespace {

constexpr int days_in_play = 16;

DayRange range(int first, int end) { return {Day{std::chrono::days{first}}, Day{std::chrono::days{end}}}; }

DaySet set_of(std::initializer_list<DayRange> ranges) {
  DaySet set;
  for (const DayRange& each : ranges) {
    set.insert(each);
  }
  return set;
}

std::vector<DayRange> ranges_of(const DaySet& set) { return {set.ranges().begin(), set.ranges().end()}; }

/// A set of days and the same days one by one.
struct Both {
  DaySet ranges;
  std::set<int> days;

  void insert(int first, int end) {
    ranges.insert(range(first, end));
    for (int day = first; day < end; ++day) {
      days.insert(day);
    }
  }

  [[nodiscard]] bool agree() const {
    for (int day = -1; day <= days_in_play; ++day) {
      if (ranges.contains(Day{std::chrono::days{day}}) != days.contains(day)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the ranges are not empty, in rising order, and apart.
  [[nodiscard]] bool orderly() const {
    const auto all = ranges.ranges();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].empty() || (i > 0 && all[i - 1].end >= all[i].first)) {
        return false;
      }
    }
    return true;
  }
};

Both random_set(support::Dice& dice) {
  Both both;
  for (std::int64_t i = dice.below(5); i > 0; --i) {
    const int first = static_cast<int>(dice.below(days_in_play));
    both.insert(first, first + static_cast<int>(dice.below(5)));
  }
  return both;
}

}  // namespace

TEST_CASE("a range is empty when it ends where it begins, or before") {
  CHECK(range(3, 3).empty());
  CHECK(range(4, 3).empty());
  CHECK_FALSE(range(3, 4).empty());
}

TEST_CASE("ranges meet in the days that both have") {
  CHECK(intersection(range(1, 5), range(3, 9)) == range(3, 5));
  CHECK(intersection(range(1, 9), range(3, 5)) == range(3, 5));
  CHECK(intersection(range(1, 3), range(3, 5)).empty());
  CHECK(intersection(range(1, 2), range(3, 5)).empty());
}

TEST_CASE("a set holds the days from the first up to, not including, the end") {
  const DaySet set = set_of({range(3, 5)});
  CHECK_FALSE(set.contains(Day{std::chrono::days{2}}));
  CHECK(set.contains(Day{std::chrono::days{3}}));
  CHECK(set.contains(Day{std::chrono::days{4}}));
  CHECK_FALSE(set.contains(Day{std::chrono::days{5}}));
}

TEST_CASE("ranges that overlap or touch become one, others stay apart in order") {
  CHECK(ranges_of(set_of({range(5, 7), range(1, 3)})) == std::vector{range(1, 3), range(5, 7)});
  CHECK(ranges_of(set_of({range(1, 3), range(3, 5)})) == std::vector{range(1, 5)});
  CHECK(ranges_of(set_of({range(1, 3), range(5, 7), range(2, 6)})) == std::vector{range(1, 7)});
  CHECK(ranges_of(set_of({range(2, 3), range(1, 7)})) == std::vector{range(1, 7)});
  CHECK(ranges_of(set_of({range(1, 3), range(4, 4), range(9, 2)})) == std::vector{range(1, 3)});
}

TEST_CASE("erasing cuts, splits and removes ranges") {
  DaySet set = set_of({range(1, 9)});
  set.erase(set_of({range(3, 5)}));
  CHECK(ranges_of(set) == std::vector{range(1, 3), range(5, 9)});
  set.erase(set_of({range(0, 2), range(8, 12)}));
  CHECK(ranges_of(set) == std::vector{range(2, 3), range(5, 8)});
  set.erase(set_of({range(2, 8)}));
  CHECK(set.ranges().empty());
}

TEST_CASE("a cleared set is as good as new") {
  DaySet set = set_of({range(1, 9)});
  set.clear();
  CHECK(set.ranges().empty());
  set.insert(range(2, 3));
  CHECK(ranges_of(set) == std::vector{range(2, 3)});
}

TEST_CASE("sets of ranges do what sets of days do") {
  support::Dice dice{42};
  for (int round = 0; round < 4000; ++round) {
    Both a = random_set(dice);
    const Both b = random_set(dice);
    REQUIRE(a.agree());
    REQUIRE(a.orderly());
    if (dice.chance(50)) {
      a.ranges.insert(b.ranges);
      a.days.insert(b.days.begin(), b.days.end());
    } else {
      a.ranges.erase(b.ranges);
      for (const int day : b.days) {
        a.days.erase(day);
      }
    }
    CAPTURE(round);
    REQUIRE(a.agree());
    REQUIRE(a.orderly());
  }
}

}  // namespace sellerhealth::metric
