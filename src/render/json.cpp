#include <string>

#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::Json;
using render::needs_json;
using render::one_line;
using render::or_null;
using render::rate_json;
using render::target_json;
using render::to_text;
using render::window_json;
using util::iso_date;

Json segment_json(const Segment& segment) {
  return {{"by", name_of(segment.by)},
          {"value", or_null(segment.value)},
          {"bad", segment.bad},
          {"bad_of_all", segment.bad_of_all},
          {"share", rate_json(segment.bad, segment.bad_of_all)}};
}

Json check_json(const CheckResult& result) {
  Json json;
  json["id"] = result.check.id;
  json["metric"] = name_of(result.check.metric);
  json["segment"] = result.segment ? segment_json(*result.segment) : Json(nullptr);
  json["verdict"] = name_of(result.verdict);
  json["window"] = window_json(result);
  json["numerator"] = or_null(result.known);
  json["numerator_max"] = or_null(result.possible);
  json["denominator"] = or_null(result.denominator);
  json["rate"] = result.known == result.possible ? rate_json(result.known, result.denominator) : Json(nullptr);
  json["rate_min"] = rate_json(result.known, result.denominator);
  json["rate_max"] = rate_json(result.possible, result.denominator);
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

}  // namespace

std::string render_json(const Assessment& assessment) {
  Json json = render::document("sellerhealth.check/1", assessment.options.as_of, assessment.time_zone);
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
  json["warnings"] = render::warnings_json(assessment.warnings);
  return to_text(json);
}

std::string render_json(const Inspection& inspection) {
  const Assessment& assessment = inspection.assessment;
  Json json = render::document("sellerhealth.inspect/1", assessment.options.as_of, assessment.time_zone);
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
  json["warnings"] = render::warnings_json(assessment.warnings);
  return to_text(json);
}

std::string render_json(const Diagnostic& fault) {
  Json json;
  json["schema"] = "sellerhealth.error/1";
  json.update(fault_json(fault));
  return to_text(json, one_line);
}

}  // namespace sellerhealth
