#include "index/alike_orders.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::index {

using testing::at;
using testing::instant;
using testing::past;

namespace {

/// Bought in the morning, promised for the end of the day after.
OrderRow bought(const std::string& day = "2026-06-10T08:00:00Z") {
  return {.purchase_date = at(day), .fulfillment = Fulfillment::seller, .too_late = past("2026-06-11T23:59:59Z")};
}

OrderRow shipped(const std::string& stamp) {
  OrderRow row = bought();
  row.status = OrderStatus::shipped;
  row.ship_date = at(stamp);
  return row;
}

template <typename... Rows>
std::optional<AlikeKey> key_of(const Rows&... rows) {
  OrderBook::Order order;
  (order.merge(rows), ...);
  const TimeZone zone = TimeZone::utc();
  LocalDays days{zone};
  return alike_key(order, days);
}

}  // namespace

TEST_CASE("orders in time are alike if their days are") {
  const auto noon = key_of(shipped("2026-06-11T12:00:00Z"));
  REQUIRE(noon);
  CHECK(key_of(shipped("2026-06-11T23:59:59Z")) == noon);
  CHECK(key_of(shipped("2026-06-10T12:00:00Z")) != noon);

  OrderRow bought_later = shipped("2026-06-11T12:00:00Z");
  bought_later.purchase_date = at("2026-06-10T23:00:00Z");
  CHECK(key_of(bought_later) == noon);
  bought_later.purchase_date = at("2026-06-11T00:00:00Z");
  CHECK(key_of(bought_later) != noon);

  OrderRow promised_later = shipped("2026-06-11T12:00:00Z");
  promised_later.too_late = past("2026-06-20");
  CHECK(key_of(promised_later) == noon);
  CHECK(key_of(bought(), shipped("2026-06-11T13:00:00Z")) == noon);
}

TEST_CASE("a promise that is missed, open or not made tells orders apart") {
  const auto late = key_of(shipped("2026-06-12T00:00:00Z"));
  REQUIRE(late);
  CHECK(late != key_of(shipped("2026-06-11T23:59:59Z")));
  CHECK(late == key_of(shipped("2026-06-12T18:00:00Z")));
  OrderRow other = shipped("2026-06-12T00:00:00Z");
  other.too_late = past("2026-06-11T23:59:58Z");
  CHECK(key_of(other) != late);

  OrderRow open = bought();
  open.status = OrderStatus::open;
  const auto waiting = key_of(open);
  REQUIRE(waiting);
  open.too_late = past("2026-06-11T23:59:58Z");
  CHECK(key_of(open) != waiting);
  open.too_late.reset();
  CHECK(key_of(open) != waiting);
}

TEST_CASE("who ships, who cancelled, when and at whose wish tells orders apart") {
  OrderRow cancelled = bought();
  cancelled.status = OrderStatus::cancelled;
  const auto undated = key_of(cancelled);
  REQUIRE(undated);
  cancelled.cancel_date = at("2026-06-11T09:00:00Z");
  const auto dated = key_of(cancelled);
  CHECK(dated != undated);
  cancelled.cancel_date = at("2026-06-11");
  CHECK(key_of(cancelled) == dated);
  cancelled.cancelled_by = Canceller::seller;
  const auto by_seller = key_of(cancelled);
  CHECK(by_seller != dated);
  cancelled.buyer_requested_cancel = true;
  CHECK(key_of(cancelled) != by_seller);
  cancelled.not_marketplace = true;
  CHECK(key_of(cancelled) != by_seller);

  OrderRow by_marketplace = shipped("2026-06-12T00:00:00Z");
  by_marketplace.fulfillment = Fulfillment::marketplace;
  const auto late_but_not_the_sellers = key_of(by_marketplace);
  CHECK(late_but_not_the_sellers != key_of(shipped("2026-06-12T00:00:00Z")));
  by_marketplace.ship_date = at("2026-06-10");
  CHECK(key_of(by_marketplace) == late_but_not_the_sellers);
}

TEST_CASE("orders that days do not decide are kept") {
  CHECK_FALSE(key_of(OrderRow{.ship_date = at("2026-06-10")}));  // bought when?
  CHECK_FALSE(key_of(bought("2026-06-10T08:00:00Z"), bought("2026-06-12T08:00:01Z")));
  CHECK(key_of(bought("2026-06-10T08:00:00Z"), bought("2026-06-12T08:00:00Z")));
  OrderRow by_noon = shipped("2026-06-11");
  by_noon.too_late = past("2026-06-11T12:00:00Z");
  CHECK_FALSE(key_of(by_noon));
  CHECK(key_of(shipped("2026-06-11")));
  OrderRow cancelled = shipped("2026-06-11T12:00:00Z");
  cancelled.cancel_date = at("2026-06-11T13:00:00Z");
  CHECK_FALSE(key_of(cancelled));
}

TEST_CASE("an order made of a key has that key") {
  OrderRow cancelled = bought();
  cancelled.status = OrderStatus::cancelled;
  cancelled.cancelled_by = Canceller::seller;
  cancelled.cancel_date = at("2026-06-11T09:00:00Z");
  OrderRow late_the_same_day = shipped("2026-06-11T12:00:01Z");
  late_the_same_day.too_late = past("2026-06-11T12:00:00Z");
  OrderRow no_promise = shipped("2026-06-11T12:00:00Z");
  no_promise.too_late.reset();
  for (const OrderRow& row : {bought(), shipped("2026-06-11T12:00:00Z"), shipped("2026-06-12T00:00:00Z"),
                              late_the_same_day, no_promise, cancelled}) {
    for (const char* const zone_name : {"UTC", "Europe/Paris", "America/Los_Angeles"}) {
      const TimeZone zone = testing::zone_called(zone_name);
      LocalDays days{zone};
      OrderBook::Order order;
      order.merge(row);
      std::optional<AlikeKey> key = alike_key(order, days);
      REQUIRE(key);
      key->files = 7;
      const OrderBook::Order one = order_of(*key, zone);
      CHECK(one.files == 7);
      std::optional<AlikeKey> again = alike_key(one, days);
      REQUIRE(again);
      again->files = 7;
      CHECK(*again == *key);
    }
  }
}

}  // namespace sellerhealth::index
