#pragma once

#include <string_view>

#include "sellerhealth/mapping.hpp"

namespace sellerhealth::cli {

/// Understands a value of --column: "orders.order-id=pedido". Throws UsageError that tells what is allowed.
[[nodiscard]] ColumnMapping read_column_mapping(std::string_view text);

/// Understands a value of --value: "orders.order-status.open=invoiced,processing". Throws UsageError that tells what is
/// allowed.
[[nodiscard]] ValueMapping read_value_mapping(std::string_view text);

}  // namespace sellerhealth::cli
