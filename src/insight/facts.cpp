#include "insight/facts.hpp"

#include <tuple>
#include <vector>

#include "verdict/reasons.hpp"

namespace sellerhealth {

std::string_view CaseFacts::id() const {
  return order != nullptr ? order->id : message != nullptr ? message->record.message_id : violation->violation_id;
}

namespace insight {

bool precedes(const CaseFacts& a, const CaseFacts& b) {
  const auto key = [](const CaseFacts& facts) {
    return facts.message == nullptr
               ? std::tuple{facts.id(), Instant{}, std::string_view{}}
               : std::tuple{facts.id(), facts.message->record.received_at.first, facts.message->record.order_id};
  };
  return key(a) < key(b);
}

CaseFacts facts_of(const metric::Case& one) {
  return {.order = one.order,
          .message = one.message,
          .violation = one.violation,
          .feedback = {one.feedback.begin(), one.feedback.end()},
          .claims = {one.claims.begin(), one.claims.end()},
          .chargebacks = {one.chargebacks.begin(), one.chargebacks.end()}};
}

CaseFacts effective(CaseFacts facts, const Rules& rules, const index::History& history, Day as_of) {
  const auto keep_effective = [&](auto& filings) {
    std::erase_if(filings, [&](const auto* filed) {
      return verdict::reason_of(filed->record, rules, history, as_of).has_value();
    });
  };
  keep_effective(facts.feedback);
  keep_effective(facts.claims);
  keep_effective(facts.chargebacks);
  return facts;
}

}  // namespace insight
}  // namespace sellerhealth
