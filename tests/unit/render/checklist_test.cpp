#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "render/format.hpp"
#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::first_screen;
using testing::sample_assessment;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// The line that contains `words`.
std::string line_with(const std::string& text, std::string_view words) {
  for (const std::string& line : lines_of(text)) {
    if (line.find(words) != std::string::npos) {
      return line;
    }
  }
  return {};
}

std::string summary_of(std::initializer_list<Verdict> verdicts) {
  Assessment assessment = sample_assessment();
  assessment.checks.clear();
  for (const Verdict verdict : verdicts) {
    assessment.checks.push_back(testing::defect_rate_result());
    assessment.checks.back().verdict = verdict;
  }
  const std::vector<std::string> lines = lines_of(render_text(assessment));
  const auto blank = std::find(lines.rbegin(), lines.rend(), "");
  return blank == lines.rbegin() ? "" : *(blank - 1);
}

}  // namespace

TEST_CASE("a checklist begins with the day, the zone and the days of the orders") {
  const std::string first = lines_of(render_text(sample_assessment())).at(0);
  CHECK_THAT(first, ContainsSubstring("Seller health as of 1 Oct 2026 (UTC)") &&
                        ContainsSubstring("orders of 3 Jun – 31 Aug 2026 (90 days, lag 30)"));
}

TEST_CASE("the first screen of a new seller is useful already") {
  const std::string text = render_text(first_screen());
  CHECK_THAT(line_with(text, "Order defect rate"),
             ContainsSubstring("?") && ContainsSubstring("at least 0.39 %") && ContainsSubstring("(97 of 24,657)") &&
                 ContainsSubstring("< 1 %") && ContainsSubstring("passes unless claims and chargebacks hit 150 more"));
  CHECK_THAT(line_with(text, "negative feedback"),
             ContainsSubstring("negative feedback 97 · claims not given · chargebacks not given"));
  CHECK_THAT(line_with(text, "Cancellation rate"),
             ContainsSubstring("at most 3.14 %") && ContainsSubstring("(542 of 17,242)") &&
                 ContainsSubstring("< 2.5 %") && ContainsSubstring("at most 431 of the 542"));
  CHECK_THAT(line_with(text, "Late shipment rate"),
             ContainsSubstring("not checked") && ContainsSubstring("no latest-ship-date and no ship-date"));
  CHECK_THAT(line_with(text, "Response under 24 h"),
             ContainsSubstring("not checked") && ContainsSubstring("no messages file"));
  CHECK_THAT(text, ContainsSubstring("Nothing fails, 2 of 4 are open."));
  CHECK_THAT(text, ContainsSubstring("--none claims") && ContainsSubstring("--assume-cancelled-by seller|buyer"));
}

TEST_CASE("the possible end of a rate is never printed as a range to 100 per cent") {
  CHECK(render_text(first_screen()).find("100.00 %") == std::string::npos);
}

TEST_CASE("a rate between two ends that both say something is printed as a range") {
  Assessment assessment = sample_assessment();
  assessment.checks[0].verdict = Verdict::undetermined;
  assessment.checks[0].possible = 400;
  const std::string line = line_with(render_text(assessment), "Order defect rate");
  CHECK_THAT(line, ContainsSubstring("0.56 % – 1.62 %") && ContainsSubstring("(137 – 400 of 24,657)"));
}

TEST_CASE("no orders in the window are not a rate") {
  Assessment assessment = sample_assessment();
  assessment.checks[0].verdict = Verdict::no_data;
  assessment.checks[0].known = 0;
  assessment.checks[0].possible = 0;
  assessment.checks[0].denominator = 0;
  CHECK_THAT(line_with(render_text(assessment), "Order defect rate"), ContainsSubstring("n/a"));
}

TEST_CASE("a window that differs from the first is named with its days") {
  Assessment assessment = sample_assessment();
  assessment.checks[1].check.window = {.days = 7, .lag_days = 1};
  assessment.checks[1].first_day = testing::day("2026-09-23");
  assessment.checks[1].last_day = testing::day("2026-09-29");
  const std::string text = render_text(assessment);
  CHECK_THAT(text, ContainsSubstring("23 Sep – 29 Sep 2026 (7 days, lag 1)"));
}

TEST_CASE("the summary counts what fails, what is open and what has no data") {
  using enum Verdict;
  CHECK(summary_of({pass, pass, pass}) == "All 3 pass.");
  CHECK(summary_of({fail, pass, pass}) == "1 of 3 fails.");
  CHECK(summary_of({fail, fail, pass}) == "2 of 3 fail.");
  CHECK(summary_of({undetermined, pass}) == "Nothing fails, 1 of 2 is open.");
  CHECK(summary_of({undetermined, undetermined, no_data}) == "Nothing fails, 2 of 3 are open.");
  CHECK_THAT(summary_of({fail, undetermined, no_data}), ContainsSubstring("1 of 3 fails") &&
                                                            ContainsSubstring("1 is open") &&
                                                            ContainsSubstring("1 without data"));
  CHECK_THAT(summary_of({pass, no_data}), ContainsSubstring("1 of 2 pass") && ContainsSubstring("1 without data"));
}

TEST_CASE("color is a matter of style, and only of style") {
  const std::string plain = render_text(sample_assessment());
  CHECK(plain.find('\x1b') == std::string::npos);
  std::string colored = render_text(sample_assessment(), {.color = true});
  CHECK(colored.find("\x1b[") != std::string::npos);
  for (std::size_t begin = colored.find('\x1b'); begin != std::string::npos; begin = colored.find('\x1b')) {
    colored.erase(begin, colored.find('m', begin) - begin + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("the columns of a checklist stand below each other") {
  const std::string text = render_text(first_screen());
  const auto place_of = [&](std::string_view title, std::string_view word) {
    const std::string line = line_with(text, title);
    return render::width_of(line.substr(0, line.find(word)));
  };
  CHECK(place_of("Order defect rate", "< 1 %") == place_of("Cancellation rate", "< 2.5 %"));
  CHECK(place_of("Order defect rate", "< 1 %") == place_of("Response under 24 h", "> 90 %"));
}

TEST_CASE("on a narrow screen remarks go below") {
  const std::string text = render_text(sample_assessment(), {.width = 60});
  CHECK(line_with(text, "Order defect rate").find("to spare") == std::string::npos);
  CHECK_THAT(text, ContainsSubstring("passes with 109 to spare"));
  for (const std::string& line : lines_of(text)) {
    CHECK((line.empty() || line.back() != ' '));
  }
}

TEST_CASE("rows that were left out because nobody understood them are told") {
  Assessment assessment = sample_assessment();
  CHECK(render_text(assessment).find("could not be understood") == std::string::npos);
  assessment.inputs[0].rejected = 1431;
  CHECK_THAT(render_text(assessment),
             ContainsSubstring("orders.csv") && ContainsSubstring("1,431") && ContainsSubstring("123,865"));
}

}  // namespace sellerhealth
