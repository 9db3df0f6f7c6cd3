#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/records.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, all_kinds.size()> kind_names{"orders",      "feedback", "claims",
                                                                    "chargebacks", "messages", "violations"};

constexpr std::array<std::string_view, 2> fulfillment_names{"seller", "marketplace"};

constexpr std::array<std::string_view, 3> canceller_names{"seller", "marketplace", "buyer"};

constexpr std::array<std::string_view, 3> date_order_names{"dmy", "mdy", "ymd"};

constexpr std::array<std::string_view, column_count> column_names{
    "order-id",
    "purchase-date",
    "last-updated-date",
    "order-status",
    "item-status",
    "fulfillment-channel",
    "sales-channel",
    "seller-id",
    "product-category",
    "sku",
    "latest-ship-date",
    "ship-date",
    "cancel-date",
    "cancelled-by",
    "buyer-requested-cancel",
    "rating",
    "date",
    "comments",
    "status",
    "removal-date",
    "arrived-on-time",
    "item-as-described",
    "customer-service",
    "claim-date",
    "claim-status",
    "claim-closed-date",
    "claim-reason",
    "claim-amount",
    "currency",
    "respond-by",
    "chargeback-date",
    "chargeback-type",
    "chargeback-status",
    "chargeback-status-details",
    "chargeback-closed-date",
    "amount",
    "message-id",
    "received-at",
    "responded-at",
    "no-response-needed",
    "violation-id",
    "violation-date",
    "violation-type",
    "violation-status",
    "resolved-date",
};
static_assert(!column_names.back().empty(), "every column has a name");

template <typename Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    return std::nullopt;
  }
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<Kind> find_kind(std::string_view name) { return find_name<Kind>(kind_names, name); }
std::string_view name_of(Fulfillment fulfillment) { return fulfillment_names[static_cast<std::size_t>(fulfillment)]; }

std::string_view name_of(Canceller canceller) { return canceller_names[static_cast<std::size_t>(canceller)]; }
std::optional<Canceller> find_canceller(std::string_view name) { return find_name<Canceller>(canceller_names, name); }
std::string_view name_of(DateOrder order) { return date_order_names[static_cast<std::size_t>(order)]; }
std::optional<DateOrder> find_date_order(std::string_view name) { return find_name<DateOrder>(date_order_names, name); }
std::string_view name_of(Column column) { return column_names[static_cast<std::size_t>(column)]; }
std::optional<Column> find_column(std::string_view name) { return find_name<Column>(column_names, name); }

}  // namespace sellerhealth
