#include "normalize/columns.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

/// A column that an export of some kind may have, and how the marketplaces' reports spell it (folded, see util::fold).
struct ColumnSpec {
  Column column;
  std::vector<std::string_view> aliases = {};
};

using Columns = std::vector<ColumnSpec>;

/// What each kind of export may hold: the one table of columns and aliases.
///
/// Sources of the aliases: Amazon's all-orders, order, unshipped-orders and fulfilled-shipments reports; Orders API v0
/// (`AmazonOrderId`); Orders API 2026-01-01 (`orderId`, nested names joined by dots); the tables of the Airbyte and
/// Fivetran connectors (`last_update_date`, `buyer_requested_cancel_is_buyer_requested_cancel`).
const Columns& columns_of(Kind kind) {
  static const std::array<Columns, all_kinds.size()> table{
      Columns{
          {Column::order_id, {"amazonorderid"}},
          {Column::purchase_date, {"createdtime"}},
          {Column::last_updated_date, {"lastupdatedate", "lastupdatedtime"}},
          {Column::order_status, {"fulfillment.fulfillmentstatus"}},
          {Column::item_status},
          {Column::fulfillment_channel, {"fulfillment.fulfilledby"}},
          {Column::sales_channel, {"saleschannel.marketplacename"}},
          {Column::seller_id},
          {Column::product_category},
          {Column::sku, {"sellersku", "orderitems.sellersku", "orderitems.product.sellersku"}},
          {Column::latest_ship_date, {"promisedate", "fulfillment.shipbywindow.latestdatetime"}},
          {Column::ship_date, {"shipmentdate", "packages.shiptime"}},
          {Column::cancel_date, {"canceldate"}},
          {Column::cancelled_by, {"canceledby", "orderitems.cancellation.cancellationexecution.cancelledby"}},
          {Column::buyer_requested_cancel,
           {"isbuyerrequestedcancelation", "isbuyerrequestedcancellation", "isbuyerrequestedcancel",
            "buyerrequestedcancelisbuyerrequestedcancel", "orderitems.buyerrequestedcancel.isbuyerrequestedcancel",
            "orderitems.cancellation.cancellationrequest.requester"}},
      },
      Columns{
          {Column::order_id, {"amazonorderid"}},
          {Column::rating},
          {Column::date},
          {Column::comments},
          {Column::status},
          {Column::removal_date},
          {Column::arrived_on_time},
          {Column::item_as_described},
          {Column::customer_service},
      },
      Columns{
          {Column::order_id, {"amazonorderid"}},
          {Column::claim_date},
          {Column::claim_status},
          {Column::claim_closed_date},
          {Column::claim_reason},
          {Column::claim_amount},
          {Column::currency},
          {Column::respond_by},
      },
      Columns{
          {Column::order_id, {"amazonorderid"}},
          {Column::chargeback_date},
          {Column::chargeback_type},
          {Column::chargeback_status},
          {Column::chargeback_closed_date},
          {Column::amount},
          {Column::currency},
          {Column::respond_by},
      },
      Columns{
          {Column::message_id},
          {Column::order_id, {"amazonorderid"}},
          {Column::received_at},
          {Column::responded_at},
          {Column::no_response_needed},
      },
      Columns{
          {Column::violation_id},
          {Column::violation_date},
          {Column::violation_type},
          {Column::violation_status},
          {Column::resolved_date},
      },
  };
  return table[static_cast<std::size_t>(kind)];
}

/// The columns that tell each kind but orders: one, or all whose names begin so.
struct Mark {
  Kind kind;
  std::string_view name;
};
constexpr std::array marks{
    Mark{Kind::feedback, "rating"},      Mark{Kind::claims, "claim-"},         Mark{Kind::chargebacks, "chargeback-"},
    Mark{Kind::messages, "received-at"}, Mark{Kind::violations, "violation-"},
};

bool marks_kind(const Mark& mark, std::string_view header) {
  const auto matches = [&](std::string_view name) {
    return mark.name.back() == '-' ? name.starts_with(mark.name) : name == mark.name;
  };
  const std::optional<Column> column = find_column(mark.kind, header);
  return (column && matches(name_of(*column))) || matches(util::hyphenated(header));
}

}  // namespace

std::optional<Column> find_column(Kind kind, std::string_view header) {
  const std::string folded = util::fold(header);
  for (const ColumnSpec& spec : columns_of(kind)) {
    if (util::fold(name_of(spec.column)) == folded ||
        std::find(spec.aliases.begin(), spec.aliases.end(), folded) != spec.aliases.end()) {
      return spec.column;
    }
  }
  return std::nullopt;
}

RecognitionResult recognize(std::span<const std::string> headers) {
  std::vector<Recognition> found;
  for (const Mark& mark : marks) {
    const auto header =
        std::find_if(headers.begin(), headers.end(), [&](const std::string& name) { return marks_kind(mark, name); });
    if (header != headers.end()) {
      found.push_back({mark.kind, *header});
    }
  }
  if (found.size() == 1) {
    return {.recognized = found.front(), .problem = {}};
  }
  if (found.size() > 1) {
    return {.recognized = std::nullopt,
            .problem = "has columns of two kinds of export, " + util::quoted(found[0].mark) + " and " +
                       util::quoted(found[1].mark) + "; say which it is with --" + std::string{name_of(found[0].kind)} +
                       " FILE or --" + std::string{name_of(found[1].kind)} + " FILE",
            .ambiguous = true};
  }
  bool has_order_id = false;
  const std::string* other = nullptr;
  for (const std::string& header : headers) {
    const std::optional<Column> column = find_column(Kind::orders, header);
    if (column == Column::order_id) {
      has_order_id = true;
    } else if (column && other == nullptr) {
      other = &header;
    }
  }
  if (has_order_id && other != nullptr) {
    return {.recognized = Recognition{Kind::orders, *other}, .problem = {}};
  }
  if (has_order_id) {
    return {.recognized = std::nullopt,
            .problem =
                "has an order id but no other column that tells what it is about; say which it is with "
                "--orders FILE, --feedback FILE, --claims FILE, --chargebacks FILE or --messages FILE",
            .ambiguous = true};
  }
  return {.recognized = std::nullopt,
          .problem =
              "not an export that sellerhealth knows: expected a column order-id beside another one of an orders "
              "export, or rating, claim-date, chargeback-date, received-at or violation-date"};
}

bool lists_open_orders(std::string_view header) {
  return util::folds_to(header, "dayspastpromise") || util::folds_to(header, "quantitytoship");
}

}  // namespace sellerhealth::normalize
