#include "normalize/columns.hpp"

#include <vector>

#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

namespace {

using Headers = std::vector<std::string>;

/// A header of an orders export, and what it is to be understood as.
struct Meaning {
  std::string_view header;
  Column column;
};

}  // namespace

TEST_CASE("every kind knows its columns by their own names") {
  CHECK(find_column(Kind::orders, "buyer-requested-cancel") == Column::buyer_requested_cancel);
  CHECK(find_column(Kind::feedback, "arrived-on-time") == Column::arrived_on_time);
  CHECK(find_column(Kind::claims, "claim-closed-date") == Column::claim_closed_date);
  CHECK(find_column(Kind::chargebacks, "chargeback-type") == Column::chargeback_type);
  CHECK(find_column(Kind::messages, "no-response-needed") == Column::no_response_needed);
  CHECK(find_column(Kind::violations, "resolved-date") == Column::resolved_date);
}

TEST_CASE("a column is known in whatever case and with whatever separators") {
  const std::string_view header =
      GENERATE("latest-ship-date", "Latest Ship Date", "latest_ship_date", "LatestShipDate", "LATEST-SHIP_DATE");
  CAPTURE(header);
  CHECK(find_column(Kind::orders, header) == Column::latest_ship_date);
}

TEST_CASE("a column of one kind means nothing in an export of another") {
  CHECK_FALSE(find_column(Kind::orders, "rating"));
  CHECK_FALSE(find_column(Kind::feedback, "ship-date"));
  CHECK_FALSE(find_column(Kind::violations, "order-id"));
  CHECK_FALSE(find_column(Kind::orders, "buyer-email"));
  CHECK_FALSE(find_column(Kind::orders, ""));
}

TEST_CASE("the headers of Amazon's all-orders report are known") {
  const Meaning meaning =
      GENERATE(Meaning{"amazon-order-id", Column::order_id}, Meaning{"purchase-date", Column::purchase_date},
               Meaning{"last-updated-date", Column::last_updated_date}, Meaning{"order-status", Column::order_status},
               Meaning{"item-status", Column::item_status}, Meaning{"fulfillment-channel", Column::fulfillment_channel},
               Meaning{"sales-channel", Column::sales_channel}, Meaning{"sku", Column::sku});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::orders, meaning.header) == meaning.column);
}

TEST_CASE("the headers of the order, unshipped-orders and fulfilled-shipments reports are known") {
  const Meaning meaning =
      GENERATE(Meaning{"order-id", Column::order_id}, Meaning{"promise-date", Column::latest_ship_date},
               Meaning{"latest-ship-date", Column::latest_ship_date},
               Meaning{"is-buyer-requested-cancelation", Column::buyer_requested_cancel},
               Meaning{"is-buyer-requested-cancellation", Column::buyer_requested_cancel},
               Meaning{"shipment-date", Column::ship_date});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::orders, meaning.header) == meaning.column);
}

TEST_CASE("the names of the Orders API v0 are known") {
  const Meaning meaning =
      GENERATE(Meaning{"AmazonOrderId", Column::order_id}, Meaning{"PurchaseDate", Column::purchase_date},
               Meaning{"LastUpdateDate", Column::last_updated_date}, Meaning{"OrderStatus", Column::order_status},
               Meaning{"FulfillmentChannel", Column::fulfillment_channel},
               Meaning{"SalesChannel", Column::sales_channel}, Meaning{"LatestShipDate", Column::latest_ship_date},
               Meaning{"OrderItems.BuyerRequestedCancel.IsBuyerRequestedCancel", Column::buyer_requested_cancel});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::orders, meaning.header) == meaning.column);
}

TEST_CASE("the names of the Orders API 2026-01-01 are known") {
  const Meaning meaning =
      GENERATE(Meaning{"orderId", Column::order_id}, Meaning{"createdTime", Column::purchase_date},
               Meaning{"lastUpdatedTime", Column::last_updated_date},
               Meaning{"fulfillment.fulfillmentStatus", Column::order_status},
               Meaning{"fulfillment.fulfilledBy", Column::fulfillment_channel},
               Meaning{"salesChannel.marketplaceName", Column::sales_channel},
               Meaning{"fulfillment.shipByWindow.latestDateTime", Column::latest_ship_date},
               Meaning{"packages.shipTime", Column::ship_date},
               Meaning{"orderItems.cancellation.cancellationExecution.cancelledBy", Column::cancelled_by},
               Meaning{"orderItems.cancellation.cancellationRequest.requester", Column::buyer_requested_cancel});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::orders, meaning.header) == meaning.column);
}

TEST_CASE("the names of the Airbyte and Fivetran connectors are known") {
  const Meaning meaning =
      GENERATE(Meaning{"amazon_order_id", Column::order_id}, Meaning{"purchase_date", Column::purchase_date},
               Meaning{"last_update_date", Column::last_updated_date}, Meaning{"order_status", Column::order_status},
               Meaning{"fulfillment_channel", Column::fulfillment_channel},
               Meaning{"latest_ship_date", Column::latest_ship_date},
               Meaning{"buyer_requested_cancel_is_buyer_requested_cancel", Column::buyer_requested_cancel});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::orders, meaning.header) == meaning.column);
}

TEST_CASE("feedback, claims, chargebacks and messages know Amazon's name of the order id too") {
  const Kind kind = GENERATE(Kind::feedback, Kind::claims, Kind::chargebacks, Kind::messages);
  CAPTURE(name_of(kind));
  CHECK(find_column(kind, "amazon-order-id") == Column::order_id);
}

TEST_CASE("each kind of export is recognized by its mark") {
  struct Marked {
    Headers headers;
    Kind kind;
    std::string mark;
  };
  const Marked marked = GENERATE(values<Marked>({
      {{"Order ID", "Rating", "Date"}, Kind::feedback, "Rating"},
      {{"order-id", "claim-date"}, Kind::claims, "claim-date"},
      {{"order_id", "claim_status"}, Kind::claims, "claim_status"},
      {{"order-id", "Claim Reason"}, Kind::claims, "Claim Reason"},
      {{"order-id", "claim-type"}, Kind::claims, "claim-type"},
      {{"order-id", "chargeback-date"}, Kind::chargebacks, "chargeback-date"},
      {{"chargeback_type", "order_id", "amount"}, Kind::chargebacks, "chargeback_type"},
      {{"message-id", "received-at", "order-id"}, Kind::messages, "received-at"},
      {{"received_at"}, Kind::messages, "received_at"},
      {{"violation-date"}, Kind::violations, "violation-date"},
      {{"Violation Type", "Violation Date"}, Kind::violations, "Violation Type"},
  }));
  const RecognitionResult result = recognize(marked.headers);
  CAPTURE(marked.mark, result.problem);
  REQUIRE(result.recognized);
  CHECK(result.recognized->kind == marked.kind);
  CHECK(result.recognized->mark == marked.mark);
}

TEST_CASE("an order id beside another column of orders makes an orders export") {
  const RecognitionResult shipping_log = recognize(Headers{"order-id", "carrier", "ship-date"});
  REQUIRE(shipping_log.recognized);
  CHECK(shipping_log.recognized->kind == Kind::orders);
  CHECK(shipping_log.recognized->mark == "ship-date");
  CHECK(recognize(Headers{"amazon-order-id", "purchase-date"}).recognized->kind == Kind::orders);
}

TEST_CASE("an order id alone does not tell what an export is about") {
  const RecognitionResult result = recognize(Headers{"order-id", "buyer-name"});
  CHECK_FALSE(result.recognized);
  CHECK_THAT(result.problem, ContainsSubstring("--orders F") && ContainsSubstring("--claims F") &&
                                 ContainsSubstring("--feedback F") && ContainsSubstring("--chargebacks F"));
}

TEST_CASE("marks of two kinds ask which of the two it is") {
  const RecognitionResult result = recognize(Headers{"order-id", "rating", "claim-date"});
  CHECK_FALSE(result.recognized);
  CHECK_THAT(result.problem, ContainsSubstring("rating") && ContainsSubstring("claim-date") &&
                                 ContainsSubstring("--feedback F") && ContainsSubstring("--claims F"));
}

TEST_CASE("columns of orders beside the mark of another kind do not make it orders") {
  const RecognitionResult result = recognize(Headers{"order-id", "purchase-date", "order-status", "rating"});
  REQUIRE(result.recognized);
  CHECK(result.recognized->kind == Kind::feedback);
}

TEST_CASE("headers of nothing that is known are no export") {
  const Headers headers = GENERATE(values<Headers>({{}, {"name", "price"}, {"purchase-date", "order-status"}}));
  const RecognitionResult result = recognize(headers);
  CHECK_FALSE(result.recognized);
  CHECK_FALSE(result.problem.empty());
}

TEST_CASE("the unshipped-orders report gives itself away by columns that no other has") {
  CHECK(lists_open_orders("days-past-promise"));
  CHECK(lists_open_orders("quantity-to-ship"));
  CHECK_FALSE(lists_open_orders("promise-date"));
  CHECK_FALSE(lists_open_orders("quantity-shipped"));
}

}  // namespace sellerhealth::normalize
