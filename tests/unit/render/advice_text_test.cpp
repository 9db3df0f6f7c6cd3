#include "render/advice_text.hpp"

#include "support/catch.hpp"
#include "unit/render/sample.hpp"

namespace sellerhealth::render {

using Catch::Matchers::ContainsSubstring;
using testing::day;

namespace {

/// The account of 24,657 orders, as if its first check failed.
Assessment failing(std::vector<Measure> measures, std::vector<Finding> findings) {
  Assessment assessment = testing::sample_assessment();
  assessment.checks.front().verdict = Verdict::fail;
  assessment.advice = Advice{
      .sales_spike = {},
      .indicators = {{.id = "order_defect_rate", .measures = std::move(measures), .findings = std::move(findings)}}};
  return assessment;
}

}  // namespace

TEST_CASE("without advice there is no text, and with nothing to advise it says so") {
  Assessment assessment = testing::sample_assessment();
  CHECK(advice_text(assessment, {}).empty());
  assessment.advice.emplace();
  CHECK(advice_text(assessment, {}) == "\nNothing to advise: no check fails.\n");
}

TEST_CASE("an indicator is followed by what it can lead to, what was found and the remedy; measures are told once") {
  const std::string text = advice_text(
      failing({Measure::account_review, Measure::suspension},
              {{.kind = FindingKind::claim_not_received, .count = 4, .of = 6},
               {.kind = FindingKind::claim_of_other_reason, .count = 1, .of = 6, .value = "Too dear"},
               {.kind = FindingKind::feedback_withdrawable, .count = 2, .of = 3, .until = day("2026-10-09")},
               {.kind = FindingKind::segment, .count = 3, .of = 9, .value = "Lamps", .by = Column::product_category}}),
      {});
  CHECK_THAT(text, ContainsSubstring("Order defect rate: can lead to a review of the account and, if it lasts, to "
                                     "suspension\n"));
  CHECK_THAT(text, ContainsSubstring(
                       "      4 of 6 claims: item not received\n          Ship what you send yourself with tracking"));
  CHECK_THAT(text, ContainsSubstring("      1 of 6 claims: \"Too dear\"\n"));
  CHECK_THAT(text, ContainsSubstring("2 of 3 negative ratings: can still be withdrawn by the buyer, the first until 9 "
                                     "Oct 2026\n"));
  CHECK_THAT(text, ContainsSubstring("3 of 9 defects: product-category \"Lamps\"\n"));
  CHECK_THAT(text,
             ContainsSubstring("\nReview: ") && ContainsSubstring("\nSuspension: ") && !ContainsSubstring("Block"));
}

TEST_CASE("of findings of one kind the first three are told, and how many there are more") {
  std::vector<Finding> findings;
  for (const char* const reason : {"One", "Two", "Three", "Four", "Five"}) {
    findings.push_back({.kind = FindingKind::claim_of_other_reason, .count = 1, .of = 6, .value = reason});
  }
  findings.push_back({.kind = FindingKind::claim_to_answer, .count = 1, .of = 6});
  const std::string text = advice_text(failing({}, findings), {});
  CHECK_THAT(text, ContainsSubstring("\"Three\"") && !ContainsSubstring("\"Four\""));
  CHECK_THAT(text,
             ContainsSubstring("      … and 2 more (--format json)\n      1 of 6 claims: still to be answered\n"));
}

TEST_CASE("a grave violation can lead to a block, and what suspends nobody says so") {
  CHECK_THAT(advice_text(failing({Measure::suspension, Measure::block}, {}), {}),
             ContainsSubstring("can lead to suspension and, if it is grave, to a block\n"));
  CHECK_THAT(advice_text(failing({}, {}), {}), ContainsSubstring("Order defect rate: suspends nobody\n"));
}

TEST_CASE("an indicator of some of the orders says of which") {
  Assessment assessment = failing({Measure::account_review}, {});
  assessment.checks.front().check.fulfillment = Fulfillment::seller;
  CHECK_THAT(advice_text(assessment, {}),
             ContainsSubstring("Order defect rate, seller-fulfilled: can lead to a review of the account\n"));
}

TEST_CASE("that late answers suspend nobody is no reason to give none") {
  Assessment assessment = testing::sample_assessment();
  assessment.checks.back().verdict = Verdict::fail;
  assessment.advice = Advice{.sales_spike = {}, .indicators = {{.id = "response_under_24h"}}};
  CHECK_THAT(advice_text(assessment, {}), ContainsSubstring("Response under 24 h: suspends nobody, but buyers who"));
}

TEST_CASE("a sudden rise of sales is told with its figures") {
  Assessment assessment = testing::sample_assessment();
  assessment.advice =
      Advice{.sales_spike = SalesSpike{
                 .first_day = day("2026-09-24"), .last_day = day("2026-09-30"), .orders = 1204, .orders_before = 86}};
  CHECK_THAT(
      advice_text(assessment, {}),
      ContainsSubstring(" !  Sales rose suddenly: 1,204 orders in 7 days (24 Sep – 30 Sep 2026), 86 in the 28 days "
                        "before\n"));
}

TEST_CASE("every finding and every measure has words") {
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(FindingKind::segment); ++kind) {
    const std::string text =
        advice_text(failing({}, {{.kind = static_cast<FindingKind>(kind), .count = 1, .of = 1}}), {});
    CAPTURE(kind);
    CHECK_THAT(text, ContainsSubstring("      1 of 1 ") && ContainsSubstring("\n          ") &&
                         !ContainsSubstring(": \n") && !ContainsSubstring("          \n"));
    CHECK_FALSE(name_of(static_cast<FindingKind>(kind)).empty());
  }
}

}  // namespace sellerhealth::render
