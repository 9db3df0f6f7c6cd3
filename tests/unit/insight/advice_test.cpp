#include "sellerhealth/advice.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

// As of 1 October 2026, orders of 3 June to 31 August are judged.

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::Lines;
using testing::on_1_october;
using testing::only;
using testing::past;
using testing::SmallAccount;

namespace {

constexpr std::string_view july = "2026-07-10T10:00:00Z";

SmallAccount& add_order(SmallAccount& account, std::string_view id, std::string_view bought = july) {
  return account.add(OrderRow{.order_id = id, .purchase_date = at(bought), .status = OrderStatus::shipped});
}

AssessOptions without(std::vector<Kind> none) {
  AssessOptions options = on_1_october();
  options.none = std::move(none);
  return options;
}

Advice advice_of(const OrderBook& book, const Profile& profile, const AssessOptions& options = on_1_october()) {
  Assessment assessment = assess(book, profile, options);
  add_advice(book, profile, assessment);
  return assessment.advice.value();
}

/// "claim_not_received 1/2 words".
Lines lines_of(const std::vector<Finding>& findings) {
  Lines lines;
  for (const Finding& finding : findings) {
    lines.push_back(std::string{name_of(finding.kind)} + " " + std::to_string(finding.count) + "/" +
                    std::to_string(finding.of) + (finding.value.empty() ? "" : " " + finding.value) +
                    (finding.until ? " " + testing::iso(*finding.until) : ""));
  }
  return lines;
}

Lines findings_of(const SmallAccount& account, Metric metric, const AssessOptions& options = on_1_october()) {
  const Advice advice = advice_of(account.book, only(metric), options);
  REQUIRE(advice.indicators.size() == 1);
  return lines_of(advice.indicators.front().findings);
}

Lines measures_of(const IndicatorAdvice& advice) {
  Lines names;
  for (const Measure measure : advice.measures) {
    names.emplace_back(name_of(measure));
  }
  return names;
}

/// One claim, on an order of the shorter of two windows.
Advice advice_with_severity(Severity severity, bool in_both) {
  SmallAccount account;
  add_order(account, "A", "2026-08-20T10:00:00Z");
  add_order(account, "B", "2026-06-10T10:00:00Z");
  account.add(Claim{.order_id = "A"});
  Profile profile = only(Metric::order_defect_rate, {.days = 30, .lag_days = 20});
  Check second = profile.checks.front();
  second.id = "second";
  second.window = in_both ? Window{.days = 90, .lag_days = 20} : Window{.days = 30, .lag_days = 100};
  profile.checks.push_back(second);
  for (Check& check : profile.checks) {
    check.severity = severity;
  }
  return advice_of(account.book, profile, without({Kind::feedback, Kind::chargebacks}));
}

}  // namespace

TEST_CASE("what fails in some windows can lead to a review, in all of them to a suspension too") {
  const Advice warning = advice_with_severity(Severity::suspending, false);
  REQUIRE(warning.indicators.size() == 1);
  CHECK(measures_of(warning.indicators.front()) == Lines{"account_review"});
  const Advice failing = advice_with_severity(Severity::suspending, true);
  REQUIRE(failing.indicators.size() == 1);
  CHECK(measures_of(failing.indicators.front()) == Lines{"account_review", "suspension"});
}

TEST_CASE("an informative check suspends nobody") {
  const Advice advice = advice_with_severity(Severity::informative, true);
  REQUIRE(advice.indicators.size() == 1);
  CHECK(advice.indicators.front().measures.empty());
}

TEST_CASE("an open violation can lead to a suspension or a block") {
  SmallAccount account;
  account.add(Violation{.date = at("2026-08-20"), .type = "Counterfeit"});
  account.add(Violation{.date = at("2026-08-21"), .type = "counterfeit"});
  account.add(Violation{.date = at("2026-08-22")});
  account.add(Violation{.date = at("2026-08-23"), .resolved = true, .type = "Restricted product"});
  const Advice advice = advice_of(account.book, only(Metric::policy_violations));
  REQUIRE(advice.indicators.size() == 1);
  CHECK(measures_of(advice.indicators.front()) == Lines{"suspension", "block"});
  CHECK(lines_of(advice.indicators.front().findings) == Lines{"violation 2/3 Counterfeit", "violation 1/3"});
}

TEST_CASE("nothing is advised for what passes, is open or has no data") {
  SmallAccount account;
  account.add_good_orders(10, july);
  CHECK(advice_of(account.book, only(Metric::order_defect_rate), without({Kind::claims, Kind::chargebacks}))
            .indicators.empty());
  CHECK(advice_of(account.book, only(Metric::late_shipment_rate)).indicators.empty());
  CHECK(advice_of(account.book, only(Metric::response_under_24h)).indicators.empty());
}

TEST_CASE("claims are told apart by reason, and those that can still be answered are counted") {
  SmallAccount account;
  for (const char* id : {"A", "B", "C", "D", "E", "F"}) {
    add_order(account, id);
  }
  account.add(Claim{.order_id = "A", .reason = "Item not received"});
  account.add(Claim{.order_id = "A", .reason = "Article non reçu"});  // The same order: counts once.
  account.add(Claim{.order_id = "B", .closed = true, .reason = "Never arrived"});
  account.add(Claim{.order_id = "C", .under_review = true, .reason = "Not as described"});
  account.add(Claim{.order_id = "D", .closed_date = at("2026-10-02"), .closed = true, .reason = "Too dear"});
  account.add(Claim{.order_id = "E", .denied = true, .reason = "Item not received"});  // No defect.
  account.add(Claim{.order_id = "F", .closed_date = at("2026-09-02"), .closed = true});
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback, Kind::chargebacks})) ==
        Lines{"claim_not_received 2/5", "claim_not_as_described 1/5", "claim_of_other_reason 1/5 Too dear",
              "claim_without_reason 1/5", "claim_to_answer 2/5"});
}

TEST_CASE("a claim that a newer export knows to be closed is not to be answered, in whatever order they are read") {
  const Claim older{.order_id = "A", .date = at("2026-07-20"), .reason = "too dear"};
  Claim newer = older;
  newer.closed = true;
  newer.reason = "Too dear";
  for (const auto& [first, second] : {std::pair{older, newer}, std::pair{newer, older}}) {
    SmallAccount account;
    add_order(account, "A");
    account.add(first);
    account.add(second);
    account.add(Claim{.order_id = "A", .date = at("2026-07-25"), .under_review = true, .reason = "Too small"});
    CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback, Kind::chargebacks})) ==
          Lines{"claim_of_other_reason 1/1 Too dear", "claim_of_other_reason 1/1 Too small"});
  }
}

TEST_CASE("a claim that a newer export knows to be denied, or tells the time of, is not to be answered") {
  const Claim older{.order_id = "A", .date = at("2026-07-20")};
  Claim denied = older;
  denied.closed = true;
  denied.denied = true;
  Claim refunded = older;
  refunded.date = at("2026-07-20T00:00:00Z");
  refunded.closed = true;
  for (const Claim& newer : {denied, refunded}) {
    SmallAccount account;
    add_order(account, "A");
    account.add(older);
    account.add(newer);
    CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback, Kind::chargebacks})) ==
          Lines{"claim_without_reason 1/1"});
  }
}

TEST_CASE("a claim is to be answered on the as-of day if it was filed before it") {
  SmallAccount account;
  add_order(account, "A");
  account.add(Claim{.order_id = "A", .date = at("2026-07-20"), .closed = true});
  account.add(Claim{.order_id = "A", .date = at("2026-09-30T23:59:59Z")});
  add_order(account, "B");
  account.add(Claim{.order_id = "B", .date = at("2026-07-20"), .closed = true});
  account.add(Claim{.order_id = "B", .date = at("2026-10-01T00:00:00Z")});
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback, Kind::chargebacks})) ==
        Lines{"claim_without_reason 2/2", "claim_to_answer 1/2"});
}

TEST_CASE("reasons of any kind are told, the most frequent first, and no address") {
  SmallAccount account;
  int order = 0;
  for (const auto& [reason, count] :
       {std::pair{"One", 1}, std::pair{"Two", 2}, std::pair{"Three", 3}, std::pair{"from me@example.com", 4}}) {
    for (int i = 0; i < count; ++i) {
      const std::string id = std::to_string(++order);
      add_order(account, id);
      account.add(Claim{.order_id = id, .closed = true, .reason = reason});
    }
  }
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback, Kind::chargebacks})) ==
        Lines{"claim_of_other_reason 4/10", "claim_of_other_reason 3/10 Three", "claim_of_other_reason 2/10 Two",
              "claim_of_other_reason 1/10 One"});
}

TEST_CASE("negative feedback can be withdrawn until 60 days after it came, and is too old then") {
  SmallAccount account;
  for (const char* id : {"A", "B", "C", "D", "E"}) {
    add_order(account, id);
  }
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-08-02")});  // Until 1 October.
  account.add(Feedback{.order_id = "B", .rating = 2, .date = at("2026-09-20")});
  account.add(Feedback{.order_id = "C", .rating = 1, .date = at("2026-08-01")});  // Until 30 September.
  account.add(Feedback{.order_id = "D", .rating = 1});                            // When it came is not known.
  account.add(Feedback{.order_id = "E", .rating = 1, .date = at("2026-09-20"), .removed = true});
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::claims, Kind::chargebacks})) ==
        Lines{"feedback_withdrawable 2/4 2026-10-01", "feedback_past_withdrawal 1/4"});
}

TEST_CASE("chargebacks, late answers and late shipments of orders with a defect are told, each order once") {
  SmallAccount account;
  account.add_good_orders(3, july);
  add_order(account, "A");
  account.add(OrderRow{.order_id = "B",
                       .purchase_date = at(july),
                       .status = OrderStatus::shipped,
                       .too_late = past("2026-07-12"),
                       .ship_date = at("2026-07-14T10:00:00Z")});
  account.add(Chargeback{.order_id = "A", .type = Chargeback::Type::service});
  account.add(Chargeback{.order_id = "B", .type = Chargeback::Type::fraud});
  account.add(Claim{.order_id = "B", .closed = true, .reason = "Late, not received"});
  for (const char* received : {"2026-07-20T10:00:00Z", "2026-07-21T10:00:00Z"}) {
    account.add(Message{.order_id = "A", .received_at = at(received), .responded_at = at("2026-07-25T10:00:00Z")});
  }
  account.add(Message{.order_id = "good-1", .received_at = at("2026-07-20T10:00:00Z")});
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::feedback})) ==
        Lines{"claim_not_received 1/1", "chargeback 1/2", "defect_answered_late 1/2", "defect_shipped_late 1/2"});
}

TEST_CASE("cancellations are told by who cancelled") {
  SmallAccount account;
  for (const auto& [id, canceller] : {std::pair{"A", Canceller::seller}, std::pair{"B", Canceller::seller},
                                      std::pair{"C", Canceller::marketplace}, std::pair{"D", Canceller::buyer}}) {
    account.add(OrderRow{
        .order_id = id, .purchase_date = at(july), .status = OrderStatus::cancelled, .cancelled_by = canceller});
  }
  CHECK(findings_of(account, Metric::cancellation_rate) ==
        Lines{"cancelled_by_seller 2/3", "cancelled_by_marketplace 1/3"});
}

TEST_CASE("late answers are told by whether there is any; what several windows count is one") {
  SmallAccount account;
  account.add(Message{.received_at = at("2026-08-20T10:00:00Z")});
  account.add(Message{.received_at = at("2026-08-21T10:00:00Z"), .responded_at = at("2026-08-23T10:00:00Z")});
  account.add(Message{.received_at = at("2026-06-21T10:00:00Z"), .responded_at = at("2026-06-23T10:00:00Z")});
  account.add(Message{.received_at = at("2026-09-21T10:00:00Z"), .responded_at = at("2026-09-21T11:00:00Z")});
  Profile profile = only(Metric::response_under_24h);
  profile.checks.push_back(profile.checks.front());
  profile.checks.back().id = "short";
  profile.checks.back().window = {.days = 30, .lag_days = 30};
  const Advice advice = advice_of(account.book, profile);
  REQUIRE(advice.indicators.size() == 1);
  CHECK(lines_of(advice.indicators.front().findings) == Lines{"unanswered 1/3", "answered_late 2/3"});
}

TEST_CASE("late shipments are told by whether they were shipped, and by the categories that do worse than the whole") {
  OrderBook book{TimeZone::utc(), {}, Column::product_category};
  const OrderBook::FileId file = book.add_file({.path = "orders.csv", .kind = Kind::orders, .columns = [] {
                                                  ColumnSet columns;
                                                  columns.insert(Column::latest_ship_date);
                                                  columns.insert(Column::ship_date);
                                                  columns.insert(Column::product_category);
                                                  return columns;
                                                }()});
  int order = 0;
  const auto add = [&](std::string_view category, int count, std::string_view shipped) {
    for (int i = 0; i < count; ++i) {
      const std::string id = std::to_string(++order);
      OrderRow row{.order_id = id, .purchase_date = at(july), .too_late = past("2026-07-12")};
      row.ship_date = shipped.empty() ? std::nullopt : std::optional{at(shipped)};
      row.status = shipped.empty() ? OrderStatus::open : OrderStatus::shipped;
      row.segments = std::span{&category, category.empty() ? 0U : 1U};
      book.add(file, row);
    }
  };
  add("Lamps", 3, "2026-07-20T10:00:00Z");
  add("Lamps", 2, "2026-07-11T10:00:00Z");
  add("Books", 2, "2026-07-20T10:00:00Z");
  add("Books", 9, "2026-07-11T10:00:00Z");
  add("Toys", 1, "2026-07-20T10:00:00Z");  // One alone is no pattern.
  add("", 2, "");                          // Nothing to name.
  book.add(book.add_file({.path = "later.csv", .kind = Kind::orders}),
           OrderRow{.order_id = "later", .purchase_date = at("2026-09-30T10:00:00Z")});
  AssessOptions options = on_1_october();
  options.data_through = day("2026-09-30");
  const Advice advice = advice_of(book, only(Metric::late_shipment_rate), options);
  REQUIRE(advice.indicators.size() == 1);
  // 8 of 19 are late: 3 of 5 lamps are more than that, 2 of 11 books are less.
  CHECK(lines_of(advice.indicators.front().findings) == Lines{"shipped_late 6/8", "overdue 2/8", "segment 3/8 Lamps"});
  CHECK(advice.indicators.front().findings.back().by == Column::product_category);
}

TEST_CASE("what is not known on the as-of day is no finding") {
  SmallAccount account;
  add_order(account, "A");
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-09-20")});
  account.add(Claim{.order_id = "A", .date = at("2026-10-02"), .reason = "Item not received"});
  CHECK(findings_of(account, Metric::order_defect_rate, without({Kind::chargebacks})) ==
        Lines{"feedback_withdrawable 1/1 2026-11-19"});
}

TEST_CASE("a sudden rise of sales is told although everything passes") {
  SmallAccount account;
  account.add_good_orders(1, "2026-08-01T10:00:00Z");
  account.add_good_orders(30, "2026-09-28T10:00:00Z");
  const Advice advice = advice_of(account.book, only(Metric::late_shipment_rate));
  CHECK(advice.indicators.empty());
  CHECK(advice.sales_spike);
}

TEST_CASE("where each seller is an account of its own, there is no advice to all of them") {
  const OrderBook book{TimeZone::utc(), {}, Column::seller_id};
  Assessment assessment = assess(book, default_profile(), on_1_october());
  CHECK_THROWS_AS(add_advice(book, default_profile(), assessment), UsageError);
}

}  // namespace sellerhealth
