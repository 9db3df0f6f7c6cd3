#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/time_zone.hpp"
#include "support/account.hpp"

namespace sellerhealth::support {

struct AccountRecipe {
  std::uint64_t seed = 0;
  std::string zone = "UTC";
  /// Every outcome carries its date and rows agree with each other, so that the past can be replayed exactly.
  bool all_dated = false;
  /// The exports as they would have read at this instant: what is dated at or after it is missing. Only for
  /// `all_dated`.
  std::optional<Instant> downloaded_at;
};

/// The zones that accounts are generated in: whole hours and odd ones, clocks that change at midnight, a skipped day.
[[nodiscard]] std::vector<std::string> zones_of_accounts();

/// A small, nasty account: a few dozen orders around clock changes, in exports that each know a part, with the
/// contradictions, gaps and odd values that real exports have. Every row of it is readable.
[[nodiscard]] Account generate_account(const AccountRecipe& recipe);

/// As-of days that put some of the account's purchases, receipts and other stamps at the edges of `window`.
[[nodiscard]] std::vector<Day> telling_days(const Account& account, const std::string& zone, int window_days,
                                            int lag_days, std::uint64_t seed, std::size_t count);

}  // namespace sellerhealth::support
