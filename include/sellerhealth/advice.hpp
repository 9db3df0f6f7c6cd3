#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

struct Assessment;
struct Profile;
class OrderBook;

/// What a marketplace may do about an account, the mildest first: the ladder of Amazon's training for sellers of 2012.
enum class Measure : std::uint8_t {
  sales_check,     ///< Somebody looks at the account, because sales began or rose suddenly.
  account_review,  ///< A part of the payments is held back for a time.
  suspension,      ///< No sales and no payments, until a plan of action is accepted.
  block,           ///< For good; payments are held for 90 days.
};

/// "sales_check", "account_review", "suspension" or "block".
[[nodiscard]] std::string_view name_of(Measure measure);

/// Sales that rose suddenly: in the last week at least 20 orders, and at least twice the pace of the 28 days before.
struct SalesSpike {
  Day first_day;  ///< The first of the seven days.
  Day last_day;
  std::int64_t orders = 0;         ///< Of these days, whatever their status.
  std::int64_t orders_before = 0;  ///< Of the 28 days before them.

  friend bool operator==(const SalesSpike&, const SalesSpike&) = default;
};

/// What may be behind an indicator that does not pass.
enum class FindingKind : std::uint8_t {
  // Of the orders with a claim that counts: why it was filed, and whether one is still to be answered, see Deadlines.
  claim_not_received,
  claim_not_as_described,
  claim_not_refunded,
  claim_of_other_reason,
  claim_without_reason,
  claim_to_answer,
  // Of the orders with negative feedback that counts: whether its buyer can still withdraw it.
  feedback_withdrawable,
  feedback_past_withdrawal,
  // Of all orders with a defect.
  chargeback,
  defect_answered_late,  ///< A message about it was answered late, or is not answered and too old.
  defect_shipped_late,   ///< As late_shipment_rate counts it.
  // Of all cancellations.
  cancelled_by_seller,
  cancelled_by_marketplace,
  // Of all late shipments.
  shipped_late,
  overdue,
  // Of all late answers.
  unanswered,
  answered_late,
  // Of all open violations.
  violation,
  /// Of all that is bad: what has one value in the column that the account is split by, where that is worse than the
  /// whole.
  segment,
};

/// "claim_not_received" and so on.
[[nodiscard]] std::string_view name_of(FindingKind kind);

/// One thing found in the exports, in orders (messages, violations), each counted once.
struct Finding {
  FindingKind kind = FindingKind::segment;
  std::int64_t count = 0;      ///< At least 1.
  std::int64_t of = 0;         ///< What it is a part of, see FindingKind.
  std::string value{};         ///< A claim's reason, a violation's type or a segment's value in the export's own words.
  std::optional<Column> by{};  ///< Of a segment.
  std::optional<Day> until{};  ///< Of feedback that can be withdrawn: the last day of the one whose time ends first.

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// What an indicator that fails, or that is a warning, can lead to, and what is behind its failing checks.
struct IndicatorAdvice {
  std::string id;                 ///< Of the indicator.
  std::vector<Measure> measures;  ///< In rising order; none for what has no consequence for the account.
  /// In the order of their kinds; of the same kind at most three, the most frequent first.
  std::vector<Finding> findings;
};

/// The facts that advice is made of. It decides no verdict.
struct Advice {
  std::optional<SalesSpike> sales_spike;
  std::vector<IndicatorAdvice> indicators;
};

/// Sets Assessment::advice. `assessment` must be of `book` and `profile`. Throws UsageError for a book that is split by
/// seller, where each is an account of its own.
///
/// Measures: where some of an indicator's suspending checks fail, an account review; where all of them do (those
/// without data aside), also a suspension; of policy violations, a suspension or a block; of informative checks, none.
void add_advice(const OrderBook& book, const Profile& profile, Assessment& assessment);

}  // namespace sellerhealth
