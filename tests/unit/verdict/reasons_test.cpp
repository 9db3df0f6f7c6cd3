#include "verdict/reasons.hpp"

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"
#include "verdict/outlook.hpp"

// That a row is left out for its reason is tested with the ledger.

namespace sellerhealth::verdict {

using testing::at;
using testing::day;
using testing::SmallAccount;

TEST_CASE("a filing has a reason of its own, wherever its order lies") {
  SmallAccount account;
  const Day as_of = day("2026-10-01");
  const Outlook outlook =
      verdict::outlook(account.book, default_profile(), {.as_of = as_of}, {as_of, as_of + std::chrono::days{1}});
  const auto reason = [&](const auto& record) { return reason_of(record, Rules{}, outlook.history, as_of); };
  const Stamp september = at("2026-09-10");
  const Stamp october = at("2026-10-01");
  CHECK(reason(Feedback{.rating = 3}) == "neutral_or_positive");
  CHECK(reason(Feedback{.rating = 2, .date = october}) == "after_as_of");
  CHECK(reason(Feedback{.rating = 2, .removed = true, .removal_date = september}) == "removed_feedback");
  CHECK_FALSE(reason(Feedback{.rating = 2, .removed = true, .removal_date = october}));
  CHECK(reason(Claim{.withdrawn = true}) == "withdrawn_claim");
  CHECK(reason(Claim{.denied = true, .closed_date = september}) == "denied_claim");
  CHECK_FALSE(reason(Claim{.denied = true, .closed_date = october}));
  CHECK(reason(Chargeback{.type = Chargeback::Type::fraud, .cleared = true}) == "fraud_chargeback");
  CHECK(reason(Chargeback{.date = october}) == "after_as_of");
  CHECK(reason(Chargeback{.cleared = true}) == "won_chargeback");
  CHECK_FALSE(reason(Chargeback{}));
  CHECK_FALSE(reason_of(Claim{.withdrawn = true}, Rules{.every_claim_counts = true}, outlook.history, as_of));
}

}  // namespace sellerhealth::verdict
