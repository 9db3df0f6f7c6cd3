#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "normalize/rows.hpp"

namespace sellerhealth::normalize {

namespace {

/// What Amazon writes under feedback that it strikes through (Seller Central help 20231 and 201101660).
constexpr std::array<std::string_view, 3> struck_through_notes{
    "we take responsibility for this fulfillment experience",
    "The fulfillment issues associated with this order were not due to the seller",
    "nous assumons donc toute responsabilité",
};

/// What it writes beside a chargeback that the seller does not pay for.
constexpr std::array<std::string_view, 3> not_responsible_notes{
    "n'êtes pas responsable",
    "n’êtes pas responsable",
    "not responsible",
};

bool has_one_of(std::string_view text, std::span<const std::string_view> notes) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](std::string_view note) { return text.find(note) != std::string_view::npos; });
}

/// The order id in a cell that names the items behind it, as Seller Central shows chargebacks.
std::string_view leading_order_id(std::string_view text) {
  constexpr std::string_view form = "nnn-nnnnnnn-nnnnnnn ";
  const bool has_more =
      text.size() > form.size() && std::equal(form.begin(), form.end(), text.begin(), [](char expected, char c) {
        return expected == 'n' ? c >= '0' && c <= '9' : c == expected;
      });
  return has_more ? text.substr(0, form.size() - 1) : text;
}

bool is_closed(ClaimStatus status) {
  return status != ClaimStatus::open && status != ClaimStatus::action_required && status != ClaimStatus::under_review;
}

bool is_cleared(ChargebackStatus status) {
  return status == ChargebackStatus::won || status == ChargebackStatus::not_responsible;
}

Answer answer(Fields& fields, const Fields::Field& field) {
  const std::optional<bool> answer = fields.answer(field);
  return !answer ? Answer::none : *answer ? Answer::yes : Answer::no;
}

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
        if (const auto status = fields.value<FeedbackStatus>(field)) {
          feedback.removed |= *status != FeedbackStatus::active;
          feedback.struck_through |= *status == FeedbackStatus::struck_through;
        }
        break;
      case Column::removal_date:
        feedback.removal_date = fields.stamp(field);
        feedback.removed |= feedback.removal_date.has_value();
        break;
      case Column::comments:
        if (has_one_of(field.text, struck_through_notes)) {
          feedback.removed = true;
          feedback.struck_through = true;
        }
        break;
      case Column::arrived_on_time:
        feedback.arrived_on_time = answer(fields, field);
        break;
      case Column::item_as_described:
        feedback.item_as_described = answer(fields, field);
        break;
      case Column::customer_service:
        feedback.customer_service = answer(fields, field);
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
        if (const auto status = fields.value<ClaimStatus>(field)) {
          claim.withdrawn = *status == ClaimStatus::withdrawn;
          claim.denied = *status == ClaimStatus::denied;
          claim.under_review = *status == ClaimStatus::under_review;
          claim.closed |= is_closed(*status);
        }
        claim.status = field.text;
        break;
      case Column::claim_closed_date:
        claim.closed_date = fields.stamp(field);
        claim.closed |= claim.closed_date.has_value();
        break;
      case Column::respond_by:
        claim.too_late = fields.deadline(field);
        break;
      case Column::claim_reason:
        claim.reason = field.text;
        break;
      case Column::claim_amount:
        claim.amount = field.text;
        break;
      case Column::currency:
        claim.currency = field.text;
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
        chargeback.order_id = leading_order_id(field.text);
        break;
      case Column::chargeback_date:
        chargeback.date = fields.stamp(field);
        break;
      case Column::chargeback_type:
        chargeback.type = fields.value<Chargeback::Type>(field).value_or(Chargeback::Type::unknown);
        break;
      case Column::chargeback_status:
        if (const auto status = fields.value<ChargebackStatus>(field)) {
          chargeback.cleared |= is_cleared(*status);
          chargeback.closed |= *status != ChargebackStatus::open;
        }
        chargeback.status = field.text;
        break;
      case Column::chargeback_status_details:
        if (has_one_of(field.text, not_responsible_notes)) {
          chargeback.cleared = true;
          chargeback.closed = true;
        }
        break;
      case Column::chargeback_closed_date:
        chargeback.closed_date = fields.stamp(field);
        chargeback.closed |= chargeback.closed_date.has_value();
        break;
      case Column::respond_by:
        chargeback.too_late = fields.deadline(field);
        break;
      case Column::amount:
        chargeback.amount = field.text;
        break;
      case Column::currency:
        chargeback.currency = field.text;
        break;
      default:
        break;
    }
  }
  require_order_id(fields, chargeback.order_id);
  return chargeback;
}

}  // namespace sellerhealth::normalize
