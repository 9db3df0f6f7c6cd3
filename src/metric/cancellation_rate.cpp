#include "metric/metric.hpp"
#include "metric/order_states.hpp"

/// Cancellation rate (Amazon: pre-fulfillment cancel rate): seller-fulfilled orders cancelled by the seller or the
/// marketplace / seller-fulfilled orders, whatever their status, placed by purchase-date.
///
/// Not counted: cancellations that the buyer requested, even if the seller pressed the button, or that the buyer made
/// (Seller Central G200285210). Possible: who cancelled is not known, or whether it was cancelled at all.
///
/// An order some of whose items were cancelled is no cancellation, unless the rules say so (Amazon: "all order and item
/// cancellations initiated by the seller"): then it is one from its latest cancel-date on, by the same canceller.
namespace sellerhealth::metric {

namespace {

enum Component { seller, marketplace, unknown };
constexpr Part components[] = {{"seller"}, {"marketplace"}, {.name = "unknown", .is_reason = false}};

enum OpenQuestion { canceller_missing, status_unknown, cancel_time_missing };
constexpr Question questions[] = {{Kind::orders, Column::cancelled_by},
                                  {Kind::orders, Column::order_status},
                                  {.kind = Kind::orders, .column = Column::cancel_date, .to_the_second = true}};

constexpr Question stands_on[] = {
    {Kind::orders, Column::order_status}, {Kind::orders, Column::item_status}, {Kind::orders, Column::cancel_date}};

std::optional<Canceller> canceller_of(const OrderBook::Order& order) {
  for (const Canceller canceller : {Canceller::seller, Canceller::marketplace, Canceller::buyer}) {
    if (order.cancelled_by.contains(canceller)) {
      return canceller;
    }
  }
  return std::nullopt;
}

/// When the cancellation that counts is known: of the order or, if the rules say so, of some of its items.
DayRange cancelled_days(const OrderBook::Order& order, const OrderStates& states, const index::History& history,
                        const Rules& rules) {
  if (!rules.partial_cancellations_count || !some_items_cancelled(order)) {
    return states.cancelled;
  }
  const bool dated = order.cancelled.first != OrderBook::never;
  return {dated ? history.known_from(order.cancelled.first) : index::always, index::forever};
}

void count(const Case& subject, const index::History& history, const Given& given, Spans& spans) {
  const OrderBook::Order& order = *subject.order;
  if (!order.seller_fulfilled()) {
    return;
  }
  spans.counted.insert(DayRange{index::always, index::forever});
  const std::optional<Canceller> named = canceller_of(order);
  if (order.buyer_requested_cancel) {
    return;
  }
  const OrderStates states = states_of(order, history);
  if (named == Canceller::buyer) {
    // That it was the buyer is known only with the cancellation.
    const Day cancelled =
        order.cancelled.first == OrderBook::never ? index::always : history.known_from(order.cancelled.first);
    spans.open[status_unknown].insert(intersection(states.unknown, {index::always, cancelled}));
    spans.components[unknown].insert(spans.open[status_unknown]);
    return;
  }
  const DayRange cancelled = cancelled_days(order, states, history, given.rules);
  const std::optional<Canceller> canceller = named ? named : given.assume_cancelled_by;
  if (canceller == Canceller::seller || canceller == Canceller::marketplace) {
    spans.known.insert(cancelled);
    spans.components[canceller == Canceller::seller ? seller : marketplace].insert(cancelled);
  } else if (!canceller) {
    spans.open[canceller_missing].insert(cancelled);
  }
  if (canceller != Canceller::buyer) {
    spans.open[canceller ? cancel_time_missing : canceller_missing].insert(states.disputed);
  }
  spans.open[status_unknown].insert(states.unknown);
  for (const OpenQuestion question : {canceller_missing, status_unknown, cancel_time_missing}) {
    spans.components[unknown].insert(spans.open[question]);
  }
  spans.components[unknown].erase(spans.known);
}

}  // namespace

const Definition cancellation_rate{
    .metric = Metric::cancellation_rate,
    .name = "cancellation_rate",
    .subject = Subject::order,
    .components = components,
    .questions = questions,
    .stands_on = stands_on,
    .count = count,
};

}  // namespace sellerhealth::metric
