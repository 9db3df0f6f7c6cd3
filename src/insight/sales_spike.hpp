#pragma once

#include <optional>

#include "sellerhealth/advice.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::insight {

/// Whether sales rose suddenly, as known on the as-of day. With a pace of ten orders a week, chance makes 20 of them in
/// one week of three hundred.
///
/// The last day is that of the newest order: what a day cut off by the export lacks can hide a rise, not make one.
/// Nothing is told from exports that are old, nor from those that do not cover the 28 days.
[[nodiscard]] std::optional<SalesSpike> sales_spike(const OrderBook& book, Day as_of);

}  // namespace sellerhealth::insight
