#include <sstream>
#include <string>
#include <vector>

#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/trend_sample.hpp"

namespace sellerhealth {

using testing::point;
using testing::trend_of;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("the CSV of a trend has a header, then a row for each day and check") {
  Trend trend = trend_of({point(1, 1, 200, Verdict::pass), point(3, 3, 200, Verdict::fail)});
  trend.checks.push_back(
      {.check = testing::response_result().check, .points = {testing::response_result(), testing::response_result()}});
  const std::vector<std::string> lines = lines_of(render_csv(trend));
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] ==
        "as_of,id,verdict,numerator,numerator_max,denominator,rate,rate_min,rate_max,first_day,last_day,covered,"
        "negative_feedback,claims,chargebacks,seller,marketplace,unknown,shipped_late,overdue,late,unanswered,"
        "answered_late,awaiting_reply,mean_response_seconds,segment_by,segment_value");
  CHECK(lines[1] ==
        "2026-09-30,order_defect_rate,pass,1,1,200,0.005,0.005,0.005,2026-06-02,2026-08-30,true,83,48,6,,,,,,,,,,,,");
  CHECK(lines[2] ==
        "2026-09-30,response_under_24h,pass,1243,1243,1335,0.931086142,0.931086142,0.931086142,"
        "2026-06-03,2026-08-31,true,,,,,,,,,92,26,66,,48890,,");
  CHECK(lines[3] ==
        "2026-10-01,order_defect_rate,fail,3,3,200,0.015,0.015,0.015,2026-06-03,2026-08-31,true,83,48,6,,,,,,,,,,,,");
}

TEST_CASE("what is not known is an empty field") {
  CheckResult open = point(1, 3, 200, Verdict::undetermined);
  open.components[1].value = std::nullopt;
  open.covered = false;
  CheckResult not_checked = point(0, 0, 0, Verdict::no_data);
  not_checked.checked = false;
  not_checked.known = not_checked.possible = not_checked.denominator = std::nullopt;
  not_checked.components.clear();
  const std::vector<std::string> lines = lines_of(render_csv(trend_of({open, not_checked})));
  CHECK(lines[1] ==
        "2026-09-30,order_defect_rate,undetermined,1,3,200,,0.005,0.015,2026-06-02,2026-08-30,false,83,,6,,,,,,,,,,,,");
  CHECK(lines[2] == "2026-10-01,order_defect_rate,no_data,,,,,,,2026-06-03,2026-08-31,true,,,,,,,,,,,,,,,");
}

TEST_CASE("a row of a segment ends in the column and its value") {
  CheckResult segment = point(1, 1, 200, Verdict::pass);
  segment.segment = Segment{.by = Column::product_category, .value = "Home, garden"};
  CHECK(lines_of(render_csv(trend_of({segment})))[1].ends_with(",product-category,\"Home, garden\""));
  segment.segment->value = std::nullopt;
  CHECK(lines_of(render_csv(trend_of({segment})))[1].ends_with(",product-category,"));
}

TEST_CASE("a field with a comma, a quote or a line break is quoted") {
  CheckResult quoted = point(1, 1, 200, Verdict::pass);
  quoted.check.id = "a,b\"c\nd";
  CHECK(render_csv(trend_of({quoted})).find("\n2026-10-01,\"a,b\"\"c\nd\",pass,") != std::string::npos);
}

}  // namespace sellerhealth
