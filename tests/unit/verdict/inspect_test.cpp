#include "sellerhealth/inspection.hpp"
#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::SmallAccount;

namespace {

Inspection inspection_of(SmallAccount& account) {
  const Import import{std::move(account.book), {{.code = "bad_value"}}, 12};
  return inspect(import, {});
}

}  // namespace

TEST_CASE("an inspection counts every order that the orders exports name") {
  SmallAccount account;
  account.add_good_orders(2, "2020-06-10").add_good_orders(1, "2026-12-10");
  account.add(OrderRow{.order_id = "undated"});
  account.add(Claim{.order_id = "nowhere"});
  const Inspection inspection = inspection_of(account);
  CHECK(inspection.orders == 4);
  CHECK(inspection.undated_orders == 1);
}

TEST_CASE("an order bought on two dates that are more than two days apart is contradicted") {
  SmallAccount account;
  for (const auto& [id, second] :
       {std::pair{"agrees", "2026-06-10T10:00:00Z"}, std::pair{"rounded", "2026-06-12T10:00:00Z"},
        std::pair{"contradicted", "2026-06-12T10:00:01Z"}}) {
    account.add(OrderRow{.order_id = id, .purchase_date = at("2026-06-10T10:00:00Z")});
    account.add(OrderRow{.order_id = id, .purchase_date = at(second)});
  }
  const Inspection inspection = inspection_of(account);
  CHECK(inspection.contradicted_order_count == 1);
  CHECK(inspection.contradicted_orders == std::vector<std::string>{"contradicted"});
}

TEST_CASE("of many contradicted orders the first few are named and all counted") {
  SmallAccount account;
  for (int i = 0; i < 25; ++i) {
    const std::string id = std::to_string(i);
    account.add(OrderRow{.order_id = id, .purchase_date = at("2026-06-10")});
    account.add(OrderRow{.order_id = id, .purchase_date = at("2026-07-10")});
  }
  const Inspection inspection = inspection_of(account);
  CHECK(inspection.contradicted_order_count == 25);
  CHECK(inspection.contradicted_orders.size() < 25);
  CHECK_FALSE(inspection.contradicted_orders.empty());
}

TEST_CASE("an inspection hands on the bad rows of the import") {
  SmallAccount account;
  const Inspection inspection = inspection_of(account);
  CHECK(inspection.bad_rows.size() == 1);
  CHECK(inspection.bad_row_count == 12);
}

}  // namespace sellerhealth
