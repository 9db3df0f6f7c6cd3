#include <string>

#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;
using util::iso_instant;

Json deadline_json(const Deadline& deadline) {
  Json json;
  json["duty"] = name_of(deadline.duty);
  json["order_id"] = render::text_or_null(deadline.order_id);
  json["message_id"] = render::text_or_null(deadline.message_id);
  json["since"] = render::day_or_null(deadline.since);
  json["due"] = deadline.due ? Json(iso_instant(*deadline.due)) : Json(nullptr);
  json["seconds_left"] = deadline.time_left ? Json(deadline.time_left->count()) : Json(nullptr);
  json["missed"] = deadline.missed;
  json["reason"] = render::text_or_null(deadline.reason);
  json["amount"] = render::text_or_null(deadline.amount);
  json["currency"] = render::text_or_null(deadline.currency);
  return json;
}

Json outcome_json(const CheckResult& result) {
  Json json;
  json["verdict"] = name_of(result.verdict);
  json["window"] = render::window_json(result);
  render::add_figures(result, json);
  return json;
}

Json stake_json(const Stake& stake) {
  Json json;
  json["id"] = stake.today.check.id;
  json["metric"] = name_of(stake.today.check.metric);
  render::add_target(stake.today.check, json);
  json["today"] = outcome_json(stake.today);
  json["day"] = util::iso_date(stake.day);
  json["if_missed"] = outcome_json(stake.if_missed);
  json["if_met"] = outcome_json(stake.if_met);
  return json;
}

}  // namespace

std::string render_json(const Deadlines& deadlines) {
  const Assessment& assessment = deadlines.assessment;
  Json json = render::document("sellerhealth.deadlines/1", assessment.options.as_of, assessment.time_zone);
  json["now"] = iso_instant(deadlines.options.now);
  json["within_seconds"] = deadlines.options.within ? Json(deadlines.options.within->count()) : Json(nullptr);
  json["profile"] = assessment.profile;
  json["options"] = render::options_json(assessment);
  json["deadlines"] = Json::array();
  for (const Deadline& deadline : deadlines.deadlines) {
    json["deadlines"].push_back(deadline_json(deadline));
  }
  json["without_deadline"] = deadlines.without_deadline;
  json["untold_orders"] = deadlines.untold_orders;
  json["untold_messages"] = deadlines.untold_messages;
  json["ends"] = Json::object();
  for (const EndOfExports& end : deadlines.ends) {
    json["ends"][std::string{name_of(end.kind)}] = iso_instant(end.instant);
  }
  json["stakes"] = Json::array();
  for (const Stake& stake : deadlines.stakes) {
    json["stakes"].push_back(stake_json(stake));
  }
  json["inputs"] = render::files_json(assessment);
  json["warnings"] = render::warnings_json(assessment.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
