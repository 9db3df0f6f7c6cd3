#include "sellerhealth/advice.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "insight/findings.hpp"
#include "insight/sales_spike.hpp"
#include "sellerhealth/explanation.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, 4> measure_names{"sales_check", "account_review", "suspension", "block"};

/// In the order of the FindingKind enumeration.
constexpr std::array<std::string_view, 19> finding_names{"claim_not_received",
                                                         "claim_not_as_described",
                                                         "claim_not_refunded",
                                                         "claim_of_other_reason",
                                                         "claim_without_reason",
                                                         "claim_to_answer",
                                                         "feedback_withdrawable",
                                                         "feedback_past_withdrawal",
                                                         "chargeback",
                                                         "defect_answered_late",
                                                         "defect_shipped_late",
                                                         "cancelled_by_seller",
                                                         "cancelled_by_marketplace",
                                                         "shipped_late",
                                                         "overdue",
                                                         "unanswered",
                                                         "answered_late",
                                                         "violation",
                                                         "segment"};

bool is_noticed(IndicatorState state) { return state == IndicatorState::warning || state == IndicatorState::failing; }

std::vector<Measure> measures_of(const Indicator& indicator) {
  std::vector<CheckResult> suspending;
  std::copy_if(indicator.checks.begin(), indicator.checks.end(), std::back_inserter(suspending),
               [](const CheckResult& result) { return result.check.severity == Severity::suspending; });
  const std::vector<Indicator> judged = indicators_of(suspending);
  if (judged.empty() || !is_noticed(judged.front().state)) {
    return {};
  }
  if (suspending.front().check.metric == Metric::policy_violations) {
    return {Measure::suspension, Measure::block};
  }
  if (judged.front().state == IndicatorState::warning) {
    return {Measure::account_review};
  }
  return {Measure::account_review, Measure::suspension};
}

}  // namespace

std::string_view name_of(Measure measure) { return measure_names[static_cast<std::size_t>(measure)]; }

std::string_view name_of(FindingKind kind) { return finding_names[static_cast<std::size_t>(kind)]; }

void add_advice(const OrderBook& book, const Profile& profile, Assessment& assessment) {
  if (book.segment_by() == Column::seller_id) {
    throw UsageError{"advice is to one account, and split by seller-id each seller is one"};
  }
  AssessOptions options = assessment.options;
  options.judge_segments = true;
  Advice advice{.sales_spike = insight::sales_spike(book, options.as_of), .indicators = {}};
  const Explanation explanation = explain(book, profile, options);
  const verdict::Outlook outlook =
      verdict::outlook(book, profile, options, {options.as_of, options.as_of + std::chrono::days{1}});
  std::vector<CheckResult> results;
  std::transform(explanation.checks.begin(), explanation.checks.end(), std::back_inserter(results),
                 [](const CheckExplanation& behind) { return behind.result; });
  for (const Indicator& indicator : indicators_of(results)) {
    if (is_noticed(indicator.state)) {
      advice.indicators.push_back({.id = indicator.id,
                                   .measures = measures_of(indicator),
                                   .findings = insight::findings(indicator, explanation, outlook)});
    }
  }
  assessment.advice = std::move(advice);
}

}  // namespace sellerhealth
