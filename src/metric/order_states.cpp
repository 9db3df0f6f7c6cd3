#include "metric/order_states.hpp"

namespace sellerhealth::metric {

namespace {

bool has(const Stamp& stamp) { return stamp.first != OrderBook::never; }

/// What the order is once everything in the exports has happened, and what it was before the dated part of it had.
struct Course {
  OrderStatus before;
  OrderStatus after;
};

Course course_of(const OrderBook::Order& order, const index::History& history) {
  if (order.status.empty()) {
    const bool tells_shipments = history.columns(order.files).contains(Column::ship_date);
    const OrderStatus before = tells_shipments ? OrderStatus::open : OrderStatus::unknown;
    return {before, has(order.cancelled) ? OrderStatus::cancelled : before};
  }
  for (const OrderStatus status : {OrderStatus::shipped, OrderStatus::open, OrderStatus::unknown}) {
    if (order.status.contains(status)) {
      return {status == OrderStatus::unknown ? OrderStatus::unknown : OrderStatus::open, status};
    }
  }
  return {OrderStatus::open, OrderStatus::cancelled};
}

}  // namespace

OrderStates states_of(const OrderBook::Order& order, const index::History& history) {
  constexpr DayRange every_day{index::always, index::forever};
  OrderStates states;
  const auto [before, after] = course_of(order, history);
  const bool both = has(order.shipped) && has(order.cancelled);
  const bool may_ship_first = has(order.shipped) && (!both || order.shipped.first <= order.cancelled.last);
  const bool ships_first = has(order.shipped) && (!both || order.shipped.last <= order.cancelled.first);
  DayRange& earlier = before == OrderStatus::open ? states.open : states.unknown;
  if (after == OrderStatus::cancelled && may_ship_first && !ships_first) {
    const Day either = history.known_from(order.cancelled.first);
    states.disputed = {either, index::forever};
    earlier = {index::always, either};
  } else if (after == OrderStatus::cancelled && !ships_first) {
    const Day cancelled = has(order.cancelled) ? history.known_from(order.cancelled.first) : index::always;
    states.cancelled = {cancelled, index::forever};
    earlier = {index::always, cancelled};
  } else if (has(order.shipped)) {
    const Day shipped = history.known_from(order.shipped.first);
    states.shipped = {shipped, index::forever};
    earlier = {index::always, shipped};
  } else if (after == OrderStatus::shipped) {
    states.undated = every_day;
  } else {
    earlier = every_day;
  }
  return states;
}

bool some_items_cancelled(const OrderBook::Order& order) {
  return order.status.contains(OrderStatus::cancelled) && order.status != SetOf{OrderStatus::cancelled};
}

}  // namespace sellerhealth::metric
