#include "support/trial.hpp"

#include "support/slow_facts.hpp"
#include "support/slow_oracle.hpp"

namespace sellerhealth::support {

std::vector<Check> some_checks(Dice& dice) {
  std::vector<Check> checks = checks_of_the_contract();
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

Profile profile_of(const std::vector<Check>& checks) { return {.name = "generated", .checks = checks}; }

AccountRecipe recipe_of(std::uint64_t run) {
  const std::vector<std::string> zones = zones_of_accounts();
  return {.seed = run * 7919 + 1, .zone = zones[run % zones.size()], .all_dated = false, .downloaded_at = std::nullopt};
}

}  // namespace sellerhealth::support
