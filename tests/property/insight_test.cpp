#include <algorithm>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "sellerhealth/comparison.hpp"
#include "sellerhealth/explanation.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/specimen.hpp"
#include "support/trial.hpp"

// What explain and compare tell agrees with what check counts.

namespace sellerhealth::support {
namespace {

using std::chrono::days;

/// The bad ones that a check counts, for certain and at most.
struct BadCount {
  std::int64_t certain;
  std::int64_t possible;
};

BadCount bad_in(const CheckResult& result) {
  return result.check.target.at_least()
             ? BadCount{*result.denominator - *result.possible, *result.denominator - *result.known}
             : BadCount{*result.known, *result.possible};
}

/// What a case is, for comparison within one book.
const void* identity_of(const CaseFacts& facts) {
  return facts.order != nullptr     ? static_cast<const void*>(facts.order)
         : facts.message != nullptr ? static_cast<const void*>(facts.message)
                                    : static_cast<const void*>(facts.violation);
}

/// The bad cases of the `check`-th check on `as_of`.
std::set<const void*> bad_on(Day as_of, const OrderBook& book, const Profile& profile, AssessOptions options,
                             std::size_t check) {
  options.as_of = as_of;
  std::set<const void*> bad;
  const Explanation explanation = explain(book, profile, options);
  for (const Cause& cause : explanation.checks[check].bad) {
    bad.insert(identity_of(cause.facts));
  }
  return bad;
}

/// A sum of fractions, exactly.
class Sum {
 public:
  void add(const Fraction& fraction) {
    numerator_ = numerator_ * fraction.denominator + denominator_ * fraction.numerator;
    denominator_ *= fraction.denominator;
    const std::int64_t divisor = std::gcd(numerator_, denominator_);
    numerator_ /= divisor;
    denominator_ /= divisor;
  }
  [[nodiscard]] Fraction value() const { return {numerator_, denominator_}; }

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

Fraction sum_of(const RateSteps& steps) {
  Sum sum;
  for (const Fraction& step : {steps.bad_came, steps.bad_left, steps.orders_came, steps.orders_left}) {
    sum.add(step);
  }
  return sum.value();
}

/// How the rate itself changed, from the one count to the other.
Fraction change_of(std::int64_t before, std::int64_t of_before, std::int64_t after, std::int64_t of_after) {
  Sum sum;
  sum.add({after, of_after});
  sum.add({-before, of_before});
  return sum.value();
}

}  // namespace

TEST_CASE("explain lists exactly what check counts") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    for (const AssessOptions& options : specimen.questions(5)) {
      const Explanation explanation = explain(specimen.book, specimen.profile, options);
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      REQUIRE(explanation.checks.size() == assessment.checks.size());
      for (std::size_t i = 0; i < assessment.checks.size(); ++i) {
        const CheckResult& result = assessment.checks[i];
        const CheckExplanation& behind = explanation.checks[i];
        CAPTURE(run, specimen.describe(options), result.check.id);
        if (!result.checked) {
          REQUIRE(behind.bad.empty());
          REQUIRE(behind.possible.empty());
          continue;
        }
        const BadCount counted = bad_in(result);
        REQUIRE(static_cast<std::int64_t>(behind.bad.size()) == counted.certain);
        REQUIRE(static_cast<std::int64_t>(behind.possible.size()) + behind.unlisted ==
                counted.possible - counted.certain);
        for (const Cause& cause : behind.bad) {
          REQUIRE(cause.entered <= options.as_of);
          REQUIRE(options.as_of < cause.leaves);
        }
      }
    }
  }
}

TEST_CASE("the orders of an account, explained one by one, are what check counts") {
  for (std::uint64_t run = 0; run < runs(15); ++run) {
    Specimen specimen(run);
    std::erase_if(specimen.profile.checks, [](const Check& check) {
      return check.metric == Metric::response_under_24h || check.metric == Metric::late_response_rate ||
             check.metric == Metric::policy_violations;
    });
    for (const AssessOptions& options : specimen.questions(3)) {
      CAPTURE(run, specimen.describe(options));
      std::vector<std::int64_t> denominators(specimen.profile.checks.size());
      std::vector<std::int64_t> bad(specimen.profile.checks.size());
      for (const OrderBook::Order& order : specimen.book.orders()) {
        const OrderExplanation explanation = explain_order(specimen.book, specimen.profile, options, order.id);
        REQUIRE(explanation.standings.size() == specimen.profile.checks.size());
        for (std::size_t i = 0; i < specimen.profile.checks.size(); ++i) {
          const CheckStanding& standing = explanation.standings[i];
          denominators[i] += standing.stance != Stance::not_counted ? 1 : 0;
          bad[i] += standing.stance == Stance::bad ? 1 : 0;
          const bool bad_today = std::any_of(standing.bad.begin(), standing.bad.end(), [&](const AsOfDays& range) {
            return range.first <= options.as_of && options.as_of <= range.last;
          });
          REQUIRE(bad_today == (standing.stance == Stance::bad));
          REQUIRE((standing.stance != Stance::not_counted || standing.left_out.has_value()));
        }
      }
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      for (std::size_t i = 0; i < specimen.profile.checks.size(); ++i) {
        const CheckResult& result = assessment.checks[i];
        REQUIRE((!result.denominator || *result.denominator == denominators[i]));
        REQUIRE((!result.checked || bad_in(result).certain == bad[i]));
      }
    }
  }
}

TEST_CASE("a cause counts from the day it entered to the day before it leaves, if nothing else happens") {
  for (std::uint64_t run = 0; run < runs(40); ++run) {
    Dice dice(run);
    AccountRecipe recipe = recipe_of(run);
    recipe.all_dated = true;
    const std::vector<Check> checks = some_checks(dice);
    const Profile profile = profile_of(checks);
    const Window& asked = checks.front().window;
    const Account whole = generate_account(recipe);
    for (const Day as_of : telling_days(whole, recipe.zone, asked.days, asked.lag_days, dice.next(), 2)) {
      // Exports that were downloaded as the day began: nothing else happens.
      const Account account = as_downloaded_on(as_of, recipe);
      const OrderBook book = read_account(account, recipe.zone, all_in(account, Format::comma));
      AssessOptions options = some_options(dice, account, as_of);
      options.data_through.reset();
      const Explanation explanation = explain(book, profile, options);
      for (std::size_t i = 0; i < explanation.checks.size(); ++i) {
        const std::vector<Cause>& causes = explanation.checks[i].bad;
        if (causes.empty()) {
          continue;
        }
        const Cause& cause = dice.pick(causes);
        const void* identity = identity_of(cause.facts);
        const auto counts_on = [&](Day day) { return bad_on(day, book, profile, options, i).contains(identity); };
        CAPTURE(run, describe(options, checks, recipe.zone), checks[i].id, cause.facts.id());
        REQUIRE(counts_on(cause.leaves - days{1}));
        REQUIRE_FALSE(counts_on(cause.leaves));
        REQUIRE(counts_on(cause.entered));
        REQUIRE_FALSE(counts_on(cause.entered - days{1}));
      }
    }
  }
}

TEST_CASE("what compare tells adds up to what check counts on both days") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    for (const AssessOptions& options : specimen.questions(5)) {
      AssessOptions earlier = options;
      earlier.as_of = options.as_of - days{specimen.dice.between(1, 40)};
      const Comparison comparison = compare(specimen.book, specimen.profile, options, earlier.as_of);
      const Assessment before = assess(specimen.book, specimen.profile, earlier);
      const Assessment after = assess(specimen.book, specimen.profile, options);
      for (std::size_t i = 0; i < after.checks.size(); ++i) {
        const CheckResult& was = before.checks[i];
        const CheckResult& is = after.checks[i];
        const CheckComparison& compared = comparison.checks[i];
        CAPTURE(run, specimen.describe(options), specimen.describe(earlier), is.check.id);
        if (!is.checked) {
          REQUIRE(compared.changes.empty());
          continue;
        }
        REQUIRE(compared.certain.before == bad_in(was).certain);
        REQUIRE(compared.certain.after == bad_in(is).certain);
        REQUIRE(compared.possible.before == bad_in(was).possible);
        REQUIRE(compared.possible.after == bad_in(is).possible);
        for (const BadMove& move : {compared.certain, compared.possible}) {
          REQUIRE(move.after == move.before + move.came - move.left);
          REQUIRE((!move.rate || sum_of(*move.rate) == move.rate->whole));
        }
        const auto turned = [&](bool from, bool to) {
          return std::count_if(compared.changes.begin(), compared.changes.end(), [&](const Change& change) {
            return (change.before == Stance::bad) == from && (change.after == Stance::bad) == to;
          });
        };
        REQUIRE(turned(false, true) == compared.certain.came);
        REQUIRE(turned(true, false) == compared.certain.left);
        if (!is.denominator) {
          continue;
        }
        REQUIRE(*is.denominator == *was.denominator + compared.came.count - compared.left.count);
        REQUIRE(compared.certain.rate.has_value() == (*is.denominator > 0 && *was.denominator > 0));
        if (compared.certain.rate) {
          const bool at_least = is.check.target.at_least();
          const auto change = [&](const std::optional<std::int64_t>& from, const std::optional<std::int64_t>& to) {
            return change_of(*from, *was.denominator, *to, *is.denominator);
          };
          REQUIRE(compared.certain.rate->whole ==
                  (at_least ? change(was.possible, is.possible) : change(was.known, is.known)));
          REQUIRE(compared.possible.rate->whole ==
                  (at_least ? change(was.known, is.known) : change(was.possible, is.possible)));
        }
      }
    }
  }
}

}  // namespace sellerhealth::support
