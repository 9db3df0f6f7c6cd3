#pragma once

#include <span>
#include <vector>

#include "index/history.hpp"
#include "sellerhealth/assessment.hpp"

/// What the reader of a checklist should know about the exports behind it.
namespace sellerhealth::verdict {

/// Orders exports that end more days before the as-of day are old, unless AssessOptions::max_age_days says otherwise.
inline constexpr int default_max_age_days = 7;

/// Whether the orders exports are known to end at most `days` days before the as-of day, as known then.
[[nodiscard]] bool is_fresh(int days, const OrderBook& book, const AssessOptions& options);

/// The warnings of the import, then stale_export, window_not_covered, empty_window, unmatched_order, undated_orders,
/// undated_outcomes and no_match. All as of the day of `options`, but for the outcomes: they are counted for all of
/// `as_of_days`, which are in rising order and not empty.
[[nodiscard]] std::vector<Diagnostic> remarks(const OrderBook& book, const index::History& history,
                                              const std::vector<CheckResult>& checks, const Ledger& ledger,
                                              const AssessOptions& options, const Rules& rules,
                                              std::span<const Day> as_of_days);

}  // namespace sellerhealth::verdict
