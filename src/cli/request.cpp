#include "cli/request.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/option_values.hpp"
#include "cli/terminal.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

using util::quoted;

namespace {

/// What there may be none of.
std::string kinds_but_orders() {
  std::vector<std::string_view> names;
  for (const Kind kind : all_kinds) {
    if (kind != Kind::orders) {
      names.push_back(name_of(kind));
    }
  }
  return alternatives(names);
}

}  // namespace

void check_format(const Options& options) {
  const std::span<const std::string_view> offered = options.command->formats;
  if (std::find(offered.begin(), offered.end(), options.format) == offered.end()) {
    throw UsageError{"--format: found " + quoted(options.format) + ", expected " +
                     alternatives({offered.begin(), offered.end()}) + " for " + options.command->name};
  }
}

void check_by(const Options& options) {
  if (!options.by.empty() && options.command->of_whole_account != nullptr) {
    throw UsageError{std::string{"--by: "} + options.command->of_whole_account +
                     " of the whole account; expected --where for a part of it"};
  }
}

Language language_of(const Options& options) {
  if (options.lang.empty()) {
    return environment_language();
  }
  const std::optional<Language> language = find_language(options.lang);
  if (!language) {
    std::vector<std::string_view> names;
    std::transform(all_languages.begin(), all_languages.end(), std::back_inserter(names),
                   [](Language one) { return name_of(one); });
    throw UsageError{"--lang: found " + quoted(options.lang) + ", expected " + alternatives(names)};
  }
  return *language;
}

std::size_t limit_of(const Options& options) {
  constexpr int most = 1'000'000'000;
  if (options.limit.empty()) {
    return usual_list_limit;
  }
  const std::optional<int> limit = read_number(options.limit, 0, most);
  if (!limit) {
    throw UsageError{"--limit: found " + quoted(options.limit) + ", expected a whole number, 0 for all"};
  }
  return static_cast<std::size_t>(*limit);
}

AssessOptions assess_options_of(const Options& options) {
  AssessOptions result{};
  for (const std::string& name : options.none) {
    const std::optional<Kind> kind = find_kind(name);
    if (!kind || *kind == Kind::orders) {
      throw UsageError{"--none: found " + quoted(name) + ", expected " + kinds_but_orders()};
    }
    result.none.push_back(*kind);
  }
  if (!options.assume_cancelled_by.empty()) {
    result.assume_cancelled_by = find_canceller(options.assume_cancelled_by);
    if (!result.assume_cancelled_by) {
      throw UsageError{"--assume-cancelled-by: found " + quoted(options.assume_cancelled_by) +
                       ", expected seller, buyer or marketplace"};
    }
  }
  if (!options.data_through.empty()) {
    result.data_through = read_day(options.data_through, "--data-through");
  }
  result.hindsight = options.hindsight;
  result.skip_bad_rows = options.skip_bad_rows;
  result.strict = options.strict;
  result.allow_undetermined = options.allow_undetermined;
  result.max_age_days = read_days(options.max_age, "--max-age", 0);
  return result;
}

TrendOptions trend_options_of(const Options& options) {
  TrendOptions result;
  if (!options.from.empty()) {
    result.from = read_day(options.from, "--from");
  }
  const std::optional<Step> every = find_step(options.every);
  if (!every) {
    throw UsageError{"--every: found " + quoted(options.every) + ", expected day, week or month"};
  }
  result.every = *every;
  return result;
}

FeedbackOptions feedback_options_of(const Options& options, const AssessOptions& assess_options) {
  return {.as_of = assess_options.as_of,
          .hindsight = assess_options.hindsight,
          .complete = options.complete_feedback,
          .skip_bad_rows = assess_options.skip_bad_rows};
}

ForecastOptions forecast_options_of(const Options& options) {
  constexpr int most_defects = 1'000'000'000;
  ForecastOptions result;
  result.horizon_days =
      read_count(options.horizon, "--horizon", 1, longest_horizon_days).value_or(default_horizon_days);
  result.assume_won = without_repeats(options.assume_won);
  result.add_defects = read_count(options.add_defects, "--add-defects", 0, most_defects).value_or(0);
  result.without = without_repeats(options.without);
  return result;
}

}  // namespace sellerhealth::cli
