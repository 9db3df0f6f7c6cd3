#include "cli/requested_checks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/option_values.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

namespace {

using util::quoted;

Window read_window(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view lag = slash == std::string_view::npos ? "" : text.substr(slash + 1);
  const std::optional<int> days = read_number(text.substr(0, slash), 1, longest_window_days);
  const std::optional<int> lag_days = read_number(lag, 0, longest_window_days);
  if (!days || !lag_days) {
    throw UsageError{"--window: found " + quoted(text) +
                     ", expected DAYS/LAG such as 30/0, at least 1 day and at most " +
                     std::to_string(longest_window_days)};
  }
  return {.days = *days, .lag_days = *lag_days};
}

Profile given_profile(const Options& options) {
  return options.profile.empty() ? default_profile() : load_profile(options.profile);
}

void select_checks(const Options& options, Profile& profile) {
  for (const std::vector<std::string>* ids : {&options.only, &options.skip}) {
    for (const std::string& id : *ids) {
      static_cast<void>(profile.check(id));
    }
  }
  const auto named = [](const std::vector<std::string>& ids, const Check& check) {
    return std::find(ids.begin(), ids.end(), check.id) != ids.end();
  };
  std::erase_if(profile.checks, [&](const Check& check) {
    return (!options.only.empty() && !named(options.only, check)) || named(options.skip, check);
  });
  for (Check& check : profile.checks) {
    // Whoever names a check wants to see it, if only to learn what it lacks.
    check.only_if_given &= !named(options.only, check);
  }
  if (profile.checks.empty()) {
    throw UsageError{"--only and --skip leave no check to make"};
  }
}

/// One window for every rate; counts keep theirs.
void set_windows(const Options& options, Profile& profile) {
  const std::optional<int> days = read_days(options.days, "--days", 1);
  const std::optional<int> lag = read_days(options.lag, "--lag", 0);
  for (Check& check : profile.checks) {
    if (unit_of(check.metric) == Unit::ratio) {
      check.window.days = days.value_or(check.window.days);
      check.window.lag_days = lag.value_or(check.window.lag_days);
    }
  }
}

/// Checks that differ in nothing but their ids, since they have one window: the first stays.
void leave_out_duplicates(Profile& profile) {
  std::vector<Check> kept;
  for (Check& check : profile.checks) {
    const bool repeats = std::any_of(kept.begin(), kept.end(), [&](Check earlier) {
      earlier.id = check.id;
      return earlier == check;
    });
    if (!repeats) {
      kept.push_back(std::move(check));
    }
  }
  profile.checks = std::move(kept);
}

/// By its id, or by its metric as one of several.
bool is_called(const Check& check, std::string_view word) { return check.id == word || name_of(check.metric) == word; }

/// Whether a check of the profile is called so.
bool has_check_called(const Profile& profile, std::string_view word) {
  return std::any_of(profile.checks.begin(), profile.checks.end(),
                     [&](const Check& check) { return is_called(check, word); });
}

/// Throws UsageError: `explain` is asked about a check that is not in `profile`.
void refuse_explained_check(const Options& options, Profile& profile) {
  const Profile whole = given_profile(options);
  const auto names_check = [&](const std::string& word) { return has_check_called(whole, word); };
  if (names_check(options.metric)) {
    const bool skipped = options.only.empty() ||
                         std::find(options.only.begin(), options.only.end(), options.metric) != options.only.end();
    std::vector<std::string_view> left;
    for (const Check& check : profile.checks) {
      left.emplace_back(check.id);
    }
    throw UsageError{"explain: found " + quoted(options.metric) + ", which " + (skipped ? "--skip" : "--only") +
                     " leaves out, expected " + alternatives(left)};
  }
  const auto later = std::find_if(options.paths.begin(), options.paths.end(), names_check);
  if (later != options.paths.end()) {
    throw UsageError{"explain: found " + quoted(options.metric) + " before " + quoted(*later) +
                     ", expected the check before the files: explain CHECK FILES"};
  }
  static_cast<void>(profile.check(options.metric));
}

}  // namespace

Profile profile_of(const Options& options) {
  Profile profile = given_profile(options);
  set_windows(options, profile);
  for (const std::string& text : options.window) {
    const auto [id, window] = split_assignment(text, "--window", "CHECK=DAYS/LAG");
    profile.check(id).window = read_window(window);
  }
  for (const std::string& text : options.target) {
    const auto [id, target] = split_assignment(text, "--target", "CHECK=TARGET, such as 'cancellation_rate=< 2%'");
    Check& check = profile.check(id);
    try {
      check.target = Target::parse(target, unit_of(check.metric));
    } catch (const UsageError& error) {
      throw UsageError{std::string{"--target: "} + error.what()};
    }
  }
  select_checks(options, profile);
  if (!options.days.empty() || !options.lag.empty()) {
    leave_out_duplicates(profile);
  }
  return profile;
}

std::vector<Expectation> expectations_of(const Options& options, Profile profile) {
  constexpr std::string_view form = "CHECK=COUNT/TOTAL, such as order_defect_rate=1/43";
  constexpr int most = 2'000'000'000;
  std::vector<Expectation> expectations;
  for (const std::string& text : options.expect) {
    const auto [id, figure] = split_assignment(text, "--expect", form);
    const std::size_t slash = figure.find('/');
    const bool is_count = unit_of(profile.check(id).metric) == Unit::count;
    const std::optional<int> numerator = read_number(util::trim(figure.substr(0, slash)), 0, most);
    const std::optional<int> denominator =
        slash == std::string_view::npos ? std::nullopt : read_number(util::trim(figure.substr(slash + 1)), 0, most);
    const bool fits = is_count ? slash == std::string_view::npos : denominator.has_value() && numerator <= denominator;
    if (!numerator || !fits) {
      throw UsageError{"--expect: found " + quoted(text) + ", expected " +
                       (is_count ? std::string{id} + "=COUNT" : std::string{form})};
    }
    const auto earlier = std::find_if(expectations.begin(), expectations.end(),
                                      [&](const Expectation& other) { return other.check == id; });
    if (earlier != expectations.end()) {
      throw UsageError{"--expect: found " +
                       quoted(options.expect[static_cast<std::size_t>(earlier - expectations.begin())]) + " and " +
                       quoted(text) + ", expected one figure for a check"};
    }
    expectations.push_back({std::string{id}, *numerator, denominator});
  }
  return expectations;
}

void tell_check_from_path(Options& options) {
  if (!options.order.empty() && !options.metric.empty() && !has_check_called(given_profile(options), options.metric)) {
    options.paths.insert(options.paths.begin(), std::exchange(options.metric, {}));
  }
}

Profile explained_profile_of(const Options& options, Profile profile) {
  const auto asked_for = [&](const Check& check) { return is_called(check, options.metric); };
  if (options.metric.empty() && options.order.empty()) {
    throw UsageError{"explain: expected a check, such as order_defect_rate, or --order ID"};
  }
  if (!options.metric.empty()) {
    if (std::none_of(profile.checks.begin(), profile.checks.end(), asked_for)) {
      refuse_explained_check(options, profile);
    }
    std::erase_if(profile.checks, [&](const Check& check) { return !asked_for(check); });
    // Whoever names a check wants to see it, if only to learn what it lacks.
    std::for_each(profile.checks.begin(), profile.checks.end(), [](Check& check) { check.only_if_given = false; });
  }
  return profile;
}

}  // namespace sellerhealth::cli
