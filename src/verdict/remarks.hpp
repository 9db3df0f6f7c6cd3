#pragma once

#include <vector>

#include "index/history.hpp"
#include "sellerhealth/assessment.hpp"

/// What the reader of a checklist should know about the exports behind it.
namespace sellerhealth::verdict {

/// Sets `covered` of each check, as known then: the exports reach back to its window's first day, give or take three
/// days.
void mark_coverage(const OrderBook& book, const AssessOptions& options, std::vector<CheckResult>& checks);

/// Whether the orders exports are known to end at most `days` days before the as-of day, as known then.
[[nodiscard]] bool is_fresh(int days, const OrderBook& book, const AssessOptions& options);

/// The warnings of the import, then stale_export, window_not_covered, empty_window, unmatched_order, undated_orders,
/// undated_outcomes and no_match.
[[nodiscard]] std::vector<Diagnostic> remarks(const OrderBook& book, const index::History& history,
                                              const std::vector<CheckResult>& checks, const Ledger& ledger,
                                              const AssessOptions& options);

}  // namespace sellerhealth::verdict
