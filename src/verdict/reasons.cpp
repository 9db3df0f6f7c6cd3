#include "verdict/reasons.hpp"

#include <algorithm>

#include "index/exclusion.hpp"

namespace sellerhealth::verdict {

namespace {

bool draws_on(const metric::Definition& definition, Kind source) {
  return std::any_of(definition.components.begin(), definition.components.end(),
                     [&](const metric::Part& part) { return part.source == source; });
}

}  // namespace

Reason reason_of(const Feedback& feedback, const Rules& /*rules*/, const index::History& history, Day as_of) {
  if (feedback.rating > most_negative_stars) {
    return "neutral_or_positive";
  }
  if (history.known_from(feedback.date) > as_of) {
    return "after_as_of";
  }
  const bool removed = feedback.removed && history.known_from(feedback.removal_date) <= as_of;
  return removed ? Reason{"removed_feedback"} : std::nullopt;
}

Reason reason_of(const Claim& claim, const Rules& rules, const index::History& history, Day as_of) {
  if (history.known_from(claim.date) > as_of) {
    return "after_as_of";
  }
  if ((claim.withdrawn || claim.denied) && !rules.every_claim_counts &&
      history.known_from(claim.closed_date) <= as_of) {
    return claim.withdrawn ? "withdrawn_claim" : "denied_claim";
  }
  return std::nullopt;
}

Reason reason_of(const Chargeback& chargeback, const Rules& /*rules*/, const index::History& history, Day as_of) {
  if (chargeback.type == Chargeback::Type::fraud) {
    return "fraud_chargeback";
  }
  if (history.known_from(chargeback.date) > as_of) {
    return "after_as_of";
  }
  const bool won = chargeback.cleared && history.known_from(chargeback.closed_date) <= as_of;
  return won ? Reason{"won_chargeback"} : std::nullopt;
}

Reason Reasons::of(const OrderBook::Order& order) const {
  if (const Reason excluded = index::exclusion_of(book_, order)) {
    return excluded;
  }
  return outside_windows(metric::Subject::order, order.purchased);
}

Reason Reasons::of(const OrderBook::Filed<Feedback>& filed) const {
  // What is never a defect is left out for that, whatever becomes of its order.
  const bool negative = filed.record.rating <= most_negative_stars;
  const Reason other = negative ? of_defect(filed.order, Kind::feedback) : std::nullopt;
  return other ? other : reason_of(filed.record, rules_, history_, as_of_);
}

Reason Reasons::of(const OrderBook::Filed<Claim>& filed) const {
  const Reason other = of_defect(filed.order, Kind::claims);
  return other ? other : reason_of(filed.record, rules_, history_, as_of_);
}

Reason Reasons::of(const OrderBook::Filed<Chargeback>& filed) const {
  const bool fraud = filed.record.type == Chargeback::Type::fraud;
  const Reason other = fraud ? unmatched(filed.order) : of_defect(filed.order, Kind::chargebacks);
  return other ? other : reason_of(filed.record, rules_, history_, as_of_);
}

Reason Reasons::of(const OrderBook::Filed<Message>& filed) const {
  const Message& message = filed.record;
  if (const Reason excluded = index::exclusion_of(book_, filed)) {
    return excluded;
  }
  if (message.no_response_needed) {
    return "no_response_needed";
  }
  if (const Reason outside = outside_windows(metric::Subject::message, message.received_at.first)) {
    return outside;
  }
  metric::Spans spans;
  metric::response_under_24h.count({.message = &filed}, history_, {}, spans);
  return spans.counted.contains(as_of_) ? std::nullopt : Reason{"pending_reply"};
}

Reason Reasons::of(const OrderBook::Filed<Violation>& filed) const {
  const Violation& violation = filed.record;
  if (const Reason outside = outside_windows(metric::Subject::violation, violation.date.first)) {
    return outside;
  }
  const bool resolved = violation.resolved && history_.known_from(violation.resolved_date) <= as_of_;
  return resolved ? Reason{"resolved_violation"} : std::nullopt;
}

Reason Reasons::unmatched(OrderBook::OrderIndex order) const {
  return book_.orders()[order].files == 0 ? Reason{index::unmatched_order} : std::nullopt;
}

Reason Reasons::of_defect(OrderBook::OrderIndex index, Kind source) const {
  const OrderBook::Order& order = book_.orders()[index];
  if (const Reason excluded = index::exclusion_of(book_, order)) {
    return excluded;
  }
  return outside_windows(metric::Subject::order, order.purchased, source);
}

Reason Reasons::outside_windows(metric::Subject subject, Instant placed, std::optional<Kind> source) const {
  const Day day = history_.day_of(placed);
  bool counted = false;
  bool before_all = true;
  bool after_all = true;
  for (const Check& check : checks_) {
    const metric::Definition& definition = metric::definition_of(check.metric);
    if (definition.subject == subject && (!source || draws_on(definition, *source))) {
      const bool before = day < check.window.first_day(as_of_);
      const bool after = day > check.window.last_day(as_of_);
      if (!before && !after) {
        return std::nullopt;
      }
      counted = true;
      before_all &= before;
      after_all &= after;
    }
  }
  if (!counted) {
    return "not_checked";
  }
  return before_all ? "before_window" : after_all ? "after_window" : "between_windows";
}

}  // namespace sellerhealth::verdict
