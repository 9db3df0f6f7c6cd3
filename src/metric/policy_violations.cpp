#include "metric/metric.hpp"

/// Policy violations: the number of violations in the window that are open on the as-of day, placed by violation-date.
///
/// One without a status is open. A count: it has no denominator.
namespace sellerhealth::metric {

namespace {

constexpr Question stands_on[] = {{Kind::violations, std::nullopt}};

void count(const Case& subject, const index::History& history, const Given& /*given*/, Spans& spans) {
  const Violation& violation = *subject.violation;
  spans.known.insert(
      DayRange{index::always, violation.resolved ? history.known_from(violation.resolved_date) : index::forever});
}

}  // namespace

const Definition policy_violations{
    .metric = Metric::policy_violations,
    .name = "policy_violations",
    .subject = Subject::violation,
    .unit = Unit::count,
    .components = {},
    .questions = {},
    .stands_on = stands_on,
    .count = count,
};

}  // namespace sellerhealth::metric
