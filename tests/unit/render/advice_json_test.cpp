#include "render/advice_json.hpp"

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::render {

using testing::day;

TEST_CASE("advice in JSON has the rise of sales with its measure, and null where there is none") {
  CHECK(advice_json({}) == Json::parse(R"({"sales_spike": null, "indicators": []})"));
  const Advice advice{
      .sales_spike =
          SalesSpike{.first_day = day("2026-09-24"), .last_day = day("2026-09-30"), .orders = 24, .orders_before = 9}};
  CHECK(advice_json(advice) == Json::parse(R"({
    "sales_spike": {"first_day": "2026-09-24", "last_day": "2026-09-30", "orders": 24, "orders_before": 9,
                    "measures": ["sales_check"]},
    "indicators": []})"));
}

TEST_CASE("advice in JSON has codes and figures of what was found, no words but the export's") {
  const Advice advice{
      .indicators = {
          {.id = "late_shipment_rate",
           .measures = {Measure::account_review, Measure::suspension},
           .findings =
               {{.kind = FindingKind::feedback_withdrawable, .count = 1, .of = 2, .until = day("2026-10-09")},
                {.kind = FindingKind::segment, .count = 3, .of = 8, .value = "Lamps", .by = Column::product_category}}},
          {.id = "response_under_24h"}}};
  CHECK(advice_json(advice).at("indicators") == Json::parse(R"([
    {"id": "late_shipment_rate", "measures": ["account_review", "suspension"], "findings": [
      {"kind": "feedback_withdrawable", "count": 1, "of": 2, "value": null, "by": null, "until": "2026-10-09"},
      {"kind": "segment", "count": 3, "of": 8, "value": "Lamps", "by": "product-category", "until": null}]},
    {"id": "response_under_24h", "measures": [], "findings": []}])"));
}

}  // namespace sellerhealth::render
