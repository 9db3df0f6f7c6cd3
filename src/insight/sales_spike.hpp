#pragma once

#include <optional>

#include "sellerhealth/advice.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::insight {

/// Whether sales rose suddenly, as known on the as-of day: in the last seven days at least 20 orders, and at least
/// twice the pace of the 28 days before. With a pace of ten a week, chance makes 20 of them in one week of three
/// hundred.
///
/// The last day is the one before the as-of day, or else that of the newest order: what a day cut off by the export
/// lacks can hide a rise, not make one. Nothing is told from orders that end more than seven days before the as-of day,
/// nor from exports that do not reach back over the 28 days, give or take three.
[[nodiscard]] std::optional<SalesSpike> sales_spike(const OrderBook& book, Day as_of);

}  // namespace sellerhealth::insight
