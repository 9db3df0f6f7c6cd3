#include "insight/stakes.hpp"

#include <stdexcept>
#include <string>

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::counts;
using testing::day;
using testing::instant;
using testing::past;
using testing::SmallAccount;

namespace {

constexpr std::string_view noon = "2026-10-01T12:00:00Z";

Deadlines deadlines_of(const SmallAccount& account, Window window = testing::quarter,
                       std::optional<std::chrono::seconds> within = {}) {
  Profile profile = default_profile();
  for (Check& check : profile.checks) {
    check.window = window;
  }
  AssessOptions options = as_of("2026-10-01");
  options.none = {};
  return deadlines(account.book, profile, options, {.now = instant(noon), .within = within});
}

const Stake& stake(const Deadlines& deadlines, Metric metric) {
  for (const Stake& stake : deadlines.stakes) {
    if (stake.today.check.metric == metric) {
      return stake;
    }
  }
  throw std::out_of_range{"no stake"};
}

OrderRow open_order(std::string_view id, std::string_view bought, std::string_view promise) {
  return {.order_id = id,
          .purchase_date = at(bought),
          .status = OrderStatus::open,
          .fulfillment = Fulfillment::seller,
          .too_late = past(promise)};
}

}  // namespace

TEST_CASE("an order in the window that slips adds one to the late ones of today") {
  SmallAccount account;
  account.add_good_orders(30, "2026-07-01T10:00:00Z");
  account.add(open_order("A", "2026-08-01T10:00:00Z", "2026-10-02"));
  const Deadlines due = deadlines_of(account);
  const Stake& late = stake(due, Metric::late_shipment_rate);
  CHECK(late.day == day("2026-10-01"));
  CHECK(counts(late.today) == "0..0 of 31");
  CHECK(counts(late.if_missed) == "1..1 of 31");
  CHECK(counts(late.if_met) == "0..0 of 31");
  CHECK(late.if_missed.verdict == Verdict::pass);
  CHECK(due.stakes.size() == 1);
}

TEST_CASE("orders too young for the window are looked at on the first day on which most of them are in it") {
  SmallAccount account;
  account.add_good_orders(10, "2026-07-15T10:00:00Z");  // In the window until 12 November.
  account.add_good_orders(5, "2026-06-03T10:00:00Z");   // Until 1 October.
  account.add(open_order("A", "2026-09-29T10:00:00Z", "2026-10-02"));
  account.add(open_order("B", "2026-09-30T10:00:00Z", "2026-10-03"));
  const Deadlines due = deadlines_of(account);
  const Stake& late = stake(due, Metric::late_shipment_rate);
  CHECK(late.day == day("2026-10-31"));
  CHECK(counts(late.today) == "0..0 of 15");
  CHECK(counts(late.if_missed) == "2..2 of 12");
  CHECK(counts(late.if_met) == "0..0 of 12");
  CHECK(late.if_missed.verdict == Verdict::fail);
  CHECK(late.if_missed.first_day == day("2026-07-03"));
}

TEST_CASE("what is missed already is bad either way, what may have been done since is open to both") {
  SmallAccount account;
  account.add_good_orders(8, "2026-09-20T10:00:00Z");
  account.add(open_order("A", "2026-09-18T10:00:00Z", "2026-09-19"));  // The exports reach the 20th.
  account.add(open_order("B", "2026-09-18T10:00:00Z", "2026-09-25"));
  const Deadlines due = deadlines_of(account, {.days = 30, .lag_days = 0});
  const Stake& late = stake(due, Metric::late_shipment_rate);
  CHECK(late.day == day("2026-10-01"));
  CHECK(counts(late.today) == "1..2 of 10");
  CHECK(counts(late.if_missed) == "2..2 of 10");
  CHECK(counts(late.if_met) == "1..1 of 10");
}

TEST_CASE("what is not listed changes nothing") {
  SmallAccount account;
  account.add_good_orders(8, "2026-09-20T10:00:00Z");
  account.add(open_order("A", "2026-09-30T10:00:00Z", "2026-10-02T10:00:00Z"));
  account.add(open_order("B", "2026-09-30T10:00:00Z", "2026-10-09T10:00:00Z"));
  const Deadlines due = deadlines_of(account, {.days = 30, .lag_days = 0}, std::chrono::hours{48});
  CHECK(due.deadlines.size() == 1);
  CHECK(counts(stake(due, Metric::late_shipment_rate).if_missed) == "1..1 of 10");
}

TEST_CASE("a message counts on the day after it came in, in time or late") {
  SmallAccount account;
  account.add(Message{.received_at = at("2026-09-29T10:00:00Z"), .responded_at = at("2026-09-29T11:00:00Z")});
  account.add(Message{.received_at = at("2026-10-01T10:00:00Z")});
  account.add(Message{.received_at = at("2026-09-30T20:00:00Z")});
  const Deadlines due = deadlines_of(account, {.days = 7, .lag_days = 0});
  const Stake& response = stake(due, Metric::response_under_24h);
  CHECK(response.day == day("2026-10-02"));
  CHECK(counts(response.today) == "1..1 of 1");
  CHECK(counts(response.if_missed) == "1..1 of 3");
  CHECK(counts(response.if_met) == "3..3 of 3");
}

TEST_CASE("a claim counts already; won, it does not, unless its order has another defect") {
  SmallAccount account;
  account.add_good_orders(9, "2026-07-01T10:00:00Z");
  account.give(Kind::chargebacks);
  for (const std::string_view id : {"A", "B"}) {
    account.add(OrderRow{.order_id = id, .purchase_date = at("2026-07-01T10:00:00Z"), .status = OrderStatus::shipped});
    account.add(Claim{.order_id = id, .date = at("2026-09-28"), .too_late = past("2026-10-02")});
  }
  account.add(Feedback{.order_id = "B", .rating = 1, .date = at("2026-07-20")});
  const Deadlines due = deadlines_of(account);
  const Stake& defects = stake(due, Metric::order_defect_rate);
  CHECK(defects.day == day("2026-10-01"));
  CHECK(counts(defects.today) == "2..2 of 11");
  CHECK(counts(defects.if_missed) == "2..2 of 11");
  CHECK(counts(defects.if_met) == "1..1 of 11");
}

TEST_CASE("a chargeback that is won is no defect") {
  SmallAccount account;
  account.add_good_orders(1, "2026-07-01T10:00:00Z");
  account.give(Kind::claims);
  account.give(Kind::feedback);
  account.add(Chargeback{.order_id = "good-1", .date = at("2026-09-28"), .type = Chargeback::Type::service});
  const Deadlines due = deadlines_of(account);
  CHECK(counts(stake(due, Metric::order_defect_rate).if_missed) == "1..1 of 1");
  CHECK(counts(stake(due, Metric::order_defect_rate).if_met) == "0..0 of 1");
}

TEST_CASE("what the deadlines make of a rate is what check says once it has come so") {
  SmallAccount open;
  SmallAccount missed;
  SmallAccount met;
  for (SmallAccount* account : {&open, &missed, &met}) {
    account->add_good_orders(20, "2026-08-10T10:00:00Z");
    for (int i = 0; i < 5; ++i) {
      const std::string id = "order-" + std::to_string(i);
      const std::string bought = "2026-09-2" + std::to_string(i) + "T10:00:00Z";
      OrderRow row = open_order(id, bought, "2026-10-03T10:00:00Z");
      if (account != &open) {
        row.ship_date = at(account == &missed ? "2026-10-03T10:00:01Z" : "2026-10-03T10:00:00Z");
      }
      account->add(row);
    }
  }
  const Window window{.days = 60, .lag_days = 15};
  const Deadlines due = deadlines_of(open, window);
  const Stake& late = stake(due, Metric::late_shipment_rate);
  CHECK(late.day == day("2026-10-10"));
  const auto checked = [&](const SmallAccount& account) {
    return counts(testing::check(account, Metric::late_shipment_rate, as_of("2026-10-10"), window));
  };
  CHECK(counts(late.if_missed) == checked(missed));
  CHECK(counts(late.if_met) == checked(met));
  CHECK(checked(missed) == "5..5 of 25");
}

TEST_CASE("what never lies in a window, and what has no promise, is no stake") {
  SmallAccount account;
  account.add_good_orders(5, "2026-09-20T10:00:00Z");
  account.add(open_order("A", "2026-09-01T10:00:00Z", "2026-10-02"));  // Of the last 7 days no more.
  OrderRow unpromised = open_order("B", "2026-09-30T10:00:00Z", "2026-10-02");
  unpromised.too_late.reset();
  account.add(unpromised);
  const Deadlines due = deadlines_of(account, {.days = 7, .lag_days = 0});
  CHECK(due.deadlines.size() == 2);
  CHECK(due.stakes.empty());
}

}  // namespace sellerhealth
