#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sellerhealth {

/// What an export is about.
enum class Kind : std::uint8_t { orders, feedback, claims, chargebacks, messages, violations };

inline constexpr std::array all_kinds{Kind::orders,      Kind::feedback, Kind::claims,
                                      Kind::chargebacks, Kind::messages, Kind::violations};

/// The kind's name in options, messages and JSON: "orders", "feedback" …
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> find_kind(std::string_view name);

/// The columns that sellerhealth understands, by their own names; how exports spell them is the import's business.
enum class Column : std::uint8_t {
  order_id,
  purchase_date,
  last_updated_date,
  order_status,
  item_status,
  fulfillment_channel,
  sales_channel,
  seller_id,
  product_category,
  sku,
  latest_ship_date,
  ship_date,
  cancel_date,
  cancelled_by,
  buyer_requested_cancel,
  rating,
  date,
  comments,
  status,
  removal_date,
  arrived_on_time,
  item_as_described,
  customer_service,
  claim_date,
  claim_status,
  claim_closed_date,
  claim_reason,
  claim_amount,
  currency,
  respond_by,
  chargeback_date,
  chargeback_type,
  chargeback_status,
  chargeback_status_details,
  chargeback_closed_date,
  amount,
  message_id,
  received_at,
  responded_at,
  no_response_needed,
  violation_id,
  violation_date,
  violation_type,
  violation_status,
  resolved_date,
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::resolved_date) + 1;

/// The column's name in messages, options and JSON: "latest-ship-date".
[[nodiscard]] std::string_view name_of(Column column);
[[nodiscard]] std::optional<Column> find_column(std::string_view name);

/// A set of columns: which ones a file has.
class ColumnSet {
 public:
  void insert(Column column) { bits_.set(static_cast<std::size_t>(column)); }
  void insert(const ColumnSet& columns) { bits_ |= columns.bits_; }
  [[nodiscard]] bool contains(Column column) const { return bits_.test(static_cast<std::size_t>(column)); }

 private:
  std::bitset<column_count> bits_;
};

}  // namespace sellerhealth
