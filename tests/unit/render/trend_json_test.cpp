#include <nlohmann/json.hpp>

#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/trend_sample.hpp"

namespace sellerhealth {

using testing::point;
using testing::trend_of;
using Json = nlohmann::ordered_json;

TEST_CASE("the JSON of a trend says from when to when, of what, and at which steps") {
  Trend trend = trend_of({point(1, 1, 200, Verdict::pass), point(3, 3, 200, Verdict::fail)});
  trend.options.every = Step::week;
  const Json json = Json::parse(render_json(trend));
  CHECK(json.at("schema") == "sellerhealth.trend/1");
  CHECK(json.at("as_of") == "2026-10-01");
  CHECK(json.at("from") == "2026-09-30");
  CHECK(json.at("to") == "2026-10-01");
  CHECK(json.at("every") == "week");
  CHECK(json.at("time_zone") == "UTC");
  CHECK(json.at("profile") == "default");
  CHECK(json.at("options").at("hindsight") == false);
  CHECK(json.at("inputs").size() == 1);
  CHECK(json.at("ledger").at("orders").at("read") == 123865);
  CHECK(json.at("warnings").at(0).at("code") == "stale_export");
}

TEST_CASE("the JSON of a trend has each check once, with a point for each day") {
  const Json json =
      Json::parse(render_json(trend_of({point(1, 3, 200, Verdict::undetermined), point(3, 3, 200, Verdict::fail)})));
  REQUIRE(json.at("checks").size() == 1);
  const Json& check = json.at("checks").at(0);
  CHECK(check.at("id") == "order_defect_rate");
  CHECK(check.at("metric") == "order_defect_rate");
  CHECK(check.at("segment") == nullptr);
  CHECK(check.at("window") == Json::parse(R"({"days": 90, "lag_days": 30})"));
  CHECK(check.at("target") == Json::parse(R"({"comparator": "<", "value": 0.01, "unit": "ratio"})"));
  REQUIRE(check.at("points").size() == 2);
  CHECK(check.at("points").at(0) == Json::parse(R"({
      "as_of": "2026-09-30", "verdict": "undetermined",
      "first_day": "2026-06-02", "last_day": "2026-08-30", "covered": true,
      "numerator": 1, "numerator_max": 3, "denominator": 200, "rate": null, "rate_min": 0.005, "rate_max": 0.015,
      "components": {"negative_feedback": 83, "claims": 48, "chargebacks": 6}})"));
  CHECK(check.at("points").at(1).at("verdict") == "fail");
}

TEST_CASE("the JSON of a trend tells all that the figures are held against") {
  CheckResult result = point(3, 3, 200, Verdict::pass);
  const auto check_of = [](const CheckResult& check) {
    return Json::parse(render_json(trend_of({check}))).at("checks").at(0);
  };
  CHECK(check_of(result).at("minimum_orders") == 0);
  CHECK(check_of(result).at("count_floor") == nullptr);
  result.check.minimum_orders = 5;
  result.check.count_floor = CountFloor{.below = 300, .at_most = 3};
  CHECK(check_of(result).at("minimum_orders") == 5);
  CHECK(check_of(result).at("count_floor") == Json::parse(R"({"below": 300, "at_most": 3})"));
}

TEST_CASE("the JSON of a trend names the segment that a check is of") {
  CheckResult segment = point(1, 1, 200, Verdict::pass);
  segment.segment = Segment{.by = Column::product_category, .value = "Books"};
  const auto segment_of = [](const CheckResult& check) {
    return Json::parse(render_json(trend_of({check}))).at("checks").at(0).at("segment");
  };
  CHECK(segment_of(segment) == Json::parse(R"({"by": "product-category", "value": "Books"})"));
  segment.segment->value = std::nullopt;
  CHECK(segment_of(segment) == Json::parse(R"({"by": "product-category", "value": null})"));
}

}  // namespace sellerhealth
