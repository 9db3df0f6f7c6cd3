#include "render/json_parts.hpp"

#include "sellerhealth/version.hpp"
#include "util/dates.hpp"

namespace sellerhealth::render {

using util::iso_date;

Json document(std::string_view schema, Day as_of, std::string_view time_zone) {
  Json json;
  json["schema"] = schema;
  json["version"] = version();
  json["as_of"] = iso_date(as_of);
  json["time_zone"] = time_zone;
  return json;
}

Json rate_json(const std::optional<std::int64_t>& count, const std::optional<std::int64_t>& denominator) {
  constexpr std::int64_t billion = 1'000'000'000;
  if (!count || !denominator || *denominator == 0) {
    return nullptr;
  }
  const std::int64_t whole = *count / *denominator;
  const std::int64_t part = *count % *denominator;
  const std::int64_t scaled = whole * billion + (2 * part * billion + *denominator) / (2 * *denominator);
  return static_cast<double>(scaled) / static_cast<double>(billion);
}

Json target_json(const Check& check) {
  const bool is_count = unit_of(check.metric) == Unit::count;
  Json json;
  json["comparator"] = symbol_of(check.target.comparator);
  if (is_count) {
    json["value"] = check.target.value;
  } else {
    json["value"] = static_cast<double>(check.target.value) / static_cast<double>(check.target.scale);
  }
  json["unit"] = is_count ? "count" : "ratio";
  return json;
}

Json window_json(const CheckResult& result) {
  return {{"days", result.check.window.days},
          {"lag_days", result.check.window.lag_days},
          {"first_day", iso_date(result.first_day)},
          {"last_day", iso_date(result.last_day)},
          {"covered", result.covered}};
}

Json needs_json(const CheckResult& result) {
  Json json = Json::array();
  for (const Need& need : result.needs) {
    json.push_back(
        {{"kind", name_of(need.kind)}, {"column", need.column ? Json(name_of(*need.column)) : Json(nullptr)}});
  }
  return json;
}

Json warnings_json(const std::vector<Diagnostic>& warnings) {
  Json json = Json::array();
  for (const Diagnostic& warning : warnings) {
    json.push_back({{"code", warning.code}, {"message", to_string(warning)}});
  }
  return json;
}

std::string to_text(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sellerhealth::render
