#pragma once

#include "index/history.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/explanation.hpp"

namespace sellerhealth::insight {

/// Whether `a` is listed before `b`: by id, and where there is none by what it is.
[[nodiscard]] bool precedes(const CaseFacts& a, const CaseFacts& b);

/// Everything about a case, to keep when its visit is over.
[[nodiscard]] CaseFacts facts_of(const metric::Case& one);

/// Without the filings that do not count on `as_of`.
[[nodiscard]] CaseFacts effective(CaseFacts facts, const Rules& rules, const index::History& history, Day as_of);

}  // namespace sellerhealth::insight
