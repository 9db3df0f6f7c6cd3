#include "sellerhealth/advice.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "sellerhealth/deadlines.hpp"
#include "sellerhealth/explanation.hpp"
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

/// The orders behind a check whose claims deadlines lists at the last moment before the as-of day.
std::int64_t orders_to_answer(const Specimen& specimen, const AssessOptions& options, std::string_view check) {
  const Instant before = specimen.book.zone().start_of(options.as_of) - std::chrono::seconds{1};
  std::set<std::string_view> listed;
  const Deadlines open = deadlines(specimen.book, specimen.profile, options, {.now = before, .within = {}});
  for (const Deadline& deadline : open.deadlines) {
    if (deadline.duty == Duty::answer_claim) {
      listed.insert(deadline.order_id);
    }
  }
  const Explanation explanation = explain(specimen.book, specimen.profile, options);
  const auto behind = std::find_if(explanation.checks.begin(), explanation.checks.end(),
                                   [&](const CheckExplanation& one) { return one.result.check.id == check; });
  return std::count_if(behind->bad.begin(), behind->bad.end(), [&](const Cause& cause) {
    const std::vector<std::string_view>& parts = cause.grounds.parts;
    return std::find(parts.begin(), parts.end(), "claims") != parts.end() && listed.contains(cause.facts.order->id);
  });
}

}  // namespace

TEST_CASE("advice counts as still to be answered the claims that deadlines lists") {
  std::int64_t seen = 0;
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    for (const AssessOptions& options : specimen.questions(3)) {
      Assessment assessment = assess(specimen.book, specimen.profile, options);
      add_advice(specimen.book, specimen.profile, assessment);
      CAPTURE(run, specimen.describe(options));
      for (const IndicatorAdvice& advice : assessment.advice->indicators) {
        const std::vector<Indicator> indicators = indicators_of(assessment.checks);
        const auto indicator = std::find_if(indicators.begin(), indicators.end(),
                                            [&](const Indicator& one) { return one.id == advice.id; });
        const CheckResult* failure = only_failure(*indicator);
        if (failure == nullptr || failure->check.metric != Metric::order_defect_rate) {
          continue;
        }
        const auto told = std::find_if(advice.findings.begin(), advice.findings.end(), [](const Finding& finding) {
          return finding.kind == FindingKind::claim_to_answer;
        });
        const std::int64_t count = told == advice.findings.end() ? 0 : told->count;
        REQUIRE(count == orders_to_answer(specimen, options, failure->check.id));
        seen += count;
      }
    }
  }
  CHECK(seen > 0);
}

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
