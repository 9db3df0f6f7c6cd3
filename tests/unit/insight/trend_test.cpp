#include "sellerhealth/trend.hpp"

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::day;
using testing::on_1_october;
using testing::SmallAccount;

namespace {

Trend trend_of(const SmallAccount& account, const TrendOptions& trend_options = {},
               const AssessOptions& options = on_1_october()) {
  return trend(account.book, default_profile(), options, trend_options);
}

const CheckTrend& line_of(const Trend& trend, Metric metric) {
  for (const CheckTrend& line : trend.checks) {
    if (line.check.metric == metric) {
      return line;
    }
  }
  throw std::out_of_range{"no such check"};
}

std::string undated_outcomes(const Trend& trend) {
  for (const Diagnostic& warning : trend.last.warnings) {
    if (warning.code == "undated_outcomes") {
      return warning.message;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a trend runs from the day after the first purchase to the as-of day") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-20T10:00:00Z").add_good_orders(1, "2026-09-10T10:00:00Z");
  account.add(Message{.received_at = at("2026-09-01T10:00:00Z")});
  const Trend trend = trend_of(account);
  REQUIRE(trend.days.size() == 21);
  CHECK(trend.days.front() == day("2026-09-11"));
  CHECK(trend.days.back() == day("2026-10-01"));
  CHECK(trend.last.options.as_of == day("2026-10-01"));
  REQUIRE(trend.checks.size() == 4);
  for (const CheckTrend& line : trend.checks) {
    CHECK(line.points.size() == 21);
  }
}

TEST_CASE("without orders a trend begins on the day after the first message, or violation") {
  SmallAccount account;
  account.add(Violation{.date = at("2026-09-05")});
  CHECK(trend_of(account).days.front() == day("2026-09-06"));
  account.add(Message{.received_at = at("2026-09-20T10:00:00Z")});
  CHECK(trend_of(account).days.front() == day("2026-09-21"));
}

TEST_CASE("a trend of nothing, or of days before the first order, has the as-of day") {
  SmallAccount account;
  account.give(Kind::orders);
  CHECK(trend_of(account).days == std::vector{day("2026-10-01")});
  account.add_good_orders(1, "2026-10-05T10:00:00Z");
  CHECK(trend_of(account).days == std::vector{day("2026-10-01")});
}

TEST_CASE("a stated first day may lie before the first order, but not after the last day") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-20T10:00:00Z");
  CHECK(trend_of(account, {.from = day("2026-09-01")}).days.size() == 31);
  CHECK(trend_of(account, {.from = day("2026-10-01")}).days.size() == 1);
  CHECK_THROWS_AS(trend_of(account, {.from = day("2026-10-02")}), UsageError);
  CHECK_THROWS_WITH(trend_of(account, {.from = day("2026-10-02")}),
                    ContainsSubstring("--from: found \"2026-10-02\"") && ContainsSubstring("2026-10-01"));
}

TEST_CASE("weeks are taken as of Mondays, months as of their first day, and the last day closes both") {
  SmallAccount account;
  account.add_good_orders(1, "2026-08-20T10:00:00Z");
  // 1 October 2026 is a Thursday.
  CHECK(trend_of(account, {.from = day("2026-09-14"), .every = Step::week}).days ==
        std::vector{day("2026-09-14"), day("2026-09-21"), day("2026-09-28"), day("2026-10-01")});
  CHECK(trend_of(account, {.every = Step::month}, as_of("2026-10-15")).days ==
        std::vector{day("2026-09-01"), day("2026-10-01"), day("2026-10-15")});
  CHECK(trend_of(account, {.every = Step::month}).days == std::vector{day("2026-09-01"), day("2026-10-01")});
}

TEST_CASE("each day knows only what had happened by then") {
  SmallAccount account;
  account.add_good_orders(10, "2026-06-10T10:00:00Z");
  account.add(Claim{.order_id = "good-1",
                    .date = at("2026-08-01T10:00:00Z"),
                    .withdrawn = true,
                    .closed_date = at("2026-08-10T10:00:00Z")});
  AssessOptions options = as_of("2026-10-15");
  options.none = {Kind::feedback, Kind::chargebacks};
  const Trend trend = trend_of(account, {}, options);
  const CheckTrend& rate = line_of(trend, Metric::order_defect_rate);
  for (std::size_t i = 0; i < trend.days.size(); ++i) {
    const Day today = trend.days[i];
    CAPTURE(i);
    const bool in_window = day("2026-07-11") <= today && today < day("2026-10-09");
    const bool open_claim = day("2026-08-02") <= today && today < day("2026-08-11");
    CHECK(rate.points[i].denominator == (in_window ? 10 : 0));
    CHECK(rate.points[i].known == (open_claim ? 1 : 0));
    CHECK(rate.points[i].verdict == (!in_window ? Verdict::no_data : open_claim ? Verdict::fail : Verdict::pass));
  }
}

TEST_CASE("outcomes without a date are counted over all days of a trend") {
  SmallAccount account;
  account.add_good_orders(1, "2026-01-10T10:00:00Z").add_good_orders(1, "2026-09-30T10:00:00Z");
  account.add(Claim{.order_id = "good-1"});
  CHECK(undated_outcomes(trend_of(account, {.from = day("2026-10-01")})).empty());
  // The January order was in a window from 10 February to 10 May.
  CHECK(undated_outcomes(trend_of(account, {.from = day("2026-05-11")})).empty());
  CHECK_THAT(undated_outcomes(trend_of(account, {.from = day("2026-05-10")})),
             ContainsSubstring("1 outcome without a date") && ContainsSubstring("2026-05-10"));
  // No first of a month lies in a window of one day.
  Profile profile = default_profile();
  for (Check& check : profile.checks) {
    check.window = {.days = 1, .lag_days = 0};
  }
  CHECK(undated_outcomes(trend(account.book, profile, on_1_october(), {.every = Step::month})).empty());
  CHECK_FALSE(undated_outcomes(trend(account.book, profile, on_1_october())).empty());
}

TEST_CASE("steps are found by their names") {
  for (const Step step : {Step::day, Step::week, Step::month}) {
    CHECK(find_step(name_of(step)) == step);
  }
  CHECK_FALSE(find_step("year"));
}

}  // namespace sellerhealth
