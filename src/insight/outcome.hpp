#pragma once

#include "index/history.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "verdict/reasons.hpp"

namespace sellerhealth::insight {

/// What became of an order that counts and is good: "not_cancelled", "buyer_requested_cancel", "cancelled_by_buyer",
/// "cancelled", "shipped_in_time" or "not_due"; where the rules are milder than the promise, "late_within_rules"
/// (shipped after it) or "overdue_not_counted" (past it and not shipped). Nothing for order_defect_rate: there is
/// nothing to tell.
[[nodiscard]] verdict::Reason outcome_of(Metric metric, const OrderBook::Order& order, const Rules& rules,
                                         const index::History& history, Day as_of);

}  // namespace sellerhealth::insight
