#include "support/specimen.hpp"

#include "support/agreement.hpp"
#include "support/slow_calendar.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {

Specimen::Specimen(std::uint64_t run)
    : dice{run},
      recipe{recipe_of(run)},
      account{generate_account(recipe)},
      book{read(account)},
      profile{profile_of(some_checks(dice))} {}

std::vector<AssessOptions> Specimen::questions(std::size_t count) {
  const Window& window = profile.checks.front().window;
  std::vector<AssessOptions> questions;
  for (const Day as_of : telling_days(account, recipe.zone, window.days, window.lag_days, dice.next(), count)) {
    questions.push_back(some_options(dice, account, as_of));
  }
  return questions;
}

OrderBook Specimen::read(const Account& other, const ImportOptions& options) const {
  return read_account(other, recipe.zone, all_in(other, Format::comma), options);
}

std::string Specimen::describe(const AssessOptions& options) const {
  return support::describe(options, profile.checks, recipe.zone, profile.rules);
}

Account as_downloaded_on(Day as_of, AccountRecipe recipe) {
  recipe.downloaded_at = SlowCalendar(recipe.zone).start_of(as_of);
  return generate_account(recipe);
}

}  // namespace sellerhealth::support
