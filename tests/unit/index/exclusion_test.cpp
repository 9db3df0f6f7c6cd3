#include "index/exclusion.hpp"

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::index {

using testing::at;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");

}  // namespace

TEST_CASE("an ordinary order is not left out") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "701-1-1", .purchase_date = june});
  CHECK_FALSE(exclusion_of(account.book, account.order("701-1-1")));
}

TEST_CASE("an order that never gets a purchase-date is undated") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .ship_date = june});
  CHECK(exclusion_of(account.book, account.order("A")) == "undated");
  account.give(Kind::orders);
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  CHECK_FALSE(exclusion_of(account.book, account.order("A")));
}

TEST_CASE("an order that only a defect or a message names is unmatched") {
  SmallAccount account;
  account.add(Claim{.order_id = "A"}).add(Message{.order_id = "B", .received_at = june});
  CHECK(exclusion_of(account.book, account.order("A")) == "unmatched_order");
  CHECK(exclusion_of(account.book, account.order("B")) == "unmatched_order");
}

TEST_CASE("orders of multi-channel fulfillment are not the marketplace's") {
  const std::string id = GENERATE("S01-1234567-1234567", "S02-0000000-9999999", "S09-1234567-7654321");
  SmallAccount account;
  account.add(OrderRow{.order_id = id, .purchase_date = june});
  CHECK(exclusion_of(account.book, account.order(id)) == "not_marketplace");
}

TEST_CASE("ids that merely resemble those of multi-channel fulfillment are the marketplace's") {
  const std::string id =
      GENERATE("701-1234567-1234567", "S01-123456-1234567", "S01-1234567-12345678", "S1-1234567-1234567",
               "S11-1234567-1234567", "s01-1234567-1234567", "S01-1234567-123456A", "S01 1234567 1234567", "S01");
  CAPTURE(id);
  SmallAccount account;
  account.add(OrderRow{.order_id = id, .purchase_date = june});
  CHECK_FALSE(exclusion_of(account.book, account.order(id)));
}

TEST_CASE("an order sold elsewhere is not the marketplace's, whichever of its rows says so") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = june, .not_marketplace = true});
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  CHECK(exclusion_of(account.book, account.order("A")) == "not_marketplace");
}

TEST_CASE("an order is filtered unless it meets every filter, in whichever of its rows") {
  SmallAccount account{TimeZone::utc(),
                       {{Column::sales_channel, {"Amazon.fr"}}, {Column::product_category, {"Books"}}}};
  account.add(OrderRow{.order_id = "one", .purchase_date = june, .filters_met = 0b01});
  account.add(OrderRow{.order_id = "both", .purchase_date = june, .filters_met = 0b01});
  account.add(OrderRow{.order_id = "both", .filters_met = 0b10});
  account.add(OrderRow{.order_id = "none", .purchase_date = june});
  CHECK(exclusion_of(account.book, account.order("one")) == "filtered");
  CHECK(exclusion_of(account.book, account.order("none")) == "filtered");
  CHECK_FALSE(exclusion_of(account.book, account.order("both")));
}

TEST_CASE("thirty-two filters are filters all") {
  SmallAccount account{TimeZone::utc(), std::vector<Filter>(32, Filter{Column::sku, {"1"}})};
  account.add(OrderRow{.order_id = "all", .purchase_date = june, .filters_met = 0xFFFFFFFFU});
  account.add(OrderRow{.order_id = "all but the last", .purchase_date = june, .filters_met = 0x7FFFFFFFU});
  CHECK_FALSE(exclusion_of(account.book, account.order("all")));
  CHECK(exclusion_of(account.book, account.order("all but the last")) == "filtered");
}

TEST_CASE("without filters every message stays, also one without an order") {
  SmallAccount account;
  account.add(Message{.received_at = june}).add(Message{.order_id = "nowhere", .received_at = june});
  CHECK_FALSE(exclusion_of(account.book, account.book.messages()[0]));
  CHECK_FALSE(exclusion_of(account.book, account.book.messages()[1]));
}

TEST_CASE("with filters a message goes with its order, and without one it is filtered") {
  SmallAccount account{TimeZone::utc(), {{Column::sales_channel, {"Amazon.fr"}}}};
  account.add(OrderRow{.order_id = "in", .purchase_date = june, .filters_met = 1});
  account.add(OrderRow{.order_id = "out", .purchase_date = june});
  account.add(Message{.order_id = "in", .received_at = june});
  account.add(Message{.order_id = "out", .received_at = june});
  account.add(Message{.received_at = june});
  CHECK_FALSE(exclusion_of(account.book, account.book.messages()[0]));
  CHECK(exclusion_of(account.book, account.book.messages()[1]) == "filtered");
  CHECK(exclusion_of(account.book, account.book.messages()[2]) == "filtered");
}

}  // namespace sellerhealth::index
