#include "verdict/outlook.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace sellerhealth::verdict {

namespace {

metric::Given given_in(const OrderBook& book, const Profile& profile, const AssessOptions& options) {
  metric::Given given;
  given.rules = profile.rules;
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

}  // namespace

Outlook outlook(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                const metric::DayRange& as_of_days) {
  require_possible_windows(profile);
  const metric::Given given = given_in(book, profile, options);
  std::vector<Check> checks = checks_to_make(profile, given);
  const std::chrono::days reach = reach_of(checks);
  return {given, std::move(checks),
          index::History{book,
                         as_of_days.first,
                         as_of_days.end - std::chrono::days{1},
                         reach,
                         {.hindsight = options.hindsight, .data_through = options.data_through}}};
}

}  // namespace sellerhealth::verdict
