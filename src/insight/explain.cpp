#include <algorithm>
#include <utility>

#include "insight/against.hpp"
#include "insight/facts.hpp"
#include "metric/cases.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/explanation.hpp"
#include "verdict/assess.hpp"
#include "verdict/judge.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth {

namespace {

using metric::Case;
using metric::DayRange;

/// Puts cases behind the checks that they count in.
class Explainer {
 public:
  Explainer(Explanation& explanation, const verdict::Outlook& outlook)
      : explanation_{explanation}, outlook_{outlook}, as_of_{explanation.assessment.options.as_of} {}

  void add(const Case& one) {
    const Day placed = outlook_.history.day_of(one.placed());
    for (std::size_t i = 0; i < outlook_.checks.size(); ++i) {
      const Check& check = outlook_.checks[i];
      const DayRange lifetime = metric::lifetime(check.window, placed);
      const bool counts =
          metric::concerns(check, one) && explanation_.checks[i].result.checked && lifetime.contains(as_of_);
      if (counts) {
        add_to(explanation_.checks[i], check, one, placed, lifetime);
      }
    }
  }

 private:
  void add_to(CheckExplanation& behind, const Check& check, const Case& one, Day placed, const DayRange& lifetime) {
    const metric::Definition& definition = metric::definition_of(check.metric);
    spans_.clear();
    definition.count(one, outlook_.history, outlook_.given, spans_);
    const Stance stance = insight::stance_on(as_of_, check, spans_);
    if (stance != Stance::bad && stance != Stance::possible) {
      return;
    }
    Grounds grounds = insight::grounds_on(as_of_, stance, definition, spans_);
    if (insight::asked_of_all(grounds, outlook_.given)) {
      behind.unlisted += one.count;
      return;
    }
    const metric::DaySet days = insight::as_it_stands(insight::days_of(stance, check, spans_), as_of_, lifetime);
    const auto ranges = days.ranges();
    const auto now =
        std::find_if(ranges.begin(), ranges.end(), [&](const DayRange& range) { return range.contains(as_of_); });
    (stance == Stance::bad ? behind.bad : behind.possible)
        .push_back({.facts = insight::effective(insight::facts_of(one), outlook_.given.rules, outlook_.history, as_of_),
                    .placed = placed,
                    .entered = now->first,
                    .leaves = now->end,
                    .grounds = std::move(grounds)});
  }

  Explanation& explanation_;
  const verdict::Outlook& outlook_;
  Day as_of_;
  metric::Spans spans_;
};

void sort(std::vector<Cause>& causes) {
  std::stable_sort(causes.begin(), causes.end(), [](const Cause& a, const Cause& b) {
    return a.leaves != b.leaves ? a.leaves < b.leaves : insight::precedes(a.facts, b.facts);
  });
}

}  // namespace

Explanation explain(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  const metric::DayRange today{options.as_of, options.as_of + std::chrono::days{1}};
  const verdict::Outlook outlook = verdict::outlook(book, profile, options, today);
  const std::vector<metric::Tally> tallies = metric::tally(book, outlook.history, outlook.given, outlook.checks, today);
  Explanation explanation{
      .assessment = verdict::assess(book, profile, options, outlook, tallies, std::span{&options.as_of, 1}),
      .book = &book,
      .checks = {}};
  for (CheckResult& result : verdict::judge_account(book, outlook, tallies, options)) {
    explanation.checks.push_back({.result = std::move(result), .bad = {}, .possible = {}});
  }
  Explainer explainer{explanation, outlook};
  metric::for_each_case(book, [&](const Case& one) { explainer.add(one); });
  for (CheckExplanation& behind : explanation.checks) {
    sort(behind.bad);
    sort(behind.possible);
  }
  return explanation;
}

}  // namespace sellerhealth
