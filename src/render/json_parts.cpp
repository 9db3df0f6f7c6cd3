#include "render/json_parts.hpp"

#include "sellerhealth/version.hpp"
#include "util/dates.hpp"

namespace sellerhealth::render {

using util::iso_date;

namespace {

Json ledger_json(const LedgerLine& line) {
  Json json;
  json["read"] = line.read;
  json["used"] = line.used;
  json["left_out"] = Json::object();
  for (const auto& [reason, rows] : line.left_out) {
    json["left_out"][std::string{reason}] = rows;
  }
  json["rejected"] = line.rejected;
  if (line.orders_in_window) {
    json["orders_in_window"] = *line.orders_in_window;
  }
  return json;
}

Json input_json(const ExportFile& file, const LedgerLine& line) {
  Json json;
  json["path"] = file.path;
  json["kind"] = name_of(file.kind);
  json["format"] = file.format;
  json["encoding"] = file.encoding;
  json["rows"] = file.rows;
  json["rejected"] = file.rejected;
  json["first_day"] = day_or_null(file.first_day);
  json["last_day"] = day_or_null(file.last_day);
  json["ledger"] = ledger_json(line);
  return json;
}

}  // namespace

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

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

void add_target(const Check& check, Json& json) {
  const auto& [comparator, value, scale] = check.target;
  const bool is_count = unit_of(check.metric) == Unit::count;
  json["target"] = {{"comparator", symbol_of(comparator)},
                    {"value", is_count ? Json(value) : Json(static_cast<double>(value) / static_cast<double>(scale))},
                    {"unit", is_count ? "count" : "ratio"}};
  json["minimum_orders"] = check.minimum_orders;
  json["count_floor"] = check.count_floor
                            ? Json{{"below", check.count_floor->below}, {"at_most", check.count_floor->at_most}}
                            : Json(nullptr);
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

Json segment_json(const Segment& segment) {
  return {{"by", name_of(segment.by)},
          {"value", or_null(segment.value)},
          {"bad", segment.bad},
          {"bad_of_all", segment.bad_of_all},
          {"share", rate_json(segment.bad, segment.bad_of_all)}};
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(iso_date(*day)) : Json(nullptr); }

Json result_json(const CheckResult& result) {
  Json json;
  json["id"] = result.check.id;
  json["metric"] = name_of(result.check.metric);
  json["segment"] = result.segment ? segment_json(*result.segment) : Json(nullptr);
  json["verdict"] = name_of(result.verdict);
  json["window"] = window_json(result);
  add_figures(result, json);
  add_target(result.check, json);
  return json;
}

void add_figures(const CheckResult& result, Json& json) {
  json["numerator"] = or_null(result.known);
  json["numerator_max"] = or_null(result.possible);
  json["denominator"] = or_null(result.denominator);
  json["rate"] = result.known == result.possible ? rate_json(result.known, result.denominator) : Json(nullptr);
  json["rate_min"] = rate_json(result.known, result.denominator);
  json["rate_max"] = rate_json(result.possible, result.denominator);
}

Json components_json(const CheckResult& result) {
  Json json = Json::object();
  for (const Component& component : result.components) {
    json[std::string{component.name}] = or_null(component.value);
  }
  return json;
}

Json filters_json(const std::vector<Filter>& filters) {
  Json json = Json::array();
  for (const Filter& filter : filters) {
    json.push_back({{"column", name_of(filter.column)}, {"values", filter.values}});
  }
  return json;
}

Json options_json(const Assessment& assessment) {
  const AssessOptions& options = assessment.options;
  Json json;
  json["none"] = Json::array();
  for (const Kind kind : options.none) {
    json["none"].push_back(name_of(kind));
  }
  json["assume_cancelled_by"] =
      options.assume_cancelled_by ? Json(name_of(*options.assume_cancelled_by)) : Json(nullptr);
  json["skip_bad_rows"] = options.skip_bad_rows;
  json["hindsight"] = options.hindsight;
  json["where"] = filters_json(assessment.where);
  json["data_through"] = day_or_null(options.data_through);
  json["strict"] = options.strict;
  json["allow_undetermined"] = options.allow_undetermined;
  json["max_age_days"] = or_null(options.max_age_days);
  json["by"] = assessment.segment_by ? Json(name_of(*assessment.segment_by)) : Json(nullptr);
  return json;
}

Json files_json(const Assessment& assessment) {
  Json json = Json::array();
  for (std::size_t i = 0; i < assessment.inputs.size(); ++i) {
    json.push_back(input_json(assessment.inputs[i], assessment.ledger.by_file[i]));
  }
  return json;
}

Json ledgers_json(const Assessment& assessment) {
  Json json = Json::object();
  for (const LedgerLine& line : assessment.ledger.by_kind) {
    json[std::string{name_of(line.kind)}] = ledger_json(line);
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
