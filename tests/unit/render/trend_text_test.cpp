#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "render/format.hpp"
#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/trend_sample.hpp"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;

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

/// 0, 1, 2 … defects of 100 orders, day by day.
std::vector<CheckResult> rising(std::int64_t days) {
  std::vector<CheckResult> points;
  for (std::int64_t i = 0; i < days; ++i) {
    points.push_back(point(i, i, 100, i < 1 ? Verdict::pass : Verdict::fail));
  }
  return points;
}

}  // namespace

TEST_CASE("a trend is told with its days, its steps and its window") {
  Trend trend = trend_of(rising(8));
  CHECK_THAT(render_text(trend), ContainsSubstring("Seller health of 24 Sep – 1 Oct 2026 (UTC)\n"
                                                   "As of every day, over 90 days with lag 30.\n"));
  trend.options.every = Step::month;
  CHECK_THAT(render_text(trend), ContainsSubstring("As of the first of each month and the last day, over"));
}

TEST_CASE("a line of a trend has the verdict, a bar for each day, the last figure and the target") {
  const std::string text = render_text(trend_of(rising(8)));
  CHECK_THAT(text, ContainsSubstring("\n ✗  Order defect rate  ▁▂▃▄▅▆▇█  7.00 %  < 1 %\n"));
}

TEST_CASE("below its line a check has its first and worst figure and how many days fail") {
  const std::string text = render_text(trend_of({point(1, 1, 200, Verdict::pass), point(6, 6, 200, Verdict::fail),
                                                 point(6, 6, 200, Verdict::fail), point(1, 1, 100, Verdict::fail)}));
  CHECK_THAT(text, ContainsSubstring("      first 0.50 % on 28 Sep 2026 · worst 3.00 % on 29 Sep 2026\n"
                                     "      3 of 4 days fail\n"));
}

TEST_CASE("where more is better the lowest figure is the worst") {
  CheckResult good = testing::response_result();
  CheckResult bad = good;
  bad.known = bad.possible = 1000;
  CHECK_THAT(render_text(trend_of({good, bad, good})), ContainsSubstring("worst 74.91 % on 30 Sep 2026"));
}

TEST_CASE("days that are open or without data are counted too") {
  const std::string text =
      render_text(trend_of({point(0, 0, 0, Verdict::no_data), point(0, 0, 50, Verdict::pass),
                            point(0, 3, 100, Verdict::undetermined), point(0, 0, 100, Verdict::pass)}));
  CHECK_THAT(text, ContainsSubstring("·"));
  CHECK_THAT(text, ContainsSubstring("first 0.00 % on 29 Sep 2026"));
  CHECK_THAT(text, ContainsSubstring("worst ≤ 3.00 % on 30 Sep 2026"));
  CHECK_THAT(text, ContainsSubstring("0 of 4 days fail · 1 is open · 1 without data"));
}

TEST_CASE("a trend tells from when on its windows are covered") {
  const CheckResult covered = point(0, 0, 100, Verdict::pass);
  CheckResult uncovered = covered;
  uncovered.covered = false;
  CheckResult empty = point(0, 0, 0, Verdict::no_data);
  empty.covered = false;
  CHECK_THAT(
      render_text(trend_of({covered, uncovered, covered, covered})),
      ContainsSubstring("The exports cover the windows from 30 Sep 2026 on; earlier rates are of fewer orders.\n"));
  CHECK_THAT(render_text(trend_of({covered, uncovered})),
             ContainsSubstring("do not reach back far enough for any window"));
  CHECK_THAT(render_text(trend_of({empty, covered})), !ContainsSubstring("The exports"));
  CHECK_THAT(render_text(trend_of({covered, covered})), !ContainsSubstring("The exports"));
}

TEST_CASE("of an open rate that could be anything, what is known is shown") {
  CHECK_THAT(render_text(trend_of({point(2, 100, 100, Verdict::fail)})), ContainsSubstring("≥ 2.00 %"));
  CheckResult replies = testing::response_result();
  replies.known = 0;
  replies.possible = 1000;
  CHECK_THAT(render_text(trend_of({replies})), ContainsSubstring("≤ 74.91 %"));
}

TEST_CASE("a check that could not be made says what it lacks") {
  CheckResult missing = testing::response_result();
  missing.checked = false;
  missing.verdict = Verdict::no_data;
  missing.known = missing.possible = missing.denominator = std::nullopt;
  missing.needs = {{.kind = Kind::messages, .column = std::nullopt}};
  CHECK_THAT(render_text(trend_of({missing, missing})),
             ContainsSubstring(" -  Response under 24 h  ··  –  > 90 %\n      no messages file\n"));
}

TEST_CASE("a mark stands for the worst of its days where there are more days than marks") {
  std::vector<CheckResult> points(400, point(0, 0, 100, Verdict::pass));
  points[200] = point(9, 9, 100, Verdict::fail);
  const std::string text = render_text(trend_of(points), {.width = 80});
  CHECK(std::count(text.begin(), text.end(), '\x88') == 1);  // Of "█", the only bar that ends so.
  CHECK_THAT(text, ContainsSubstring("a mark is the worst of "));
}

TEST_CASE("a trend fits its screen") {
  const std::size_t width = GENERATE(std::size_t{80}, std::size_t{100}, std::size_t{120});
  const std::vector<std::string> lines = lines_of(render_text(trend_of(rising(300)), {.width = width}));
  std::size_t longest = 0;
  for (const std::string& line : lines) {
    longest = std::max(longest, render::width_of(line));
  }
  CHECK(longest == width);
}

TEST_CASE("a trend of unknown width is made for 80 columns, and a narrow one keeps ten marks") {
  const Trend trend = trend_of(rising(300));
  CHECK(render_text(trend) == render_text(trend, {.width = 80}));
  CHECK(render_text(trend, {.width = 1}) != render_text(trend, {.width = 80}));
  CHECK_THAT(render_text(trend, {.width = 20}), ContainsSubstring("a mark is the worst of 30 days"));
}

TEST_CASE("segments stand below their check, each with a line of its own") {
  const CheckResult whole = point(3, 3, 200, Verdict::fail);
  CheckResult books = whole;
  books.segment = Segment{.by = Column::product_category, .value = "Books"};
  CheckResult none = whole;
  none.segment = Segment{.by = Column::product_category};
  Trend trend = trend_of({whole, whole});
  trend.last.segment_by = Column::product_category;
  for (const CheckResult& segment : {books, none}) {
    trend.checks.push_back({.check = segment.check, .points = {segment, segment}});
  }
  const std::string text = render_text(trend);
  CHECK_THAT(text, ContainsSubstring("\n\nOrder defect rate by product-category, the worst first\n ✗  Books "));
  CHECK_THAT(text, ContainsSubstring("\n ✗  (no product-category) "));
  CHECK_THAT(text, ContainsSubstring("\nWhat has several values counts in each.\n\nAs of 1 Oct 2026: It fails.\n"));
}

TEST_CASE("of many segments the first twenty are shown") {
  CheckResult segment = point(3, 3, 200, Verdict::fail);
  Trend trend = trend_of({segment});
  trend.last.segment_by = Column::sku;
  for (int i = 0; i < 23; ++i) {
    segment.segment = Segment{.by = Column::sku, .value = "sku-" + std::to_string(i)};
    trend.checks.push_back({.check = segment.check, .points = {segment}});
  }
  const std::string text = render_text(trend);
  CHECK_THAT(text, ContainsSubstring("sku-19 ") && !ContainsSubstring("sku-20"));
  CHECK_THAT(text, ContainsSubstring("… and 3 values (all of them: --format json)\n"));
}

TEST_CASE("each seller has a heading and all checks") {
  CheckResult check = point(3, 3, 200, Verdict::fail);
  check.segment = Segment{.by = Column::seller_id, .value = "anna"};
  Trend trend = trend_of({check});
  trend.last.segment_by = Column::seller_id;
  check.segment->value = "bert";
  trend.checks.push_back({.check = check.check, .points = {check}});
  trend.last.checks.push_back(check);
  const std::string text = render_text(trend);
  CHECK_THAT(text, ContainsSubstring("seller-id anna\n ✗  Order defect rate"));
  CHECK_THAT(text, ContainsSubstring("\n\nseller-id bert\n ✗  Order defect rate"));
  CHECK_THAT(text,
             EndsWith("As of 1 Oct 2026: 2 sellers: 2 with a failing check, 0 with an open one, 0 with neither.\n"));
}

TEST_CASE("the last line of a trend is the summary of its last day") {
  CHECK_THAT(render_text(trend_of(rising(8))), EndsWith("\nAs of 1 Oct 2026: It fails.\n"));
}

}  // namespace sellerhealth
