#pragma once

#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/profile.hpp"
#include "support/account.hpp"
#include "support/account_generator.hpp"
#include "support/dice.hpp"

namespace sellerhealth::support {

/// The checks of the contract, mostly with other windows and targets, so that small accounts come near them.
[[nodiscard]] std::vector<Check> some_checks(Dice& dice);

/// Rules of some marketplace; mostly not the default ones.
[[nodiscard]] Rules some_rules(Dice& dice);

/// Options that do not contradict the account.
[[nodiscard]] AssessOptions some_options(Dice& dice, const Account& account, Day as_of);

[[nodiscard]] Profile profile_of(const std::vector<Check>& checks, const Rules& rules = {});

/// A zone and a seed for the `run`-th account of a property.
[[nodiscard]] AccountRecipe recipe_of(std::uint64_t run);

}  // namespace sellerhealth::support
