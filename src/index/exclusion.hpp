#pragma once

#include <optional>
#include <string_view>

#include "sellerhealth/order_book.hpp"

/// Reasons for which something lies outside every metric, as their ledger codes.
namespace sellerhealth::index {

inline constexpr std::string_view unmatched_order = "unmatched_order";

/// `unmatched_order` (no orders export names it), "undated", "not_marketplace" or "filtered"; nothing when it counts.
[[nodiscard]] std::optional<std::string_view> exclusion_of(const OrderBook& book, const OrderBook::Order& order);

/// "filtered": a message goes with its order, and without one it meets no filter.
[[nodiscard]] std::optional<std::string_view> exclusion_of(const OrderBook& book,
                                                           const OrderBook::Filed<Message>& message);

}  // namespace sellerhealth::index
