#pragma once

#include <span>
#include <vector>

#include "index/history.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::verdict {

/// Accounts for every row of the book's exports, as of `as_of`: used by one of `checks`, left out for a reason, or
/// rejected.
[[nodiscard]] Ledger ledger(const OrderBook& book, const index::History& history, std::span<const Check> checks,
                            Day as_of);

/// For each export, how many of its rows name an order that no orders export holds.
[[nodiscard]] std::vector<std::int64_t> unmatched_rows(const OrderBook& book);

}  // namespace sellerhealth::verdict
