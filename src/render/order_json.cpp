#include <string>

#include "render/facts.hpp"
#include "render/facts_json.hpp"
#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;

Json fact_json(const render::OrderFact& fact, const TimeZone& zone) {
  Json json;
  json["column"] = name_of(fact.column);
  if (const auto* stamp = std::get_if<Stamp>(&fact.value)) {
    json["value"] = render::stamp_json(*stamp, zone);
  } else if (const auto* values = std::get_if<std::vector<std::string_view>>(&fact.value)) {
    json["value"] = *values;
  } else {
    json["value"] = std::get<bool>(fact.value);
  }
  json["files"] = fact.paths;
  json["known"] = fact.known;
  return json;
}

/// Each filing as `to_json` tells it, with its file, and why it does not count.
template <typename Record>
Json filings_json(const std::vector<FilingAccount<Record>>& accounts, const OrderBook& book,
                  Json (*to_json)(const Record&, const TimeZone&)) {
  Json json = Json::array();
  for (const auto& [filed, left_out] : accounts) {
    Json one = to_json(filed->record, book.zone());
    one["file"] = book.files()[filed->file].path;
    one["left_out"] = render::or_null(left_out);
    one["known"] = left_out != "after_as_of";
    json.push_back(std::move(one));
  }
  return json;
}

Json days_json(const AsOfDays& days) {
  return {{"first", util::iso_date(days.first)}, {"last", util::iso_date(days.last)}};
}

Json standing_json(const CheckStanding& standing) {
  Json json;
  json["id"] = standing.check.id;
  json["metric"] = name_of(standing.check.metric);
  const auto* message = standing.facts.message;
  const bool has_id = message != nullptr && !message->record.message_id.empty();
  json["message_id"] = has_id ? Json(message->record.message_id) : Json(nullptr);
  json["checked"] = standing.checked;
  json["stance"] = name_of(standing.stance);
  render::set_grounds(json, standing.grounds);
  json["left_out"] = render::or_null(standing.left_out);
  json["counted"] = standing.counted ? days_json(*standing.counted) : Json(nullptr);
  json["bad"] = Json::array();
  for (const AsOfDays& days : standing.bad) {
    json["bad"].push_back(days_json(days));
  }
  return json;
}

Json order_json(const OrderExplanation& explanation) {
  const OrderBook& book = *explanation.book;
  Json json;
  json["id"] = explanation.order->id;
  json["facts"] = Json::array();
  for (const render::OrderFact& fact : render::facts_of(explanation)) {
    json["facts"].push_back(fact_json(fact, book.zone()));
  }
  json["feedback"] = filings_json(explanation.feedback, book, render::feedback_json);
  json["claims"] = filings_json(explanation.claims, book, render::claim_json);
  json["chargebacks"] = filings_json(explanation.chargebacks, book, render::chargeback_json);
  json["messages"] = Json::array();
  for (const auto* message : explanation.messages) {
    Json one = render::case_json({.message = message, .feedback = {}, .claims = {}, .chargebacks = {}}, book.zone());
    one["file"] = book.files()[message->file].path;
    one["known"] = explanation.knows(message->record.received_at);
    json["messages"].push_back(std::move(one));
  }
  json["standings"] = Json::array();
  for (const CheckStanding& standing : explanation.standings) {
    json["standings"].push_back(standing_json(standing));
  }
  return json;
}

}  // namespace

std::string render_json(const OrderExplanation& explanation) {
  const Assessment& assessment = explanation.assessment;
  Json json = render::document("sellerhealth.explain/1", assessment.options.as_of, assessment.time_zone);
  json["profile"] = assessment.profile;
  json["options"] = render::options_json(assessment);
  json["checks"] = Json::array();
  json["order"] = order_json(explanation);
  json["warnings"] = render::warnings_json(assessment.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
