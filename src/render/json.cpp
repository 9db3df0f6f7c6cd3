#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "sellerhealth/render.hpp"
#include "sellerhealth/version.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using Json = nlohmann::ordered_json;
using util::iso_date;

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// A rate to nine decimals, rounded half up by integers.
Json rate(const std::optional<std::int64_t>& count, const std::optional<std::int64_t>& denominator) {
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

Json needs_json(const CheckResult& result) {
  Json json = Json::array();
  for (const Need& need : result.needs) {
    json.push_back(
        {{"kind", name_of(need.kind)}, {"column", need.column ? Json(name_of(*need.column)) : Json(nullptr)}});
  }
  return json;
}

Json check_json(const CheckResult& result) {
  Json json;
  json["id"] = result.check.id;
  json["metric"] = name_of(result.check.metric);
  json["segment"] = nullptr;
  json["verdict"] = name_of(result.verdict);
  json["window"] = {{"days", result.check.window.days},
                    {"lag_days", result.check.window.lag_days},
                    {"first_day", iso_date(result.first_day)},
                    {"last_day", iso_date(result.last_day)},
                    {"covered", result.covered}};
  json["numerator"] = or_null(result.known);
  json["numerator_max"] = or_null(result.possible);
  json["denominator"] = or_null(result.denominator);
  json["rate"] = result.known == result.possible ? rate(result.known, result.denominator) : Json(nullptr);
  json["rate_min"] = rate(result.known, result.denominator);
  json["rate_max"] = rate(result.possible, result.denominator);
  json["target"] = target_json(result.check);
  json["components"] = Json::object();
  for (const Component& component : result.components) {
    json["components"][std::string{component.name}] = or_null(component.value);
  }
  json["needs"] = needs_json(result);
  return json;
}

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
  json["first_day"] = file.first_day ? Json(iso_date(*file.first_day)) : Json(nullptr);
  json["last_day"] = file.last_day ? Json(iso_date(*file.last_day)) : Json(nullptr);
  json["ledger"] = ledger_json(line);
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
  json["where"] = Json::array();
  for (const Filter& filter : assessment.where) {
    json["where"].push_back({{"column", name_of(filter.column)}, {"values", filter.values}});
  }
  json["data_through"] = options.data_through ? Json(iso_date(*options.data_through)) : Json(nullptr);
  json["strict"] = options.strict;
  json["allow_undetermined"] = options.allow_undetermined;
  json["max_age_days"] = or_null(options.max_age_days);
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

Json warnings_json(const Assessment& assessment) {
  Json json = Json::array();
  for (const Diagnostic& warning : assessment.warnings) {
    json.push_back({{"code", warning.code}, {"message", to_string(warning)}});
  }
  return json;
}

Json headers_json(const ExportFile& file) {
  Json json = Json::array();
  for (const auto& [header, column] : file.headers) {
    json.push_back({{"header", header}, {"column", column ? Json(name_of(*column)) : Json(nullptr)}});
  }
  return json;
}

Json fault_json(const Diagnostic& fault) {
  Json json;
  json["code"] = fault.code;
  json["file"] = fault.file.empty() ? Json(nullptr) : Json(fault.file);
  json["line"] = fault.line == 0 ? Json(nullptr) : Json(fault.line);
  json["column"] = fault.column.empty() ? Json(nullptr) : Json(fault.column);
  json["message"] = fault.message;
  return json;
}

/// Paths and values of the exports may hold anything; what is not UTF-8 is replaced rather than refused.
std::string to_text(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

constexpr int document_indent = 2;
constexpr int one_line = -1;

}  // namespace

std::string render_json(const Assessment& assessment) {
  Json json;
  json["schema"] = "sellerhealth.check/1";
  json["version"] = version();
  json["as_of"] = iso_date(assessment.options.as_of);
  json["time_zone"] = assessment.time_zone;
  json["profile"] = assessment.profile;
  json["options"] = options_json(assessment);
  json["verdict"] = name_of(assessment.verdict);
  json["exit_code"] = static_cast<int>(assessment.exit_code);
  json["checks"] = Json::array();
  for (const CheckResult& check : assessment.checks) {
    json["checks"].push_back(check_json(check));
  }
  json["inputs"] = files_json(assessment);
  json["ledger"] = ledgers_json(assessment);
  json["warnings"] = warnings_json(assessment);
  return to_text(json, document_indent);
}

std::string render_json(const Inspection& inspection) {
  const Assessment& assessment = inspection.assessment;
  Json json;
  json["schema"] = "sellerhealth.inspect/1";
  json["version"] = version();
  json["as_of"] = iso_date(assessment.options.as_of);
  json["time_zone"] = assessment.time_zone;
  json["inputs"] = files_json(assessment);
  for (std::size_t i = 0; i < assessment.inputs.size(); ++i) {
    json["inputs"][i]["mark"] = assessment.inputs[i].mark;
    json["inputs"][i]["headers"] = headers_json(assessment.inputs[i]);
  }
  json["orders"] = {{"distinct", inspection.orders},
                    {"undated", inspection.undated_orders},
                    {"contradicted", inspection.contradicted_order_count},
                    {"contradicted_ids", inspection.contradicted_orders}};
  json["checks"] = Json::array();
  for (const CheckResult& check : assessment.checks) {
    json["checks"].push_back({{"id", check.check.id}, {"checked", check.checked}, {"needs", needs_json(check)}});
  }
  json["ledger"] = ledgers_json(assessment);
  json["bad_row_count"] = inspection.bad_row_count;
  json["bad_rows"] = Json::array();
  for (const Diagnostic& fault : inspection.bad_rows) {
    json["bad_rows"].push_back(fault_json(fault));
  }
  json["warnings"] = warnings_json(assessment);
  return to_text(json, document_indent);
}

std::string render_json(const Diagnostic& fault) {
  Json json;
  json["schema"] = "sellerhealth.error/1";
  json.update(fault_json(fault));
  return to_text(json, one_line);
}

}  // namespace sellerhealth
