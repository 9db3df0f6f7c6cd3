#include <algorithm>
#include <array>
#include <string_view>

#include "normalize/rows.hpp"

namespace sellerhealth::normalize {

namespace {

enum class FeedbackStatus : unsigned char { active, removed };
constexpr Spelling<FeedbackStatus> feedback_statuses[] = {
    {"active", FeedbackStatus::active},
    {"removed", FeedbackStatus::removed},
    {"struckthrough", FeedbackStatus::removed},
};

/// What Amazon writes under feedback that it strikes through (Seller Central help 20231 and 201101660).
constexpr std::array<std::string_view, 3> struck_through_notes{
    "we take responsibility for this fulfillment experience",
    "The fulfillment issues associated with this order were not due to the seller",
    "nous assumons donc toute responsabilité",
};

enum class ClaimStatus : unsigned char { counts, withdrawn, denied };
constexpr Spelling<ClaimStatus> claim_statuses[] = {
    {"open", ClaimStatus::counts},         {"actionrequired", ClaimStatus::counts},
    {"underreview", ClaimStatus::counts},  {"granted", ClaimStatus::counts},
    {"refunded", ClaimStatus::counts},     {"denied", ClaimStatus::denied},
    {"withdrawn", ClaimStatus::withdrawn},
};

constexpr Spelling<Chargeback::Type> chargeback_types[] = {
    {"service", Chargeback::Type::service},
    {"fraud", Chargeback::Type::fraud},
};

enum class ChargebackStatus : unsigned char { counts, cleared };
constexpr Spelling<ChargebackStatus> chargeback_statuses[] = {
    {"open", ChargebackStatus::counts},
    {"lost", ChargebackStatus::counts},
    {"won", ChargebackStatus::cleared},
    {"notresponsible", ChargebackStatus::cleared},
};

void require_order_id(Fields& fields, std::string_view order_id) {
  if (order_id.empty()) {
    fields.reject(Column::order_id, "is empty, expected the id of an order");
  }
}

}  // namespace

Feedback read_feedback(Fields& fields) {
  Feedback feedback;
  bool rated = false;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::order_id:
        feedback.order_id = field.text;
        break;
      case Column::rating:
        feedback.rating = fields.number(field, 1, 5);
        rated = true;
        break;
      case Column::date:
        feedback.date = fields.stamp(field);
        break;
      case Column::status:
        feedback.removed |= fields.value(field, feedback_statuses) == FeedbackStatus::removed;
        break;
      case Column::removal_date:
        feedback.removal_date = fields.stamp(field);
        feedback.removed |= feedback.removal_date.has_value();
        break;
      case Column::comments:
        feedback.removed |=
            std::any_of(struck_through_notes.begin(), struck_through_notes.end(),
                        [&](std::string_view note) { return field.text.find(note) != std::string_view::npos; });
        break;
      default:
        break;
    }
  }
  require_order_id(fields, feedback.order_id);
  if (!rated) {
    fields.reject(Column::rating, "is missing, expected a whole number from 1 to 5");
  }
  return feedback;
}

Claim read_claim(Fields& fields) {
  Claim claim;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::order_id:
        claim.order_id = field.text;
        break;
      case Column::claim_date:
        claim.date = fields.stamp(field);
        break;
      case Column::claim_status:
        if (const auto status = fields.value(field, claim_statuses)) {
          claim.withdrawn = *status == ClaimStatus::withdrawn;
          claim.denied = *status == ClaimStatus::denied;
        }
        break;
      case Column::claim_closed_date:
        claim.closed_date = fields.stamp(field);
        break;
      default:
        break;
    }
  }
  require_order_id(fields, claim.order_id);
  return claim;
}

Chargeback read_chargeback(Fields& fields) {
  Chargeback chargeback;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::order_id:
        chargeback.order_id = field.text;
        break;
      case Column::chargeback_date:
        chargeback.date = fields.stamp(field);
        break;
      case Column::chargeback_type:
        chargeback.type = fields.value(field, chargeback_types).value_or(Chargeback::Type::unknown);
        break;
      case Column::chargeback_status:
        chargeback.cleared = fields.value(field, chargeback_statuses) == ChargebackStatus::cleared;
        break;
      case Column::chargeback_closed_date:
        chargeback.closed_date = fields.stamp(field);
        break;
      default:
        break;
    }
  }
  require_order_id(fields, chargeback.order_id);
  return chargeback;
}

}  // namespace sellerhealth::normalize
