#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

// As of 1 October 2026 the window is 3 June to 31 August.

namespace sellerhealth {

using testing::at;
using testing::Lines;
using testing::on_1_october;
using testing::SmallAccount;

namespace {

Reconciliation reconciled(const SmallAccount& account, Metric metric, std::int64_t numerator, std::int64_t denominator,
                          std::vector<Kind> none = {Kind::feedback, Kind::chargebacks}) {
  AssessOptions options = on_1_october();
  options.none = std::move(none);
  const Profile profile = testing::only(metric);
  Assessment assessment = assess(account.book, profile, options);
  const Expectation expected{std::string{name_of(metric)}, numerator, denominator};
  reconcile(account.book, profile, assessment, {&expected, 1});
  return assessment.checks.front().expected.value();
}

/// "A: window_edge undated".
Lines lines_of(const Reconciliation& reconciliation) {
  Lines lines;
  for (const Suspect& suspect : reconciliation.suspects) {
    lines.push_back(suspect.id + ":");
    for (const std::string_view doubt : suspect.doubts) {
      lines.back() += " " + std::string{doubt};
    }
  }
  return lines;
}

void add_claim(SmallAccount& account, std::string_view id, std::string_view bought, const Claim& claim = {},
               SetOf<Fulfillment> fulfillment = Fulfillment::seller) {
  account.add(OrderRow{.order_id = id, .purchase_date = at(bought), .fulfillment = fulfillment});
  Claim filed = claim;
  filed.order_id = id;
  account.add(filed);
}

const Claim in_july{.order_id = {}, .date = at("2026-07-20")};

}  // namespace

TEST_CASE("the same figure agrees, and so does one within what is possible") {
  SmallAccount account;
  account.add_good_orders(42, "2026-07-01T10:00:00Z");
  add_claim(account, "A", "2026-07-01T10:00:00Z", in_july);
  CHECK(reconciled(account, Metric::order_defect_rate, 1, 43).agrees);
  CHECK_FALSE(reconciled(account, Metric::order_defect_rate, 2, 43).agrees);
  CHECK_FALSE(reconciled(account, Metric::order_defect_rate, 1, 44).agrees);
  CHECK(reconciled(account, Metric::order_defect_rate, 2, 43, {Kind::feedback}).agrees);
}

TEST_CASE("where the marketplace counts fewer, those of ours are listed that it may not count") {
  SmallAccount account;
  add_claim(account, "by the marketplace", "2026-07-01T10:00:00Z", in_july, Fulfillment::marketplace);
  add_claim(account, "clear", "2026-07-02T10:00:00Z", in_july);
  add_claim(account, "first day", "2026-06-03T00:00:00Z", in_july);
  add_claim(account, "granted", "2026-07-03T10:00:00Z",
            {.order_id = {}, .date = at("2026-07-20"), .status = "Granted"});
  add_claim(account, "last day", "2026-08-31T23:59:59Z", {.order_id = {}, .date = at("2026-09-10")});
  add_claim(account, "recent", "2026-07-04T10:00:00Z", {.order_id = {}, .date = at("2026-09-28T00:00:00Z")});
  add_claim(account, "not so recent", "2026-07-05T10:00:00Z", {.order_id = {}, .date = at("2026-09-27T23:59:59Z")});
  add_claim(account, "third day", "2026-06-05T00:00:00Z", in_july);
  add_claim(account, "undated", "2026-07-06T10:00:00Z");
  CHECK(lines_of(reconciled(account, Metric::order_defect_rate, 4, 9)) ==
        Lines{"first day: window_edge", "by the marketplace: fulfilled_by_marketplace", "granted: claim_granted",
              "recent: recent", "undated: undated", "last day: window_edge"});
}

TEST_CASE("where the marketplace counts more, those are listed that it may count") {
  SmallAccount account;
  add_claim(account, "denied", "2026-07-01T10:00:00Z", {.order_id = {}, .date = at("2026-07-20"), .denied = true});
  add_claim(account, "filed later", "2026-07-02T10:00:00Z", {.order_id = {}, .date = at("2026-10-02")});
  add_claim(account, "just too old", "2026-06-02T10:00:00Z", in_july);
  add_claim(account, "too old", "2026-05-31T10:00:00Z", in_july);
  account.add(Claim{.order_id = "unknown", .date = at("2026-07-20")});
  account.add_good_orders(5, "2026-07-03T10:00:00Z");
  CHECK(lines_of(reconciled(account, Metric::order_defect_rate, 2, 7)) ==
        Lines{"unknown: unmatched_order", "just too old: window_edge", "denied: denied_claim",
              "filed later: after_as_of"});
}

TEST_CASE("a cancellation that the buyer asked for may count elsewhere") {
  SmallAccount account;
  account.add_good_orders(5, "2026-07-03T10:00:00Z");
  account.add(OrderRow{.order_id = "A",
                       .purchase_date = at("2026-07-01T10:00:00Z"),
                       .status = OrderStatus::cancelled,
                       .cancelled_by = Canceller::seller,
                       .buyer_requested_cancel = true});
  CHECK(lines_of(reconciled(account, Metric::cancellation_rate, 1, 6, {})) == Lines{"A: buyer_requested_cancel"});
}

TEST_CASE("another window, or another set of orders, that gives the figure exactly is told") {
  SmallAccount account;
  account.add_good_orders(10, "2026-07-01T10:00:00Z");
  account.add_good_orders(3, "2026-09-10T10:00:00Z");
  add_claim(account, "A", "2026-07-01T10:00:00Z", in_july, Fulfillment::marketplace);
  add_claim(account, "B", "2026-07-01T10:00:00Z", in_july);
  // With lag 14 the last day is 16 September.
  Reconciliation reconciliation = reconciled(account, Metric::order_defect_rate, 2, 15);
  REQUIRE_FALSE(reconciliation.other_counts.empty());
  CHECK(reconciliation.other_counts.front().window == Window{90, 15});
  CHECK(reconciliation.other_counts.front().orders.empty());
  CHECK(reconciliation.suspects.empty());

  reconciliation = reconciled(account, Metric::order_defect_rate, 1, 11);
  REQUIRE_FALSE(reconciliation.other_counts.empty());
  CHECK(reconciliation.other_counts.front().orders == "seller_fulfilled");
  CHECK(reconciliation.other_counts.front().window == Window{90, 30});

  reconciliation = reconciled(account, Metric::cancellation_rate, 0, 12, {});
  REQUIRE_FALSE(reconciliation.other_counts.empty());
  CHECK(reconciliation.other_counts.front().orders == "all");
}

TEST_CASE("nothing is told where nothing explains the difference") {
  SmallAccount account;
  account.add_good_orders(10, "2026-07-01T10:00:00Z");
  account.give(Kind::claims);
  const Reconciliation reconciliation = reconciled(account, Metric::order_defect_rate, 3, 77);
  CHECK_FALSE(reconciliation.agrees);
  CHECK(reconciliation.other_counts.empty());
  CHECK(reconciliation.suspects.empty());
}

TEST_CASE("of the response rate the late answers are compared with those of the marketplace") {
  SmallAccount account;
  account.add(Message{
      .message_id = "in time", .received_at = at("2026-07-01T10:00:00Z"), .responded_at = at("2026-07-01T11:00:00Z")});
  account.add(Message{
      .message_id = "late", .received_at = at("2026-08-31T10:00:00Z"), .responded_at = at("2026-09-05T11:00:00Z")});
  CHECK(reconciled(account, Metric::response_under_24h, 1, 2, {}).agrees);
  CHECK(lines_of(reconciled(account, Metric::response_under_24h, 2, 2, {})) == Lines{"late: window_edge"});
}

TEST_CASE("a check that is not there cannot be expected") {
  SmallAccount account;
  account.add_good_orders(1, "2026-07-01T10:00:00Z");
  const Profile profile = testing::only(Metric::cancellation_rate);
  Assessment assessment = assess(account.book, profile, on_1_october());
  const Expectation expected{"order_defect_rate", 1, 43};
  CHECK_THROWS_AS(reconcile(account.book, profile, assessment, {&expected, 1}), UsageError);
}

}  // namespace sellerhealth
