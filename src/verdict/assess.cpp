#include "verdict/assess.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "verdict/judge.hpp"
#include "verdict/ledger.hpp"
#include "verdict/remarks.hpp"
#include "verdict/segments.hpp"

namespace sellerhealth {

namespace verdict {

namespace {

ExitCode exit_code_of(const Assessment& assessment) {
  const AssessOptions& options = assessment.options;
  if (assessment.verdict == Verdict::fail) {
    return ExitCode::fail;
  }
  const bool uncovered = options.strict && std::any_of(assessment.checks.begin(), assessment.checks.end(),
                                                       [](const CheckResult& check) { return !check.covered; });
  if (!assessment.fresh || uncovered) {
    return ExitCode::undetermined;
  }
  return assessment.verdict == Verdict::pass || options.allow_undetermined ? ExitCode::pass : ExitCode::undetermined;
}

}  // namespace

Assessment assess(const OrderBook& book, const Profile& profile, const AssessOptions& options, const Outlook& outlook,
                  std::span<const metric::Tally> tallies, std::span<const Day> as_of_days) {
  Assessment assessment;
  assessment.options = options;
  assessment.time_zone = book.zone().name();
  assessment.profile = profile.name;
  assessment.rules = profile.rules;
  assessment.where.assign(book.filters().begin(), book.filters().end());
  assessment.segment_by = options.judge_segments ? book.segment_by() : std::nullopt;
  std::vector<CheckResult> checks = judge_account(book, outlook, tallies, options);
  assessment.fresh = !options.max_age_days || is_fresh(*options.max_age_days, book, options);
  assessment.inputs.assign(book.files().begin(), book.files().end());
  assessment.ledger = ledger(book, outlook.history, outlook.checks, profile.rules, options.as_of);
  assessment.warnings = remarks(book, outlook.history, checks, assessment.ledger, options, profile.rules, as_of_days);

  std::vector<CheckResult> segments;
  if (assessment.segment_by) {
    segments = judge_segments(book, outlook, options.as_of, checks);
  }
  const bool by_seller = assessment.segment_by == Column::seller_id;
  assessment.verdict = overall(by_seller ? segments : checks, options.strict);
  if (!by_seller) {
    assessment.checks = std::move(checks);
  }
  std::move(segments.begin(), segments.end(), std::back_inserter(assessment.checks));
  assessment.exit_code = exit_code_of(assessment);
  return assessment;
}

}  // namespace verdict

Assessment assess(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  const metric::DayRange today{options.as_of, options.as_of + std::chrono::days{1}};
  const verdict::Outlook outlook = verdict::outlook(book, profile, options, today);
  const std::vector<metric::Tally> tallies = metric::tally(book, outlook.history, outlook.given, outlook.checks, today);
  return verdict::assess(book, profile, options, outlook, tallies, std::span{&options.as_of, 1});
}

}  // namespace sellerhealth
