#include "insight/outcome.hpp"

#include "metric/order_states.hpp"

namespace sellerhealth::insight {

verdict::Reason outcome_of(Metric metric, const OrderBook::Order& order, const Rules& rules,
                           const index::History& history, Day as_of) {
  if (metric == Metric::order_defect_rate) {
    return std::nullopt;
  }
  const metric::OrderStates states = metric::states_of(order, history);
  const bool cancelled = states.cancelled.contains(as_of);
  if (metric == Metric::cancellation_rate) {
    return !cancelled                     ? "not_cancelled"
           : order.buyer_requested_cancel ? "buyer_requested_cancel"
                                          : "cancelled_by_buyer";
  }
  if (cancelled) {
    return "cancelled";
  }
  const bool promised = order.too_late != OrderBook::never;
  if (states.shipped.contains(as_of)) {
    return promised && order.shipped.last >= order.too_late ? "late_within_rules" : "shipped_in_time";
  }
  const bool past_promise = promised && history.reached(order.too_late) <= as_of;
  return past_promise && !rules.overdue_counts ? "overdue_not_counted" : "not_due";
}

}  // namespace sellerhealth::insight
