#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "index/history.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"

namespace sellerhealth::verdict {

/// The ledger code of what is left out; nothing for what is used.
using Reason = std::optional<std::string_view>;

// Why a filing is no defect on the as-of day, whatever becomes of its order.

/// "neutral_or_positive", "after_as_of" or "removed_feedback".
[[nodiscard]] Reason reason_of(const Feedback& feedback, const Rules& rules, const index::History& history, Day as_of);
/// "after_as_of", "withdrawn_claim" or "denied_claim".
[[nodiscard]] Reason reason_of(const Claim& claim, const Rules& rules, const index::History& history, Day as_of);
/// "fraud_chargeback", "after_as_of" or "won_chargeback".
[[nodiscard]] Reason reason_of(const Chargeback& chargeback, const Rules& rules, const index::History& history,
                               Day as_of);

/// The reasons of rows on one as-of day: none of the checks uses them.
class Reasons {
 public:
  Reasons(const OrderBook& book, const index::History& history, std::span<const Check> checks, const Rules& rules,
          Day as_of)
      : book_{book}, history_{history}, checks_{checks}, rules_{rules}, as_of_{as_of} {}

  [[nodiscard]] Reason of(const OrderBook::Order& order) const;
  [[nodiscard]] Reason of(const OrderBook::Filed<Feedback>& filed) const;
  [[nodiscard]] Reason of(const OrderBook::Filed<Claim>& filed) const;
  [[nodiscard]] Reason of(const OrderBook::Filed<Chargeback>& filed) const;
  [[nodiscard]] Reason of(const OrderBook::Filed<Message>& filed) const;
  [[nodiscard]] Reason of(const OrderBook::Filed<Violation>& filed) const;

 private:
  [[nodiscard]] Reason unmatched(OrderBook::OrderIndex order) const;
  /// Why a defect of this order is left out, whatever it is.
  [[nodiscard]] Reason of_defect(OrderBook::OrderIndex index, Kind source) const;
  /// Outside the windows of all checks that count such a subject (and, if `source` is given, records of that kind).
  [[nodiscard]] Reason outside_windows(metric::Subject subject, Instant placed, std::optional<Kind> source = {}) const;

  const OrderBook& book_;
  const index::History& history_;
  std::span<const Check> checks_;
  const Rules& rules_;
  Day as_of_;
};

}  // namespace sellerhealth::verdict
