#include "insight/sales_spike.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

// As of 1 October 2026: the seven days are 24 to 30 September, the 28 days before them 27 August to 23 September.

namespace sellerhealth::insight {

using testing::day;
using testing::SmallAccount;

namespace {

constexpr std::string_view noon = "T12:00:00Z";

void add(SmallAccount& account, int count, std::string_view bought) {
  account.add_good_orders(count, std::string{bought} + std::string{noon});
}

std::optional<SalesSpike> spike_of(int before, int recent) {
  SmallAccount account;
  add(account, 1, "2026-08-01");
  add(account, before, "2026-09-10");
  add(account, recent, "2026-09-30");
  return sales_spike(account.book, day("2026-10-01"));
}

}  // namespace

TEST_CASE("twenty orders in seven days, at twice the pace of the 28 days before, are a sudden rise") {
  CHECK(spike_of(40, 20) ==
        SalesSpike{.first_day = day("2026-09-24"), .last_day = day("2026-09-30"), .orders = 20, .orders_before = 40});
  CHECK(spike_of(0, 20));
  CHECK(spike_of(400, 200));
}

TEST_CASE("fewer orders, or less than twice the pace, are none") {
  CHECK_FALSE(spike_of(0, 19));
  CHECK_FALSE(spike_of(41, 20));
  CHECK_FALSE(spike_of(401, 200));
}

TEST_CASE("the seven and the 28 days are whole local days") {
  SmallAccount account;
  account.add_good_orders(1, "2026-08-26T23:59:59Z");  // Before the 28 days.
  account.add_good_orders(2, "2026-08-27T00:00:00Z");
  account.add_good_orders(3, "2026-09-23T23:59:59Z");
  account.add_good_orders(21, "2026-09-24T00:00:00Z");
  account.add_good_orders(1, "2026-09-30T23:59:59Z");
  account.add_good_orders(50, "2026-10-01T00:00:00Z");  // Not bought yet.
  const std::optional<SalesSpike> spike = sales_spike(account.book, day("2026-10-01"));
  REQUIRE(spike);
  CHECK(spike->orders == 22);
  CHECK(spike->orders_before == 5);
}

TEST_CASE("the seven days end with the newest order, if the exports do") {
  SmallAccount account;
  add(account, 1, "2026-08-01");
  add(account, 30, "2026-09-20");
  const std::optional<SalesSpike> spike = sales_spike(account.book, day("2026-09-27"));
  REQUIRE(spike);
  CHECK(spike->last_day == day("2026-09-20"));
  CHECK_FALSE(sales_spike(account.book, day("2026-09-28")));  // Eight days on, the exports are old.
}

TEST_CASE("exports that do not reach back over the 28 days, give or take three, tell of no rise") {
  const auto reaching_back_to = [](std::string_view oldest) {
    SmallAccount account;
    add(account, 1, oldest);
    add(account, 30, "2026-09-30");
    return sales_spike(account.book, day("2026-10-01"));
  };
  CHECK(reaching_back_to("2026-08-30"));
  CHECK_FALSE(reaching_back_to("2026-08-31"));
}

TEST_CASE("orders outside the marketplace are no sales there") {
  SmallAccount account;
  add(account, 1, "2026-08-01");
  for (int i = 0; i < 30; ++i) {
    account.add(OrderRow{
        .order_id = "S01-" + std::to_string(i), .purchase_date = testing::at("2026-09-30"), .not_marketplace = true});
  }
  CHECK_FALSE(sales_spike(account.book, day("2026-10-01")));
  CHECK_FALSE(sales_spike(SmallAccount{}.book, day("2026-10-01")));
}

}  // namespace sellerhealth::insight
