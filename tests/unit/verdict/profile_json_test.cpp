#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/profile.hpp"
#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace sellerhealth {

namespace {

using Json = nlohmann::json;

/// The shortest profile there is.
Json small_profile() {
  return Json::parse(R"({
    "name": "mine", "title": "Mine", "source": "A letter", "effective_date": "2026-10-01",
    "rules": {"claims": "all", "some_items_cancelled": "counts", "late": {"after_days": 2}, "overdue": "late"},
    "checks": [
      {"id": "a", "metric": "order_defect_rate", "window": {"days": 60, "lag_days": 15}, "target": "< 1%",
       "severity": "suspending"},
      {"id": "b", "metric": "response_under_24h", "window": {"days": 7, "lag_days": 0}, "target": "≥ 0.9",
       "severity": "informative"},
      {"id": "c", "metric": "policy_violations", "window": {"days": 7, "lag_days": 0}, "target": "= 0",
       "severity": "suspending"}
    ]})");
}

Profile parse(const Json& json) { return parse_profile(json.dump(), "mine.json"); }

/// What is said of the profile with `value` at `pointer`, or without what is there.
std::string fault_with(const std::string& pointer, const std::optional<Json>& value) {
  Json json = small_profile();
  const Json::json_pointer place{pointer};
  if (value) {
    json[place] = *value;
  } else {
    json[place.parent_pointer()].erase(place.back());
  }
  try {
    static_cast<void>(parse(json));
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no fault";
}

std::string fault_in(std::string_view text) {
  try {
    static_cast<void>(parse_profile(text, "mine.json"));
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no fault";
}

}  // namespace

TEST_CASE("checks of one indicator count the same: one metric, or the two of answers") {
  Json json = small_profile();
  json["checks"][1]["metric"] = "late_response_rate";
  json["checks"][1]["indicator"] = "response_under_24h";
  json["checks"][2]["metric"] = "response_under_24h";
  json["checks"][2]["target"] = "> 90%";
  CHECK(parse(json).checks[2].indicator == parse(json).checks[1].indicator);
  CHECK(fault_with("/checks/1/indicator", "order_defect_rate") ==
        "profile mine.json: checks[1].indicator: found \"order_defect_rate\", expected one that no check of "
        "order_defect_rate has");
  CHECK(fault_with("/checks/0/indicator", "policy_violations") ==
        "profile mine.json: checks[2].indicator: found nothing, expected one that no check of order_defect_rate has");
}

TEST_CASE("a profile is read with everything that it says") {
  Json json = small_profile();
  json["checks"][0]["indicator"] = "defects";
  json["checks"][0]["fulfillment"] = "marketplace";
  json["checks"][0]["minimum_orders"] = 10;
  json["checks"][0]["count_floor"] = {{"below", 300}, {"at_most", 3}};
  json["checks"][2]["only_if_given"] = true;
  const Profile profile = parse(json);
  CHECK(profile.name == "mine");
  CHECK(profile.title == "Mine");
  CHECK(profile.source == "A letter");
  CHECK(profile.effective_date == Day{std::chrono::year{2026} / 10 / 1});
  CHECK(profile.rules == Rules{.every_claim_counts = true, .partial_cancellations_count = true, .late_after_days = 2});
  REQUIRE(profile.checks.size() == 3);
  CHECK(profile.checks[0] == Check{.id = "a",
                                   .metric = Metric::order_defect_rate,
                                   .window = {60, 15},
                                   .target = {Comparator::less, 1, 100},
                                   .indicator = "defects",
                                   .fulfillment = Fulfillment::marketplace,
                                   .minimum_orders = 10,
                                   .count_floor = CountFloor{300, 3}});
  CHECK(profile.checks[1].target == Target{Comparator::greater_or_equal, 9, 10});
  CHECK(profile.checks[1].severity == Severity::informative);
  CHECK(profile.checks[1].indicator == "response_under_24h");
  CHECK(profile.checks[2].only_if_given);
}

TEST_CASE("a value that cannot be is refused by its path, with what was found and what was expected") {
  CHECK(fault_with("/checks/2/window/days", 0) ==
        "profile mine.json: checks[2].window.days: found 0, expected a whole number from 1 to 3650");
  CHECK(fault_with("/checks/2/window/days", 3651) ==
        "profile mine.json: checks[2].window.days: found 3651, expected a whole number from 1 to 3650");
  CHECK(fault_with("/checks/0/window/days", 7.5) ==
        "profile mine.json: checks[0].window.days: found 7.5, expected a whole number from 1 to 3650");
  CHECK(fault_with("/checks/0/window/days", "7") ==
        "profile mine.json: checks[0].window.days: found \"7\", expected a whole number from 1 to 3650");
  CHECK(fault_with("/checks/0/window/days", 18446744073709551615U) ==
        "profile mine.json: checks[0].window.days: found 18446744073709551615, expected a whole number from 1 to 3650");
  CHECK(fault_with("/checks/0/window/lag_days", -1) ==
        "profile mine.json: checks[0].window.lag_days: found -1, expected a whole number from 0 to 3650");
  CHECK(fault_with("/rules/late/after_days", -1) ==
        "profile mine.json: rules.late.after_days: found -1, expected a whole number from 0 to 365");
  CHECK(fault_with("/rules/claims", "some") ==
        "profile mine.json: rules.claims: found \"some\", expected not_withdrawn_or_denied or all");
  CHECK(fault_with("/rules/some_items_cancelled", true) ==
        "profile mine.json: rules.some_items_cancelled: found true, expected does_not_count or counts");
  CHECK(fault_with("/rules/overdue", nullptr) ==
        "profile mine.json: rules.overdue: found null, expected late or does_not_count");
  CHECK(fault_with("/rules/late", 3) == "profile mine.json: rules.late: found 3, expected an object with after_days");
  CHECK(fault_with("/rules", Json::array()) ==
        "profile mine.json: rules: found an empty list, expected an object with claims, some_items_cancelled, late or "
        "overdue");
  CHECK(fault_with("/checks/0/metric", "defect_rate") ==
        "profile mine.json: checks[0].metric: found \"defect_rate\", expected order_defect_rate, cancellation_rate, "
        "late_shipment_rate, response_under_24h, late_response_rate or policy_violations");
  CHECK(fault_with("/checks/0/severity", "grave") ==
        "profile mine.json: checks[0].severity: found \"grave\", expected suspending or informative");
  CHECK(fault_with("/checks/0/fulfillment", "FBA") ==
        "profile mine.json: checks[0].fulfillment: found \"FBA\", expected seller or marketplace");
  CHECK(fault_with("/checks/0/only_if_given", "yes") ==
        "profile mine.json: checks[0].only_if_given: found \"yes\", expected true or false");
  CHECK(fault_with("/checks/0/id", "a b") ==
        "profile mine.json: checks[0].id: found \"a b\", expected a name of letters, digits, \".\", \"_\" and \"-\"");
  CHECK(fault_with("/checks/0/id", "") ==
        "profile mine.json: checks[0].id: found \"\", expected a name of letters, digits, \".\", \"_\" and \"-\"");
  CHECK_THAT(fault_with("/checks/0/indicator", "a,b"), StartsWith("profile mine.json: checks[0].indicator: found"));
  CHECK_THAT(fault_with("/name", "a/b"), StartsWith("profile mine.json: name: found"));
  CHECK(fault_with("/title", "") == "profile mine.json: title: found \"\", expected a text");
  CHECK(fault_with("/source", 1) == "profile mine.json: source: found 1, expected a text");
  CHECK(fault_with("/effective_date", "1 Oct 2026") ==
        "profile mine.json: effective_date: found \"1 Oct 2026\", expected a day such as 2026-10-01");
  CHECK(fault_with("/checks", Json::array()) ==
        "profile mine.json: checks: found an empty list, expected a list of checks");
  CHECK(fault_with("/checks", Json::object()) ==
        "profile mine.json: checks: found an object, expected a list of checks");
  CHECK_THAT(fault_with("/checks/1", "b"), StartsWith("profile mine.json: checks[1]: found \"b\", expected an object"));
}

TEST_CASE("a target needs a comparator and a value that its metric can have") {
  CHECK(fault_with("/checks/0/target", "1%") ==
        "profile mine.json: checks[0].target: found \"1%\", expected a comparator and a percentage, such as \"< 2%\"");
  CHECK(
      fault_with("/checks/0/target", "= 1%") ==
      "profile mine.json: checks[0].target: found \"= 1%\", expected a comparator and a percentage, such as \"< 2%\"");
  CHECK(
      fault_with("/checks/2/target", "= 1%") ==
      "profile mine.json: checks[2].target: found \"= 1%\", expected a comparator and a whole number, such as \"= 0\"");
  CHECK(fault_with("/checks/0/target", 0.01) ==
        "profile mine.json: checks[0].target: found 0.01, expected a comparator and a number, such as \"< 2%\" or "
        "\"= 0\"");
  for (const char* target : {"< 1%", "<= 1%", "≤ 1%", "> 1%", ">= 1%", "≥ 1%"}) {
    CHECK(fault_with("/checks/0/target", target) == "no fault");
  }
}

TEST_CASE("every key is known, and every one that must be is there") {
  CHECK(fault_with("/checks/1/windw", 1) ==
        "profile mine.json: checks[1].windw: unknown key, expected id, metric, indicator, window, target, severity, "
        "fulfillment, minimum_orders, count_floor or only_if_given");
  CHECK(fault_with("/checks/1/window/lag", 1) ==
        "profile mine.json: checks[1].window.lag: unknown key, expected days or lag_days");
  CHECK_THAT(fault_with("/version", 1), StartsWith("profile mine.json: version: unknown key, expected schema, name"));
  CHECK_THAT(fault_with("/rules/late/days", 1), StartsWith("profile mine.json: rules.late.days: unknown key"));
  for (const char* pointer : {"/name", "/title", "/source", "/effective_date", "/rules", "/checks", "/rules/claims",
                              "/rules/some_items_cancelled", "/rules/late", "/rules/late/after_days", "/rules/overdue",
                              "/checks/0/id", "/checks/0/metric", "/checks/0/window", "/checks/0/window/days",
                              "/checks/0/window/lag_days", "/checks/0/target", "/checks/0/severity"}) {
    CAPTURE(pointer);
    CHECK_THAT(fault_with(pointer, std::nullopt), ContainsSubstring(": found nothing, expected "));
  }
  CHECK(fault_with("/checks/0/target", std::nullopt) ==
        "profile mine.json: checks[0].target: found nothing, expected a comparator and a number, such as \"< 2%\" or "
        "\"= 0\"");
}

TEST_CASE("a profile may name its schema, and then the right one") {
  CHECK(fault_with("/schema", "sellerhealth.profile/1") == "no fault");
  CHECK(fault_with("/schema", "sellerhealth.check/1") ==
        "profile mine.json: schema: found \"sellerhealth.check/1\", expected \"sellerhealth.profile/1\"");
}

TEST_CASE("no two checks have one id") {
  CHECK(fault_with("/checks/1/id", "a") ==
        "profile mine.json: checks[1].id: found \"a\", expected an id that no other check has");
}

TEST_CASE("what makes no sense for a metric is refused") {
  CHECK(fault_with("/checks/1/fulfillment", "seller") ==
        "profile mine.json: checks[1].fulfillment: found \"seller\", expected none where no orders are counted");
  CHECK(fault_with("/checks/2/minimum_orders", 5) ==
        "profile mine.json: checks[2].minimum_orders: found 5, expected none for a plain count");
  const Json floor{{"below", 300}, {"at_most", 3}};
  CHECK(fault_with("/checks/0/count_floor", floor) == "no fault");
  for (const char* check : {"/checks/1/count_floor", "/checks/2/count_floor"}) {
    CHECK_THAT(fault_with(check, floor),
               ContainsSubstring("count_floor: found an object, expected none where the target is not the most"));
  }
  CHECK(fault_with("/checks/0/count_floor", Json{{"below", 3}, {"at_most", 4}}) ==
        "profile mine.json: checks[0].count_floor.at_most: found 4, expected a whole number from 0 to 3");
  CHECK_THAT(fault_with("/checks/0/count_floor", Json{{"below", 0}, {"at_most", 0}}),
             ContainsSubstring("checks[0].count_floor.below: found 0"));
  CHECK_THAT(fault_with("/checks/0/minimum_orders", 0), ContainsSubstring("checks[0].minimum_orders: found 0"));
}

TEST_CASE("what is no JSON is refused by its line, and a key that stands twice by its name") {
  CHECK_THAT(fault_in("{\n  \"name\": \"mine\",\n  oops\n}"), StartsWith("profile mine.json:3: invalid JSON: "));
  CHECK_THAT(fault_in(""), StartsWith("profile mine.json:1: invalid JSON: "));
  CHECK_THAT(fault_in("{\"name\": \"\xff\"}"), StartsWith("profile mine.json:1: invalid JSON: "));
  CHECK_THAT(fault_in("[]"),
             StartsWith("profile mine.json: found an empty list, expected an object with schema, name"));
  CHECK(fault_in(R"({"name": "a", "name": "b"})") ==
        "profile mine.json: name: found twice in one object, expected once");
  CHECK(fault_in(R"({"checks": [{"id": "a", "window": {"days": 1}}, {"window": {"days": 1, "days": 2}}]})") ==
        "profile mine.json: checks[1].window.days: found twice in one object, expected once");
  CHECK(fault_in(R"({"a": [1, [2], {"b": 1, "b": 2}]})") ==
        "profile mine.json: a[2].b: found twice in one object, expected once");
  // The same key in two objects is no repetition.
  CHECK(fault_in(small_profile().dump()) == "no fault");
}

TEST_CASE("a profile that is nested without end is refused, not followed") {
  CHECK_THAT(fault_in(std::string(200'000, '[')), StartsWith("profile mine.json:1: invalid JSON: "));
}

}  // namespace sellerhealth
