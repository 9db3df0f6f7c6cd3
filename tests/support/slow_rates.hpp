#pragma once

#include "sellerhealth/assessment.hpp"
#include "support/account.hpp"
#include "support/slow_calendar.hpp"
#include "support/slow_facts.hpp"
#include "support/slow_oracle.hpp"

namespace sellerhealth::support {

/// One question to the oracle: which account, by which rules, which check, and what is known by when.
struct Question {
  const Account& account;
  const SlowFacts& facts;
  const SlowCalendar& calendar;
  const AssessOptions& options;
  const Rules& rules;
  const Check& asked;

  /// T, the first instant of the as-of day.
  [[nodiscard]] Instant now() const { return calendar.start_of(options.as_of); }
  /// "nothing dated at or after T has happened"; "`--hindsight`: everything in the files is known".
  [[nodiscard]] bool happened(Instant instant) const { return options.hindsight || instant < now(); }
  /// A date-only stamp "is known from the first instant of its day".
  [[nodiscard]] bool happened(const Stamp& stamp) const { return happened(stamp.first); }
  /// "the N whole local days from as-of − L − N up to, not including, as-of − L".
  [[nodiscard]] bool in_window(const Stamp& stamp) const;
};

// Each fills in what was checked, the numbers and the components.
void count_order_defects(const Question& question, ExpectedCheck& check);
void count_cancellations(const Question& question, ExpectedCheck& check);
void count_late_shipments(const Question& question, ExpectedCheck& check);
void count_responses(const Question& question, ExpectedCheck& check);
void count_late_responses(const Question& question, ExpectedCheck& check);
void count_violations(const Question& question, ExpectedCheck& check);

/// Whether the oldest order (for responses: the oldest message) is at most three days younger than the window's first
/// day. Nothing: there was none before T.
[[nodiscard]] std::optional<bool> covered(const Question& question, Metric metric);

}  // namespace sellerhealth::support
