#include "render/facts_json.hpp"

#include <string>

#include "render/facts.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

/// What an export says in its own words; null for nothing, and for what must not be shown.
Json words_json(std::string_view text) { return text_or_null(util::words_to_show(text)); }

std::string_view name_of_type(Chargeback::Type type) {
  return type == Chargeback::Type::service ? "service" : type == Chargeback::Type::fraud ? "fraud" : "unknown";
}

Json order_json(const CaseFacts& facts, const TimeZone& zone) {
  const OrderBook::Order& order = *facts.order;
  const auto stamp = [&](const Stamp& value) {
    return value.first == OrderBook::never ? Json(nullptr) : stamp_json(value, zone);
  };
  const std::optional<Instant> promise = promise_of(order);
  Json json;
  json["purchase_date"] = util::iso_instant(order.purchased);
  json["latest_ship_date"] = promise ? Json(util::iso_instant(*promise)) : Json(nullptr);
  json["ship_date"] = stamp(order.shipped);
  json["days_late"] = or_null(days_late(order, zone));
  json["cancel_date"] = stamp(order.cancelled);
  json["seller_fulfilled"] = order.seller_fulfilled();
  json["feedback"] = Json::array();
  for (const auto* filed : facts.feedback) {
    json["feedback"].push_back(feedback_json(filed->record, zone));
  }
  json["claims"] = Json::array();
  for (const auto* filed : facts.claims) {
    json["claims"].push_back(claim_json(filed->record, zone));
  }
  json["chargebacks"] = Json::array();
  for (const auto* filed : facts.chargebacks) {
    json["chargebacks"].push_back(chargeback_json(filed->record, zone));
  }
  return json;
}

Json violation_json(const Violation& violation, const TimeZone& zone) {
  Json json;
  json["violation_date"] = stamp_json(violation.date, zone);
  json["type"] = words_json(violation.type);
  json["resolved"] = violation.resolved;
  json["resolved_date"] = stamp_json(violation.resolved_date, zone);
  return json;
}

}  // namespace

Json stamp_json(const Stamp& stamp, const TimeZone& zone) {
  return is_instant(stamp) ? util::iso_instant(stamp.first) : util::iso_date(zone.day_of(stamp.first));
}

Json stamp_json(const std::optional<Stamp>& stamp, const TimeZone& zone) {
  return stamp ? stamp_json(*stamp, zone) : Json(nullptr);
}

Json feedback_json(const Feedback& feedback, const TimeZone& zone) {
  Json json;
  json["rating"] = feedback.rating;
  json["date"] = stamp_json(feedback.date, zone);
  json["removed"] = feedback.removed;
  json["removal_date"] = stamp_json(feedback.removal_date, zone);
  return json;
}

Json claim_json(const Claim& claim, const TimeZone& zone) {
  Json json;
  json["date"] = stamp_json(claim.date, zone);
  json["status"] = words_json(claim.status);
  json["closed_date"] = stamp_json(claim.closed_date, zone);
  json["reason"] = words_json(claim.reason);
  json["amount"] = words_json(claim.amount);
  json["currency"] = words_json(claim.currency);
  return json;
}

Json chargeback_json(const Chargeback& chargeback, const TimeZone& zone) {
  Json json;
  json["date"] = stamp_json(chargeback.date, zone);
  json["type"] = name_of_type(chargeback.type);
  json["status"] = words_json(chargeback.status);
  json["closed_date"] = stamp_json(chargeback.closed_date, zone);
  json["amount"] = words_json(chargeback.amount);
  json["currency"] = words_json(chargeback.currency);
  return json;
}

Json message_json(const Message& message, const TimeZone& zone) {
  Json json;
  json["received_at"] = stamp_json(message.received_at, zone);
  json["responded_at"] = stamp_json(message.responded_at, zone);
  json["response_seconds"] = or_null(response_seconds(message));
  json["no_response_needed"] = message.no_response_needed;
  return json;
}

Json case_json(const CaseFacts& facts, const TimeZone& zone) {
  Json json;
  json["subject"] = facts.order != nullptr ? "order" : facts.message != nullptr ? "message" : "violation";
  json["id"] = text_or_null(facts.id());
  json["order_id"] = facts.message != nullptr ? text_or_null(facts.message->record.order_id)
                     : facts.order != nullptr ? text_or_null(facts.order->id)
                                              : Json(nullptr);
  json["facts"] = facts.order != nullptr     ? order_json(facts, zone)
                  : facts.message != nullptr ? message_json(facts.message->record, zone)
                                             : violation_json(*facts.violation, zone);
  return json;
}

void set_grounds(Json& json, const Grounds& grounds) {
  json["reasons"] = grounds.parts;
  json["needs"] = Json::array();
  for (const OpenQuestion& question : grounds.questions) {
    json["needs"].push_back({{"kind", name_of(question.kind)},
                             {"column", question.column ? Json(name_of(*question.column)) : Json(nullptr)}});
  }
}

}  // namespace sellerhealth::render
