#include "render/dashboard.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "render/format.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;

namespace sellerhealth::render {

namespace {

using testing::day;

/// A check of `days` without lag, of which `count` of `denominator` count.
CheckResult result(Metric metric, int days, std::int64_t count, std::int64_t denominator, Verdict verdict) {
  const Day as_of = day("2026-10-01");
  CheckResult result{.check = {.id = std::string{name_of(metric)} + "." + std::to_string(days) + "d",
                               .metric = metric,
                               .window = {.days = days, .lag_days = 0},
                               .target = Target::parse("< 4%", Unit::ratio)},
                     .verdict = verdict,
                     .known = count,
                     .possible = count,
                     .denominator = denominator};
  result.first_day = result.check.window.first_day(as_of);
  result.last_day = result.check.window.last_day(as_of);
  return result;
}

CheckResult late(int days, std::int64_t count, std::int64_t denominator, Verdict verdict) {
  CheckResult check = result(Metric::late_shipment_rate, days, count, denominator, verdict);
  check.components = {{"shipped_late", count}, {"overdue", 0}, {"unknown", 0}};
  return check;
}

CheckResult response(Metric metric, int days, std::int64_t count, std::string_view target, std::int64_t awaiting) {
  CheckResult check = result(metric, days, count, 10, Verdict::fail);
  check.check.target = Target::parse(target, Unit::ratio);
  check.check.indicator = "response_under_24h";
  check.check.severity = Severity::informative;
  check.components = {{"late", 4},
                      {"unanswered", 1},
                      {"answered_late", 3},
                      {"awaiting_reply", awaiting},
                      {"mean_response_seconds", 212400}};
  return check;
}

std::string text_of(const std::vector<CheckResult>& checks, const TextStyle& style = {}) {
  return dashboard(checks, testing::sample_assessment(), style);
}

std::vector<std::string> lines_with(const std::string& text, std::string_view words) {
  std::istringstream stream{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (line.find(words) != std::string::npos) {
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("windows of one indicator make a dashboard, one each does not") {
  CHECK(has_several_windows(std::vector{late(7, 0, 9, Verdict::pass), late(30, 0, 9, Verdict::pass)}));
  CHECK_FALSE(has_several_windows(testing::sample_assessment().checks));
}

TEST_CASE("passing, warning and failing are told apart by sign, word and color") {
  const auto first_line = [](Verdict one, Verdict other) {
    const std::string text = text_of({late(7, 1, 9, one), late(30, 1, 9, other)}, {.color = true});
    return text.substr(0, text.find('\n'));
  };
  using enum Verdict;
  CHECK_THAT(first_line(pass, pass),
             ContainsSubstring("\x1b[32m✓") && ContainsSubstring("\x1b[32mpassing") && ContainsSubstring("All 2 pass"));
  CHECK_THAT(first_line(pass, fail), ContainsSubstring("\x1b[1;33m▲") && ContainsSubstring("\x1b[1;33mwarning") &&
                                         ContainsSubstring("1 of 2 fails"));
  CHECK_THAT(first_line(fail, fail), ContainsSubstring("\x1b[1;31m✗") && ContainsSubstring("\x1b[1;31mfailing") &&
                                         ContainsSubstring("2 of 2 fail"));
  CHECK_THAT(first_line(pass, undetermined), ContainsSubstring("?") && ContainsSubstring("open"));
  CHECK_THAT(first_line(no_data, no_data), ContainsSubstring("-") && ContainsSubstring("no data"));
}

TEST_CASE("an indicator says whether failing it can suspend the account") {
  const std::string text = text_of({late(7, 0, 9, Verdict::pass), late(30, 0, 9, Verdict::pass),
                                    response(Metric::response_under_24h, 7, 6, "> 90%", 0)});
  CHECK_THAT(lines_with(text, "Late shipment rate").front(), ContainsSubstring("suspending"));
  CHECK_THAT(lines_with(text, "Response under 24 h").front(), ContainsSubstring("informative"));
}

TEST_CASE("an indicator's table has a column for each window and a row for each part") {
  const std::string text = text_of({late(7, 1, 9, Verdict::fail), late(30, 1, 40, Verdict::pass)});
  CHECK(text.substr(text.find("\n\n") + 2) ==
        "Late shipment rate        7 days             30 days         target\n"
        "                          24 Sep – 30 Sep    1 Sep – 30 Sep\n"
        "    Late shipment rate  ✗ 11.11 % (1/9)    ✓ 2.50 % (1/40)   < 4 %\n"
        "      shipped late        1                  1\n"
        "      overdue             0                  0\n"
        "    7 days: fails by 1: only 0 would pass\n");
}

TEST_CASE("both targets of answers share the rows of their parts") {
  const std::string text = text_of({response(Metric::response_under_24h, 7, 6, "> 90%", 1),
                                    response(Metric::response_under_24h, 30, 6, "> 90%", 2),
                                    response(Metric::late_response_rate, 7, 4, "<= 10%", 1),
                                    response(Metric::late_response_rate, 30, 4, "<= 10%", 2)});
  CHECK(lines_with(text, "    Response under 24 h  ✗ 60.00 % (6/10)").size() == 1);
  CHECK(lines_with(text, "    Late responses       ✗ 40.00 % (4/10)").size() == 1);
  CHECK(lines_with(text, "      unanswered").size() == 1);
  CHECK(lines_with(text, "      answered late").size() == 1);
  CHECK_THAT(lines_with(text, "      mean answer after").at(0), ContainsSubstring("2 days 11 hours"));
  CHECK(lines_with(text, "      late ").empty());
  CHECK(lines_with(text, "await").size() == 1);
  CHECK_THAT(text, ContainsSubstring("\n    1 message of the last 7 days awaits a reply.\n"));
}

TEST_CASE("a metric against two targets over different windows shows the parts of both") {
  CheckResult other = late(30, 1, 40, Verdict::pass);
  other.check.target = Target::parse("<= 10%", Unit::ratio);
  const std::string text = text_of({late(7, 2, 9, Verdict::fail), other});
  CHECK_THAT(lines_with(text, "      shipped late").at(0), ContainsSubstring("2  ") && EndsWith("1"));
  CHECK(lines_with(text, "      shipped late").size() == 1);
}

TEST_CASE("a table stays within 100 columns for an account of a hundred thousand orders") {
  const std::string text = text_of({late(7, 123, 1'917, Verdict::fail), late(30, 345, 8'219, Verdict::fail),
                                    late(90, 1'986, 24'657, Verdict::fail)});
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    CAPTURE(line);
    CHECK(width_of(line) <= 100);
  }
}

TEST_CASE("where the screen is narrower than the table each check has a line") {
  const std::vector<CheckResult> checks{late(7, 1, 9, Verdict::fail), late(30, 1, 40, Verdict::pass)};
  CHECK(text_of(checks, {.width = 80}) == text_of(checks));
  const std::string narrow = text_of(checks, {.width = 40});
  CHECK_THAT(lines_with(narrow, "7 days").at(0), ContainsSubstring("✗") && ContainsSubstring("(1 of 9)"));
  CHECK_THAT(lines_with(narrow, "30 days").at(0), ContainsSubstring("✓") && ContainsSubstring("(1 of 40)"));
}

}  // namespace sellerhealth::render
