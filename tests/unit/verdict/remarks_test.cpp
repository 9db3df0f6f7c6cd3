#include "verdict/remarks.hpp"

#include <algorithm>

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

const Stamp june = at("2026-06-10T10:00:00Z");

std::vector<Diagnostic> warnings_of(const SmallAccount& account, const AssessOptions& options = on_1_october()) {
  return assess(account.book, default_profile(), options).warnings;
}

/// The words of the warning with this code; empty when there is none.
std::string warning_of(const SmallAccount& account, std::string_view code,
                       const AssessOptions& options = on_1_october()) {
  for (const Diagnostic& warning : warnings_of(account, options)) {
    if (warning.code == code) {
      return to_string(warning);
    }
  }
  return {};
}

bool warns(const SmallAccount& account, std::string_view code, const AssessOptions& options = on_1_october()) {
  return !warning_of(account, code, options).empty();
}

/// Orders over the whole window and to the end of September, and no source of defects.
class Shop : public SmallAccount {
 public:
  Shop() {
    add_good_orders(1, "2026-06-01T10:00:00Z");
    add_good_orders(1, "2026-06-10T10:00:00Z");
    add_good_orders(1, "2026-09-30T23:59:59Z");
  }
};

}  // namespace

TEST_CASE("exports that cover the window to the day before need no remark") {
  const Shop shop;
  CHECK(warnings_of(shop).empty());
}

TEST_CASE("orders that end more than seven days before the as-of day are stale") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-01T10:00:00Z").add_good_orders(1, "2026-06-10T10:00:00Z");
  account.add(OrderRow{.order_id = "last", .purchase_date = at("2026-09-23T23:59:59Z")});
  CHECK(warns(account, "stale_export"));
  CHECK_THAT(warning_of(account, "stale_export"), ContainsSubstring("2026-09-23"));
  account.add(OrderRow{.order_id = "last", .last_updated_date = at("2026-09-24T00:00:00Z")});
  CHECK_FALSE(warns(account, "stale_export"));
  CHECK(warns(account, "stale_export", as_of("2026-10-02")));
}

TEST_CASE("the end of orders is told by what happened, not by promises or other kinds of export") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10T10:00:00Z");
  account.add(OrderRow{.order_id = "good-1", .too_late = testing::past("2026-09-30")});
  account.add(Feedback{.order_id = "good-1", .rating = 5, .date = at("2026-09-30")});
  account.add(Message{.received_at = at("2026-09-30")});
  CHECK(warns(account, "stale_export"));
}

TEST_CASE("what happened on the as-of day or later does not make an export fresh in a replay") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10T10:00:00Z").add_good_orders(1, "2026-10-01T00:00:00Z");
  CHECK(warns(account, "stale_export"));
  AssessOptions hindsight = on_1_october();
  hindsight.hindsight = true;
  CHECK_FALSE(warns(account, "stale_export", hindsight));
}

TEST_CASE("a stated end of the data decides whether orders are stale") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10T10:00:00Z");
  AssessOptions options = on_1_october();
  options.data_through = day("2026-09-23");
  CHECK_FALSE(warns(account, "stale_export", options));
  options.data_through = day("2026-09-22");
  CHECK(warns(account, "stale_export", options));
}

TEST_CASE("another age of exports may be asked for") {
  const Shop shop;
  AssessOptions options = as_of("2026-10-05");
  CHECK_FALSE(warns(shop, "stale_export", options));
  options.max_age_days = 3;
  CHECK(warns(shop, "stale_export", options));
  options.max_age_days = 5;
  CHECK_FALSE(warns(shop, "stale_export", options));
}

TEST_CASE("a window is covered when the oldest order is at most three days younger than its first day") {
  const auto oldest = [](std::string_view bought) {
    SmallAccount account;
    account.add_good_orders(1, bought).add_good_orders(1, "2026-09-30T10:00:00Z");
    const bool warned = warns(account, "window_not_covered");
    CHECK(warned != testing::check(account, Metric::cancellation_rate).covered);
    return warned;
  };
  CHECK_FALSE(oldest("2026-05-01T10:00:00Z"));
  CHECK_FALSE(oldest("2026-06-03T00:00:00Z"));
  CHECK_FALSE(oldest("2026-06-06T23:59:59Z"));
  CHECK(oldest("2026-06-07T00:00:00Z"));
}

TEST_CASE("a window that is not covered is told with the days covered and the days asked") {
  SmallAccount account;
  account.add_good_orders(1, "2026-08-22T10:00:00Z").add_good_orders(1, "2026-09-30T10:00:00Z");
  CHECK_THAT(warning_of(account, "window_not_covered"), ContainsSubstring("10 of the 90 days") &&
                                                            ContainsSubstring("2026-08-22") &&
                                                            ContainsSubstring("last 120 days"));
}

TEST_CASE("an empty window says which days the data has and what to do") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-05T10:00:00Z").add_good_orders(1, "2026-09-30T10:00:00Z");
  CHECK_THAT(warning_of(account, "empty_window"),
             ContainsSubstring("2026-06-03") && ContainsSubstring("2026-08-31") && ContainsSubstring("2026-09-05") &&
                 ContainsSubstring("2026-09-30") && ContainsSubstring("120 days") && ContainsSubstring("--lag 0") &&
                 ContainsSubstring("--as-of"));
}

TEST_CASE("no data at all has no window to speak of") {
  SmallAccount account;
  account.give(Kind::orders);
  CHECK(warnings_of(account).empty());
}

TEST_CASE("defects of orders that are not there are remarked on when they are over one in a hundred rows") {
  const auto account_with = [](int unmatched, int matched) {
    SmallAccount account;
    account.add_good_orders(1, "2026-06-01T10:00:00Z").add_good_orders(1, "2026-09-30T10:00:00Z");
    for (int i = 0; i < unmatched + matched; ++i) {
      account.add(Claim{.order_id = i < unmatched ? "nowhere" : "good-1", .date = june});
    }
    return warning_of(account, "unmatched_order");
  };
  CHECK(account_with(1, 99).empty());
  CHECK(account_with(0, 10).empty());
  CHECK_THAT(account_with(1, 98), ContainsSubstring("1 of 99") && ContainsSubstring("claims.csv"));
  CHECK_FALSE(account_with(2, 98).empty());
}

TEST_CASE("orders without a purchase-date are remarked on") {
  Shop shop;
  CHECK_FALSE(warns(shop, "undated_orders"));
  shop.add(OrderRow{.order_id = "undated", .ship_date = june});
  CHECK_THAT(warning_of(shop, "undated_orders"), ContainsSubstring("1 order"));
}

TEST_CASE("outcomes without a date are remarked on in a replay only") {
  Shop shop;
  shop.add(Claim{.order_id = "good-2", .date = june, .denied = true});
  shop.add(Feedback{.order_id = "good-2", .rating = 1, .date = june, .removed = true});
  shop.add(OrderRow{.order_id = "cancelled", .purchase_date = june, .status = OrderStatus::cancelled});
  shop.add(OrderRow{.order_id = "shipped", .purchase_date = june, .status = OrderStatus::shipped});
  CHECK_FALSE(warns(shop, "undated_outcomes"));
  CHECK_THAT(warning_of(shop, "undated_outcomes", as_of("2026-09-30")), ContainsSubstring("4 outcomes"));
  AssessOptions hindsight = as_of("2026-09-30");
  hindsight.hindsight = true;
  CHECK_FALSE(warns(shop, "undated_outcomes", hindsight));
}

TEST_CASE("dated outcomes and those outside the windows need no remark in a replay") {
  Shop shop;
  shop.add(Claim{.order_id = "good-2", .date = june, .denied = true, .closed_date = june});
  shop.add(
      OrderRow{.order_id = "cancelled", .purchase_date = june, .status = OrderStatus::cancelled, .cancel_date = june});
  shop.add(OrderRow{.order_id = "old", .purchase_date = at("2026-01-10"), .status = OrderStatus::cancelled});
  CHECK_FALSE(warns(shop, "undated_outcomes", as_of("2026-09-30")));
}

TEST_CASE("a day before the last update of the exports is a replay") {
  Shop shop;
  shop.add(OrderRow{.order_id = "cancelled",
                    .purchase_date = june,
                    .last_updated_date = at("2026-10-05T10:00:00Z"),
                    .status = OrderStatus::cancelled});
  CHECK(warns(shop, "undated_outcomes"));
  CHECK_FALSE(warns(shop, "undated_outcomes", as_of("2026-10-06")));
}

TEST_CASE("a violation resolved without a date is an outcome without a date") {
  Shop shop;
  shop.add(Violation{.date = june, .resolved = true}).add(Violation{.date = at("2026-09-30")});
  CHECK(warns(shop, "undated_outcomes", as_of("2026-09-30")));
}

TEST_CASE("filters that no order meets are remarked on") {
  SmallAccount account{TimeZone::utc(), {{Column::sku, {"X"}}}};
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  CHECK(warns(account, "no_match"));
  account.add(OrderRow{.order_id = "B", .purchase_date = june, .filters_met = 1});
  CHECK_FALSE(warns(account, "no_match"));
}

TEST_CASE("remarks of the import come with those of the judgement") {
  Shop shop;
  shop.book.warn({.code = "same_content", .message = "read once"});
  CHECK(warns(shop, "same_content"));
}

TEST_CASE("an export is fresh when it does not end before some days ago, and one without an end is not") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-28T10:00:00Z");
  CHECK_FALSE(verdict::is_fresh(2, account.book, on_1_october()));
  CHECK(verdict::is_fresh(3, account.book, on_1_october()));
  const SmallAccount nothing;
  CHECK_FALSE(verdict::is_fresh(0, nothing.book, on_1_october()));
}

TEST_CASE("a short window without messages is remarked on only if no longer one has any") {
  Shop shop;
  shop.add(Message{.received_at = at("2026-09-10T10:00:00Z"), .responded_at = at("2026-09-10T11:00:00Z")});
  const auto remarks_over = [&](std::initializer_list<int> windows) {
    Profile profile{.name = "test", .checks = {}};
    for (const int days : windows) {
      profile.checks.push_back({.id = std::to_string(days),
                                .metric = Metric::response_under_24h,
                                .window = {.days = days, .lag_days = 0},
                                .target = Target::parse("> 90%", Unit::ratio)});
    }
    const std::vector<Diagnostic> warnings = assess(shop.book, profile, on_1_october()).warnings;
    return std::count_if(warnings.begin(), warnings.end(),
                         [](const Diagnostic& warning) { return warning.code == "empty_window"; });
  };
  CHECK(remarks_over({7}) == 1);
  CHECK(remarks_over({7, 30}) == 0);
}

TEST_CASE("what the rules let count is an outcome without a date, and what they do not is none") {
  Shop shop;
  shop.add(Claim{.order_id = "good-2", .date = june, .denied = true});
  for (const OrderStatus status : {OrderStatus::cancelled, OrderStatus::open}) {
    shop.add(OrderRow{.order_id = "some items", .purchase_date = june, .status = status});
  }
  const auto outcomes_by = [&](const Rules& rules) {
    Profile profile = default_profile();
    profile.rules = rules;
    for (const Diagnostic& warning : assess(shop.book, profile, as_of("2026-09-30")).warnings) {
      if (warning.code == "undated_outcomes") {
        return warning.message.substr(0, warning.message.find(' '));
      }
    }
    return std::string{"0"};
  };
  CHECK(outcomes_by({}) == "1");
  CHECK(outcomes_by({.every_claim_counts = true}) == "0");
  CHECK(outcomes_by({.partial_cancellations_count = true}) == "2");
}

}  // namespace sellerhealth
