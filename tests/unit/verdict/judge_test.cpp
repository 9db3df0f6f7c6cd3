#include "verdict/judge.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::counts;
using testing::day;
using testing::needs;
using testing::SmallAccount;

namespace {

Check check_of(Metric metric, std::string_view target) {
  return {.id = std::string{name_of(metric)},
          .metric = metric,
          .window = testing::quarter,
          .target = Target::parse(target, unit_of(metric))};
}

metric::Given given(std::initializer_list<Kind> kinds) {
  metric::Given given;
  for (const Kind kind : kinds) {
    given.kinds[static_cast<std::size_t>(kind)] = true;
  }
  return given;
}

/// The verdict on a cancellation rate of these ends.
Verdict verdict_on(std::int64_t known, std::int64_t possible, std::int64_t denominator) {
  SmallAccount account;
  account.give(Kind::orders);
  const metric::Counts counts{.rate = {known, possible, denominator}};
  return verdict::judge(account.book, check_of(Metric::cancellation_rate, "< 2.5%"), given({Kind::orders}), counts,
                        day("2026-10-01"))
      .verdict;
}

std::vector<CheckResult> results(std::initializer_list<Verdict> verdicts) {
  std::vector<CheckResult> results;
  for (const Verdict verdict : verdicts) {
    results.push_back({.verdict = verdict});
  }
  return results;
}

}  // namespace

TEST_CASE("verdicts have the names that programs read") {
  CHECK(name_of(Verdict::pass) == "pass");
  CHECK(name_of(Verdict::fail) == "fail");
  CHECK(name_of(Verdict::undetermined) == "undetermined");
  CHECK(name_of(Verdict::no_data) == "no_data");
}

TEST_CASE("a check passes or fails when both ends do, else it is undetermined") {
  CHECK(verdict_on(0, 0, 40) == Verdict::pass);
  CHECK(verdict_on(1, 1, 40) == Verdict::fail);
  CHECK(verdict_on(0, 1, 40) == Verdict::undetermined);
  CHECK(verdict_on(0, 1, 41) == Verdict::pass);
  CHECK(verdict_on(1, 40, 40) == Verdict::fail);
}

TEST_CASE("a denominator of zero is no data, never a pass") { CHECK(verdict_on(0, 0, 0) == Verdict::no_data); }

TEST_CASE("where more is better the possible end may pass what the known end fails") {
  SmallAccount account;
  account.give(Kind::messages);
  const auto verdict = [&](std::int64_t known, std::int64_t possible) {
    const metric::Counts counts{.rate = {known, possible, 10}};
    return verdict::judge(account.book, check_of(Metric::response_under_24h, "> 90%"), given({Kind::messages}), counts,
                          day("2026-10-01"))
        .verdict;
  };
  CHECK(verdict(9, 9) == Verdict::fail);
  CHECK(verdict(10, 10) == Verdict::pass);
  CHECK(verdict(9, 10) == Verdict::undetermined);
  CHECK(verdict(8, 9) == Verdict::fail);
}

TEST_CASE("a check names the first and the last day of its window") {
  SmallAccount account;
  account.give(Kind::orders);
  const CheckResult result = verdict::judge(account.book, check_of(Metric::cancellation_rate, "< 2.5%"),
                                            given({Kind::orders}), {}, day("2012-09-25"));
  CHECK(result.first_day == day("2012-05-28"));
  CHECK(result.last_day == day("2012-08-25"));
}

TEST_CASE("questions of one column are one need with the counts of both") {
  SmallAccount account;
  account.give(Kind::orders);
  metric::Counts counts{.rate = {0, 7, 40}};
  const metric::Definition& definition = metric::definition_of(Metric::late_shipment_rate);
  std::int64_t on_ship_date = 0;
  for (std::size_t i = 0; i < definition.questions.size(); ++i) {
    if (definition.questions[i].column == Column::ship_date) {
      counts.open[i] = static_cast<std::int64_t>(i) + 1;
      on_ship_date += counts.open[i];
    }
  }
  REQUIRE(on_ship_date > 0);
  const CheckResult result = verdict::judge(account.book, check_of(Metric::late_shipment_rate, "< 4%"),
                                            given({Kind::orders}), counts, day("2026-10-01"));
  REQUIRE(result.needs.size() == 1);
  CHECK(result.needs[0].kind == Kind::orders);
  CHECK(result.needs[0].column == Column::ship_date);
  CHECK(result.needs[0].count == on_ship_date);
}

TEST_CASE("a metric whose source is missing has no numerators and says what it needs") {
  SmallAccount account;
  account.give(Kind::orders);
  const CheckResult result = verdict::judge(account.book, check_of(Metric::order_defect_rate, "< 1%"),
                                            given({Kind::orders}), {.rate = {0, 40, 40}}, day("2026-10-01"));
  CHECK_FALSE(result.checked);
  CHECK(result.verdict == Verdict::no_data);
  CHECK(counts(result) == "null..null of 40");
  CHECK(needs(result) == "feedback, claims, chargebacks");
  CHECK(std::none_of(result.components.begin(), result.components.end(),
                     [](const Component& component) { return component.value.has_value(); }));
}

TEST_CASE("one source of a metric is enough to check it") {
  const Kind source = GENERATE(Kind::feedback, Kind::claims, Kind::chargebacks);
  SmallAccount account;
  account.give(Kind::orders);
  account.give(source);
  const CheckResult result = verdict::judge(account.book, check_of(Metric::order_defect_rate, "< 1%"),
                                            given({Kind::orders, source}), {.rate = {0, 40, 40}}, day("2026-10-01"));
  CHECK(result.checked);
  CHECK(result.verdict == Verdict::undetermined);
}

TEST_CASE("a kind that is said to be empty needs no column") {
  SmallAccount account;
  const CheckResult result = verdict::judge(account.book, check_of(Metric::response_under_24h, "> 90%"),
                                            given({Kind::messages}), {}, day("2026-10-01"));
  CHECK(result.checked);
  CHECK(counts(result) == "0..0 of 0");
}

TEST_CASE("fail beats undetermined, which beats pass, which beats no data") {
  using enum Verdict;
  const bool strict = GENERATE(false, true);
  CHECK(verdict::overall(results({pass, fail, undetermined, no_data}), strict) == fail);
  CHECK(verdict::overall(results({pass, undetermined}), strict) == undetermined);
  CHECK(verdict::overall(results({pass, pass}), strict) == pass);
}

TEST_CASE("what has no data counts only where it is to be strict") {
  using enum Verdict;
  CHECK(verdict::overall(results({pass, no_data}), false) == pass);
  CHECK(verdict::overall(results({pass, no_data}), true) == undetermined);
  CHECK(verdict::overall(results({no_data}), false) == no_data);
  CHECK(verdict::overall(results({no_data}), true) == undetermined);
  CHECK(verdict::overall(results({fail, no_data}), true) == fail);
}

TEST_CASE("of no checks at all there is no pass") { CHECK(verdict::overall({}, false) == Verdict::no_data); }

TEST_CASE("of fewer orders than the minimum there is no verdict, neither pass nor fail") {
  SmallAccount account;
  account.give(Kind::orders);
  Check check = check_of(Metric::cancellation_rate, "< 2.5%");
  check.minimum_orders = 10;
  const auto result_of = [&](std::int64_t count, std::int64_t denominator) {
    return verdict::judge(account.book, check, given({Kind::orders}), {.rate = {count, count, denominator}},
                          day("2026-10-01"));
  };
  CHECK(result_of(0, 9).verdict == Verdict::no_data);
  CHECK(result_of(9, 9).verdict == Verdict::no_data);
  CHECK(counts(result_of(9, 9)) == "9..9 of 9");
  CHECK(result_of(9, 9).checked);
  CHECK(result_of(0, 10).verdict == Verdict::pass);
  CHECK(result_of(1, 10).verdict == Verdict::fail);
}

TEST_CASE("under 300 orders a count floor of 3 decides, from 300 on the target") {
  SmallAccount account;
  account.give(Kind::orders);
  Check check = check_of(Metric::cancellation_rate, "< 1%");
  check.count_floor = CountFloor{.below = 300, .at_most = 3};
  const auto verdict = [&](std::int64_t known, std::int64_t possible, std::int64_t denominator) {
    return verdict::judge(account.book, check, given({Kind::orders}), {.rate = {known, possible, denominator}},
                          day("2026-10-01"))
        .verdict;
  };
  CHECK(verdict(3, 3, 4) == Verdict::pass);
  CHECK(verdict(4, 4, 299) == Verdict::fail);
  CHECK(verdict(3, 4, 299) == Verdict::undetermined);
  CHECK(verdict(3, 3, 300) == Verdict::fail);
  CHECK(verdict(2, 2, 300) == Verdict::pass);
  CHECK(verdict(0, 0, 0) == Verdict::no_data);
}

}  // namespace sellerhealth
