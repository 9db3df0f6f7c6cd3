#include "index/packed_rows.hpp"

#include "support/catch.hpp"

namespace sellerhealth::index {

TEST_CASE("the values of a row are told as they were given, each column apart") {
  RowValues values;
  CHECK(values.status().empty());
  CHECK_FALSE(values.buyer_requested_cancel());
  values.insert(RowValues::Column::status, static_cast<int>(OrderStatus::unknown));
  values.insert(RowValues::Column::fulfillment, static_cast<int>(Fulfillment::marketplace));
  values.insert(RowValues::Column::cancelled_by, static_cast<int>(Canceller::buyer));
  CHECK(values.status() == SetOf{OrderStatus::unknown});
  CHECK(values.fulfillment() == SetOf{Fulfillment::marketplace});
  CHECK(values.cancelled_by() == SetOf{Canceller::buyer});
  CHECK_FALSE(values.buyer_requested_cancel());
  CHECK_FALSE(values.not_marketplace());
}

TEST_CASE("a no is not a yes") {
  RowValues values;
  values.insert(RowValues::Column::buyer_requested_cancel, 0);
  values.insert(RowValues::Column::not_marketplace, 1);
  CHECK_FALSE(values.buyer_requested_cancel());
  CHECK(values.not_marketplace());
  RowValues others;
  others.insert(RowValues::Column::buyer_requested_cancel, 1);
  others.insert(RowValues::Column::not_marketplace, 0);
  CHECK(others.buyer_requested_cancel());
  CHECK_FALSE(others.not_marketplace());
}

TEST_CASE("the status of the item comes before that of the order, and changes nothing else") {
  RowValues values;
  values.insert(RowValues::Column::status, static_cast<int>(OrderStatus::open));
  values.insert(RowValues::Column::fulfillment, static_cast<int>(Fulfillment::seller));
  values.prefer_status_of({});
  CHECK(values.status() == SetOf{OrderStatus::open});
  RowValues item;
  item.insert(RowValues::Column::status, static_cast<int>(OrderStatus::cancelled));
  values.prefer_status_of(item);
  CHECK(values.status() == SetOf{OrderStatus::cancelled});
  CHECK(values.fulfillment() == SetOf{Fulfillment::seller});
}

TEST_CASE("contents differ in each of their parts") {
  const RowContent content{.file = 1, .purchased = 2, .too_late = 3, .shipped = 4, .cancelled = 5};
  CHECK(content == RowContent{content});
  const auto differs = [&](auto change) {
    RowContent other = content;
    change(other);
    return !(other == content);
  };
  CHECK(differs([](RowContent& other) { other.file = 0; }));
  CHECK(differs([](RowContent& other) { other.values.insert(RowValues::Column::status, 0); }));
  CHECK(differs([](RowContent& other) { other.purchased = 0; }));
  CHECK(differs([](RowContent& other) { other.too_late = 0; }));
  CHECK(differs([](RowContent& other) { other.shipped = 0; }));
  CHECK(differs([](RowContent& other) { other.cancelled = 0; }));
}

}  // namespace sellerhealth::index
