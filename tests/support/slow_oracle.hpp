#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/profile.hpp"
#include "support/account.hpp"

namespace sellerhealth::support {

/// What one check must say.
struct ExpectedCheck {
  std::string id;
  Verdict verdict = Verdict::no_data;
  Day first_day;
  Day last_day;
  std::optional<bool> covered;  ///< Nothing where the contract does not say.
  bool checked = true;
  std::optional<std::int64_t> known;
  std::optional<std::int64_t> possible;
  std::optional<std::int64_t> denominator;
  /// The components that the contract settles; empty when the check was not made.
  std::map<std::string, std::optional<std::int64_t>> components;
};

struct ExpectedAssessment {
  std::vector<ExpectedCheck> checks;
  Verdict verdict = Verdict::no_data;
  int exit_code = 4;
  std::map<Kind, std::int64_t> rows_read;
};

/// The checks of the contract: the default profile, written down a second time.
[[nodiscard]] std::vector<Check> checks_of_the_contract();

/// The slow, obvious answer of `check`: for the one as-of day of `options`, every rule of the contract is applied to
/// every row, again for each check. No days are summed and nothing is kept for the next question.
[[nodiscard]] ExpectedAssessment oracle(const Account& account, const std::string& zone,
                                        const std::vector<Check>& checks, const AssessOptions& options,
                                        const Rules& rules = {});

}  // namespace sellerhealth::support
