#include <vector>

#include "normalize/rows.hpp"
#include "support/catch.hpp"
#include "unit/normalize/row_reading.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

using testing::at;
using testing::HeadedCell;
using testing::RowReading;

namespace {

/// One row of an orders export, read. The order id is there already.
struct OrderReading {
  explicit OrderReading(std::vector<HeadedCell> cells, std::vector<Filter> filters = {}, bool lists_open_orders = false)
      : reading{Kind::orders, with_id(std::move(cells))},
        row{read_order_row(reading.fields, filters, lists_open_orders)} {}

  static std::vector<HeadedCell> with_id(std::vector<HeadedCell> cells) {
    cells.insert(cells.begin(), {"order-id", "701-1-1"});
    return cells;
  }

  RowReading reading;
  OrderRow row;
};

using StatusExample = std::pair<std::string, OrderStatus>;

}  // namespace

TEST_CASE("a row of all columns says all that it says") {
  const OrderReading order{{{"purchase-date", "2026-06-10T10:00:00Z"},
                            {"last-updated-date", "2026-06-13T08:00:00Z"},
                            {"order-status", "Shipped"},
                            {"fulfillment-channel", "Merchant"},
                            {"latest-ship-date", "2026-06-12"},
                            {"ship-date", "2026-06-11"},
                            {"cancel-date", ""},
                            {"cancelled-by", ""},
                            {"buyer-requested-cancel", "false"}}};
  CHECK_FALSE(order.reading.fields.fault());
  CHECK(order.row.order_id == "701-1-1");
  CHECK(order.row.purchase_date == at("2026-06-10T10:00:00Z"));
  CHECK(order.row.last_updated_date == at("2026-06-13T08:00:00Z"));
  CHECK(order.row.status == SetOf{OrderStatus::shipped});
  CHECK(order.row.fulfillment == SetOf{Fulfillment::seller});
  CHECK(order.row.too_late == at("2026-06-13").first);
  CHECK(order.row.ship_date == at("2026-06-11"));
  CHECK_FALSE(order.row.cancel_date);
  CHECK(order.row.cancelled_by.empty());
  CHECK_FALSE(order.row.buyer_requested_cancel);
  CHECK_FALSE(order.row.not_marketplace);
}

TEST_CASE("a row without any other column says nothing") {
  const OrderReading order{{}};
  CHECK_FALSE(order.reading.fields.fault());
  CHECK_FALSE(order.row.purchase_date);
  CHECK(order.row.status.empty());
  CHECK(order.row.fulfillment.empty());
  CHECK_FALSE(order.row.too_late);
}

TEST_CASE("a row without an order id is a fault") {
  RowReading reading{Kind::orders, {{"order-id", "  "}, {"purchase-date", "2026-06-10"}}};
  static_cast<void>(read_order_row(reading.fields, {}, false));
  REQUIRE(reading.fields.fault());
  CHECK(reading.fields.fault()->column == "order-id");
}

TEST_CASE("an unreadable date of an order is a fault") {
  const std::string column =
      GENERATE("purchase-date", "last-updated-date", "latest-ship-date", "ship-date", "cancel-date");
  const OrderReading order{{{column, "yesterday"}}};
  REQUIRE(order.reading.fields.fault());
  CHECK(order.reading.fields.fault()->column == column);
}

TEST_CASE("the statuses of the marketplaces' reports mean shipped, cancelled or open") {
  const StatusExample example = GENERATE(values<StatusExample>({
      {"Shipped", OrderStatus::shipped},
      {"SHIPPED", OrderStatus::shipped},
      {"Shipped - Delivered to Buyer", OrderStatus::shipped},
      {"Shipped - Returned to Seller", OrderStatus::shipped},
      {"Shipping", OrderStatus::shipped},
      {"PartiallyShipped", OrderStatus::shipped},
      {"PARTIALLY_SHIPPED", OrderStatus::shipped},
      {"Complete", OrderStatus::shipped},
      {"Delivered", OrderStatus::shipped},
      {"Cancelled", OrderStatus::cancelled},
      {"Canceled", OrderStatus::cancelled},
      {"Pending", OrderStatus::open},
      {"PendingAvailability", OrderStatus::open},
      {"Pending - Waiting for Pick Up", OrderStatus::open},
      {"Unshipped", OrderStatus::open},
      {"InvoiceUnconfirmed", OrderStatus::open},
      {"Unfulfillable", OrderStatus::open},
  }));
  CAPTURE(example.first);
  const OrderReading by_order{{{"order-status", example.first}}};
  CHECK(by_order.row.status == SetOf{example.second});
  CHECK(by_order.reading.fields.unknown_values().empty());
  const OrderReading by_item{{{"item-status", example.first}}};
  CHECK(by_item.row.status == SetOf{example.second});
}

TEST_CASE("a status that no list has is unknown, and to be reported") {
  const OrderReading order{{{"order-status", "Teleported"}}};
  CHECK(order.row.status == SetOf{OrderStatus::unknown});
  CHECK_FALSE(order.reading.fields.fault());
  REQUIRE(order.reading.fields.unknown_values().size() == 1);
  CHECK(order.reading.fields.unknown_values()[0].text == "Teleported");
}

TEST_CASE("the status of the item counts before the status of the order") {
  const OrderReading order{{{"order-status", "Shipped"}, {"item-status", "Cancelled"}}};
  CHECK(order.row.status == SetOf{OrderStatus::cancelled});
  const OrderReading the_other_way_round{{{"item-status", "Cancelled"}, {"order-status", "Shipped"}}};
  CHECK(the_other_way_round.row.status == SetOf{OrderStatus::cancelled});
}

TEST_CASE("without a status of the item the status of the order counts") {
  const OrderReading order{{{"order-status", "Shipped"}, {"item-status", ""}}};
  CHECK(order.row.status == SetOf{OrderStatus::shipped});
}

TEST_CASE("an item status that no list has still counts before the status of the order") {
  const OrderReading order{{{"order-status", "Shipped"}, {"item-status", "Teleported"}}};
  CHECK(order.row.status == SetOf{OrderStatus::unknown});
}

TEST_CASE("items of one record that differ in status say both") {
  const OrderReading order{{{"item-status", "Shipped"}, {"item-status", "Cancelled"}}};
  CHECK(order.row.status.contains(OrderStatus::shipped));
  CHECK(order.row.status.contains(OrderStatus::cancelled));
  CHECK_FALSE(order.row.status.contains(OrderStatus::open));
}

TEST_CASE("every row of an unshipped-orders report is open") {
  const OrderReading order{{{"purchase-date", "2026-06-10"}}, {}, true};
  CHECK(order.row.status == SetOf{OrderStatus::open});
}

TEST_CASE("Amazon and AFN ship for the seller, Merchant and MFN are the seller") {
  const auto [text, fulfillment] = GENERATE(table<std::string, Fulfillment>({{"Amazon", Fulfillment::marketplace},
                                                                             {"AFN", Fulfillment::marketplace},
                                                                             {"AMAZON", Fulfillment::marketplace},
                                                                             {"Merchant", Fulfillment::seller},
                                                                             {"MFN", Fulfillment::seller},
                                                                             {"MERCHANT", Fulfillment::seller}}));
  CAPTURE(text);
  CHECK(OrderReading{{{"fulfillment-channel", text}}}.row.fulfillment == SetOf{fulfillment});
}

TEST_CASE("an empty fulfillment channel names none") {
  CHECK(OrderReading{{{"fulfillment-channel", ""}}}.row.fulfillment.empty());
}

TEST_CASE("an order of a Non-Amazon sales channel is not the marketplace's") {
  CHECK(OrderReading{{{"sales-channel", "Non-Amazon"}}}.row.not_marketplace);
  CHECK(OrderReading{{{"sales-channel", "Non-Amazon US"}}}.row.not_marketplace);
  CHECK_FALSE(OrderReading{{{"sales-channel", "Amazon.com"}}}.row.not_marketplace);
  CHECK_FALSE(OrderReading{{{"sales-channel", ""}}}.row.not_marketplace);
}

TEST_CASE("cancellers are read under both names of each") {
  const auto [text, canceller] = GENERATE(table<std::string, Canceller>({{"seller", Canceller::seller},
                                                                         {"Merchant", Canceller::seller},
                                                                         {"MERCHANT", Canceller::seller},
                                                                         {"buyer", Canceller::buyer},
                                                                         {"BUYER", Canceller::buyer},
                                                                         {"marketplace", Canceller::marketplace},
                                                                         {"Amazon", Canceller::marketplace}}));
  CAPTURE(text);
  CHECK(OrderReading{{{"cancelled-by", text}}}.row.cancelled_by == SetOf{canceller});
}

TEST_CASE("a canceller that no list has is nobody known, and to be reported") {
  const OrderReading order{{{"cancelled-by", "the cat"}}};
  CHECK(order.row.cancelled_by.empty());
  CHECK_FALSE(order.reading.fields.fault());
  CHECK(order.reading.fields.unknown_values().size() == 1);
}

TEST_CASE("the buyer's request is a yes or no, or the name of who asked") {
  const auto [text, requested] = GENERATE(table<std::string, bool>({{"TRUE", true},
                                                                    {"true", true},
                                                                    {"FALSE", false},
                                                                    {"", false},
                                                                    {"BUYER", true},
                                                                    {"MERCHANT", false},
                                                                    {"AMAZON", false}}));
  CAPTURE(text);
  const OrderReading order{{{"buyer-requested-cancel", text}}};
  CHECK(order.row.buyer_requested_cancel == requested);
  CHECK_FALSE(order.reading.fields.fault());
}

TEST_CASE("a buyer's request that is neither is a fault") {
  CHECK(OrderReading{{{"buyer-requested-cancel", "perhaps"}}}.reading.fields.fault());
}

TEST_CASE("the buyer asked if he asked for any item of the record") {
  CHECK(OrderReading{{{"buyer-requested-cancel", "true"}, {"buyer-requested-cancel", "false"}}}
            .row.buyer_requested_cancel);
}

TEST_CASE("an order of several packages is shipped with the last of them") {
  const std::string later = "2026-06-12T10:00:00Z";
  const std::string earlier = "2026-06-11T10:00:00Z";
  CHECK(OrderReading{{{"ship-date", later}, {"ship-date", earlier}}}.row.ship_date == at(later));
  CHECK(OrderReading{{{"ship-date", earlier}, {"ship-date", later}, {"ship-date", ""}}}.row.ship_date == at(later));
}

TEST_CASE("a promise with a time is missed a second later, one of a day on the next day") {
  CHECK(OrderReading{{{"promise-date", "2026-06-12T18:29:59+00:00"}}}.row.too_late == at("2026-06-12T18:30:00Z").first);
  CHECK(OrderReading{{{"latest-ship-date", "2026-06-12"}}}.row.too_late == at("2026-06-13T00:00:00Z").first);
}

TEST_CASE("each filter that a row meets has its bit") {
  const std::vector<Filter> filters{{Column::sales_channel, {"Amazon.fr", "Amazon.de"}},
                                    {Column::product_category, {"Books"}}};
  const auto bits = [&](std::vector<HeadedCell> cells) {
    return OrderReading{std::move(cells), filters}.row.filters_met;
  };
  CHECK(bits({{"sales-channel", "amazon.DE"}, {"product-category", "Toys"}}) == 0b01);
  CHECK(bits({{"sales-channel", "Amazon.it"}, {"product-category", "Books"}}) == 0b10);
  CHECK(bits({{"sales-channel", "Amazon.fr"}, {"product-category", "books"}}) == 0b11);
  CHECK(bits({{"sales-channel", "Amazon.it"}}) == 0);
  CHECK(bits({{"product-category", "Toys"}, {"product-category", "Books"}}) == 0b10);
}

TEST_CASE("a row's segments are its values of the column, and a channel is told by who ships") {
  RowReading reading{Kind::orders,
                     {{"order-id", "701-1-1"}, {"seller-id", " anna "}, {"fulfillment-channel", "AFN"}, {"sku", ""}}};
  std::vector<std::string_view> values;
  read_segments(reading.fields, Column::seller_id, values);
  CHECK(values == std::vector<std::string_view>{"anna"});
  read_segments(reading.fields, Column::fulfillment_channel, values);
  CHECK(values == std::vector<std::string_view>{"marketplace"});
  read_segments(reading.fields, Column::sku, values);
  CHECK(values.empty());
  read_segments(reading.fields, Column::product_category, values);
  CHECK(values.empty());
}

}  // namespace sellerhealth::normalize
