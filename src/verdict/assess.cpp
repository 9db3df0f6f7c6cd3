#include <algorithm>

#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "verdict/judge.hpp"
#include "verdict/ledger.hpp"
#include "verdict/outlook.hpp"
#include "verdict/remarks.hpp"

namespace sellerhealth {

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

Assessment assess(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  const metric::DayRange today{options.as_of, options.as_of + std::chrono::days{1}};
  const auto& [given, checks, history] = verdict::outlook(book, profile, options, today);
  const std::vector<metric::Tally> tallies = metric::tally(book, history, given, checks, today);

  Assessment assessment;
  assessment.options = options;
  assessment.time_zone = book.zone().name();
  assessment.profile = profile.name;
  assessment.where.assign(book.filters().begin(), book.filters().end());
  for (std::size_t i = 0; i < checks.size(); ++i) {
    assessment.checks.push_back(verdict::judge(book, checks[i], given, tallies[i].at(options.as_of), options.as_of));
  }
  verdict::mark_coverage(book, options, assessment.checks);
  assessment.verdict = verdict::overall(assessment.checks, options.strict);
  assessment.fresh = !options.max_age_days || verdict::is_fresh(*options.max_age_days, book, options);
  assessment.exit_code = exit_code_of(assessment);
  assessment.inputs.assign(book.files().begin(), book.files().end());
  assessment.ledger = verdict::ledger(book, history, checks, options.as_of);
  assessment.warnings = verdict::remarks(book, history, assessment.checks, assessment.ledger, options);
  return assessment;
}

}  // namespace sellerhealth
