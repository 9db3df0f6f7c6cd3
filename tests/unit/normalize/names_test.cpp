#include "sellerhealth/columns.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/records.hpp"
#include "support/catch.hpp"

namespace sellerhealth {

TEST_CASE("every kind of export is found by its own name") {
  for (const Kind kind : all_kinds) {
    CHECK(find_kind(name_of(kind)) == kind);
  }
  CHECK(name_of(Kind::orders) == "orders");
  CHECK(name_of(Kind::violations) == "violations");
  CHECK_FALSE(find_kind("order"));
  CHECK_FALSE(find_kind(""));
}

TEST_CASE("every column is found by its own name") {
  for (std::size_t i = 0; i < column_count; ++i) {
    const auto column = static_cast<Column>(i);
    CHECK(find_column(name_of(column)) == column);
  }
  CHECK(name_of(Column::order_id) == "order-id");
  CHECK(name_of(Column::latest_ship_date) == "latest-ship-date");
  CHECK(name_of(Column::buyer_requested_cancel) == "buyer-requested-cancel");
  CHECK(name_of(Column::resolved_date) == "resolved-date");
  CHECK_FALSE(find_column("pedido"));
}

TEST_CASE("cancellers are found by their names") {
  CHECK(find_canceller("seller") == Canceller::seller);
  CHECK(find_canceller("marketplace") == Canceller::marketplace);
  CHECK(find_canceller("buyer") == Canceller::buyer);
  CHECK(name_of(Canceller::marketplace) == "marketplace");
  CHECK_FALSE(find_canceller("nobody"));
}

TEST_CASE("orders of day, month and year are found by their letters") {
  CHECK(find_date_order("dmy") == DateOrder::dmy);
  CHECK(find_date_order("mdy") == DateOrder::mdy);
  CHECK(find_date_order("ymd") == DateOrder::ymd);
  CHECK(name_of(DateOrder::ymd) == "ymd");
  CHECK_FALSE(find_date_order("dym"));
}

TEST_CASE("a set of columns holds what was put in, alone or with others") {
  ColumnSet some;
  some.insert(Column::order_id);
  ColumnSet others;
  others.insert(Column::resolved_date);
  some.insert(others);
  CHECK(some.contains(Column::order_id));
  CHECK(some.contains(Column::resolved_date));
  CHECK_FALSE(some.contains(Column::ship_date));
  CHECK_FALSE(others.contains(Column::order_id));
}

}  // namespace sellerhealth
