#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/specimen.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

struct Replay {
  AccountRecipe recipe;
  std::vector<Check> checks;
  Rules rules;
  AssessOptions options;
  Account today;  ///< The exports of today.
  Account then;   ///< The exports as they read on the as-of day.
};

/// Accounts whose outcomes are all dated, and what their exports said on some days of the past.
std::vector<Replay> replays_of(std::uint64_t run) {
  Dice dice(run);
  AccountRecipe recipe = recipe_of(run);
  recipe.all_dated = true;
  const Account today = generate_account(recipe);
  std::vector<Replay> replays;
  for (int window = 0; window < 2; ++window) {
    const std::vector<Check> checks = some_checks(dice);
    const Rules rules = some_rules(dice);
    const Window& asked = checks.front().window;
    for (const Day as_of : telling_days(today, recipe.zone, asked.days, asked.lag_days, dice.next(), 4)) {
      AssessOptions options = some_options(dice, today, as_of);
      options.hindsight = false;
      options.data_through.reset();
      replays.push_back({recipe, checks, rules, options, today, as_downloaded_on(as_of, recipe)});
    }
  }
  return replays;
}

}  // namespace

TEST_CASE("a past day reads the same from exports of today and from exports of that day") {
  for (std::uint64_t run = 0; run < runs(40); ++run) {
    for (const Replay& replay : replays_of(run)) {
      const auto summary = [&](const Account& account) {
        const OrderBook book = read_account(account, replay.recipe.zone, all_in(account, Format::comma));
        return summary_of(assess(book, profile_of(replay.checks, replay.rules), replay.options));
      };
      CAPTURE(run, describe(replay.options, replay.checks, replay.recipe.zone, replay.rules));
      REQUIRE(summary(replay.today) == summary(replay.then));
    }
  }
}

}  // namespace sellerhealth::support
