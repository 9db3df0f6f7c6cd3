#include <string>

#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

// As of 1 October 2026: an order of 10 June entered the window on 11 July and leaves it on 9 October.

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::explanation_of;
using testing::Lines;
using testing::lines_of;
using testing::past;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");

SmallAccount& add_order(SmallAccount& account, std::string_view id, std::string_view bought = "2026-06-10T10:00:00Z") {
  return account.add(OrderRow{.order_id = id, .purchase_date = at(bought), .status = OrderStatus::shipped});
}

AssessOptions without_other_sources(std::string_view day = "2026-10-01") {
  AssessOptions options = as_of(day);
  options.none = {Kind::chargebacks};
  return options;
}

}  // namespace

TEST_CASE("an order with a claim and a negative feedback is one cause with two reasons") {
  SmallAccount account;
  add_order(account, "A");
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-06-25")});
  account.add(Claim{.order_id = "A", .date = at("2026-06-28")});
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate, without_other_sources());
  CHECK(lines_of(behind.bad) == Lines{"A 2026-07-11..2026-10-09 negative_feedback claims"});
  CHECK(behind.possible.empty());
  CHECK(behind.unlisted == 0);
}

TEST_CASE("a defect enters on the day after it became known, if its order is in the window already") {
  SmallAccount account;
  add_order(account, "A");
  account.give(Kind::feedback);
  account.add(Claim{.order_id = "A", .date = at("2026-08-20T23:00:00Z")});
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate, without_other_sources());
  CHECK(lines_of(behind.bad) == Lines{"A 2026-08-21..2026-10-09 claims"});
}

TEST_CASE("filings that do not count any more are not among the facts of a cause") {
  SmallAccount account;
  add_order(account, "A");
  account.add(Feedback{.order_id = "A", .rating = 1, .removed = true, .removal_date = at("2026-08-01")});
  account.add(Feedback{.order_id = "A", .rating = 5});
  account.add(Claim{.order_id = "A"});
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate, without_other_sources());
  REQUIRE(behind.bad.size() == 1);
  CHECK(behind.bad[0].facts.feedback.empty());
  CHECK(behind.bad[0].facts.claims.size() == 1);
}

TEST_CASE("what happens later changes neither a cause nor the day it leaves") {
  SmallAccount account;
  add_order(account, "A");
  account.give(Kind::feedback);
  account.add(
      Claim{.order_id = "A", .date = at("2026-06-28"), .withdrawn = true, .closed_date = at("2026-10-03T10:00:00Z")});
  const auto lines_on = [&](std::string_view day) {
    return lines_of(explanation_of(account, Metric::order_defect_rate, without_other_sources(day)).bad);
  };
  CHECK(lines_on("2026-10-01") == Lines{"A 2026-07-11..2026-10-09 claims"});
  CHECK(lines_on("2026-10-03") == Lines{"A 2026-07-11..2026-10-09 claims"});
  CHECK(lines_on("2026-10-04").empty());
}

TEST_CASE("causes are listed by the day they leave, then by id") {
  SmallAccount account;
  for (const auto& [id, bought] : {std::pair{"C", "2026-06-10T10:00:00Z"}, std::pair{"A", "2026-07-01T10:00:00Z"},
                                   std::pair{"B", "2026-06-10T12:00:00Z"}}) {
    add_order(account, id, bought);
    account.add(Claim{.order_id = id});
  }
  account.give(Kind::feedback);
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate, without_other_sources());
  REQUIRE(behind.bad.size() == 3);
  CHECK(behind.bad[0].facts.id() == "B");
  CHECK(behind.bad[1].facts.id() == "C");
  CHECK(behind.bad[2].facts.id() == "A");
}

TEST_CASE("orders that are possible defects only because a source is missing are counted, not listed") {
  SmallAccount account;
  account.add_good_orders(7, "2026-06-20T10:00:00Z");
  add_order(account, "A");
  add_order(account, "B");
  account.give(Kind::feedback);
  account.add(Claim{.order_id = "A"});
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate);
  CHECK(lines_of(behind.bad) == Lines{"A 2026-07-11..2026-10-09 claims"});
  CHECK(behind.possible.empty());
  CHECK(behind.unlisted == 8);
  CHECK(behind.result.possible == 9);
}

TEST_CASE("a chargeback of unknown type is listed though another source is missing") {
  SmallAccount account;
  add_order(account, "A");
  account.add(Claim{.order_id = "B"});
  account.add(Chargeback{.order_id = "A", .date = at("2026-07-20"), .type = Chargeback::Type::unknown});
  const CheckExplanation behind = explanation_of(account, Metric::order_defect_rate);
  CHECK(lines_of(behind.possible) == Lines{"A 2026-07-11..2026-10-09 ?feedback ?chargeback-type"});
  CHECK(behind.unlisted == 0);
}

TEST_CASE("a cancellation tells who cancelled, or hangs on who did") {
  SmallAccount account;
  const auto cancelled = [&](std::string_view id, SetOf<Canceller> canceller) {
    account.add(OrderRow{.order_id = id,
                         .purchase_date = june,
                         .status = OrderStatus::cancelled,
                         .cancel_date = at("2026-07-20T10:00:00Z"),
                         .cancelled_by = canceller});
  };
  cancelled("by buyer", Canceller::buyer);
  cancelled("by marketplace", Canceller::marketplace);
  cancelled("by seller", Canceller::seller);
  cancelled("by whom", {});
  const CheckExplanation behind = explanation_of(account, Metric::cancellation_rate);
  CHECK(lines_of(behind.bad) ==
        Lines{"by marketplace 2026-07-21..2026-10-09 marketplace", "by seller 2026-07-21..2026-10-09 seller"});
  CHECK(lines_of(behind.possible) == Lines{"by whom 2026-07-21..2026-10-09 ?cancelled-by"});
}

TEST_CASE("a late order is shipped late from its shipment on, and overdue from the end of the promised day") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "late",
                       .purchase_date = june,
                       .status = OrderStatus::shipped,
                       .too_late = past("2026-07-20"),
                       .ship_date = at("2026-07-22T10:00:00Z")});
  account.add(
      OrderRow{.order_id = "open", .purchase_date = june, .status = OrderStatus::open, .too_late = past("2026-08-01")});
  // The export reaches past both promises.
  account.add(OrderRow{.order_id = "new", .purchase_date = at("2026-09-20T10:00:00Z"), .too_late = past("2026-10-20")});
  account.add(OrderRow{.order_id = "other", .purchase_date = at("2026-07-21T00:00:00Z")});
  account.add(OrderRow{.order_id = "third", .purchase_date = at("2026-08-02T09:00:00Z")});
  const CheckExplanation behind = explanation_of(account, Metric::late_shipment_rate);
  // Of the 20th the order was overdue as of the 22nd, when the export reached past the promise, and shipped late after.
  CHECK(lines_of(behind.bad) ==
        Lines{"late 2026-07-22..2026-10-09 shipped_late", "open 2026-08-03..2026-10-09 overdue"});
  CHECK(lines_of(behind.possible) ==
        Lines{"other 2026-08-21..2026-11-19 ?latest-ship-date", "third 2026-09-02..2026-12-01 ?latest-ship-date"});
}

TEST_CASE("of messages those are listed that were not answered in time") {
  SmallAccount account;
  const auto message = [&](std::string_view id, std::optional<Stamp> reply) {
    account.add(Message{.message_id = id, .received_at = june, .responded_at = reply});
  };
  message("in time", at("2026-06-11T10:00:00Z"));
  message("late", at("2026-06-11T10:00:01Z"));
  message("never", {});
  message("on that day", at("2026-06-11"));
  account.add(Message{.message_id = "newer", .received_at = at("2026-09-20T10:00:00Z"), .no_response_needed = true});
  const CheckExplanation behind = explanation_of(account, Metric::response_under_24h);
  CHECK(lines_of(behind.bad) ==
        Lines{"late 2026-07-11..2026-10-09 answered_late", "never 2026-07-11..2026-10-09 unanswered"});
  CHECK(lines_of(behind.possible) == Lines{"on that day 2026-07-11..2026-10-09 ?responded-at"});
}

TEST_CASE("an open violation counts from the day after it was noticed") {
  SmallAccount account;
  account.add(Violation{.violation_id = "V", .date = at("2026-09-20")});
  account.add(Violation{.violation_id = "W", .date = at("2026-09-20"), .resolved = true});
  const Explanation explanation =
      explain(account.book, testing::only(Metric::policy_violations, {180, 0}), as_of("2026-10-01"));
  CHECK(lines_of(explanation.checks.front().bad) == Lines{"V 2026-09-21..2027-03-20 "});
}

TEST_CASE("against a least number of violations, one that is resolved is nothing bad") {
  SmallAccount account;
  account.add(Violation{.violation_id = "V", .date = at("2026-08-20")});
  account.add(Violation{.violation_id = "W", .date = at("2026-08-21"), .resolved = true});
  Profile profile = testing::only(Metric::policy_violations);
  profile.checks.front().target = Target::parse(">= 2", Unit::count);
  const CheckExplanation behind = explain(account.book, profile, as_of("2026-10-01")).checks.front();
  CHECK(behind.result.verdict == Verdict::fail);
  CHECK(behind.bad.empty());
}

TEST_CASE("a check that cannot be made has no causes, and tells what it lacks") {
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date});
  add_order(account, "A");
  const CheckExplanation behind = explanation_of(account, Metric::late_shipment_rate);
  CHECK_FALSE(behind.result.checked);
  CHECK(behind.bad.empty());
  CHECK(behind.possible.empty());
  CHECK_FALSE(behind.result.needs.empty());
}

TEST_CASE("an account that is split by a column is explained as a whole") {
  SmallAccount account;
  Profile profile = testing::only(Metric::order_defect_rate);
  OrderBook book{TimeZone::utc(), {}, Column::seller_id};
  ColumnSet columns;
  columns.insert(Column::seller_id);
  const OrderBook::FileId orders = book.add_file({.path = "orders.csv", .kind = Kind::orders, .columns = columns});
  const std::string_view seller = "S1";
  book.add(orders, OrderRow{.order_id = "A", .purchase_date = june, .segments = {&seller, 1}});
  const OrderBook::FileId claims = book.add_file({.path = "claims.csv", .kind = Kind::claims});
  book.add(claims, Claim{.order_id = "A"});
  const Explanation explanation = explain(book, profile, as_of("2026-10-01"));
  REQUIRE(explanation.checks.size() == 1);
  CHECK(explanation.checks[0].result.denominator == 1);
  CHECK(explanation.checks[0].bad.size() == 1);
}

}  // namespace sellerhealth
