#include "insight/outcome.hpp"

#include "metric/order_states.hpp"

namespace sellerhealth::insight {

verdict::Reason outcome_of(Metric metric, const OrderBook::Order& order, const index::History& history, Day as_of) {
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
  return cancelled ? "cancelled" : states.shipped.contains(as_of) ? "shipped_in_time" : "not_due";
}

}  // namespace sellerhealth::insight
