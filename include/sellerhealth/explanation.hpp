#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// What one order (message, violation) counts as in a check. "Bad" is what a target keeps few: defects, cancellations,
/// late shipments, late answers.
enum class Stance : std::uint8_t {
  not_counted,  ///< Not in the denominator.
  good,
  possible,  ///< Bad or good: an open question decides.
  bad,
};

/// "not_counted", "good", "possible" or "bad".
[[nodiscard]] std::string_view name_of(Stance stance);

/// An order with what was filed about it, or a message, or a violation. Points into its OrderBook.
struct CaseFacts {
  const OrderBook::Order* order = nullptr;
  const OrderBook::Filed<Message>* message = nullptr;
  const Violation* violation = nullptr;
  std::vector<const OrderBook::Filed<Feedback>*> feedback;
  std::vector<const OrderBook::Filed<Claim>*> claims;
  std::vector<const OrderBook::Filed<Chargeback>*> chargebacks;

  /// Of the order, the message or the violation; the export may give none of the latter two.
  [[nodiscard]] std::string_view id() const;
};

/// What one case hangs on: an export, or a column in it.
struct OpenQuestion {
  Kind kind = Kind::orders;
  std::optional<Column> column;
  bool to_the_second = false;  ///< The column is there, but names only days.

  friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

/// Why a case is bad, or possible, on an as-of day.
struct Grounds {
  std::vector<std::string_view> parts;  ///< Names of components: "negative_feedback", "shipped_late" …
  std::vector<OpenQuestion> questions;  ///< Of a possible case.

  friend bool operator==(const Grounds&, const Grounds&) = default;
};

/// A case behind a numerator.
struct Cause {
  CaseFacts facts;  ///< Of the filings, those that count on the as-of day.
  Day placed;       ///< The day of purchase (receipt, violation).
  Day entered;      ///< First as-of day since when it has counted so without a break.
  Day leaves;       ///< First as-of day on which it counts no more, if nothing else happens: the window has moved on.
  Grounds grounds;
};

/// What is behind one check: as many causes as it counts. In order of the day they leave, then by id.
struct CheckExplanation {
  CheckResult result;  ///< Of the whole account.
  std::vector<Cause> bad;
  std::vector<Cause> possible;
  /// How many are possible only because a whole export was not given: any case could be, so they are not listed.
  std::int64_t unlisted = 0;
};

/// The answer of `explain METRIC`.
struct Explanation {
  Assessment assessment;
  const OrderBook* book = nullptr;
  std::vector<CheckExplanation> checks;  ///< A check that was not made has no causes.
};

/// Tells what is behind each check of `profile`, as known on the as-of day. Throws as assess() does. The answer points
/// into `book`.
[[nodiscard]] Explanation explain(const OrderBook& book, const Profile& profile, const AssessOptions& options);

/// As-of days, both included.
struct AsOfDays {
  Day first;
  Day last;

  friend bool operator==(const AsOfDays&, const AsOfDays&) = default;
};

/// How an order, or a message about it, stands in one check on the as-of day.
struct CheckStanding {
  Check check;
  CaseFacts facts;      ///< The order, or the message about it. Of the filings, those that count on the as-of day.
  bool checked = true;  ///< Whether the check can be made at all: see CheckResult.
  Stance stance = Stance::not_counted;
  Grounds grounds;
  /// Why it is not bad: a ledger code ("before_window", "undated" …), or what became of it: "fulfilled_by_marketplace",
  /// "fulfilled_by_seller", "not_cancelled", "cancelled_by_buyer", "buyer_requested_cancel", "cancelled",
  /// "shipped_in_time", "not_due"; by the rules of some marketplaces "late_within_rules" or "overdue_not_counted".
  /// Nothing for an order without defects, whose filings say why they are none.
  std::optional<std::string_view> left_out;
  // As it stands on the as-of day, if nothing else happens.
  std::optional<AsOfDays> counted;  ///< In the denominator.
  std::vector<AsOfDays> bad;
};

/// A filing, and why it does not count whatever the window: "after_as_of" before all else; nothing when it does.
template <typename Record>
struct FilingAccount {
  const OrderBook::Filed<Record>* filed = nullptr;
  std::optional<std::string_view> left_out;
};

/// The answer of `explain --order`: all that the exports say of one order.
struct OrderExplanation {
  Assessment assessment;
  const OrderBook* book = nullptr;
  const OrderBook::Order* order = nullptr;
  std::vector<FilingAccount<Feedback>> feedback;
  std::vector<FilingAccount<Claim>> claims;
  std::vector<FilingAccount<Chargeback>> chargebacks;
  std::vector<const OrderBook::Filed<Message>*> messages;  ///< That name it.
  std::vector<CheckStanding> standings;

  /// Whether what happened then is known on the as-of day. What has no date is known from the order on.
  [[nodiscard]] bool knows(const std::optional<Stamp>& event) const;
};

/// Tells all about the order called `order_id`, and how it stands in each check of `profile`. Throws UsageError when no
/// export names it, and as assess() does. The answer points into `book`.
[[nodiscard]] OrderExplanation explain_order(const OrderBook& book, const Profile& profile,
                                             const AssessOptions& options, std::string_view order_id);

}  // namespace sellerhealth
