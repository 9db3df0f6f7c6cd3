#include "support/trial.hpp"

#include "support/slow_facts.hpp"
#include "support/slow_oracle.hpp"

namespace sellerhealth::support {
namespace {

/// Sometimes for some orders only, or for small accounts.
void restrict_by_chance(Check& check, Dice& dice) {
  if (check.metric == Metric::order_defect_rate && dice.chance(30)) {
    check.fulfillment = dice.pick<Fulfillment>({Fulfillment::seller, Fulfillment::marketplace});
  }
  if (check.metric != Metric::policy_violations && dice.chance(20)) {
    check.minimum_orders = dice.between(1, 10);
  }
  if (check.metric != Metric::policy_violations && !check.target.at_least() && dice.chance(20)) {
    const std::int64_t below = dice.between(1, 20);
    check.count_floor = CountFloor{.below = below, .at_most = dice.between(0, below / 2)};
  }
}

}  // namespace

std::vector<Check> some_checks(Dice& dice) {
  std::vector<Check> checks = checks_of_the_contract();
  checks.push_back({.id = "late_response_rate",
                    .metric = Metric::late_response_rate,
                    .window = checks.front().window,
                    .target = {Comparator::less_or_equal, 10, 100}});
  if (dice.chance(15)) {
    return checks;
  }
  const Window window =
      dice.pick<Window>({{1, 0}, {3, 1}, {7, 0}, {7, 2}, {10, 0}, {14, 3}, {30, 5}, {60, 15}, {90, 30}});
  for (Check& check : checks) {
    check.window = window;
    if (check.metric == Metric::policy_violations) {
      check.target = dice.pick<Target>({{Comparator::equal, 0, 1}, {Comparator::less_or_equal, 1, 1}});
    } else if (check.metric == Metric::response_under_24h) {
      check.target = dice.pick<Target>({{Comparator::greater, 90, 100},
                                        {Comparator::greater, 5, 10},
                                        {Comparator::greater_or_equal, 5, 10},
                                        {Comparator::greater_or_equal, 75, 100}});
    } else {
      check.target = dice.pick<Target>({check.target,
                                        {Comparator::less, 20, 100},
                                        {Comparator::less_or_equal, 20, 100},
                                        {Comparator::less, 25, 100},
                                        {Comparator::less_or_equal, 25, 100},
                                        {Comparator::less, 5, 10},
                                        {Comparator::less_or_equal, 5, 10},
                                        {Comparator::less_or_equal, 1, 1}});
    }
    restrict_by_chance(check, dice);
  }
  return checks;
}

AssessOptions some_options(Dice& dice, const Account& account, Day as_of) {
  AssessOptions options;
  options.as_of = as_of;
  for (const Kind kind : {Kind::feedback, Kind::claims, Kind::chargebacks}) {
    if (!has_kind(account, kind) && dice.chance(50)) {
      options.none.push_back(kind);
    }
  }
  if (dice.chance(30)) {
    options.assume_cancelled_by = dice.pick<Canceller>({Canceller::seller, Canceller::buyer, Canceller::marketplace});
  }
  options.hindsight = dice.chance(10);
  if (dice.chance(20)) {
    options.data_through = as_of - std::chrono::days{dice.between(-1, 8)};
  }
  options.strict = dice.chance(15);
  options.allow_undetermined = !options.strict && dice.chance(15);
  return options;
}

Rules some_rules(Dice& dice) {
  return {.every_claim_counts = dice.chance(50),
          .partial_cancellations_count = dice.chance(50),
          .late_after_days = dice.pick<int>({0, 0, 1, 3}),
          .overdue_counts = dice.chance(50)};
}

Profile profile_of(const std::vector<Check>& checks, const Rules& rules) {
  return {.name = "generated", .rules = rules, .checks = checks};
}

AccountRecipe recipe_of(std::uint64_t run) {
  const std::vector<std::string> zones = zones_of_accounts();
  return {.seed = run * 7919 + 1, .zone = zones[run % zones.size()], .all_dated = false, .downloaded_at = std::nullopt};
}

}  // namespace sellerhealth::support
