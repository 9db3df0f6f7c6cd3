#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::day;
using testing::Lines;
using testing::SmallAccount;

namespace {

CheckComparison compared(const SmallAccount& account, Metric metric, std::string_view since, std::string_view until,
                         std::vector<Kind> none = {Kind::feedback, Kind::chargebacks}) {
  AssessOptions options = as_of(until);
  options.none = std::move(none);
  return compare(account.book, testing::only(metric), options, day(since)).checks.front();
}

/// "A good -> bad claims".
Lines lines_of(const CheckComparison& comparison) {
  Lines lines;
  for (const Change& change : comparison.changes) {
    const Grounds& grounds = change.before > change.after ? change.grounds_before : change.grounds_after;
    lines.push_back(std::string{change.facts.id()} + " " + std::string{name_of(change.before)} + " -> " +
                    std::string{name_of(change.after)} + " " + testing::words_of(grounds));
  }
  return lines;
}

void add_claim(SmallAccount& account, std::string_view id, std::string_view bought, std::string_view filed,
               std::optional<Stamp> withdrawn = {}) {
  account.add(OrderRow{.order_id = id, .purchase_date = at(bought)});
  account.add(Claim{.order_id = id, .date = at(filed), .withdrawn = withdrawn.has_value(), .closed_date = withdrawn});
}

}  // namespace

// As of 1 September the window is 4 May to 1 August, as of 1 October 3 June to 31 August.

TEST_CASE("defects come and leave, with their orders or by what happens to them") {
  SmallAccount account;
  account.add_good_orders(96, "2026-07-01T10:00:00Z");
  account.add_good_orders(20, "2026-08-15T10:00:00Z");
  account.add_good_orders(10, "2026-05-10T10:00:00Z");
  add_claim(account, "comes in", "2026-08-02T00:00:00Z", "2026-08-10");
  add_claim(account, "goes out", "2026-06-02T23:59:59Z", "2026-06-10");
  add_claim(account, "is filed", "2026-07-02T10:00:00Z", "2026-09-10");
  add_claim(account, "is withdrawn", "2026-07-03T10:00:00Z", "2026-07-10", at("2026-09-12T10:00:00Z"));
  add_claim(account, "stays", "2026-07-04T10:00:00Z", "2026-07-10");
  const CheckComparison comparison = compared(account, Metric::order_defect_rate, "2026-09-01", "2026-10-01");
  CHECK(lines_of(comparison) == Lines{"is filed good -> bad claims", "comes in not_counted -> bad claims",
                                      "goes out bad -> not_counted claims", "is withdrawn bad -> good claims"});
  CHECK(comparison.certain.before == 3);
  CHECK(comparison.certain.came == 2);
  CHECK(comparison.certain.left == 2);
  CHECK(comparison.certain.after == 3);
  CHECK(comparison.before.denominator == 110);
  CHECK(comparison.after.denominator == 120);
  CHECK(comparison.came.count == 21);
  CHECK(comparison.came.first_placed == day("2026-08-02"));
  CHECK(comparison.came.last_placed == day("2026-08-15"));
  CHECK(comparison.left.count == 11);
  CHECK(comparison.left.first_placed == day("2026-05-10"));
  CHECK(comparison.left.last_placed == day("2026-06-02"));
}

TEST_CASE("the steps of a rate are exact and add up") {
  SmallAccount account;
  account.add_good_orders(39, "2026-07-01T10:00:00Z");
  account.add_good_orders(9, "2026-08-15T10:00:00Z");
  account.add_good_orders(10, "2026-05-10T10:00:00Z");
  add_claim(account, "comes in", "2026-08-02T10:00:00Z", "2026-08-10");
  add_claim(account, "stays", "2026-07-04T10:00:00Z", "2026-07-10");
  // From 1 of 50 to 2 of 50.
  const CheckComparison comparison = compared(account, Metric::order_defect_rate, "2026-09-01", "2026-10-01");
  REQUIRE(comparison.certain.rate);
  const RateSteps& rate = *comparison.certain.rate;
  CHECK(rate.whole == Fraction{1, 50});
  CHECK(rate.bad_came == Fraction{1, 50});       // 2/50 - 1/50
  CHECK(rate.bad_left == Fraction{0, 1});        // 2/50 - 2/50
  CHECK(rate.orders_came == Fraction{-1, 150});  // 2/60 - 2/50
  CHECK(rate.orders_left == Fraction{1, 150});   // 2/50 - 2/60
}

TEST_CASE("of the response rate the late answers are compared, and the rate moves the other way") {
  SmallAccount account;
  for (const char* id : {"a", "b", "c"}) {
    account.add(Message{
        .message_id = id, .received_at = at("2026-07-01T10:00:00Z"), .responded_at = at("2026-07-01T11:00:00Z")});
  }
  account.add(Message{
      .message_id = "late", .received_at = at("2026-08-10T10:00:00Z"), .responded_at = at("2026-08-12T11:00:00Z")});
  const CheckComparison comparison = compared(account, Metric::response_under_24h, "2026-09-01", "2026-10-01", {});
  CHECK(lines_of(comparison) == Lines{"late not_counted -> bad answered_late"});
  REQUIRE(comparison.certain.rate);
  CHECK(comparison.certain.rate->whole == Fraction{-1, 4});        // 3 of 3 to 3 of 4
  CHECK(comparison.certain.rate->bad_came == Fraction{-1, 3});     // the late one out of the earlier 3
  CHECK(comparison.certain.rate->orders_came == Fraction{1, 12});  // 1/3 - 1/4
}

TEST_CASE("what is settled, and what stays for other reasons, has changed") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-07-01T10:00:00Z")});
  account.add(Claim{.order_id = "A", .date = at("2026-07-05")});
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-09-05")});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-07-01T10:00:00Z")});
  account.add(Chargeback{.order_id = "B", .date = at("2026-07-05")});
  account.add(Claim{.order_id = "B", .date = at("2026-09-05")});
  const CheckComparison comparison = compared(account, Metric::order_defect_rate, "2026-09-01", "2026-10-01", {});
  CHECK(lines_of(comparison) == Lines{"B possible -> bad claims", "A bad -> bad negative_feedback claims"});
  CHECK(comparison.certain.before == 1);
  CHECK(comparison.certain.after == 2);
  CHECK(comparison.possible.before == 2);
  CHECK(comparison.possible.came == 0);
  CHECK(comparison.possible.after == 2);
}

TEST_CASE("orders that are possible defects only because a source is missing are no changes") {
  SmallAccount account;
  account.add_good_orders(5, "2026-08-15T10:00:00Z");
  add_claim(account, "comes in", "2026-08-02T10:00:00Z", "2026-08-10");
  const CheckComparison comparison = compared(account, Metric::order_defect_rate, "2026-09-01", "2026-10-01", {});
  CHECK(lines_of(comparison) == Lines{"comes in not_counted -> bad claims"});
  CHECK(comparison.possible.came == 6);
}

TEST_CASE("a rate without orders on one of the days has no steps") {
  SmallAccount account;
  add_claim(account, "comes in", "2026-08-02T10:00:00Z", "2026-08-10");
  const CheckComparison comparison = compared(account, Metric::order_defect_rate, "2026-09-01", "2026-10-01");
  CHECK(comparison.before.denominator == 0);
  CHECK_FALSE(comparison.certain.rate);
  CHECK(comparison.certain.came == 1);
}

TEST_CASE("violations are counted, without steps of a rate") {
  SmallAccount account;
  account.add(Violation{.violation_id = "V", .date = at("2026-09-10")});
  account.add(
      Violation{.violation_id = "W", .date = at("2026-08-10"), .resolved = true, .resolved_date = at("2026-09-10")});
  const Comparison comparison =
      compare(account.book, testing::only(Metric::policy_violations, {180, 0}), as_of("2026-10-01"), day("2026-09-01"));
  CHECK(lines_of(comparison.checks.front()) == Lines{"V not_counted -> bad ", "W bad -> good "});
  CHECK_FALSE(comparison.checks.front().certain.rate);
}

TEST_CASE("what is to be known of the earlier day is told once, after what is of the later one") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-20T10:00:00Z");
  account.add_good_orders(1, "2026-09-28T10:00:00Z");
  account.give(Kind::claims);
  account.book.warn({.code = "of both", .message = "the same"});
  const Comparison comparison =
      compare(account.book, testing::only(Metric::order_defect_rate), as_of("2026-10-30"), day("2026-10-01"));
  Lines codes;
  for (const Diagnostic& warning : comparison.warnings) {
    codes.push_back(warning.code);
  }
  // The later window begins on 2 July, so it is covered; the earlier one begins on 3 June.
  CHECK(codes == Lines{"of both", "stale_export", "window_not_covered"});
}

TEST_CASE("the earlier day must be the earlier one") {
  SmallAccount account;
  account.add_good_orders(1, "2026-07-01T10:00:00Z");
  CHECK_THROWS_WITH(compared(account, Metric::order_defect_rate, "2026-10-01", "2026-10-01"),
                    ContainsSubstring("--since") && ContainsSubstring("a day before 2026-10-01"));
}

}  // namespace sellerhealth
