#include "sellerhealth/advice.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/specimen.hpp"
#include "support/trial.hpp"

// What advice tells agrees with what check counts.

namespace sellerhealth::support {
namespace {

/// The component that a finding counts, or is a part of.
struct Agreement {
  FindingKind kind;
  std::string_view component;
  bool is_all_of_it;
};
constexpr Agreement agreements[] = {
    {FindingKind::chargeback, "chargebacks", true},
    {FindingKind::cancelled_by_seller, "seller", true},
    {FindingKind::cancelled_by_marketplace, "marketplace", true},
    {FindingKind::shipped_late, "shipped_late", true},
    {FindingKind::overdue, "overdue", true},
    {FindingKind::unanswered, "unanswered", true},
    {FindingKind::answered_late, "answered_late", true},
    {FindingKind::claim_without_reason, "claims", false},
    {FindingKind::claim_to_answer, "claims", false},
    {FindingKind::feedback_withdrawable, "negative_feedback", false},
    {FindingKind::feedback_past_withdrawal, "negative_feedback", false},
};

/// The check that fails, if it is the only one.
const CheckResult* only_failure(const Indicator& indicator) {
  const auto fails = [](const CheckResult& result) { return result.verdict == Verdict::fail; };
  const auto first = std::find_if(indicator.checks.begin(), indicator.checks.end(), fails);
  return std::count_if(indicator.checks.begin(), indicator.checks.end(), fails) == 1 ? &*first : nullptr;
}

std::string disagreement(const CheckResult& result, const std::vector<Finding>& findings) {
  for (const Agreement& agreement : agreements) {
    const auto component =
        std::find_if(result.components.begin(), result.components.end(),
                     [&](const Component& candidate) { return candidate.name == agreement.component; });
    const auto finding = std::find_if(findings.begin(), findings.end(),
                                      [&](const Finding& candidate) { return candidate.kind == agreement.kind; });
    const std::int64_t count = component == result.components.end() ? 0 : component->value.value_or(0);
    const std::int64_t found = finding == findings.end() ? 0 : agreement.is_all_of_it ? finding->count : finding->of;
    if (found != count && (agreement.is_all_of_it || finding != findings.end())) {
      return std::string{name_of(agreement.kind)} + ": " + std::to_string(found) + ", not " + std::to_string(count);
    }
  }
  return "";
}

}  // namespace

TEST_CASE("advice is given on what fails and nothing else, and counts what check counts") {
  std::set<std::string_view> seen;
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    for (const AssessOptions& options : specimen.questions(5)) {
      Assessment assessment = assess(specimen.book, specimen.profile, options);
      add_advice(specimen.book, specimen.profile, assessment);
      CAPTURE(run, specimen.describe(options));
      std::size_t noticed = 0;
      for (const Indicator& indicator : indicators_of(assessment.checks)) {
        if (indicator.state != IndicatorState::failing && indicator.state != IndicatorState::warning) {
          continue;
        }
        REQUIRE(noticed < assessment.advice->indicators.size());
        const IndicatorAdvice& advice = assessment.advice->indicators[noticed++];
        REQUIRE(advice.id == indicator.id);
        for (const Finding& finding : advice.findings) {
          REQUIRE(finding.count >= 1);
          REQUIRE(finding.count <= finding.of);
          seen.insert(name_of(finding.kind));
        }
        if (const CheckResult* failure = only_failure(indicator)) {
          REQUIRE(disagreement(*failure, advice.findings).empty());
        }
      }
      REQUIRE(noticed == assessment.advice->indicators.size());
    }
  }
  // The accounts must have had something to advise on.
  for (const Agreement& agreement : agreements) {
    CAPTURE(name_of(agreement.kind));
    CHECK(seen.contains(name_of(agreement.kind)));
  }
}

}  // namespace sellerhealth::support
