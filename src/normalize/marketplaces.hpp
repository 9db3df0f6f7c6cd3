#pragma once

#include <optional>
#include <string_view>

#include "sellerhealth/date_order.hpp"

namespace sellerhealth::normalize {

/// The order in which the marketplace that `sales_channel` names ("Amazon.com") writes dates; nothing for what is no
/// Amazon site.
[[nodiscard]] std::optional<DateOrder> date_order_of(std::string_view sales_channel);

}  // namespace sellerhealth::normalize
