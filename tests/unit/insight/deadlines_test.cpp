#include "sellerhealth/deadlines.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::instant;
using testing::on_1_october;
using testing::SmallAccount;

TEST_CASE("the exports end with the newest stamp that is not after the present instant") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-20T10:00:00Z");
  account.add_good_orders(1, "2026-10-05T10:00:00Z");
  account.add(Message{.received_at = at("2026-09-28T10:00:00Z"), .responded_at = at("2026-09-28T11:00:00Z")});
  const Deadlines due =
      deadlines(account.book, default_profile(), on_1_october(), {.now = instant("2026-10-01T12:00:00Z")});
  REQUIRE(due.ends.size() == 2);
  CHECK(due.ends[0].kind == Kind::orders);
  CHECK(due.ends[0].instant == instant("2026-10-01T12:00:00Z"));
  CHECK(due.ends[1].instant == instant("2026-09-28T11:00:00Z"));
}

TEST_CASE("deadlines come with the account as check judges it") {
  SmallAccount account;
  account.add_good_orders(3, "2026-07-20T10:00:00Z");
  const Deadlines due =
      deadlines(account.book, default_profile(), on_1_october(), {.now = instant("2026-10-01T12:00:00Z")});
  CHECK(due.deadlines.empty());
  CHECK(due.stakes.empty());
  CHECK(due.assessment.checks.size() == 4);
}

TEST_CASE("an account that is split by a column is refused") {
  const OrderBook book{TimeZone::utc(), {}, Column::seller_id};
  CHECK_THROWS_AS(deadlines(book, default_profile(), on_1_october(), {.now = instant("2026-10-01T12:00:00Z")}),
                  UsageError);
}

TEST_CASE("without an export of orders nobody is warned that claims name unknown ones") {
  SmallAccount account;
  account.add(Claim{.order_id = "A", .date = at("2026-09-28")});
  const DeadlineOptions options{.now = instant("2026-10-01T12:00:00Z")};
  CHECK(deadlines(account.book, default_profile(), on_1_october(), options).assessment.warnings.empty());
  account.add_good_orders(1, "2026-07-20T10:00:00Z");
  const Deadlines with_orders = deadlines(account.book, default_profile(), on_1_october(), options);
  CHECK(with_orders.assessment.warnings.back().code == "unmatched_order");
}

TEST_CASE("orders bought after the present instant hang on nothing yet") {
  const auto denominator = [](const char* bought) {
    SmallAccount account;
    account.add(OrderRow{.order_id = "A",
                         .purchase_date = at("2026-09-20T10:00:00Z"),
                         .status = OrderStatus::open,
                         .fulfillment = Fulfillment::seller,
                         .too_late = instant("2026-10-01T12:30:00Z")});
    account.add(OrderRow{.order_id = "B",
                         .purchase_date = at(bought),
                         .status = OrderStatus::open,
                         .fulfillment = Fulfillment::seller,
                         .too_late = instant("2026-10-04T00:00:00Z")});
    const Deadlines due = deadlines(account.book, default_profile(), on_1_october(),
                                    {.now = instant("2026-10-01T12:00:00Z"), .within = {}});
    const auto late = std::find_if(due.stakes.begin(), due.stakes.end(), [](const Stake& stake) {
      return stake.today.check.metric == Metric::late_shipment_rate;
    });
    REQUIRE(late != due.stakes.end());
    return late->if_missed.denominator.value();
  };
  CHECK(denominator("2026-10-01T12:00:00Z") == 2);
  CHECK(denominator("2026-10-01T12:00:01Z") == 1);
}

TEST_CASE("every duty has a name") {
  CHECK(name_of(Duty::answer_claim) == "answer_claim");
  CHECK(name_of(Duty::answer_chargeback) == "answer_chargeback");
  CHECK(name_of(Duty::answer_message) == "answer_message");
  CHECK(name_of(Duty::ship_order) == "ship_order");
}

}  // namespace sellerhealth
