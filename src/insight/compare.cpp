#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "insight/against.hpp"
#include "insight/facts.hpp"
#include "metric/cases.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/comparison.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/dates.hpp"
#include "verdict/assess.hpp"
#include "verdict/judge.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth {

namespace {

using metric::Case;

Fraction fraction(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t divisor = std::gcd(numerator, denominator);
  return {numerator / divisor, denominator / divisor};
}

/// The steps in the order in which RateSteps names them; `sign` is −1 where the rate is that of the good ones.
RateSteps steps(const BadMove& bad, std::int64_t denominator, std::int64_t came, std::int64_t left, std::int64_t sign) {
  const std::int64_t together = denominator + came;
  const std::int64_t after = together - left;
  // Both sides of the difference over their least common denominator, which keeps the products small.
  const std::int64_t divisor = std::gcd(denominator, after);
  return {.whole = fraction(sign * (bad.after * (denominator / divisor) - bad.before * (after / divisor)),
                            denominator / divisor * after),
          .bad_came = fraction(sign * bad.came, denominator),
          .bad_left = fraction(-sign * bad.left, denominator),
          .orders_came = fraction(-sign * bad.after * came, denominator * together),
          .orders_left = fraction(sign * bad.after * left, together * after)};
}

class Comparer {
 public:
  Comparer(Comparison& comparison, const verdict::Outlook& outlook)
      : comparison_{comparison},
        outlook_{outlook},
        since_{comparison.before.options.as_of},
        until_{comparison.after.options.as_of} {}

  void add(const Case& one) {
    const Day placed = outlook_.history.day_of(one.placed());
    for (std::size_t i = 0; i < outlook_.checks.size(); ++i) {
      const Check& check = outlook_.checks[i];
      if (metric::concerns(check, one) && comparison_.checks[i].after.checked) {
        add_to(comparison_.checks[i], check, one, placed);
      }
    }
  }

 private:
  /// What a case counts as on one of the two days.
  struct Side {
    Stance stance = Stance::not_counted;
    Grounds grounds;
  };

  void add_to(CheckComparison& comparison, const Check& check, const Case& one, Day placed) {
    const metric::Definition& definition = metric::definition_of(check.metric);
    const metric::DayRange lifetime = metric::lifetime(check.window, placed);
    if (!lifetime.contains(since_) && !lifetime.contains(until_)) {
      return;
    }
    spans_.clear();
    definition.count(one, outlook_.history, outlook_.given, spans_);
    const auto side_on = [&](Day day) {
      const Stance stance = lifetime.contains(day) ? insight::stance_on(day, check, spans_) : Stance::not_counted;
      return Side{stance, insight::grounds_on(day, stance, definition, spans_)};
    };
    Side before = side_on(since_);
    Side after = side_on(until_);
    count(comparison.certain, before.stance == Stance::bad, after.stance == Stance::bad, one.count);
    count(comparison.possible, before.stance >= Stance::possible, after.stance >= Stance::possible, one.count);
    const bool was_there = before.stance != Stance::not_counted;
    const bool is_there = after.stance != Stance::not_counted;
    if (was_there != is_there) {
      note(is_there ? comparison.came : comparison.left, placed, one.count);
    }
    forget_what_all_are_asked(before);
    forget_what_all_are_asked(after);
    const bool matters = before.stance >= Stance::possible || after.stance >= Stance::possible;
    if (matters && (before.stance != after.stance || before.grounds != after.grounds)) {
      const Day telling = before.stance > after.stance ? since_ : until_;
      comparison.changes.push_back(
          {.facts = insight::effective(insight::facts_of(one), outlook_.given.rules, outlook_.history, telling),
           .placed = placed,
           .before = before.stance,
           .after = after.stance,
           .grounds_before = std::move(before.grounds),
           .grounds_after = std::move(after.grounds)});
    }
  }

  static void count(BadMove& move, bool before, bool after, std::int64_t cases) {
    move.before += before ? cases : 0;
    move.after += after ? cases : 0;
    move.came += !before && after ? cases : 0;
    move.left += before && !after ? cases : 0;
  }

  static void note(Flow& flow, Day placed, std::int64_t cases) {
    flow.count += cases;
    flow.first_placed = std::min(flow.first_placed.value_or(placed), placed);
    flow.last_placed = std::max(flow.last_placed.value_or(placed), placed);
  }

  void forget_what_all_are_asked(Side& side) const {
    if (insight::asked_of_all(side.grounds, outlook_.given)) {
      side = {.stance = Stance::good, .grounds = {}};
    }
  }

  Comparison& comparison_;
  const verdict::Outlook& outlook_;
  Day since_;
  Day until_;
  metric::Spans spans_;
};

void settle_rates(CheckComparison& comparison) {
  const std::int64_t denominator = comparison.before.denominator.value_or(0);
  if (!comparison.after.checked || denominator == 0 || comparison.after.denominator.value_or(0) == 0) {
    return;
  }
  const std::int64_t sign = comparison.after.check.target.at_least() ? -1 : 1;
  for (BadMove* move : {&comparison.certain, &comparison.possible}) {
    move->rate = steps(*move, denominator, comparison.came.count, comparison.left.count, sign);
  }
}

/// 0: came, 1: left, 2: neither.
int rank(const Change& change) {
  const bool was_bad = change.before == Stance::bad;
  const bool is_bad = change.after == Stance::bad;
  return was_bad == is_bad ? 2 : is_bad ? 0 : 1;
}

void sort(std::vector<Change>& changes) {
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    if (rank(a) != rank(b)) {
      return rank(a) < rank(b);
    }
    return a.placed != b.placed ? a.placed < b.placed : insight::precedes(a.facts, b.facts);
  });
}

std::vector<Diagnostic> warnings_of_both(const Assessment& before, const Assessment& after) {
  std::vector<Diagnostic> warnings = after.warnings;
  std::copy_if(before.warnings.begin(), before.warnings.end(), std::back_inserter(warnings),
               [&](const Diagnostic& warning) {
                 return std::none_of(after.warnings.begin(), after.warnings.end(),
                                     [&](const Diagnostic& later) { return to_string(later) == to_string(warning); });
               });
  return warnings;
}

}  // namespace

Comparison compare(const OrderBook& book, const Profile& profile, const AssessOptions& options, Day since) {
  if (since >= options.as_of) {
    throw UsageError{"--since: found " + util::iso_date(since) + ", expected a day before " +
                     util::iso_date(options.as_of)};
  }
  AssessOptions earlier = options;
  earlier.as_of = since;
  const metric::DayRange range{since, options.as_of + std::chrono::days{1}};
  const verdict::Outlook outlook = verdict::outlook(book, profile, options, range);
  const std::vector<metric::Tally> tallies = metric::tally(book, outlook.history, outlook.given, outlook.checks, range);
  Comparison comparison{
      .before = verdict::assess(book, profile, earlier, outlook, tallies, std::span{&since, 1}),
      .after = verdict::assess(book, profile, options, outlook, tallies, std::span{&options.as_of, 1}),
      .book = &book,
      .checks = {}};
  comparison.warnings = warnings_of_both(comparison.before, comparison.after);
  const std::vector<CheckResult> before = verdict::judge_account(book, outlook, tallies, earlier);
  const std::vector<CheckResult> after = verdict::judge_account(book, outlook, tallies, options);
  for (std::size_t i = 0; i < outlook.checks.size(); ++i) {
    comparison.checks.push_back({.before = before[i], .after = after[i], .changes = {}});
  }
  Comparer comparer{comparison, outlook};
  metric::for_each_case(book, [&](const Case& one) { comparer.add(one); });
  for (CheckComparison& check : comparison.checks) {
    settle_rates(check);
    sort(check.changes);
  }
  return comparison;
}

}  // namespace sellerhealth
