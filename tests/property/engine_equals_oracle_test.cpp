#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

std::vector<std::string> disagreements_on(const Account& account, const OrderBook& book, const std::string& zone,
                                          const std::vector<Check>& checks, const AssessOptions& options,
                                          const Rules& rules) {
  return disagreements(assess(book, profile_of(checks, rules), options), oracle(account, zone, checks, options, rules));
}

/// The smallest account on which engine and oracle still disagree, and in what.
std::string report(const Account& account, const std::string& zone, const std::vector<Check>& checks,
                   const AssessOptions& options, const Rules& rules) {
  const auto disagreements_of = [&](const Account& candidate) {
    const OrderBook book = read_account(candidate, zone, all_in(candidate, Format::comma));
    return disagreements_on(candidate, book, zone, checks, options, rules);
  };
  const Account smallest =
      shrink(account, [&](const Account& candidate) { return disagreements_of(candidate).empty(); });
  std::string text = describe(options, checks, zone, rules) + "\n" + describe(smallest);
  for (const std::string& line : disagreements_of(smallest)) {
    text += line + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the engine agrees with the slow oracle on every number, verdict and exit code") {
  for (std::uint64_t run = 0; run < runs(120); ++run) {
    Dice dice(run);
    AccountRecipe recipe = recipe_of(run);
    recipe.all_dated = dice.chance(20);
    const Account account = generate_account(recipe);
    const OrderBook book = read_account(account, recipe.zone, some_formats(account, run));
    for (int window = 0; window < 3; ++window) {
      const std::vector<Check> checks = some_checks(dice);
      const Rules rules = window == 0 ? Rules{} : some_rules(dice);
      const Window& asked = checks.front().window;
      for (const Day as_of : telling_days(account, recipe.zone, asked.days, asked.lag_days, dice.next(), 5)) {
        const AssessOptions options = some_options(dice, account, as_of);
        if (!disagreements_on(account, book, recipe.zone, checks, options, rules).empty()) {
          FAIL("run " << run << ": " << report(account, recipe.zone, checks, options, rules));
        }
      }
    }
  }
}

TEST_CASE("the default profile has the checks of the contract") {
  const std::vector<Check> expected = checks_of_the_contract();
  const Profile profile = default_profile();
  REQUIRE(profile.checks.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].id);
    CHECK(profile.checks[i].id == expected[i].id);
    CHECK(profile.checks[i].metric == expected[i].metric);
    CHECK(profile.checks[i].window == expected[i].window);
    CHECK(profile.checks[i].target.comparator == expected[i].target.comparator);
    CHECK(profile.checks[i].target.value * expected[i].target.scale ==
          expected[i].target.value * profile.checks[i].target.scale);
    CHECK(profile.checks[i].only_if_given == expected[i].only_if_given);
  }
  CHECK(profile.rules == Rules{});
}

}  // namespace sellerhealth::support
