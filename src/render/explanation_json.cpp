#include <string>

#include "render/evidence_json.hpp"
#include "render/facts.hpp"
#include "render/facts_json.hpp"
#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;

Json causes_json(const std::vector<Cause>& causes, const OrderBook& book) {
  Json json = Json::array();
  for (const Cause& cause : causes) {
    Json one = render::case_json(cause.facts, book.zone());
    one["segments"] = render::segments_of(cause.facts, book);
    one["placed"] = util::iso_date(cause.placed);
    one["entered"] = util::iso_date(cause.entered);
    one["leaves"] = util::iso_date(cause.leaves);
    render::set_grounds(one, cause.grounds);
    json.push_back(std::move(one));
  }
  return json;
}

}  // namespace

std::string render_json(const Explanation& explanation) {
  const Assessment& assessment = explanation.assessment;
  Json json = render::document("sellerhealth.explain/1", assessment.options.as_of, assessment.time_zone);
  json["profile"] = assessment.profile;
  json["options"] = render::options_json(assessment);
  json["checks"] = Json::array();
  for (const CheckExplanation& behind : explanation.checks) {
    Json check = render::result_json(behind.result);
    check["components"] = render::components_json(behind.result);
    check["needs"] = render::needs_json(behind.result);
    check["wilson_95"] = render::wilson_json(behind.result);
    check["bad"] = causes_json(behind.bad, *explanation.book);
    check["possible"] = causes_json(behind.possible, *explanation.book);
    check["possible_unlisted"] = behind.unlisted;
    json["checks"].push_back(std::move(check));
  }
  json["order"] = nullptr;
  json["warnings"] = render::warnings_json(assessment.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
