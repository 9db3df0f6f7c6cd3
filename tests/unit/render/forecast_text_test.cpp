#include <string>

#include "insight/repair.hpp"
#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::day;

namespace {

/// The forecast of one check that passes today, `count` of so many, for one day.
Forecast passing(const Check& check, std::int64_t count, std::int64_t denominator) {
  CheckForecast one;
  one.today = testing::defect_rate_result();
  one.today.check = check;
  one.today.known = one.today.possible = count;
  one.today.denominator = denominator;
  one.today.prospects = {{.assumption = Assumption::no_new_orders, .horizon_days = 1}};
  one.known = one.possible = insight::margin_of(check, count, denominator);
  Forecast forecast{.assessment = testing::sample_assessment(), .options = {}, .checks = {one}};
  forecast.options.horizon_days = 1;
  forecast.assessment.checks = {one.today};
  return forecast;
}

Check late_shipments() {
  return {.id = "late_shipment_rate",
          .metric = Metric::late_shipment_rate,
          .window = {.days = 90, .lag_days = 30},
          .target = {Comparator::less, 4, 100}};
}

}  // namespace

TEST_CASE("a forecast tells apart what may go wrong of today's orders and of further ones") {
  // 6 of 150 are 4 % and fail, 6 of 151 pass, 7 of 152 fail.
  std::string text = render_text(passing(late_shipments(), 5, 150));
  CHECK_THAT(text, ContainsSubstring("passes, with none to spare"));
  CHECK_THAT(text, ContainsSubstring("1 further order may go wrong, but none of the present 150\n"));
  // 3 of 100 pass, 4 of 100 fail; 3 of 101 pass, 4 of 102 pass (3.92 %), 5 of 103 fail.
  text = render_text(passing(late_shipments(), 2, 100));
  CHECK_THAT(text, ContainsSubstring("passes with 1 to spare"));
  CHECK_THAT(text, ContainsSubstring("2 further orders may all go wrong, or 1 of the present 100\n"));
  // 4 of 121 pass, 5 of 121 fail; 4 of 123 pass, 5 of 124 fail (4.03 %).
  text = render_text(passing(late_shipments(), 2, 121));
  CHECK_THAT(text, ContainsSubstring("passes with 2 to spare"));
  CHECK_THAT(text, ContainsSubstring("2 further orders may all go wrong, or as many of the present 121\n"));
  // 4 of 101 pass, 5 of 101 and 5 of 102 fail.
  CHECK_THAT(render_text(passing(late_shipments(), 4, 101)), !ContainsSubstring("may go wrong"));
}

TEST_CASE("what a check has to spare is exactly how many more of its orders may turn bad") {
  const std::int64_t denominator = GENERATE(1, 24, 25, 26, 100, 150, 151, 1000);
  const Check check = late_shipments();
  for (std::int64_t count = 0; check.target.met_by(count, denominator); ++count) {
    std::int64_t spare = 0;
    while (check.target.met_by(count + spare + 1, denominator)) {
      ++spare;
    }
    const std::string expected =
        spare == 0 ? "passes, with none to spare" : "passes with " + std::to_string(spare) + " to spare";
    CHECK_THAT(render_text(passing(check, count, denominator)), ContainsSubstring(expected));
  }
}

}  // namespace sellerhealth
