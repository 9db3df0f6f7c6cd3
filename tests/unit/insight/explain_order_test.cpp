#include <string>

#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::day;
using testing::on_1_october;
using testing::past;
using testing::SmallAccount;

namespace {

OrderExplanation about(const SmallAccount& account, std::string_view id,
                       const AssessOptions& options = on_1_october()) {
  return explain_order(account.book, default_profile(), options, id);
}

/// How order A stands in the check of `metric`.
CheckStanding standing_in(Metric metric, OrderRow row, const AssessOptions& options = on_1_october(),
                          const Rules& rules = {}) {
  SmallAccount account;
  row.order_id = "A";
  account.add(row);
  account.add(
      OrderRow{.order_id = "newest", .purchase_date = at("2026-09-30T10:00:00Z"), .too_late = past("2026-10-20")});
  Profile profile = testing::only(metric);
  profile.rules = rules;
  const OrderExplanation explanation = explain_order(account.book, profile, options, "A");
  return explanation.standings.front();
}

OrderRow order(SetOf<OrderStatus> status) {
  return {.purchase_date = at("2026-06-10T10:00:00Z"), .status = status, .fulfillment = Fulfillment::seller};
}

OrderRow cancelled_by(SetOf<Canceller> canceller) {
  OrderRow row = order(OrderStatus::cancelled);
  row.cancel_date = at("2026-06-11T10:00:00Z");
  row.cancelled_by = canceller;
  return row;
}

}  // namespace

TEST_CASE("an order is found by its id, and another spelling of the id is offered") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "111-1-1", .purchase_date = at("2026-06-10")});
  CHECK(about(account, "111-1-1").order->id == "111-1-1");
  CHECK_THROWS_WITH(about(account, "11111"),
                    ContainsSubstring("no export names the order \"11111\", but there is \"111-1-1\""));
  CHECK_THROWS_WITH(about(account, "222"), !ContainsSubstring("there is"));
  CHECK_THROWS_AS(about(account, "222"), UsageError);
}

TEST_CASE("each filing tells why it does not count, whatever the window") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-09-20T10:00:00Z")});
  account.add(Feedback{.order_id = "A", .rating = 4});
  account.add(Feedback{.order_id = "A", .rating = 1, .removed = true});
  account.add(Feedback{.order_id = "B", .rating = 1});
  account.add(Claim{.order_id = "A", .denied = true});
  account.add(Claim{.order_id = "A", .date = at("2026-10-05")});
  account.add(Claim{.order_id = "A"});
  account.add(Chargeback{.order_id = "A", .type = Chargeback::Type::fraud});
  account.add(Message{.message_id = "M", .order_id = "A", .received_at = at("2026-09-21T10:00:00Z")});
  const OrderExplanation explanation = about(account, "A");
  REQUIRE(explanation.feedback.size() == 2);
  CHECK(explanation.feedback[0].left_out == "neutral_or_positive");
  CHECK(explanation.feedback[1].left_out == "removed_feedback");
  REQUIRE(explanation.claims.size() == 3);
  CHECK(explanation.claims[0].left_out == "denied_claim");
  CHECK(explanation.claims[1].left_out == "after_as_of");
  CHECK_FALSE(explanation.claims[2].left_out);
  CHECK(explanation.chargebacks.at(0).left_out == "fraud_chargeback");
  CHECK(explanation.messages.size() == 1);
}

TEST_CASE("an order stands in each check of orders, and each of its messages in that of messages") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(Message{.message_id = "M", .order_id = "A", .received_at = at("2026-06-11T10:00:00Z")});
  account.add(Message{
      .message_id = "N", .order_id = "A", .received_at = at("2026-06-12T10:00:00Z"), .no_response_needed = true});
  const OrderExplanation explanation = about(account, "A");
  REQUIRE(explanation.standings.size() == 5);
  CHECK(explanation.standings[3].facts.message->record.message_id == "M");
  CHECK(explanation.standings[4].left_out == "no_response_needed");
  CHECK(explanation.standings[4].stance == Stance::not_counted);
}

TEST_CASE("a good order tells what became of it") {
  CHECK(standing_in(Metric::cancellation_rate, order(OrderStatus::shipped)).left_out == "not_cancelled");
  CHECK(standing_in(Metric::cancellation_rate, cancelled_by(Canceller::buyer)).left_out == "cancelled_by_buyer");
  OrderRow requested = cancelled_by(Canceller::seller);
  requested.buyer_requested_cancel = true;
  CHECK(standing_in(Metric::cancellation_rate, requested).left_out == "buyer_requested_cancel");

  OrderRow late = cancelled_by(Canceller::seller);
  late.too_late = past("2026-06-12");
  CHECK(standing_in(Metric::late_shipment_rate, late).left_out == "cancelled");
  OrderRow shipped = order(OrderStatus::shipped);
  shipped.too_late = past("2026-06-12");
  shipped.ship_date = at("2026-06-12T23:59:59Z");
  CHECK(standing_in(Metric::late_shipment_rate, shipped).left_out == "shipped_in_time");
  OrderRow open = order(OrderStatus::open);
  open.too_late = past("2026-10-12");
  CHECK(standing_in(Metric::late_shipment_rate, open).left_out == "not_due");
}

TEST_CASE("a good order that is past its promise is told by the rules that make it good") {
  const auto left_out = [](const OrderRow& row, const Rules& rules) {
    const CheckStanding standing = standing_in(Metric::late_shipment_rate, row, on_1_october(), rules);
    CHECK(standing.stance == Stance::good);
    return standing.left_out;
  };
  OrderRow open = order(OrderStatus::open);
  open.too_late = past("2026-06-12");
  CHECK(left_out(open, {.overdue_counts = false}) == "overdue_not_counted");
  open.too_late = past("2026-10-12");
  CHECK(left_out(open, {.overdue_counts = false}) == "not_due");
  OrderRow shipped = order(OrderStatus::shipped);
  shipped.too_late = past("2026-06-12");
  shipped.ship_date = at("2026-06-14T10:00:00Z");
  CHECK(left_out(shipped, {.late_after_days = 3}) == "late_within_rules");
  shipped.ship_date = at("2026-06-12T10:00:00Z");
  CHECK(left_out(shipped, {.late_after_days = 3}) == "shipped_in_time");
}

TEST_CASE("what is dated on the as-of day or later is not known yet, unless in hindsight") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(Feedback{.order_id = "A", .rating = 5, .date = at("2026-07-01T00:00:00Z")});
  account.add(Chargeback{.order_id = "A", .date = at("2026-07-02T10:00:00Z"), .type = Chargeback::Type::fraud});
  OrderExplanation explanation = about(account, "A", as_of("2026-07-01"));
  CHECK(explanation.knows(at("2026-06-30T23:59:59Z")));
  CHECK_FALSE(explanation.knows(at("2026-07-01T00:00:00Z")));
  CHECK(explanation.knows(std::nullopt));
  // Whatever else would keep them from counting.
  CHECK(explanation.feedback.at(0).left_out == "after_as_of");
  CHECK(explanation.chargebacks.at(0).left_out == "after_as_of");

  AssessOptions hindsight = as_of("2026-07-01");
  hindsight.hindsight = true;
  explanation = about(account, "A", hindsight);
  CHECK(explanation.knows(at("2026-07-01T00:00:00Z")));
  CHECK(explanation.feedback.at(0).left_out == "neutral_or_positive");
}

TEST_CASE("an order that could count tells on what that hangs, and a bad one for what it counts") {
  OrderRow row = cancelled_by({});
  CheckStanding standing = standing_in(Metric::cancellation_rate, row);
  CHECK(standing.stance == Stance::possible);
  CHECK(testing::words_of(standing.grounds) == "?cancelled-by");
  standing = standing_in(Metric::cancellation_rate, cancelled_by(Canceller::seller));
  CHECK(testing::words_of(standing.grounds) == "seller");
}

TEST_CASE("an order that is not counted tells why") {
  const auto left_out = [](OrderRow row) { return standing_in(Metric::cancellation_rate, row).left_out; };
  OrderRow row = order(OrderStatus::shipped);
  row.fulfillment = Fulfillment::marketplace;
  CHECK(left_out(row) == "fulfilled_by_marketplace");
  row = order(OrderStatus::shipped);
  row.not_marketplace = true;
  CHECK(left_out(row) == "not_marketplace");
  row = order(OrderStatus::shipped);
  row.purchase_date = {};
  CHECK(left_out(row) == "undated");
  row.purchase_date = at("2026-06-02T23:59:59Z");
  CHECK(left_out(row) == "before_window");
  row.purchase_date = at("2026-09-01T00:00:00Z");
  CHECK(left_out(row) == "after_window");
}

TEST_CASE("the days on which an order counts are told, also those past and to come") {
  CheckStanding standing = standing_in(Metric::cancellation_rate, cancelled_by(Canceller::seller));
  CHECK(standing.stance == Stance::bad);
  CHECK(standing.counted == AsOfDays{day("2026-07-11"), day("2026-10-08")});
  CHECK(standing.bad == std::vector{AsOfDays{day("2026-07-11"), day("2026-10-08")}});
  // As of a day after it has left, and of one before it enters.
  standing = standing_in(Metric::cancellation_rate, cancelled_by(Canceller::seller), as_of("2026-11-01"));
  CHECK(standing.left_out == "before_window");
  CHECK(standing.bad == std::vector{AsOfDays{day("2026-07-11"), day("2026-10-08")}});
  standing = standing_in(Metric::cancellation_rate, cancelled_by(Canceller::seller), as_of("2026-06-20"));
  CHECK(standing.left_out == "after_window");
  CHECK(standing.bad == std::vector{AsOfDays{day("2026-07-11"), day("2026-10-08")}});
  // The cancellation is not known yet.
  CHECK(standing_in(Metric::cancellation_rate, cancelled_by(Canceller::seller), as_of("2026-06-11")).bad.empty());
}

TEST_CASE("the days of a defect that was taken back end with it") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(Claim{
      .order_id = "A", .date = at("2026-07-20T10:00:00Z"), .denied = true, .closed_date = at("2026-08-05T10:00:00Z")});
  const CheckStanding standing = about(account, "A").standings.front();
  CHECK(standing.stance == Stance::possible);  // Feedback and chargebacks are not given.
  CHECK(standing.bad == std::vector{AsOfDays{day("2026-07-21"), day("2026-08-05")}});
}

}  // namespace sellerhealth
