#include <string>

#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::day;

namespace {

FeedbackPeriod period(int days, std::int64_t positive, std::int64_t neutral, std::int64_t negative) {
  FeedbackPeriod period;
  if (days > 0) {
    period.window = {days, day("2026-10-01") - std::chrono::days{days}, day("2026-09-30")};
  }
  period.positive = positive;
  period.neutral = neutral;
  period.negative = negative;
  return period;
}

FeedbackSummary summary_with_year(const FeedbackPeriod& year) {
  FeedbackSummary summary;
  summary.options.as_of = day("2026-10-01");
  summary.time_zone = "UTC";
  summary.periods = {period(30, 0, 0, 0), period(90, 0, 0, 0), year, period(0, 0, 0, 0)};
  return summary;
}

std::string average_of(std::int64_t ratings, std::int64_t stars) {
  FeedbackPeriod year = period(365, ratings, 0, 0);
  year.stars = stars;
  const std::string text = render_text(summary_with_year(year));
  return text.substr(text.find("\n\n") + 2, 3);
}

}  // namespace

TEST_CASE("the average is rounded half up to tenths by whole numbers") {
  CHECK(average_of(20, 97) == "4.9");    // 4.85
  CHECK(average_of(100, 484) == "4.8");  // 4.84
  CHECK(average_of(1, 5) == "5.0");
  CHECK(average_of(3, 4) == "1.3");
}

TEST_CASE("shares are rounded half up to whole per cent, and without any rating there are none") {
  const std::string text = render_text(summary_with_year(period(365, 197, 1, 2)));
  CHECK_THAT(text, ContainsSubstring("99 % (197)") && ContainsSubstring("1 % (1)") && ContainsSubstring("1 % (2)"));
  CHECK_THAT(text, ContainsSubstring("n/a (0)"));
  CHECK_THAT(render_text(summary_with_year(period(365, 0, 0, 0))),
             ContainsSubstring("No rating in the last 12 months"));
}

TEST_CASE("of a list of low ratings neither shares nor average nor positive ones are told, and why") {
  FeedbackSummary summary = summary_with_year(period(365, 0, 4, 2));
  summary.low_star_exports = {"report.txt"};
  const std::string text = render_text(summary);
  CHECK_THAT(text, ContainsSubstring("report.txt is without any 4 or 5") && ContainsSubstring("--complete-feedback"));
  CHECK_THAT(text, !ContainsSubstring("%") && ContainsSubstring("n/a"));
}

TEST_CASE("who can still withdraw a negative rating is named, up to twenty of them") {
  FeedbackSummary summary = summary_with_year(period(365, 0, 0, 21));
  for (int i = 0; i < 21; ++i) {
    summary.withdrawable.push_back({"order-" + std::to_string(i), 1, day("2026-09-29"), day("2026-11-28")});
  }
  const std::string text = render_text(summary);
  CHECK_THAT(text, ContainsSubstring("21 negative ratings can still be withdrawn by the buyer"));
  CHECK_THAT(text, ContainsSubstring("order-19   1 star   received on 29 Sep 2026   until 28 Nov 2026"));
  CHECK_THAT(text, !ContainsSubstring("order-20") && ContainsSubstring("… and 1 ("));
}

TEST_CASE("ratings without a date are mentioned") {
  FeedbackSummary summary = summary_with_year(period(365, 1, 0, 0));
  summary.undated = 1;
  CHECK_THAT(render_text(summary), ContainsSubstring("1 rating has no date: in all time only."));
  summary.undated = 3;
  summary.undated_negative = 2;
  CHECK_THAT(render_text(summary),
             ContainsSubstring("3 ratings have no date: in all time only; whether the negative ones (2)"));
}

}  // namespace sellerhealth
