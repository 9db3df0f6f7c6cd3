#pragma once

#include "index/history.hpp"
#include "metric/day_set.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::metric {

/// In which state an order is on which as-of days: exactly one on every day, as far as the exports tell.
///
/// It is cancelled when every row that speaks says so and it was not shipped before, or when only a cancel-date speaks;
/// it is shipped when it has a ship-date or a row that speaks says so; else open, else unknown.
struct OrderStates {
  DayRange cancelled{};
  DayRange shipped{};  ///< On a known date.
  DayRange undated{};  ///< Shipped, on a date that no export names.
  DayRange open{};
  DayRange unknown{};
  DayRange disputed{};  ///< Shipped or cancelled, both on one day that is all the exports name: either came first.
};

[[nodiscard]] OrderStates states_of(const OrderBook::Order& order, const index::History& history);

/// Whether some rows that speak say cancelled and others do not. The order as a whole is in another state.
[[nodiscard]] bool some_items_cancelled(const OrderBook::Order& order);

}  // namespace sellerhealth::metric
