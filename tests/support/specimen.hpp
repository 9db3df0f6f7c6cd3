#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/import.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "support/account.hpp"
#include "support/account_generator.hpp"
#include "support/dice.hpp"

namespace sellerhealth::support {

/// What a property begins with: a generated account, read, with checks that come near its edges.
struct Specimen {
  /// The `run`-th one, by the default rules.
  explicit Specimen(std::uint64_t run);

  /// Ways to look at it, on at most `count` days that put something at the edges of the window of the first check.
  [[nodiscard]] std::vector<AssessOptions> questions(std::size_t count);

  /// Another account in the place of this one, read.
  [[nodiscard]] OrderBook read(const Account& other, const ImportOptions& options = {}) const;

  [[nodiscard]] std::string describe(const AssessOptions& options) const;

  Dice dice;
  AccountRecipe recipe;
  Account account;
  OrderBook book;
  Profile profile;
};

/// The exports of an account whose outcomes are all dated, as they read at the beginning of the day.
[[nodiscard]] Account as_downloaded_on(Day as_of, AccountRecipe recipe);

}  // namespace sellerhealth::support
