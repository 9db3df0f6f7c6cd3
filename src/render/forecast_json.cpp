#include <string>

#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::day_or_null;
using render::Json;
using render::or_null;
using util::iso_date;

Json ids_json(const std::vector<BadCase>& cases) {
  Json json = Json::array();
  for (const BadCase& bad : cases) {
    json.push_back(render::text_or_null(bad.id));
  }
  return json;
}

/// A count has no denominator.
Json counts_json(const Rate& rate, bool is_count) {
  return {{"numerator", rate.known},
          {"numerator_max", rate.possible},
          {"denominator", is_count ? Json(nullptr) : Json(rate.denominator)}};
}

Json batch_json(const Batch& batch, bool is_count) {
  Json json = counts_json(batch.rate, is_count);
  json["bad"] = ids_json(batch.bad);
  return json;
}

Json day_json(const ForecastDay& day, bool is_count) {
  Json json;
  json["day"] = iso_date(day.day);
  json["verdict"] = name_of(day.verdict);
  json.update(counts_json(day.rate, is_count));
  json["leaving"] = batch_json(day.leaving, is_count);
  json["entering"] = batch_json(day.entering, is_count);
  return json;
}

Json margin_json(const std::optional<Margin>& margin) {
  if (!margin) {
    return nullptr;
  }
  return {{"headroom", margin->headroom},
          {"good_orders_needed", or_null(margin->good_orders_needed)},
          {"bad_orders_allowed", or_null(margin->bad_orders_allowed)}};
}

Json repair_json(const std::optional<Repair>& repair) {
  if (!repair) {
    return nullptr;
  }
  return {{"take_back", repair->take_back}, {"ids", ids_json(repair->cases)}, {"leave", or_null(repair->leave)}};
}

/// The first day that fails after one that passes.
std::optional<Day> relapse(const Prospect& prospect) {
  bool passed = false;
  for (const Prospect::Turn& turn : prospect.turns) {
    if (passed && turn.verdict == Verdict::fail) {
      return turn.day;
    }
    passed |= turn.verdict == Verdict::pass;
  }
  return std::nullopt;
}

Json prospect_json(const Prospect& prospect, Verdict today) {
  const bool passes = today == Verdict::pass;
  Json json;
  json["assumption"] = name_of(prospect.assumption);
  json["recovers"] = passes ? Json(nullptr) : day_or_null(prospect.first(Verdict::pass));
  json["never"] = !passes && prospect.never_passes;
  json["falls"] = today == Verdict::fail ? Json(nullptr) : day_or_null(prospect.first(Verdict::fail));
  json["fails_again"] = day_or_null(relapse(prospect));
  json["empty"] = day_or_null(prospect.first(Verdict::no_data));
  json["turns"] = Json::array();
  for (const Prospect::Turn& turn : prospect.turns) {
    json["turns"].push_back({{"day", iso_date(turn.day)}, {"verdict", name_of(turn.verdict)}});
  }
  return json;
}

Json as_it_is_json(const std::optional<CheckResult>& check) {
  if (!check) {
    return nullptr;
  }
  return {{"verdict", name_of(check->verdict)},
          {"numerator", or_null(check->known)},
          {"numerator_max", or_null(check->possible)},
          {"denominator", or_null(check->denominator)}};
}

Json check_json(const CheckForecast& forecast) {
  const bool is_count = unit_of(forecast.today.check.metric) == Unit::count;
  Json json = render::result_json(forecast.today);
  json["as_it_is"] = as_it_is_json(forecast.as_it_is);
  json["margin"] = margin_json(forecast.known);
  json["margin_max"] = margin_json(forecast.possible);
  json["repair"] = repair_json(forecast.repair);
  json["pace"] = {{"orders", forecast.pace_orders}, {"days", forecast.pace_days}};
  json["at_risk"] = Json::array();
  for (const std::string& id : forecast.at_risk) {
    json["at_risk"].push_back(render::text_or_null(id));
  }
  json["prospects"] = Json::array();
  for (const Prospect& prospect : forecast.today.prospects) {
    json["prospects"].push_back(prospect_json(prospect, forecast.today.verdict));
  }
  json["days"] = Json::array();
  for (const ForecastDay& day : forecast.days) {
    json["days"].push_back(day_json(day, is_count));
  }
  return json;
}

}  // namespace

std::string render_json(const Forecast& forecast) {
  const Assessment& assessment = forecast.assessment;
  Json json = render::document("sellerhealth.forecast/1", assessment.options.as_of, assessment.time_zone);
  json["profile"] = assessment.profile;
  json["options"] = render::options_json(assessment);
  json["horizon_days"] = forecast.options.horizon_days;
  json["what_if"] = {{"assume_won", forecast.options.assume_won},
                     {"add_defects", forecast.options.add_defects},
                     {"without", forecast.options.without}};
  json["checks"] = Json::array();
  for (const CheckForecast& check : forecast.checks) {
    json["checks"].push_back(check_json(check));
  }
  json["warnings"] = render::warnings_json(assessment.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
