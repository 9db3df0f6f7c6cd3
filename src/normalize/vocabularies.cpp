#include "normalize/vocabularies.hpp"

#include "sellerhealth/records.hpp"

namespace sellerhealth::normalize {

namespace {

using Name = std::string_view;

/// Of Amazon's reports and of both Orders APIs (their help pages and models).
constexpr Name order_status_names[] = {"shipped", "cancelled", "open"};
constexpr Spelling order_statuses[] = {
    {"shipped", OrderStatus::shipped, true},    {"shipping", OrderStatus::shipped},
    {"partiallyshipped", OrderStatus::shipped}, {"complete", OrderStatus::shipped},
    {"delivered", OrderStatus::shipped},        {"cancelled", OrderStatus::cancelled},
    {"canceled", OrderStatus::cancelled},       {"open", OrderStatus::open},
    {"pending", OrderStatus::open, true},       {"unshipped", OrderStatus::open},
    {"invoiceunconfirmed", OrderStatus::open},  {"unfulfillable", OrderStatus::open},
};

/// Any other channel is the seller's own.
constexpr Name channel_names[] = {"seller", "marketplace"};
constexpr Spelling channels[] = {
    {"amazon", Fulfillment::marketplace, true},
    {"afn", Fulfillment::marketplace},
    {"fba", Fulfillment::marketplace},
    {"marketplace", Fulfillment::marketplace},
};

constexpr Name canceller_names[] = {"seller", "marketplace", "buyer"};
constexpr Spelling cancellers[] = {
    {"seller", Canceller::seller},           {"merchant", Canceller::seller},    {"buyer", Canceller::buyer},
    {"marketplace", Canceller::marketplace}, {"amazon", Canceller::marketplace},
};

constexpr Name flag_names[] = {"false", "true"};
constexpr Spelling flags[] = {
    {"true", true}, {"false", false}, {"yes", true}, {"no", false},
    {"1", true},    {"0", false},     {"oui", true}, {"non", false},
};

/// The Orders API of 2026 names who asked for a cancellation where the older reports have a yes or no.
constexpr Spelling flags_and_requesters[] = {
    {"true", true}, {"false", false}, {"yes", true},   {"no", false},       {"1", true},       {"0", false},
    {"oui", true},  {"non", false},   {"buyer", true}, {"merchant", false}, {"amazon", false},
};

constexpr Name feedback_status_names[] = {"active", "removed", "struck-through"};
constexpr Spelling feedback_statuses[] = {
    {"active", FeedbackStatus::active},
    {"removed", FeedbackStatus::removed},
    {"struckthrough", FeedbackStatus::struck_through},
};

/// The French ones are the tabs and states of Seller Central in 2012; its "Résolu" does not tell how.
constexpr Name claim_status_names[] = {"open",     "action-required", "under-review", "granted",
                                       "refunded", "denied",          "withdrawn"};
constexpr Spelling claim_statuses[] = {
    {"open", ClaimStatus::open},
    {"actionrequired", ClaimStatus::action_required},
    {"underreview", ClaimStatus::under_review},
    {"granted", ClaimStatus::granted, true},
    {"refunded", ClaimStatus::refunded},
    {"denied", ClaimStatus::denied},
    {"withdrawn", ClaimStatus::withdrawn},
    {"closed/refunded", ClaimStatus::refunded},
    {"closed/sellerfunded", ClaimStatus::granted},
    {"closed/denied", ClaimStatus::denied},
    {"soumis", ClaimStatus::open, true},
    {"actionrequise", ClaimStatus::action_required},
    {"encoursdetraitement", ClaimStatus::under_review},
};

constexpr Name chargeback_type_names[] = {"service", "fraud"};
constexpr Spelling chargeback_types[] = {
    {"service", Chargeback::Type::service},
    {"fraud", Chargeback::Type::fraud},
};

/// "Acceptée": the bank's answer to the buyer, whoever pays for it; that is in the details.
constexpr Name chargeback_status_names[] = {"open", "lost", "won", "not-responsible"};
constexpr Spelling chargeback_statuses[] = {
    {"open", ChargebackStatus::open},     {"lost", ChargebackStatus::lost},
    {"won", ChargebackStatus::won},       {"notresponsible", ChargebackStatus::not_responsible},
    {"acceptee", ChargebackStatus::lost},
};

constexpr Name violation_status_names[] = {"open", "resolved"};
constexpr Spelling violation_statuses[] = {
    {"open", ViolationStatus::open},
    {"resolved", ViolationStatus::resolved},
};

constexpr Vocabulary of_order_status{order_status_names, order_statuses};
constexpr Vocabulary of_channel{channel_names, channels};
constexpr Vocabulary of_canceller{canceller_names, cancellers};
constexpr Vocabulary of_flag{flag_names, flags};
constexpr Vocabulary of_cancel_request{flag_names, flags_and_requesters};
constexpr Vocabulary of_feedback_status{feedback_status_names, feedback_statuses};
constexpr Vocabulary of_claim_status{claim_status_names, claim_statuses};
constexpr Vocabulary of_chargeback_type{chargeback_type_names, chargeback_types};
constexpr Vocabulary of_chargeback_status{chargeback_status_names, chargeback_statuses};
constexpr Vocabulary of_violation_status{violation_status_names, violation_statuses};

}  // namespace

const Vocabulary* vocabulary_of(Column column) {
  switch (column) {
    case Column::order_status:
    case Column::item_status:
      return &of_order_status;
    case Column::fulfillment_channel:
      return &of_channel;
    case Column::cancelled_by:
      return &of_canceller;
    case Column::buyer_requested_cancel:
      return &of_cancel_request;
    case Column::arrived_on_time:
    case Column::item_as_described:
    case Column::customer_service:
    case Column::no_response_needed:
      return &of_flag;
    case Column::status:
      return &of_feedback_status;
    case Column::claim_status:
      return &of_claim_status;
    case Column::chargeback_type:
      return &of_chargeback_type;
    case Column::chargeback_status:
      return &of_chargeback_status;
    case Column::violation_status:
      return &of_violation_status;
    default:
      return nullptr;
  }
}

}  // namespace sellerhealth::normalize
