#include <algorithm>

#include "metric/metric.hpp"
#include "metric/order_states.hpp"

/// Late shipment rate: seller-fulfilled orders shipped after their latest-ship-date, or neither shipped nor cancelled
/// and past it / seller-fulfilled orders, whatever their status, placed by purchase-date.
///
/// An order is overdue for certain once its exports reach past the promise without showing a shipment; between the end
/// of the exports and the as-of day it is possibly late. A cancelled order is never late.
///
/// By the rules of a marketplace, late is only what ships k or more days after the day of the promise (Amazon in 2012:
/// "three or more days beyond the expected ship date"), or only what was shipped at all: then an open order is never
/// late (Amazon: "when confirmation occurs after").
namespace sellerhealth::metric {

namespace {

enum Component { shipped_late, overdue, unknown };
constexpr Part components[] = {{"shipped_late"}, {"overdue"}, {.name = "unknown", .is_reason = false}};

enum OpenQuestion { promise_missing, ship_date_missing, ship_time_missing, status_unknown, export_too_old };
constexpr Question questions[] = {{Kind::orders, Column::latest_ship_date},
                                  {Kind::orders, Column::ship_date},
                                  {.kind = Kind::orders, .column = Column::ship_date, .to_the_second = true},
                                  {Kind::orders, Column::order_status},
                                  {Kind::orders, std::nullopt}};

constexpr Question stands_on[] = {{Kind::orders, Column::latest_ship_date}};

/// The first instant at which the order is late.
Instant too_late(const OrderBook::Order& order, const index::History& history, const Rules& rules) {
  if (rules.late_after_days == 0) {
    return order.too_late;
  }
  const Instant promise = order.too_late - std::chrono::seconds{1};
  return history.start_of_later_day(promise, std::chrono::days{rules.late_after_days});
}

void count_with_promise(const OrderBook::Order& order, const OrderStates& states, const index::History& history,
                        const Rules& rules, Spans& spans) {
  const Instant late = too_late(order, history, rules);
  const DayRange past_promise{history.reached(late), index::forever};
  if (order.shipped.first >= late) {
    spans.components[shipped_late].insert(states.shipped);
  } else if (order.shipped.last >= late) {
    spans.open[ship_time_missing].insert(states.shipped);
  }
  // Late and yet before the cancellation, if the day allows that.
  if (std::min(order.shipped.last, order.cancelled.last) >= late) {
    spans.open[ship_time_missing].insert(states.disputed);
  }
  if (rules.overdue_counts) {
    const DayRange certain{history.certain_from(order.files, late), index::forever};
    spans.components[overdue].insert(intersection(states.open, certain));
    spans.open[export_too_old].insert(intersection(states.open, past_promise));
  }
  spans.open[ship_date_missing].insert(intersection(states.undated, past_promise));
  spans.open[status_unknown].insert(intersection(states.unknown, past_promise));
}

void count(const Case& subject, const index::History& history, const Given& given, Spans& spans) {
  const OrderBook::Order& order = *subject.order;
  if (!order.seller_fulfilled()) {
    return;
  }
  spans.counted.insert(DayRange{index::always, index::forever});
  const OrderStates states = states_of(order, history);
  if (order.too_late != OrderBook::never) {
    count_with_promise(order, states, history, given.rules, spans);
  } else {
    const DayRange open = given.rules.overdue_counts ? states.open : DayRange{};
    for (const DayRange& maybe_late : {states.shipped, states.undated, open, states.unknown, states.disputed}) {
      spans.open[promise_missing].insert(maybe_late);
    }
  }
  spans.known.insert(spans.components[shipped_late]);
  spans.known.insert(spans.components[overdue]);
  for (const DaySet& possible : spans.open) {
    spans.components[unknown].insert(possible);
  }
  spans.components[unknown].erase(spans.known);
}

}  // namespace

const Definition late_shipment_rate{
    .metric = Metric::late_shipment_rate,
    .name = "late_shipment_rate",
    .subject = Subject::order,
    .components = components,
    .questions = questions,
    .stands_on = stands_on,
    .count = count,
};

}  // namespace sellerhealth::metric
