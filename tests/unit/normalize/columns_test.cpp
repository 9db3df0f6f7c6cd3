#include "normalize/columns.hpp"

#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::normalize {

namespace {

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

TEST_CASE("the headers of every feedback report are known, with the commas at their ends") {
  const Meaning meaning = GENERATE(
      Meaning{"Date", Column::date}, Meaning{"Rating", Column::rating}, Meaning{"Comments", Column::comments},
      Meaning{"Arrived on Time,", Column::arrived_on_time}, Meaning{"Item as Described,", Column::item_as_described},
      Meaning{"Customer Service,", Column::customer_service}, Meaning{"Order ID,", Column::order_id},
      Meaning{"Évaluation", Column::rating}, Meaning{"Commentaire", Column::comments},
      Meaning{"Arrivé à temps", Column::arrived_on_time}, Meaning{"ARRIVE A TEMPS", Column::arrived_on_time},
      Meaning{"Article tel que décrit", Column::item_as_described},
      Meaning{"Service clients", Column::customer_service}, Meaning{"Numéro de la commande", Column::order_id});
  CAPTURE(meaning.header);
  CHECK(find_column(Kind::feedback, meaning.header) == meaning.column);
}

TEST_CASE("the labels of the French pages of claims and chargebacks are known") {
  CHECK(find_column(Kind::claims, "Etat de la réclamation") == Column::claim_status);
  CHECK(find_column(Kind::claims, "État de la réclamation") == Column::claim_status);
  CHECK(find_column(Kind::claims, "ID de commande") == Column::order_id);
  CHECK(find_column(Kind::claims, "Vous devez répondre avant le") == Column::respond_by);
  CHECK(find_column(Kind::chargebacks, "Date de la contestation") == Column::chargeback_date);
  CHECK(find_column(Kind::chargebacks, "Date limite de réponse") == Column::respond_by);
  CHECK(find_column(Kind::chargebacks, "Numéro de commande et articles affectés") == Column::order_id);
  CHECK(find_column(Kind::chargebacks, "Etat") == Column::chargeback_status);
  CHECK(find_column(Kind::chargebacks, "Détails sur l’état") == Column::chargeback_status_details);
  CHECK(find_column(Kind::chargebacks, "Montant") == Column::amount);
}

TEST_CASE("the seller's own order number is not the order id") {
  CHECK_FALSE(find_column(Kind::orders, "merchant-order-id"));
  CHECK_FALSE(find_column(Kind::orders, "merchant order-id"));
  CHECK_FALSE(find_column(Kind::orders, "SellerOrderId"));
}

TEST_CASE("what every export of a kind must have stands in the table of its columns") {
  CHECK(required_columns(Kind::orders) == std::vector{Column::order_id});
  CHECK(required_columns(Kind::feedback) == std::vector{Column::order_id, Column::rating});
  CHECK(required_columns(Kind::messages) == std::vector{Column::received_at});
  CHECK(required_columns(Kind::violations) == std::vector{Column::violation_date});
}

TEST_CASE("the tables of JSON documents are called like the kinds") {
  CHECK(table_keys().tables ==
        std::vector<std::string_view>{"orders", "feedback", "claims", "chargebacks", "messages", "violations"});
  CHECK(table_keys().pages == "orders");
  CHECK(table_keys().record == "order");
}

TEST_CASE("feedback, claims, chargebacks and messages know Amazon's name of the order id too") {
  const Kind kind = GENERATE(Kind::feedback, Kind::claims, Kind::chargebacks, Kind::messages);
  CAPTURE(name_of(kind));
  CHECK(find_column(kind, "amazon-order-id") == Column::order_id);
}

TEST_CASE("the unshipped-orders report gives itself away by columns that no other has") {
  CHECK(lists_open_orders("days-past-promise"));
  CHECK(lists_open_orders("quantity-to-ship"));
  CHECK_FALSE(lists_open_orders("promise-date"));
  CHECK_FALSE(lists_open_orders("quantity-shipped"));
}

}  // namespace sellerhealth::normalize
