#include "metric/tally.hpp"

#include <type_traits>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::metric {

using testing::at;
using testing::day;
using testing::SmallAccount;

namespace {

constexpr DayRange every_day{index::always, index::forever};

DayRange days(std::string_view first, std::string_view end) { return {day(first), day(end)}; }

/// Counted on every day, with a weight that takes part in the mean.
Spans weighing(std::int64_t weight) {
  Spans spans;
  spans.counted.insert(every_day);
  spans.averaged.insert(every_day);
  spans.weight = weight;
  return spans;
}

}  // namespace

TEST_CASE("as of 25 September 2012, 90 days with lag 30 are 28 May to 25 August") {
  const Window window{.days = 90, .lag_days = 30};
  const Day as_of = day("2012-09-25");
  CHECK(window.first_day(as_of) == day("2012-05-28"));
  CHECK(window.last_day(as_of) == day("2012-08-25"));
  const auto counts = [&](std::string_view bought) {
    return !intersection(lifetime(window, day(bought)), {as_of, as_of + std::chrono::days{1}}).empty();
  };
  CHECK_FALSE(counts("2012-05-27"));
  CHECK(counts("2012-05-28"));
  CHECK(counts("2012-08-25"));
  CHECK_FALSE(counts("2012-08-26"));
}

TEST_CASE("a window without a lag ends on the day before the as-of day") {
  const Window window{.days = 7, .lag_days = 0};
  CHECK(window.first_day(day("2026-10-01")) == day("2026-09-24"));
  CHECK(window.last_day(day("2026-10-01")) == day("2026-09-30"));
  CHECK(lifetime(window, day("2026-09-30")) == days("2026-10-01", "2026-10-08"));
}

TEST_CASE("an order lies in the window on as many days as the window has") {
  const Window window = GENERATE(Window{1, 0}, Window{1, 30}, Window{90, 30}, Window{60, 14}, Window{180, 0});
  const Day bought = day("2026-06-10");
  const DayRange life = lifetime(window, bought);
  CHECK(life.end - life.first == std::chrono::days{window.days});
  for (Day as_of = life.first - std::chrono::days{3}; as_of < life.end + std::chrono::days{3};
       as_of += std::chrono::days{1}) {
    const bool inside = window.first_day(as_of) <= bought && bought <= window.last_day(as_of);
    REQUIRE(inside == !intersection(life, {as_of, as_of + std::chrono::days{1}}).empty());
  }
}

TEST_CASE("a series counts on each day what was added for it, and nothing outside") {
  Series series{days("2026-06-01", "2026-06-05")};
  DaySet set;
  set.insert(every_day);
  series.add(set, days("2026-06-02", "2026-06-04"));
  set.clear();
  set.insert(days("2026-06-03", "2026-06-09"));
  series.add(set, days("2026-06-01", "2026-06-05"), 10);
  series.sum_up();
  CHECK(series.at(day("2026-06-01")) == 0);
  CHECK(series.at(day("2026-06-02")) == 1);
  CHECK(series.at(day("2026-06-03")) == 11);
  CHECK(series.at(day("2026-06-04")) == 10);
}

TEST_CASE("what is known is possible too, and open only where it is not known") {
  Tally tally{Check{.metric = Metric::late_shipment_rate, .window = {.days = 10, .lag_days = 0}},
              days("2026-06-02", "2026-06-06")};
  Spans spans;
  spans.counted.insert(every_day);
  spans.known.insert(days("2026-06-04", "2026-06-05"));
  spans.open[0].insert(days("2026-06-03", "2026-06-05"));
  spans.open[1].insert(days("2026-06-03", "2026-06-04"));
  tally.add(day("2026-06-01"), spans);
  tally.sum_up();
  const Counts third = tally.at(day("2026-06-03"));
  CHECK(third.rate.known == 0);
  CHECK(third.rate.possible == 1);
  CHECK(third.open[0] == 1);
  CHECK(third.open[1] == 1);
  const Counts fourth = tally.at(day("2026-06-04"));
  CHECK(fourth.rate.known == 1);
  CHECK(fourth.rate.possible == 1);
  CHECK(fourth.open[0] == 0);
  const Counts fifth = tally.at(day("2026-06-05"));
  CHECK(fifth.rate.possible == 0);
  CHECK(fifth.rate.denominator == 1);
}

TEST_CASE("a tally reaches what lies in its window on one of its days") {
  const Tally tally{Check{.window = {.days = 10, .lag_days = 5}}, days("2026-06-20", "2026-06-21")};
  CHECK_FALSE(tally.reaches(day("2026-06-04")));
  CHECK(tally.reaches(day("2026-06-05")));
  CHECK(tally.reaches(day("2026-06-14")));
  CHECK_FALSE(tally.reaches(day("2026-06-15")));
}

TEST_CASE("a tally of one day counts what the day knows, and holds no memory but its own") {
  const Check check{.metric = Metric::late_shipment_rate, .window = {.days = 10, .lag_days = 0}};
  Spans spans = weighing(5);
  spans.known.insert(days("2026-06-04", "2026-06-05"));
  spans.components[1].insert(days("2026-06-04", "2026-06-05"));
  spans.open[0].insert(days("2026-06-03", "2026-06-05"));
  spans.open[1].insert(days("2026-06-03", "2026-06-04"));
  const auto on = [&](std::string_view as_of) {
    DayTally tally{check, day(as_of)};
    REQUIRE(tally.reaches(day("2026-06-01")));
    tally.add(day("2026-06-01"), spans, {.count = 3});
    CHECK_FALSE(tally.empty());
    return tally.counts();
  };
  const Counts third = on("2026-06-03");
  CHECK(third.rate.known == 0);
  CHECK(third.rate.possible == 3);
  CHECK(third.rate.denominator == 3);
  CHECK(third.open[0] == 3);
  CHECK(third.open[1] == 3);
  const Counts fourth = on("2026-06-04");
  CHECK(fourth.rate.known == 3);
  CHECK(fourth.rate.possible == 3);
  CHECK(fourth.components[1] == 3);
  CHECK(fourth.open[0] == 0);
  CHECK(fourth.mean == 5);
  CHECK(on("2026-06-05").rate.possible == 0);

  const DayTally nothing{check, day("2026-06-12")};
  CHECK_FALSE(nothing.reaches(day("2026-06-01")));
  CHECK(nothing.empty());
  CHECK(nothing.counts().mean == std::nullopt);
  CHECK(std::is_trivially_copyable_v<DayTally>);
}

TEST_CASE("a mean is rounded half up, and of nothing there is none") {
  const auto mean = [](std::initializer_list<std::int64_t> weights) {
    Tally tally{Check{.window = {.days = 10, .lag_days = 0}}, days("2026-06-02", "2026-06-03")};
    for (const std::int64_t weight : weights) {
      tally.add(day("2026-06-01"), weighing(weight));
    }
    tally.sum_up();
    return tally.at(day("2026-06-02")).mean;
  };
  CHECK(mean({1, 2}) == 2);
  CHECK(mean({1, 1, 2}) == 1);
  CHECK(mean({1, 2, 2}) == 2);
  CHECK(mean({0}) == 0);
  CHECK(mean({}) == std::nullopt);
}

TEST_CASE("many as-of days at once give what each gives alone") {
  SmallAccount account;
  for (int i = 0; i < 40; ++i) {
    const std::string id = "order " + std::to_string(i);
    const Stamp bought = at(i % 2 == 0 ? "2026-06-05T10:00:00Z" : "2026-06-15T10:00:00Z");
    const Instant later = bought.first + std::chrono::hours{i * 9};
    account.add(OrderRow{.order_id = id,
                         .purchase_date = bought,
                         .status = i % 5 == 0 ? OrderStatus::cancelled : OrderStatus::shipped,
                         .too_late = bought.first + std::chrono::hours{24},
                         .ship_date = i % 5 == 0 ? std::nullopt : std::optional{Stamp{later, later}},
                         .cancel_date = i % 5 == 0 ? std::optional{Stamp{later, later}} : std::nullopt,
                         .cancelled_by = Canceller::seller});
  }
  const std::vector<Check> checks{
      {.metric = Metric::cancellation_rate, .window = {.days = 10, .lag_days = 2}},
      {.metric = Metric::late_shipment_rate, .window = {.days = 10, .lag_days = 2}},
      {.metric = Metric::late_shipment_rate, .window = {.days = 5, .lag_days = 0}},
  };
  const DayRange june = days("2026-06-01", "2026-07-10");
  const index::History history{account.book, june.first, june.end - std::chrono::days{1}, std::chrono::days{12}, {}};
  const std::vector<Tally> all = tally(account.book, history, {}, checks, june);
  REQUIRE(all.size() == checks.size());
  std::int64_t late_days = 0;
  for (Day each = june.first; each < june.end; each += std::chrono::days{1}) {
    const DayRange only{each, each + std::chrono::days{1}};
    const index::History of_day{account.book, each, each, std::chrono::days{12}, {}};
    const std::vector<Tally> one = tally(account.book, of_day, {}, checks, only);
    for (std::size_t i = 0; i < checks.size(); ++i) {
      CAPTURE(i, (each - june.first).count());
      REQUIRE(all[i].at(each).rate.known == one[i].at(each).rate.known);
      REQUIRE(all[i].at(each).rate.possible == one[i].at(each).rate.possible);
      REQUIRE(all[i].at(each).rate.denominator == one[i].at(each).rate.denominator);
      late_days += one[i].at(each).rate.known;
    }
  }
  CHECK(late_days > 0);
}

}  // namespace sellerhealth::metric
