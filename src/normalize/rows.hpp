#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "normalize/fields.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/records.hpp"

/// What the rows of each kind of export say, column by column. Each function reads all fields of one row; when
/// `fields.fault()` is set afterwards, the record is to be thrown away.
namespace sellerhealth::normalize {

/// Whether a sales-channel is none of the marketplace's: "Non-Amazon", "Non-Amazon US" …
[[nodiscard]] bool is_sold_elsewhere(std::string_view sales_channel);

/// `lists_open_orders`: the export holds nothing but orders still to be shipped, so every row says "open".
[[nodiscard]] OrderRow read_order_row(Fields& fields, std::span<const Filter> filters, bool lists_open_orders);
/// The values of `column` in a row of orders that are not empty, into `values`. A fulfillment-channel is told by who
/// ships: "seller" or "marketplace", however the export spells it.
void read_segments(const Fields& fields, Column column, std::vector<std::string_view>& values);
[[nodiscard]] Feedback read_feedback(Fields& fields);
[[nodiscard]] Claim read_claim(Fields& fields);
[[nodiscard]] Chargeback read_chargeback(Fields& fields);
[[nodiscard]] Message read_message(Fields& fields);
[[nodiscard]] Violation read_violation(Fields& fields);

/// Whether every run reads `column`; the others only on demand, so that a fault in them stops no run without need.
[[nodiscard]] bool is_read(Column column);

/// Whether `column` holds dates.
[[nodiscard]] bool is_date(Column column);

}  // namespace sellerhealth::normalize
