#include <algorithm>
#include <string>

#include "index/history.hpp"
#include "metric/metric.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "verdict/judge.hpp"
#include "verdict/ledger.hpp"
#include "verdict/remarks.hpp"

namespace sellerhealth {

namespace {

metric::Given given_in(const OrderBook& book, const AssessOptions& options) {
  metric::Given given;
  given.assume_cancelled_by = options.assume_cancelled_by;
  for (const Kind kind : all_kinds) {
    given.kinds[static_cast<std::size_t>(kind)] = book.has(kind);
  }
  for (const Kind kind : options.none) {
    if (book.has(kind)) {
      throw UsageError{"--none " + std::string{name_of(kind)} + ": an export of " + std::string{name_of(kind)} +
                       " was given"};
    }
    given.kinds[static_cast<std::size_t>(kind)] = true;
  }
  return given;
}

std::vector<Check> checks_to_make(const Profile& profile, const metric::Given& given) {
  std::vector<Check> checks;
  std::copy_if(profile.checks.begin(), profile.checks.end(), std::back_inserter(checks), [&](const Check& check) {
    const auto& stands_on = metric::definition_of(check.metric).stands_on;
    return !check.only_if_given ||
           std::any_of(stands_on.begin(), stands_on.end(),
                       [&](const metric::Question& question) { return given.has(question.kind); });
  });
  return checks;
}

void require_possible_windows(const Profile& profile) {
  for (const Check& check : profile.checks) {
    if (check.window.days < 1 || check.window.lag_days < 0) {
      throw UsageError{"check " + check.id + ": expected a window of at least one day and a lag of at least none"};
    }
  }
}

std::chrono::days reach_of(const std::vector<Check>& checks) {
  std::chrono::days reach{0};
  for (const Check& check : checks) {
    reach = std::max(reach, std::chrono::days{check.window.days + check.window.lag_days});
  }
  return reach;
}

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
  require_possible_windows(profile);
  const metric::Given given = given_in(book, options);
  const std::vector<Check> checks = checks_to_make(profile, given);
  const index::History history{book,
                               options.as_of,
                               options.as_of,
                               reach_of(checks),
                               {.hindsight = options.hindsight, .data_through = options.data_through}};
  const metric::DayRange today{options.as_of, options.as_of + std::chrono::days{1}};
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
