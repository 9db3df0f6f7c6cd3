#include <string>

#include "render/facts_json.hpp"
#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;
using util::iso_date;

Json fraction_json(const Fraction& fraction) {
  return {{"numerator", fraction.numerator},
          {"denominator", fraction.denominator},
          {"value", static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator)}};
}

Json steps_json(const RateSteps& steps) {
  return {{"whole", fraction_json(steps.whole)},
          {"bad_came", fraction_json(steps.bad_came)},
          {"bad_left", fraction_json(steps.bad_left)},
          {"orders_came", fraction_json(steps.orders_came)},
          {"orders_left", fraction_json(steps.orders_left)}};
}

Json move_json(const BadMove& move) {
  Json json;
  json["before"] = move.before;
  json["came"] = move.came;
  json["left"] = move.left;
  json["after"] = move.after;
  json["rate_change"] = move.rate ? steps_json(*move.rate) : Json(nullptr);
  return json;
}

Json flow_json(const Flow& flow) {
  Json json;
  json["count"] = flow.count;
  json["first_placed"] = flow.first_placed ? Json(iso_date(*flow.first_placed)) : Json(nullptr);
  json["last_placed"] = flow.last_placed ? Json(iso_date(*flow.last_placed)) : Json(nullptr);
  return json;
}

Json side_json(Stance stance, const Grounds& grounds) {
  Json json;
  json["stance"] = name_of(stance);
  render::set_grounds(json, grounds);
  return json;
}

Json change_json(const Change& change, const TimeZone& zone) {
  Json json = render::case_json(change.facts, zone);
  json["placed"] = iso_date(change.placed);
  json["before"] = side_json(change.before, change.grounds_before);
  json["after"] = side_json(change.after, change.grounds_after);
  return json;
}

Json figures_json(const CheckResult& result) {
  Json json;
  json["verdict"] = name_of(result.verdict);
  json["window"] = render::window_json(result);
  render::add_figures(result, json);
  json["components"] = render::components_json(result);
  return json;
}

Json check_json(const CheckComparison& comparison, const TimeZone& zone) {
  Json json;
  json["id"] = comparison.after.check.id;
  json["metric"] = name_of(comparison.after.check.metric);
  render::add_target(comparison.after.check, json);
  json["before"] = figures_json(comparison.before);
  json["after"] = figures_json(comparison.after);
  json["certain"] = comparison.after.checked ? move_json(comparison.certain) : Json(nullptr);
  json["possible"] = comparison.after.checked ? move_json(comparison.possible) : Json(nullptr);
  json["came"] = flow_json(comparison.came);
  json["left"] = flow_json(comparison.left);
  json["changes"] = Json::array();
  for (const Change& change : comparison.changes) {
    json["changes"].push_back(change_json(change, zone));
  }
  return json;
}

}  // namespace

std::string render_json(const Comparison& comparison) {
  const Assessment& after = comparison.after;
  Json json = render::document("sellerhealth.compare/1", after.options.as_of, after.time_zone);
  json["since"] = iso_date(comparison.before.options.as_of);
  json["profile"] = after.profile;
  json["options"] = render::options_json(after);
  json["checks"] = Json::array();
  for (const CheckComparison& check : comparison.checks) {
    json["checks"].push_back(check_json(check, comparison.book->zone()));
  }
  json["warnings"] = render::warnings_json(comparison.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
