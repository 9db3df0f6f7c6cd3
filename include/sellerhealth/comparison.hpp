#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/explanation.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// An exact number, in lowest terms; the denominator is positive.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// How a rate went from one day to the other, in steps that sum up to the whole exactly. A step takes the one before it
/// as given: first the bad ones that came, then those that left, both out of the orders of the earlier day; then the
/// orders that came; then those that left.
struct RateSteps {
  Fraction whole;
  Fraction bad_came;
  Fraction bad_left;
  Fraction orders_came;
  Fraction orders_left;
};

/// One end of a numerator on both days: after = before + came − left.
struct BadMove {
  std::int64_t before = 0;
  std::int64_t came = 0;
  std::int64_t left = 0;
  std::int64_t after = 0;
  std::optional<RateSteps> rate;  ///< Not for a count, nor where a day has no denominator.
};

/// Cases that came into the denominator, or left it.
struct Flow {
  std::int64_t count = 0;
  std::optional<Day> first_placed;  ///< The first and last day on which they were bought (received).
  std::optional<Day> last_placed;
};

/// A case that does not count as it did, or for the same reasons.
struct Change {
  CaseFacts facts;  ///< Of the filings, those that counted on the worse day; the later one if none was worse.
  Day placed;
  Stance before = Stance::not_counted;
  Stance after = Stance::not_counted;
  Grounds grounds_before;
  Grounds grounds_after;
};

/// What became of one check.
struct CheckComparison {
  CheckResult before;
  CheckResult after;
  BadMove certain;   ///< Of the bad ones.
  BadMove possible;  ///< Of the bad and the possible ones.
  Flow came;
  Flow left;
  /// Those that are bad and were not, those that were bad and are not, and the others; each by the day they were
  /// placed, then by id. What is possible only because a whole export was not given counts as good here.
  std::vector<Change> changes;
};

/// The answer of `compare`. What hurts is compared: of `response_under_24h` the late answers, not those in time.
struct Comparison {
  Assessment before;
  Assessment after;
  const OrderBook* book = nullptr;
  std::vector<Diagnostic> warnings;     ///< Of the later day, then those of the earlier one that differ.
  std::vector<CheckComparison> checks;  ///< A check that was not made has no changes.
};

/// Tells what moved each check of `profile` between the as-of day `since` and that of `options`, each as known then.
/// Throws UsageError when `since` is not the earlier one, and as assess() does. The answer points into `book`.
[[nodiscard]] Comparison compare(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                                 Day since);

}  // namespace sellerhealth
