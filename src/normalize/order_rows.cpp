#include <algorithm>
#include <string>

#include "normalize/rows.hpp"
#include "util/text.hpp"

namespace sellerhealth::normalize {

namespace {

SetOf<OrderStatus> read_status(Fields& fields, const Fields::Field& field) {
  if (field.text.empty()) {
    return {};
  }
  return fields.value<OrderStatus>(field).value_or(OrderStatus::unknown);
}

/// Any channel that is not known to be the marketplace's is the seller's own.
Fulfillment read_fulfillment(const Fields& fields, const Fields::Field& field) {
  return static_cast<Fulfillment>(fields.find(field).value_or(static_cast<std::uint8_t>(Fulfillment::seller)));
}

}  // namespace

bool is_sold_elsewhere(std::string_view sales_channel) { return util::fold_starts_with(sales_channel, "nonamazon"); }

OrderRow read_order_row(Fields& fields, std::span<const Filter> filters, bool lists_open_orders) {
  OrderRow row;
  SetOf<OrderStatus> order_status;
  SetOf<OrderStatus> item_status;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::order_id:
        row.order_id = field.text;
        break;
      case Column::purchase_date:
        row.purchase_date = fields.stamp(field);
        break;
      case Column::last_updated_date:
        row.last_updated_date = fields.stamp(field);
        break;
      case Column::order_status:
        order_status.insert(read_status(fields, field));
        break;
      case Column::item_status:
        item_status.insert(read_status(fields, field));
        break;
      case Column::fulfillment_channel:
        if (!field.text.empty()) {
          row.fulfillment.insert(read_fulfillment(fields, field));
        }
        break;
      case Column::sales_channel:
        row.not_marketplace |= is_sold_elsewhere(field.text);
        break;
      case Column::latest_ship_date:
        row.too_late = fields.deadline(field);
        break;
      case Column::ship_date:
        if (const std::optional<Stamp> shipped = fields.stamp(field)) {
          // Several packages: the order is shipped with the last of them.
          row.ship_date = row.ship_date ? Stamp{std::max(row.ship_date->first, shipped->first),
                                                std::max(row.ship_date->last, shipped->last)}
                                        : *shipped;
        }
        break;
      case Column::cancel_date:
        row.cancel_date = fields.stamp(field);
        break;
      case Column::cancelled_by:
        if (const std::optional<Canceller> canceller = fields.value<Canceller>(field)) {
          row.cancelled_by.insert(*canceller);
        }
        break;
      case Column::buyer_requested_cancel:
        row.buyer_requested_cancel |= fields.boolean(field);
        break;
      default:
        break;
    }
    for (std::size_t i = 0; i < filters.size(); ++i) {
      const bool met = filters[i].column == field.column &&
                       std::any_of(filters[i].values.begin(), filters[i].values.end(), [&](const std::string& value) {
                         return util::equals_ignoring_case(field.text, value);
                       });
      row.filters_met |= static_cast<std::uint32_t>(met) << i;
    }
  }
  row.status = !item_status.empty() ? item_status : order_status;
  if (lists_open_orders) {
    row.status.insert(OrderStatus::open);
  }
  if (row.order_id.empty()) {
    fields.reject(Column::order_id, "is empty, expected the id of an order");
  }
  return row;
}

void read_segments(const Fields& fields, Column column, std::vector<std::string_view>& values) {
  values.clear();
  for (const Fields::Field& field : fields.fields()) {
    if (field.column != column || field.text.empty()) {
      continue;
    }
    if (column == Column::fulfillment_channel) {
      values.push_back(read_fulfillment(fields, field) == Fulfillment::seller ? "seller" : "marketplace");
    } else {
      values.push_back(field.text);
    }
  }
}

}  // namespace sellerhealth::normalize
