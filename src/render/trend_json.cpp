#include <string>

#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;
using util::iso_date;

Json point_json(Day as_of, const CheckResult& point) {
  Json json;
  json["as_of"] = iso_date(as_of);
  json["verdict"] = name_of(point.verdict);
  json["first_day"] = iso_date(point.first_day);
  json["last_day"] = iso_date(point.last_day);
  json["covered"] = point.covered;
  render::add_figures(point, json);
  json["components"] = render::components_json(point);
  return json;
}

Json line_json(const CheckTrend& line, const std::vector<Day>& days) {
  Json json;
  json["id"] = line.check.id;
  json["metric"] = name_of(line.check.metric);
  json["segment"] = line.segment()
                        ? Json{{"by", name_of(line.segment()->by)}, {"value", render::or_null(line.segment()->value)}}
                        : Json(nullptr);
  json["window"] = {{"days", line.check.window.days}, {"lag_days", line.check.window.lag_days}};
  render::add_target(line.check, json);
  json["points"] = Json::array();
  for (std::size_t i = 0; i < days.size(); ++i) {
    json["points"].push_back(point_json(days[i], line.points[i]));
  }
  return json;
}

}  // namespace

std::string render_json(const Trend& trend) {
  const Assessment& last = trend.last;
  Json json = render::document("sellerhealth.trend/1", last.options.as_of, last.time_zone);
  json["profile"] = last.profile;
  json["options"] = render::options_json(last);
  json["from"] = iso_date(trend.days.front());
  json["to"] = iso_date(trend.days.back());
  json["every"] = name_of(trend.options.every);
  json["checks"] = Json::array();
  for (const CheckTrend& line : trend.checks) {
    json["checks"].push_back(line_json(line, trend.days));
  }
  json["inputs"] = render::files_json(last);
  json["ledger"] = render::ledgers_json(last);
  json["warnings"] = render::warnings_json(last.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
