#include "normalize/date_forms.hpp"
#include "normalize/rows.hpp"

namespace sellerhealth::normalize {

Message read_message(Fields& fields) {
  Message message{};
  std::optional<Stamp> received;
  const Fields::Field* responded = nullptr;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::message_id:
        message.message_id = field.text;
        break;
      case Column::order_id:
        message.order_id = field.text;
        break;
      case Column::received_at:
        received = fields.stamp(field);
        break;
      case Column::responded_at:
        message.responded_at = fields.stamp(field);
        responded = &field;
        break;
      case Column::no_response_needed:
        message.no_response_needed = fields.boolean(field);
        break;
      default:
        break;
    }
  }
  if (!received) {
    fields.reject(Column::received_at, "is empty, expected " + std::string{stamp_forms});
  } else if (message.responded_at && message.responded_at->last < received->first) {
    fields.reject(*responded, "a reply that is not before its message was received");
  } else {
    message.received_at = *received;
  }
  return message;
}

Violation read_violation(Fields& fields) {
  Violation violation{};
  std::optional<Stamp> date;
  for (const Fields::Field& field : fields.fields()) {
    switch (field.column) {
      case Column::violation_id:
        violation.violation_id = field.text;
        break;
      case Column::violation_date:
        date = fields.stamp(field);
        break;
      case Column::violation_type:
        violation.type = field.text;
        break;
      case Column::violation_status:
        violation.resolved |= fields.value<ViolationStatus>(field) == ViolationStatus::resolved;
        break;
      case Column::resolved_date:
        violation.resolved_date = fields.stamp(field);
        violation.resolved |= violation.resolved_date.has_value();
        break;
      default:
        break;
    }
  }
  if (!date) {
    fields.reject(Column::violation_date, "is empty, expected " + std::string{stamp_forms});
  } else {
    violation.date = *date;
  }
  return violation;
}

bool is_read(Column column) {
  switch (column) {
    case Column::arrived_on_time:
    case Column::item_as_described:
    case Column::customer_service:
    case Column::respond_by:
      return false;
    default:
      return true;
  }
}

bool is_date(Column column) {
  switch (column) {
    case Column::purchase_date:
    case Column::last_updated_date:
    case Column::latest_ship_date:
    case Column::ship_date:
    case Column::cancel_date:
    case Column::date:
    case Column::removal_date:
    case Column::claim_date:
    case Column::claim_closed_date:
    case Column::respond_by:
    case Column::chargeback_date:
    case Column::chargeback_closed_date:
    case Column::received_at:
    case Column::responded_at:
    case Column::violation_date:
    case Column::resolved_date:
      return true;
    default:
      return false;
  }
}

}  // namespace sellerhealth::normalize
