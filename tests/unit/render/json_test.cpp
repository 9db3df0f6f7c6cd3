#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

namespace sellerhealth {

using testing::sample_assessment;

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Json check_json() { return Json::parse(render_json(sample_assessment())); }

/// Whether `json` has these keys in this order; others may stand between them.
bool has_in_order(const Json& json, const Keys& keys) {
  auto next = keys.begin();
  for (const auto& [key, value] : json.items()) {
    if (next != keys.end() && key == *next) {
      ++next;
    }
  }
  return next == keys.end();
}

/// The one check of `result`, as JSON.
Json json_of(const CheckResult& result) {
  Assessment assessment = sample_assessment();
  assessment.checks = {result};
  return Json::parse(render_json(assessment)).at("checks").at(0);
}

}  // namespace

TEST_CASE("the JSON of a checklist has the keys of its contract in their order") {
  const Json json = check_json();
  CHECK(has_in_order(json, {"schema", "version", "as_of", "time_zone", "profile", "options", "verdict", "exit_code",
                            "checks", "inputs", "ledger", "warnings"}));
  CHECK(has_in_order(json.at("options"), {"none", "assume_cancelled_by", "skip_bad_rows", "hindsight"}));
  CHECK(has_in_order(json.at("checks").at(0),
                     {"id", "metric", "segment", "verdict", "window", "numerator", "numerator_max", "denominator",
                      "rate", "rate_min", "rate_max", "target", "components", "needs"}));
  CHECK(has_in_order(json.at("checks").at(0).at("window"), {"days", "lag_days", "first_day", "last_day", "covered"}));
  CHECK(has_in_order(json.at("checks").at(0).at("target"), {"comparator", "value", "unit"}));
  CHECK(has_in_order(json.at("checks").at(0).at("components"), {"negative_feedback", "claims", "chargebacks"}));
  CHECK(has_in_order(json.at("checks").at(1).at("components"),
                     {"late", "unanswered", "answered_late", "mean_response_seconds"}));
  CHECK(has_in_order(json.at("inputs").at(0),
                     {"path", "kind", "format", "encoding", "rows", "rejected", "first_day", "last_day"}));
  CHECK(has_in_order(json.at("ledger").at("orders"), {"read", "used", "left_out", "rejected", "orders_in_window"}));
  CHECK(has_in_order(json.at("warnings").at(0), {"code", "message"}));
}

TEST_CASE("the JSON of a checklist says when, by what and with which verdict") {
  const Json json = check_json();
  CHECK(json.at("schema") == "sellerhealth.check/1");
  CHECK(json.at("version") == SELLERHEALTH_PROJECT_VERSION);
  CHECK(json.at("as_of") == "2026-10-01");
  CHECK(json.at("time_zone") == "UTC");
  CHECK(json.at("profile") == "default");
  CHECK(json.at("verdict") == "pass");
  CHECK(json.at("exit_code") == 0);
  CHECK(json.at("options").at("none") == Json::array());
  CHECK(json.at("options").at("assume_cancelled_by") == nullptr);
  CHECK(json.at("options").at("skip_bad_rows") == false);
  CHECK(json.at("options").at("hindsight") == false);
}

TEST_CASE("the JSON of a check has its numbers as numbers") {
  const Json check = check_json().at("checks").at(0);
  CHECK(check.at("id") == "order_defect_rate");
  CHECK(check.at("metric") == "order_defect_rate");
  CHECK(check.at("segment") == nullptr);
  CHECK(check.at("verdict") == "pass");
  CHECK(check.at("window") == Json::parse(R"({"days": 90, "lag_days": 30, "first_day": "2026-06-03",
                                              "last_day": "2026-08-31", "covered": true})"));
  CHECK(check.at("numerator") == 137);
  CHECK(check.at("numerator_max") == 137);
  CHECK(check.at("denominator") == 24657);
  CHECK(check.at("rate") == 0.005556231);
  CHECK(check.at("rate_min") == 0.005556231);
  CHECK(check.at("rate_max") == 0.005556231);
  CHECK(check.at("target") == Json::parse(R"({"comparator": "<", "value": 0.01, "unit": "ratio"})"));
  CHECK(check.at("components") == Json::parse(R"({"negative_feedback": 83, "claims": 48, "chargebacks": 6})"));
  CHECK(check.at("needs") == Json::array());
}

TEST_CASE("the JSON of responses counts those in time") {
  const Json check = check_json().at("checks").at(1);
  CHECK(check.at("numerator") == 1243);
  CHECK(check.at("denominator") == 1335);
  CHECK(check.at("rate") == 0.931086142);
  CHECK(check.at("target") == Json::parse(R"({"comparator": ">", "value": 0.9, "unit": "ratio"})"));
  CHECK(check.at("components").at("mean_response_seconds") == 48890);
}

TEST_CASE("a rate is null unless its ends agree") {
  CheckResult result = testing::defect_rate_result();
  result.verdict = Verdict::undetermined;
  result.possible = 24657;
  result.components[1].value = {};
  result.needs = {{.kind = Kind::claims, .column = {}, .count = 24520},
                  {.kind = Kind::orders, .column = Column::ship_date, .count = 3}};
  const Json check = json_of(result);
  CHECK(check.at("verdict") == "undetermined");
  CHECK(check.at("numerator") == 137);
  CHECK(check.at("numerator_max") == 24657);
  CHECK(check.at("rate") == nullptr);
  CHECK(check.at("rate_min") == 0.005556231);
  CHECK(check.at("rate_max") == 1.0);
  CHECK(check.at("components").at("claims") == nullptr);
  REQUIRE(check.at("needs").size() == 2);
  CHECK(check.at("needs").at(0).at("kind") == "claims");
  CHECK(check.at("needs").at(0).at("column") == nullptr);
  CHECK(check.at("needs").at(1).at("kind") == "orders");
  CHECK(check.at("needs").at(1).at("column") == "ship-date");
  CHECK(has_in_order(check.at("needs").at(0), {"kind", "column"}));
}

TEST_CASE("all three rates are null when there is nothing to divide by") {
  CheckResult result = testing::defect_rate_result();
  result.verdict = Verdict::no_data;
  result.known = 0;
  result.possible = 0;
  result.denominator = 0;
  const Json empty = json_of(result);
  CHECK(empty.at("numerator") == 0);
  CHECK(empty.at("denominator") == 0);
  result.checked = false;
  result.known = {};
  result.possible = {};
  result.denominator = {};
  const Json unknown = json_of(result);
  CHECK(unknown.at("verdict") == "no_data");
  CHECK(unknown.at("numerator") == nullptr);
  CHECK(unknown.at("numerator_max") == nullptr);
  CHECK(unknown.at("denominator") == nullptr);
  for (const char* rate : {"rate", "rate_min", "rate_max"}) {
    CHECK(empty.at(rate) == nullptr);
    CHECK(unknown.at(rate) == nullptr);
  }
}

TEST_CASE("a count has a whole number as its target and no rates") {
  CheckResult result = testing::defect_rate_result();
  result.check.metric = Metric::policy_violations;
  result.check.target = {Comparator::equal, 0, 1};
  result.verdict = Verdict::fail;
  result.known = 2;
  result.possible = 2;
  result.denominator = {};
  result.components = {};
  const Json check = json_of(result);
  CHECK(check.at("target") == Json::parse(R"({"comparator": "=", "value": 0, "unit": "count"})"));
  CHECK(check.at("target").at("value").is_number_integer());
  CHECK(check.at("numerator") == 2);
  CHECK(check.at("denominator") == nullptr);
  CHECK(check.at("rate") == nullptr);
  CHECK(check.at("rate_min") == nullptr);
  CHECK(check.at("components") == Json::object());
}

TEST_CASE("options that were chosen are named") {
  Assessment assessment = sample_assessment();
  assessment.options.none = {Kind::claims, Kind::chargebacks};
  assessment.options.assume_cancelled_by = Canceller::buyer;
  assessment.options.skip_bad_rows = true;
  assessment.options.hindsight = true;
  const Json options = Json::parse(render_json(assessment)).at("options");
  CHECK(options.at("none") == Json::array({"claims", "chargebacks"}));
  CHECK(options.at("assume_cancelled_by") == "buyer");
  CHECK(options.at("skip_bad_rows") == true);
  CHECK(options.at("hindsight") == true);
}

TEST_CASE("inputs, ledger and warnings are told") {
  const Json json = check_json();
  const Json& input = json.at("inputs").at(0);
  CHECK(input.at("path") == "orders.csv");
  CHECK(input.at("kind") == "orders");
  CHECK(input.at("format") == "csv");
  CHECK(input.at("encoding") == "utf-8");
  CHECK(input.at("rows") == 123865);
  CHECK(input.at("rejected") == 0);
  CHECK(input.at("first_day") == "2025-10-01");
  CHECK(input.at("last_day") == "2026-09-30");
  const Json& ledger = json.at("ledger").at("orders");
  CHECK(ledger.at("read") == 123865);
  CHECK(ledger.at("used") == 30499);
  CHECK(ledger.at("left_out").at("before_window") == 83100);
  CHECK(ledger.at("left_out").at("after_window") == 10266);
  CHECK(ledger.at("orders_in_window") == 24657);
  CHECK(json.at("warnings").at(0).at("code") == "stale_export");
}

TEST_CASE("an export of no day has null days") {
  Assessment assessment = sample_assessment();
  assessment.inputs[0].first_day = {};
  assessment.inputs[0].last_day = {};
  const Json input = Json::parse(render_json(assessment)).at("inputs").at(0);
  CHECK(input.at("first_day") == nullptr);
  CHECK(input.at("last_day") == nullptr);
}

TEST_CASE("a path that is not UTF-8 still makes JSON") {
  Assessment assessment = sample_assessment();
  assessment.inputs[0].path = "commandes d'\xE9t\xE9.csv";
  CHECK_NOTHROW(Json::parse(render_json(assessment)));
}

TEST_CASE("a fault is one line of JSON") {
  const std::string text = render_json(Diagnostic{.code = "bad_value",
                                                  .file = "orders.csv",
                                                  .line = 12,
                                                  .column = "ship-date",
                                                  .message = "found \"soon\",\nexpected a date"});
  CHECK(text.find('\n') == text.size() - 1);
  const Json json = Json::parse(text);
  CHECK(has_in_order(json, {"schema", "code", "file", "line", "column", "message"}));
  CHECK(json.at("schema") == "sellerhealth.error/1");
  CHECK(json.at("code") == "bad_value");
  CHECK(json.at("file") == "orders.csv");
  CHECK(json.at("line") == 12);
  CHECK(json.at("column") == "ship-date");
  CHECK(json.at("message") == "found \"soon\",\nexpected a date");
}

TEST_CASE("what does not apply to a fault is null") {
  const Json json = Json::parse(render_json(Diagnostic{.code = "usage", .message = "no"}));
  CHECK(json.at("file") == nullptr);
  CHECK(json.at("line") == nullptr);
  CHECK(json.at("column") == nullptr);
}

TEST_CASE("the JSON of an inspection tells of files, orders and bad rows") {
  Inspection inspection;
  inspection.assessment = sample_assessment();
  inspection.assessment.inputs[0].headers = {{"amazon-order-id", Column::order_id}, {"buyer-name", std::nullopt}};
  inspection.assessment.inputs[0].unknown_values = {{Column::order_status, "Parti", 3},
                                                    {Column::item_status, "a@example.com", 1}};
  inspection.event_days.resize(inspection.assessment.inputs.size());
  inspection.event_days[0] = std::pair{testing::day("2026-06-03"), testing::day("2026-06-30")};
  inspection.orders = 24657;
  inspection.undated_orders = 3;
  inspection.contradicted_order_count = 1;
  inspection.contradicted_orders = {"701-1-1"};
  inspection.bad_row_count = 12;
  inspection.bad_rows = {{.code = "ragged_row", .file = "orders.csv", .line = 5, .column = {}, .message = "short"}};
  const Json json = Json::parse(render_json(inspection));
  CHECK(json.at("schema") == "sellerhealth.inspect/1");
  CHECK(json.at("inputs").at(0).at("mark") == "purchase-date");
  CHECK(json.at("inputs").at(0).at("headers").at(0).at("column") == "order-id");
  CHECK(json.at("inputs").at(0).at("headers").at(1).at("column") == nullptr);
  CHECK(json.at("inputs").at(0).at("headers").at(1).at("mapped") == false);
  CHECK(json.at("inputs").at(0).at("first_event_day") == "2026-06-03");
  CHECK(json.at("inputs").at(0).at("last_event_day") == "2026-06-30");
  CHECK(json.at("inputs").at(0).at("unknown_values").at(0).at("value") == "Parti");
  CHECK(json.at("inputs").at(0).at("unknown_values").at(0).at("count") == 3);
  CHECK(json.at("inputs").at(0).at("unknown_values").at(1).at("value") == nullptr);
  CHECK(json.at("orders").at("distinct") == 24657);
  CHECK(json.at("orders").at("undated") == 3);
  CHECK(json.at("orders").at("contradicted_ids") == Json::array({"701-1-1"}));
  CHECK(json.at("bad_row_count") == 12);
  CHECK(json.at("bad_rows").at(0).at("code") == "ragged_row");
}

TEST_CASE("a check says what its profile makes of it, and indicators what came of its windows") {
  Assessment assessment = sample_assessment();
  Json json = Json::parse(render_json(assessment));
  CHECK(json.at("checks").at(0).at("severity") == "suspending");
  CHECK(json.at("checks").at(0).at("fulfillment").is_null());
  CHECK(json.at("checks").at(0).at("minimum_orders") == 0);
  CHECK(json.at("checks").at(0).at("count_floor").is_null());
  CHECK(json.at("indicators").size() == 2);
  assessment.checks[1].check.indicator = "order_defect_rate";
  assessment.checks[1].check.severity = Severity::informative;
  assessment.checks[1].verdict = Verdict::fail;
  assessment.checks[0].check.fulfillment = Fulfillment::seller;
  assessment.checks[0].check.minimum_orders = 10;
  assessment.checks[0].check.count_floor = CountFloor{.below = 300, .at_most = 3};
  json = Json::parse(render_json(assessment));
  CHECK(json.at("checks").at(1).at("severity") == "informative");
  CHECK(json.at("checks").at(0).at("fulfillment") == "seller");
  CHECK(json.at("checks").at(0).at("minimum_orders") == 10);
  CHECK(json.at("checks").at(0).at("count_floor") == Json{{"below", 300}, {"at_most", 3}});
  CHECK(json.at("indicators") == Json::array({{{"id", "order_defect_rate"},
                                               {"state", "warning"},
                                               {"checks", {"order_defect_rate", "response_under_24h"}}}}));
}

}  // namespace sellerhealth
