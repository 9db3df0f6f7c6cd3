#include <algorithm>
#include <string>

#include "sellerhealth/render.hpp"
#include "sellerhealth/trend.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

/// An account, how it is looked at, and the last day of its trend.
struct Trial {
  std::string zone;
  OrderBook book;
  std::vector<Check> checks;
  AssessOptions options;
};

Trial trial_of(std::uint64_t run) {
  Dice dice(run);
  const AccountRecipe recipe = recipe_of(run);
  const Account account = generate_account(recipe);
  const std::vector<Check> checks = some_checks(dice);
  const Window& window = checks.front().window;
  const std::vector<Day> days = telling_days(account, recipe.zone, window.days, window.lag_days, dice.next(), 5);
  const Day last = days.empty() ? Day{} : *std::max_element(days.begin(), days.end());
  return {recipe.zone, read_account(account, recipe.zone, some_formats(account, run)), checks,
          some_options(dice, account, last)};
}

/// Everything about the checks of an account: what both formats print, and what neither does.
std::string all_of(const Assessment& assessment) {
  std::string text = render_json(assessment) + render_text(assessment);
  for (const CheckResult& check : assessment.checks) {
    text += check.checked ? "checked" : "not checked";
    for (const Need& need : check.needs) {
      text += " " + std::to_string(need.count);
    }
  }
  return text;
}

/// `assessment` with what the trend says as of its day instead of its own checks.
Assessment with_points(Assessment assessment, const Trend& trend, std::size_t day) {
  assessment.checks.clear();
  for (const CheckTrend& line : trend.checks) {
    assessment.checks.push_back(line.points.at(day));
  }
  return assessment;
}

}  // namespace

TEST_CASE("a trend says of every day what a check as of that day says") {
  std::size_t days = 0;
  for (std::uint64_t run = 0; run < runs(24); ++run) {
    const Trial trial = trial_of(run);
    const Profile profile = profile_of(trial.checks);
    const Trend trend = sellerhealth::trend(trial.book, profile, trial.options);
    REQUIRE(trend.days.back() == trial.options.as_of);
    AssessOptions options = trial.options;
    for (std::size_t i = 0; i < trend.days.size(); ++i) {
      options.as_of = trend.days[i];
      REQUIRE(options.as_of == trend.days.front() + std::chrono::days{i});
      const Assessment fresh = assess(trial.book, profile, options);
      CAPTURE(run, describe(options, trial.checks, trial.zone));
      REQUIRE(all_of(with_points(fresh, trend, i)) == all_of(fresh));
    }
    days += trend.days.size();
  }
  CHECK(days > 100 * runs(24));  // Accounts that are worth a trend.
}

TEST_CASE("the last day of a trend is a check of its own, but for what it warns of") {
  for (std::uint64_t run = 0; run < runs(24); ++run) {
    const Trial trial = trial_of(run);
    const Profile profile = profile_of(trial.checks);
    const auto without_warnings = [](Assessment assessment) {
      assessment.warnings.clear();
      return all_of(assessment);
    };
    CAPTURE(run, describe(trial.options, trial.checks, trial.zone));
    REQUIRE(without_warnings(sellerhealth::trend(trial.book, profile, trial.options).last) ==
            without_warnings(assess(trial.book, profile, trial.options)));
  }
}

TEST_CASE("a trend of weeks or months has the points of the trend of days") {
  for (std::uint64_t run = 0; run < runs(16); ++run) {
    const Trial trial = trial_of(run);
    const Profile profile = profile_of(trial.checks);
    const Trend daily = trend(trial.book, profile, trial.options);
    for (const Step step : {Step::week, Step::month}) {
      const Trend sparse = trend(trial.book, profile, trial.options, {.from = daily.days.front(), .every = step});
      for (std::size_t i = 0; i < sparse.days.size(); ++i) {
        const auto day = static_cast<std::size_t>((sparse.days[i] - daily.days.front()).count());
        CAPTURE(run, i, describe(trial.options, trial.checks, trial.zone));
        REQUIRE(all_of(with_points(sparse.last, sparse, i)) == all_of(with_points(sparse.last, daily, day)));
      }
    }
  }
}

}  // namespace sellerhealth::support
