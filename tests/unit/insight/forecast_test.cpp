#include "sellerhealth/forecast.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::instant;
using testing::on_1_october;
using testing::past;
using testing::SmallAccount;

namespace {

/// The forecast of the check that the default profile makes of `metric`.
CheckForecast forecast_of(const SmallAccount& account, Metric metric, const ForecastOptions& options = {},
                          Window window = testing::quarter) {
  Profile profile = default_profile();
  std::erase_if(profile.checks, [&](const Check& check) { return check.metric != metric; });
  profile.checks.front().window = window;
  return forecast(account.book, assess(account.book, profile, on_1_october()), options).checks.front();
}

/// "fail 2026-10-30, pass 2026-11-07".
std::string turns(const CheckForecast& forecast, Assumption assumption) {
  std::string text;
  for (const Prospect::Turn& turn : forecast.today.prospects[static_cast<std::size_t>(assumption)].turns) {
    const std::chrono::year_month_day date{turn.day};
    text += (text.empty() ? "" : ", ") + std::string{name_of(turn.verdict)} + " " +
            std::to_string(static_cast<unsigned>(date.month())) + "-" +
            std::to_string(static_cast<unsigned>(date.day()));
  }
  return text;
}

void add_bad_order(SmallAccount& account, const std::string& id, std::string_view bought, bool claim_too = false) {
  account.add(OrderRow{.order_id = id, .purchase_date = at(bought), .status = OrderStatus::shipped});
  account.add(Feedback{.order_id = id, .rating = 1, .date = at("2026-09-20")});
  if (claim_too) {
    account.add(Claim{.order_id = id, .date = at("2026-09-20")});
  }
}

/// An account that has files of every kind of defect.
void give_sources(SmallAccount& account) {
  for (const Kind kind : {Kind::feedback, Kind::claims, Kind::chargebacks}) {
    account.give(kind);
  }
}

std::vector<std::string> ids_of(const std::vector<BadCase>& cases) {
  std::vector<std::string> ids;
  std::transform(cases.begin(), cases.end(), std::back_inserter(ids), [](const BadCase& bad) { return bad.id; });
  return ids;
}

}  // namespace

TEST_CASE("a defect bought on day d leaves the window 121 days later, and the rate recovers") {
  SmallAccount account;
  give_sources(account);
  add_bad_order(account, "bad", "2026-06-10T12:00:00Z");
  account.add_good_orders(50, "2026-08-01T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate);
  CHECK(forecast.today.verdict == Verdict::fail);
  // 10 June + 90 days + lag 30 + 1; the good ones of 1 August leave on 30 November.
  CHECK(turns(forecast, Assumption::no_new_orders) == "pass 10-9, no_data 11-30");
  const auto leaves = std::find_if(forecast.days.begin(), forecast.days.end(),
                                   [](const ForecastDay& one) { return !one.leaving.bad.empty(); });
  REQUIRE(leaves != forecast.days.end());
  CHECK(leaves->day == day("2026-10-09"));
  CHECK(ids_of(leaves->leaving.bad) == std::vector<std::string>{"bad"});
  CHECK(leaves->rate.denominator == 50);
}

TEST_CASE("orders inside the lag come in with what they are, without any assumption") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(50, "2026-08-01T12:00:00Z");
  add_bad_order(account, "young", "2026-09-12T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate);
  CHECK(forecast.today.verdict == Verdict::pass);
  // 12 September + lag 30 + 1.
  CHECK(turns(forecast, Assumption::no_new_orders).starts_with("fail 10-13"));
}

TEST_CASE("a steady failing rate never recovers by rounding") {
  SmallAccount account;
  give_sources(account);
  std::string date = "2026-06-03T12:00:00Z";
  // One of every ten orders, one order a day, for as long as the window and the lag.
  Day bought = day("2026-06-03");
  for (int i = 0; i < 120; ++i, bought += std::chrono::days{1}) {
    const std::chrono::year_month_day ymd{bought};
    const std::string month = std::to_string(static_cast<unsigned>(ymd.month()));
    const std::string of_month = std::to_string(static_cast<unsigned>(ymd.day()));
    date = "2026-0" + month + "-" + (of_month.size() == 1 ? "0" : "") + of_month + "T12:00:00Z";
    if (i % 10 == 0) {
      add_bad_order(account, "bad-" + std::to_string(i), date);
    } else {
      account.add_good_orders(1, date);
    }
  }
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate);
  CHECK(forecast.pace_orders == 28);
  CHECK(forecast.pace_days == 28);
  const Prospect& as_bad = forecast.today.prospects[static_cast<std::size_t>(Assumption::same_defect_rate)];
  CHECK(as_bad.turns.empty());
  CHECK(as_bad.never_passes);
  // Without new defects: the last one, of 21 September, leaves on 20 January.
  CHECK(turns(forecast, Assumption::no_new_defects) == "pass 1-20");
}

TEST_CASE("the pace of a young account is that of the days it has") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(20, "2026-09-21T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate, {}, {.days = 7, .lag_days = 0});
  CHECK(forecast.pace_orders == 20);
  CHECK(forecast.pace_days == 10);
  CHECK(forecast.today.verdict == Verdict::no_data);
  // The window of 2 October holds the first two new ones.
  CHECK(turns(forecast, Assumption::no_new_defects) == "pass 10-2");
}

TEST_CASE("messages that still have time are answered in time, and open orders ship in time") {
  SmallAccount account;
  account.add(Message{.message_id = "late", .received_at = at("2026-09-20T10:00:00Z")});
  account.add(Message{.message_id = "waits", .received_at = at("2026-09-30T20:00:00Z")});
  const CheckForecast messages = forecast_of(account, Metric::response_under_24h, {}, {.days = 30, .lag_days = 0});
  CHECK(messages.today.denominator == 1);
  CHECK(messages.at_risk == std::vector<std::string>{"waits"});
  REQUIRE_FALSE(messages.days.empty());
  CHECK(messages.days[0].rate.known == 1);
  CHECK(messages.days[0].rate.denominator == 2);

  SmallAccount orders;
  orders.add(OrderRow{.order_id = "overdue",
                      .purchase_date = at("2026-09-20T10:00:00Z"),
                      .status = OrderStatus::open,
                      .too_late = past("2026-09-25T10:00:00Z")});
  orders.add(OrderRow{.order_id = "open",
                      .purchase_date = at("2026-09-30T10:00:00Z"),
                      .status = OrderStatus::open,
                      .too_late = past("2026-10-02T10:00:00Z")});
  const CheckForecast late = forecast_of(orders, Metric::late_shipment_rate, {}, {.days = 30, .lag_days = 0});
  CHECK(late.at_risk == std::vector<std::string>{"open"});
  CHECK(late.days[10].rate.known == 1);
  CHECK(late.days[10].rate.denominator == 2);
}

TEST_CASE("the repair set takes what is easiest to take back, then what stays longest, then by id") {
  SmallAccount account;
  give_sources(account);
  add_bad_order(account, "d-newest-with-claim", "2026-08-20T12:00:00Z", true);
  add_bad_order(account, "c-older", "2026-07-01T12:00:00Z");
  add_bad_order(account, "b-newer", "2026-08-01T12:00:00Z");
  add_bad_order(account, "a-newer", "2026-08-01T13:00:00Z");
  account.add_good_orders(197, "2026-08-01T12:00:00Z");
  // 4 of 201; 2 of 201 passes.
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate);
  REQUIRE(forecast.repair);
  CHECK(forecast.repair->take_back == 2);
  CHECK(ids_of(forecast.repair->cases) == std::vector<std::string>{"a-newer", "b-newer"});
  // 2 of 199 fails, 1 of 198 passes.
  CHECK(forecast.repair->leave == 3);
}

TEST_CASE("more defects strike the newest orders of the window, which stay longest") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(300, "2026-06-10T12:00:00Z");
  account.add_good_orders(2, "2026-08-31T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate, {.add_defects = 4});
  CHECK(forecast.today.known == 4);
  CHECK(forecast.today.verdict == Verdict::fail);
  REQUIRE(forecast.as_it_is);
  CHECK(forecast.as_it_is->verdict == Verdict::pass);
  // Two are of 31 August, the other two of 10 June, the next day that has any: those leave on 9 October.
  const auto on_9_october = forecast.days[7];
  CHECK(on_9_october.day == day("2026-10-09"));
  CHECK(on_9_october.rate.known == 2);
  CHECK(on_9_october.rate.denominator == 2);
}

TEST_CASE("more defects than there are good orders are refused") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(3, "2026-08-31T12:00:00Z");
  CHECK_THROWS_WITH(forecast_of(account, Metric::order_defect_rate, {.add_defects = 4}),
                    ContainsSubstring("--add-defects: found \"4\", expected at most 3"));
}

TEST_CASE("ids that no export names are refused by name, and an empty one is nobody's") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(1, "2026-08-31T12:00:00Z");
  account.add(Claim{.order_id = "of-a-claim-only", .date = at("2026-09-20")});
  CHECK_THROWS_WITH(forecast_of(account, Metric::order_defect_rate, {.assume_won = {"good-1", "nobody"}}),
                    ContainsSubstring("\"nobody\"") && !ContainsSubstring("good-1"));
  CHECK_THROWS_AS(forecast_of(account, Metric::order_defect_rate, {.assume_won = {"of-a-claim-only"}}), UsageError);
  CHECK_THROWS_AS(forecast_of(account, Metric::order_defect_rate, {.without = {""}}), UsageError);
}

TEST_CASE("a dispute won takes back what is known, but not what a missing source leaves open") {
  SmallAccount account;
  account.give(Kind::feedback);
  add_bad_order(account, "bad", "2026-08-01T12:00:00Z");
  account.add_good_orders(9, "2026-08-01T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate, {.assume_won = {"bad"}});
  CHECK(forecast.today.known == 0);
  CHECK(forecast.today.possible == 10);
}

TEST_CASE("an open violation leaves with its day, and new ones come as often as before") {
  SmallAccount account;
  account.add(Violation{.violation_id = "v", .date = at("2026-09-10T12:00:00Z")});
  const CheckForecast forecast = forecast_of(account, Metric::policy_violations, {}, {.days = 30, .lag_days = 0});
  CHECK(forecast.today.verdict == Verdict::fail);
  CHECK(turns(forecast, Assumption::no_new_orders) == "pass 10-11");
  // One in 21 days: the next is reckoned with on the 21st day from the as-of day on, so it counts from 22 October on.
  CHECK(turns(forecast, Assumption::same_defect_rate) == "pass 10-11, fail 10-22");
  REQUIRE(forecast.known);
  CHECK(forecast.known->headroom == -1);
  CHECK_FALSE(forecast.known->good_orders_needed);
}

TEST_CASE("never is said only when no day to come can pass, whatever the horizon") {
  SmallAccount account;
  give_sources(account);
  add_bad_order(account, "bad", "2026-08-01T12:00:00Z");
  account.add_good_orders(10, "2026-08-02T12:00:00Z");
  const CheckForecast forecast = forecast_of(account, Metric::order_defect_rate, {.horizon_days = 5});
  const Prospect& prospect = forecast.today.prospects.front();
  CHECK(prospect.turns.empty());
  CHECK_FALSE(prospect.never_passes);  // It passes on 30 November, beyond the horizon.
  CHECK(forecast.days.size() == 5);
}

TEST_CASE("messages that still have time are none of the late ones") {
  SmallAccount account;
  account.add(Message{.message_id = "late", .received_at = at("2026-09-20T10:00:00Z")});
  account.add(Message{.message_id = "waits", .received_at = at("2026-09-30T20:00:00Z")});
  Profile profile = default_profile();
  profile.checks = {{.id = "late_response_rate",
                     .metric = Metric::late_response_rate,
                     .window = {.days = 30, .lag_days = 0},
                     .target = {Comparator::less_or_equal, 10, 100}}};
  const CheckForecast late = forecast(account.book, assess(account.book, profile, on_1_october()), {}).checks.front();
  CHECK(late.days[0].rate.known == 1);
  CHECK(late.days[0].rate.denominator == 2);
}

TEST_CASE("a check of orders that are fulfilled so, and the rules of its profile, are forecast as they are checked") {
  SmallAccount account;
  give_sources(account);
  account.add_good_orders(20, "2026-08-01T12:00:00Z");
  account.add(OrderRow{.order_id = "fba",
                       .purchase_date = at("2026-08-01T12:00:00Z"),
                       .status = OrderStatus::shipped,
                       .fulfillment = Fulfillment::marketplace});
  account.add(
      Claim{.order_id = "good-1", .date = at("2026-08-10"), .withdrawn = true, .closed_date = at("2026-08-20")});
  Profile profile = default_profile();
  std::erase_if(profile.checks, [](const Check& check) { return check.metric != Metric::order_defect_rate; });
  profile.checks.front().fulfillment = Fulfillment::seller;
  profile.rules.every_claim_counts = true;
  const CheckForecast result = forecast(account.book, assess(account.book, profile, on_1_october()), {}).checks.front();
  CHECK(result.today.denominator == 20);
  CHECK(result.days[0].rate.denominator == 20);
  CHECK(result.days[0].rate.known == 1);
}

}  // namespace sellerhealth
