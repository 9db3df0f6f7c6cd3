#pragma once

#include <span>
#include <vector>

#include "index/history.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::verdict {

/// Accounts for every row of the book's exports, as of `as_of`: used by one of `checks`, left out for a reason, or
/// rejected.
[[nodiscard]] Ledger ledger(const OrderBook& book, const index::History& history, std::span<const Check> checks,
                            const Rules& rules, Day as_of);

}  // namespace sellerhealth::verdict
