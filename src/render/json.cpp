#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "index/message_words.hpp"
#include "insight/headroom.hpp"
#include "render/advice_json.hpp"
#include "render/evidence_json.hpp"
#include "render/json_parts.hpp"
#include "render/remark.hpp"
#include "render/segments.hpp"
#include "render/speaker.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::Json;
using render::needs_json;
using render::one_line;
using render::to_text;
using util::iso_date;

/// How many more may turn bad while the check passes; negative: by how many it fails. What holds for the end that is
/// nearer to the target holds for the other.
std::optional<std::int64_t> headroom_of(const CheckResult& result) {
  if (result.verdict != Verdict::pass && result.verdict != Verdict::fail) {
    return std::nullopt;
  }
  const std::int64_t denominator = result.denominator.value_or(1);
  return insight::headroom(result.check.target_for(denominator), render::nearer_end(result), denominator);
}

/// When a failing check passes again.
Json recovery_json(const CheckResult& result) {
  if (result.verdict != Verdict::fail || result.prospects.empty()) {
    return nullptr;
  }
  Json json;
  for (const Prospect& prospect : result.prospects) {
    json[std::string{name_of(prospect.assumption)}] = render::day_or_null(prospect.first(Verdict::pass));
  }
  return json;
}

Json check_json(const CheckResult& result) {
  Json json = render::result_json(result);
  json["components"] = render::components_json(result);
  json["needs"] = needs_json(result);
  json["wilson_95"] = render::wilson_json(result);
  json["expected"] = render::expected_json(result);
  const Check& check = result.check;
  json["severity"] = name_of(check.severity);
  json["fulfillment"] = check.fulfillment ? Json(name_of(*check.fulfillment)) : Json(nullptr);
  json["headroom"] = render::or_null(headroom_of(result));
  json["recovery"] = recovery_json(result);
  return json;
}

Json indicators_json(std::span<const CheckResult> account) {
  Json json = Json::array();
  for (const Indicator& indicator : indicators_of(account)) {
    Json ids = Json::array();
    for (const CheckResult& check : indicator.checks) {
      ids.push_back(check.check.id);
    }
    json.push_back({{"id", indicator.id}, {"state", name_of(indicator.state)}, {"checks", std::move(ids)}});
  }
  return json;
}

Json headers_json(const ExportFile& file) {
  Json json = Json::array();
  for (const ExportColumn& column : file.headers) {
    json.push_back({{"header", column.header},
                    {"column", column.column ? Json(name_of(*column.column)) : Json(nullptr)},
                    {"mapped", column.mapped}});
  }
  return json;
}

Json event_day_json(const std::optional<std::pair<Day, Day>>& days, bool first) {
  return days ? Json(iso_date(first ? days->first : days->second)) : Json(nullptr);
}

Json unknown_values_json(const ExportFile& file) {
  Json json = Json::array();
  for (const UnknownValue& unknown : file.unknown_values) {
    json.push_back({{"column", name_of(unknown.column)},
                    {"value", render::text_or_null(util::words_to_show(unknown.value))},
                    {"count", unknown.count},
                    {"advice", index::advice_on_value(file.kind, unknown.column, render::Speaker{Language::english})}});
  }
  return json;
}

/// What a check lacks, with the words for people too.
Json lacks_json(const CheckResult& check, const Assessment& assessment) {
  Json json = needs_json(check);
  for (std::size_t i = 0; i < check.needs.size(); ++i) {
    const Kind kind = check.needs[i].kind;
    const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                   [&](const ExportFile& file) { return file.kind == kind; });
    json[i]["advice"] = render::how_to_settle(check.needs[i], given, render::Speaker{Language::english});
  }
  return json;
}

Json fault_json(const Diagnostic& fault) {
  Json json;
  json["code"] = fault.code;
  json["file"] = render::text_or_null(fault.file);
  json["line"] = fault.line == 0 ? Json(nullptr) : Json(fault.line);
  json["column"] = render::text_or_null(fault.column);
  json["message"] = fault.message;
  return json;
}

}  // namespace

std::string render_json(const Assessment& assessment) {
  Json json = render::document("sellerhealth.check/1", assessment.options.as_of, assessment.time_zone);
  json["profile"] = assessment.profile;
  json["options"] = render::options_json(assessment);
  json["verdict"] = name_of(assessment.verdict);
  json["exit_code"] = static_cast<int>(assessment.exit_code);
  json["checks"] = Json::array();
  for (const CheckResult& check : assessment.checks) {
    json["checks"].push_back(check_json(check));
  }
  json["indicators"] = indicators_json(render::checks_of_whole(assessment));
  json["inputs"] = render::files_json(assessment);
  json["ledger"] = render::ledgers_json(assessment);
  json["warnings"] = render::warnings_json(assessment.warnings);
  if (assessment.advice) {
    json["advice"] = render::advice_json(*assessment.advice);
  }
  return to_text(json);
}

std::string render_json(const Inspection& inspection) {
  const Assessment& assessment = inspection.assessment;
  Json json = render::document("sellerhealth.inspect/1", assessment.options.as_of, assessment.time_zone);
  json["inputs"] = render::files_json(assessment);
  for (std::size_t i = 0; i < assessment.inputs.size(); ++i) {
    json["inputs"][i]["mark"] = assessment.inputs[i].mark;
    json["inputs"][i]["first_event_day"] = event_day_json(inspection.event_days[i], true);
    json["inputs"][i]["last_event_day"] = event_day_json(inspection.event_days[i], false);
    json["inputs"][i]["headers"] = headers_json(assessment.inputs[i]);
    json["inputs"][i]["unknown_values"] = unknown_values_json(assessment.inputs[i]);
  }
  json["orders"] = {{"distinct", inspection.orders},
                    {"undated", inspection.undated_orders},
                    {"contradicted", inspection.contradicted_order_count},
                    {"contradicted_ids", inspection.contradicted_orders}};
  json["checks"] = Json::array();
  for (const CheckResult& check : assessment.checks) {
    json["checks"].push_back(
        {{"id", check.check.id}, {"checked", check.checked}, {"needs", lacks_json(check, assessment)}});
  }
  json["ledger"] = render::ledgers_json(assessment);
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
