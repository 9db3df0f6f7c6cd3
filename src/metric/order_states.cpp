#include "metric/order_states.hpp"

namespace sellerhealth::metric {

namespace {

bool has(const Stamp& stamp) { return stamp.first != OrderBook::never; }

OrderStatus final_status(const OrderBook::Order& order, const index::History& history) {
  if (!order.status.empty()) {
    for (const OrderStatus status : {OrderStatus::shipped, OrderStatus::open, OrderStatus::unknown}) {
      if (order.status.contains(status)) {
        return status;
      }
    }
    return OrderStatus::cancelled;
  }
  if (has(order.cancelled)) {
    return OrderStatus::cancelled;
  }
  return history.columns(order.files).contains(Column::ship_date) ? OrderStatus::open : OrderStatus::unknown;
}

}  // namespace

OrderStates states_of(const OrderBook::Order& order, const index::History& history) {
  constexpr DayRange every_day{index::always, index::forever};
  OrderStates states;
  const OrderStatus status = final_status(order, history);
  const bool shipped_first =
      has(order.shipped) && (!has(order.cancelled) || order.shipped.first <= order.cancelled.first);
  if (status == OrderStatus::cancelled && !shipped_first) {
    const Day cancelled = has(order.cancelled) ? history.known_from(order.cancelled.first) : index::always;
    states.cancelled = {cancelled, index::forever};
    states.open = {index::always, cancelled};
  } else if (has(order.shipped)) {
    const Day shipped = history.known_from(order.shipped.first);
    states.shipped = {shipped, index::forever};
    states.open = {index::always, shipped};
  } else if (status == OrderStatus::shipped) {
    states.undated = every_day;
  } else if (status == OrderStatus::open) {
    states.open = every_day;
  } else {
    states.unknown = every_day;
  }
  return states;
}

}  // namespace sellerhealth::metric
