#include "support/slow_oracle.hpp"

#include <algorithm>

#include "support/slow_facts.hpp"
#include "support/slow_rates.hpp"

namespace sellerhealth::support {
namespace {

/// "Rates are compared as integers, never rounded or floating".
bool meets(const Target& target, std::int64_t count, std::int64_t denominator) {
  const std::int64_t left = count * target.scale;
  const std::int64_t right = target.value * denominator;
  switch (target.comparator) {
    case Comparator::less:
      return left < right;
    case Comparator::less_or_equal:
      return left <= right;
    case Comparator::greater:
      return left > right;
    case Comparator::greater_or_equal:
      return left >= right;
    case Comparator::equal:
      return left == right;
  }
  return false;
}

/// Verdict of a check.
Verdict judge(const ExpectedCheck& check, const Check& asked) {
  const bool is_count = asked.metric == Metric::policy_violations;
  // "no data (denominator zero, or not checked …)"
  if (!check.checked || (!is_count && check.denominator.value_or(0) == 0)) {
    return Verdict::no_data;
  }
  // A minimum of orders: "below: no data, … not a pass".
  if (!is_count && *check.denominator < asked.minimum_orders) {
    return Verdict::no_data;
  }
  const std::int64_t denominator = is_count ? 1 : *check.denominator;
  const auto passes = [&](std::int64_t count) {
    // A count floor: "under 300 orders at most 3, else the target".
    return asked.count_floor && denominator < asked.count_floor->below ? count <= asked.count_floor->at_most
                                                                       : meets(asked.target, count, denominator);
  };
  const bool known = passes(*check.known);
  const bool possible = passes(*check.possible);
  if (known != possible) {
    return Verdict::undetermined;
  }
  return known ? Verdict::pass : Verdict::fail;
}

/// "fail if any check fails; else undetermined if any is; else pass if any passes; else no data. A no-data check
/// counts only with `--strict` (then undetermined)."
Verdict overall(const std::vector<ExpectedCheck>& checks, bool strict) {
  const auto any = [&](Verdict verdict) {
    return std::any_of(checks.begin(), checks.end(), [&](const auto& check) { return check.verdict == verdict; });
  };
  if (any(Verdict::fail)) {
    return Verdict::fail;
  }
  if (any(Verdict::undetermined) || (strict && any(Verdict::no_data))) {
    return Verdict::undetermined;
  }
  return any(Verdict::pass) ? Verdict::pass : Verdict::no_data;
}

/// "4 undetermined or no data (`--allow-undetermined`: 0 when nothing fails)".
int exit_code_of(Verdict verdict, bool allow_undetermined) {
  switch (verdict) {
    case Verdict::pass:
      return 0;
    case Verdict::fail:
      return 1;
    case Verdict::undetermined:
    case Verdict::no_data:
      return allow_undetermined ? 0 : 4;
  }
  return 5;
}

}  // namespace

std::vector<Check> checks_of_the_contract() {
  const Window window{.days = 90, .lag_days = 30};
  return {
      {"order_defect_rate", Metric::order_defect_rate, window, {Comparator::less, 1, 100}, false},
      {"cancellation_rate", Metric::cancellation_rate, window, {Comparator::less, 25, 1000}, false},
      {"late_shipment_rate", Metric::late_shipment_rate, window, {Comparator::less, 4, 100}, false},
      {"response_under_24h", Metric::response_under_24h, window, {Comparator::greater, 90, 100}, false},
      {"policy_violations", Metric::policy_violations, {.days = 180, .lag_days = 0}, {Comparator::equal, 0, 1}, true},
  };
}

ExpectedAssessment oracle(const Account& account, const std::string& zone, const std::vector<Check>& checks,
                          const AssessOptions& options, const Rules& rules) {
  const SlowCalendar calendar(zone);
  const SlowFacts facts = facts_of(account, calendar);
  ExpectedAssessment answer;
  for (const Export& file : account.exports) {
    answer.rows_read[file.kind] += static_cast<std::int64_t>(file.rows.size());
  }
  bool all_covered = true;
  for (const Check& asked : checks) {
    // "shown only when a violations file is given"
    if (asked.only_if_given && !has_kind(account, Kind::violations)) {
      continue;
    }
    const Question question{account, facts, calendar, options, rules, asked};
    ExpectedCheck check;
    check.id = asked.id;
    check.first_day = options.as_of - std::chrono::days{asked.window.lag_days + asked.window.days};
    check.last_day = options.as_of - std::chrono::days{asked.window.lag_days + 1};
    switch (asked.metric) {
      case Metric::order_defect_rate:
        count_order_defects(question, check);
        break;
      case Metric::cancellation_rate:
        count_cancellations(question, check);
        break;
      case Metric::late_shipment_rate:
        count_late_shipments(question, check);
        break;
      case Metric::response_under_24h:
        count_responses(question, check);
        break;
      case Metric::late_response_rate:
        count_late_responses(question, check);
        break;
      case Metric::policy_violations:
        count_violations(question, check);
        break;
    }
    check.verdict = judge(check, asked);
    if (asked.metric != Metric::policy_violations) {
      check.covered = covered(question, asked.metric);
      all_covered = all_covered && check.covered.value_or(true);
    }
    answer.checks.push_back(check);
  }
  answer.verdict = overall(answer.checks, options.strict);
  answer.exit_code = exit_code_of(answer.verdict, options.allow_undetermined);
  // Coverage: "`--strict` makes it exit 4", what would have passed.
  if (options.strict && !all_covered && answer.exit_code == 0) {
    answer.exit_code = 4;
  }
  return answer;
}

}  // namespace sellerhealth::support
