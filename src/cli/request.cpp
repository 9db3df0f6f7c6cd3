#include "cli/request.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "cli/command.hpp"
#include "cli/mapping_options.hpp"
#include "normalize/stamps.hpp"
#include "render/format.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth::cli {

namespace {

using util::quoted;

constexpr std::string_view latest = "latest";
constexpr std::string_view today = "today";

/// Splits "name=rest" of an option.
std::pair<std::string_view, std::string_view> split_assignment(std::string_view text, std::string_view option,
                                                               std::string_view form) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string_view::npos) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected " + std::string{form}};
  }
  return {util::trim(text.substr(0, equals)), util::trim(text.substr(equals + 1))};
}

std::optional<int> read_number(std::string_view text, int least, int most) {
  int number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && rest == text.data() + text.size();
  return whole && number >= least && number <= most ? std::optional{number} : std::nullopt;
}

/// The value of an option that was given; nothing when it was not.
std::optional<int> read_count(std::string_view text, std::string_view option, int least, int most) {
  if (text.empty()) {
    return std::nullopt;
  }
  const std::optional<int> count = read_number(text, least, most);
  if (!count) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected a whole number from " +
                     std::to_string(least) + " to " + std::to_string(most)};
  }
  return count;
}

std::optional<int> read_days(std::string_view text, std::string_view option, int least) {
  return read_count(text, option, least, longest_window_days);
}

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

Day read_day(std::string_view text, std::string_view option) {
  const std::optional<Day> day = normalize::parse_day(text);
  if (!day) {
    throw UsageError{std::string{option} + ": found " + quoted(text) + ", expected a day such as 2026-10-01"};
  }
  return *day;
}

/// "product-category, sales-channel, … or sku".
std::string segment_column_names() {
  std::string names;
  for (const Column column : segment_columns) {
    names += (names.empty() ? "" : column == segment_columns.back() ? " or " : ", ") + std::string{name_of(column)};
  }
  return names;
}

std::optional<Column> find_segment_column(std::string_view name) {
  const std::optional<Column> column = find_column(util::hyphenated(name));
  const bool found =
      column && std::find(segment_columns.begin(), segment_columns.end(), *column) != segment_columns.end();
  return found ? column : std::nullopt;
}

std::optional<Column> read_segment_column(std::string_view name) {
  if (name.empty()) {
    return std::nullopt;
  }
  const std::optional<Column> column = find_segment_column(name);
  if (!column) {
    throw UsageError{"--by: found " + quoted(name) + ", expected " + segment_column_names()};
  }
  return column;
}

Filter read_filter(std::string_view text) {
  const std::string form = "COLUMN=VALUE with " + segment_column_names();
  auto [name, values] = split_assignment(text, "--where", form);
  const std::optional<Column> column = find_segment_column(name);
  if (!column) {
    throw UsageError{"--where: found " + quoted(text) + ", expected " + form};
  }
  Filter filter{.column = *column, .values = {}};
  for (;;) {
    const std::size_t comma = values.find(',');
    filter.values.emplace_back(util::trim(values.substr(0, comma)));
    if (comma == std::string_view::npos) {
      return filter;
    }
    values.remove_prefix(comma + 1);
  }
}

TimeZone read_zone(const std::string& name) {
  std::optional<TimeZone> zone = TimeZone::find(name);
  if (!zone) {
    throw UsageError{"--tz: there is no time zone " + quoted(name) + ", expected a name such as UTC or Europe/Paris"};
  }
  return *std::move(zone);
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

}  // namespace

std::vector<Source> sources_of(const Options& options) {
  std::vector<Source> sources;
  for (const std::string& path : options.paths) {
    sources.push_back({.path = path, .kind = std::nullopt});
  }
  for (const Kind kind : all_kinds) {
    for (const std::string& path : options.paths_of_kind[static_cast<std::size_t>(kind)]) {
      sources.push_back({.path = path, .kind = kind});
    }
  }
  if (sources.empty()) {
    throw UsageError{"no exports: expected files, a directory, or - for standard input"};
  }
  if (std::count_if(sources.begin(), sources.end(), [](const Source& source) { return source.path == "-"; }) > 1) {
    throw UsageError{"standard input (-) can be read only once"};
  }
  return sources;
}

ImportOptions import_options_of(const Options& options) {
  ImportOptions result;
  result.zone = read_zone(options.tz);
  if (!options.date_order.empty()) {
    result.date_order = find_date_order(options.date_order);
    if (!result.date_order) {
      throw UsageError{"--date-order: found " + quoted(options.date_order) + ", expected dmy, mdy or ymd"};
    }
  }
  result.encoding = options.encoding;
  result.check_everything = options.command->shows_bad_rows;
  for (const Column column : options.command->also_reads) {
    result.also_read.insert(column);
  }
  result.segment_by = read_segment_column(options.by);
  std::transform(options.column.begin(), options.column.end(), std::back_inserter(result.columns), read_column_mapping);
  std::transform(options.value.begin(), options.value.end(), std::back_inserter(result.values), read_value_mapping);
  std::transform(options.where.begin(), options.where.end(), std::back_inserter(result.filters),
                 [](const std::string& text) { return read_filter(text); });
  return result;
}

Profile profile_of(const Options& options) {
  Profile profile = options.profile.empty() ? default_profile() : load_profile(options.profile);
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
    expectations.push_back({std::string{id}, *numerator, denominator});
  }
  return expectations;
}

Profile explained_profile_of(const Options& options, Profile profile) {
  const auto asked_for = [&](const Check& check) {
    return check.id == options.metric || name_of(check.metric) == options.metric;
  };
  if (options.metric.empty() && options.order.empty()) {
    throw UsageError{"explain: expected a check, such as order_defect_rate, or --order ID"};
  }
  if (!options.metric.empty()) {
    if (std::none_of(profile.checks.begin(), profile.checks.end(), asked_for)) {
      static_cast<void>(profile.check(options.metric));
    }
    std::erase_if(profile.checks, [&](const Check& check) { return !asked_for(check); });
    // Whoever names a check wants to see it, if only to learn what it lacks.
    std::for_each(profile.checks.begin(), profile.checks.end(), [](Check& check) { check.only_if_given = false; });
  }
  return profile;
}

std::size_t limit_of(const Options& options) {
  constexpr int most = 1'000'000'000;
  constexpr std::size_t usual = 20;
  if (options.limit.empty()) {
    return usual;
  }
  const std::optional<int> limit = read_number(options.limit, 0, most);
  if (!limit) {
    throw UsageError{"--limit: found " + quoted(options.limit) + ", expected a whole number, 0 for all"};
  }
  return static_cast<std::size_t>(*limit);
}

Day since_day(const Options& options) {
  if (options.since.empty()) {
    throw UsageError{"compare: expected --since DAY, such as --since 2026-09-01"};
  }
  return read_day(options.since, "--since");
}

Day until_day(const Options& options, Day as_of) {
  if (options.until.empty()) {
    return as_of;
  }
  const Day until = read_day(options.until, "--until");
  if (until > as_of) {
    throw UsageError{"--until: found " + quoted(options.until) + ", expected no day after the as-of day, " +
                     util::iso_date(as_of)};
  }
  return until;
}

AssessOptions assess_options_of(const Options& options) {
  AssessOptions result{};
  for (const std::string& name : options.none) {
    const std::optional<Kind> kind = find_kind(name);
    if (!kind || *kind == Kind::orders) {
      throw UsageError{"--none: found " + quoted(name) +
                       ", expected feedback, claims, chargebacks, messages or violations"};
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

Day last_day_of_trend(const Options& options, Day as_of) {
  if (options.to.empty()) {
    return as_of;
  }
  const Day last = read_day(options.to, "--to");
  if (last > as_of) {
    throw UsageError{"--to: found " + quoted(options.to) + ", expected no day after the as-of day, " +
                     util::iso_date(as_of)};
  }
  return last;
}

void check_format(const Options& options) {
  const std::span<const std::string_view> offered = options.command->formats;
  if (std::find(offered.begin(), offered.end(), options.format) == offered.end()) {
    const std::vector<std::string> names{offered.begin(), offered.end()};
    throw UsageError{"--format: found " + quoted(options.format) + ", expected " + render::list_text(names, " or ") +
                     " for " + options.command->name};
  }
}

Instant present_of(const Options& options, const TimeZone& zone, Instant clock) {
  if (options.now.empty()) {
    return clock;
  }
  const std::optional<normalize::DateTime> now = normalize::parse_iso_date(options.now);
  if (!now || !now->time) {
    throw UsageError{"--now: found " + quoted(options.now) +
                     ", expected a time such as 2026-10-01T12:00 or 2026-10-01T12:00:00+02:00"};
  }
  return normalize::stamp_of(*now, zone).first;
}

std::optional<std::chrono::seconds> within_of(const Options& options) {
  if (options.within.empty()) {
    return std::nullopt;
  }
  const std::string_view text{options.within};
  constexpr int most_minutes = longest_window_days * 24 * 60;
  const std::optional<int> number = read_number(text.substr(0, text.size() - 1), 0, most_minutes);
  if (number && text.ends_with('d') && *number <= longest_window_days) {
    return std::chrono::days{*number};
  }
  if (number && text.ends_with('h') && *number <= longest_window_days * 24) {
    return std::chrono::hours{*number};
  }
  if (number && text.ends_with('m')) {
    return std::chrono::minutes{*number};
  }
  throw UsageError{"--within: found " + quoted(text) + ", expected a time such as 48h, 2d or 30m, at most " +
                   std::to_string(longest_window_days) + "d"};
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
  result.assume_won = options.assume_won;
  result.add_defects = read_count(options.add_defects, "--add-defects", 0, most_defects).value_or(0);
  result.without = options.without;
  return result;
}

void check_as_of(const Options& options, const TimeZone& zone, Instant now) {
  if (options.as_of == today || options.as_of == latest) {
    return;
  }
  const Day as_of = read_day(options.as_of, "--as-of");
  if (as_of > zone.day_of(now) + std::chrono::days{1}) {
    throw UsageError{"--as-of: " + options.as_of + " is later than tomorrow; nothing is known of it yet"};
  }
}

Day as_of_day(const Options& options, const OrderBook& book, Instant now) {
  if (options.as_of == today) {
    return book.zone().day_of(now);
  }
  if (options.as_of != latest) {
    return read_day(options.as_of, "--as-of");
  }
  const std::optional<Instant> newest = book.newest_purchase();
  if (!newest) {
    throw UsageError{"--as-of latest: no order has a purchase-date"};
  }
  const Day day = book.zone().day_of(*newest) + std::chrono::days{1};
  if (day > book.zone().day_of(now) + std::chrono::days{1}) {
    throw UsageError{"--as-of latest: the newest order is bought in the future; expected a day"};
  }
  return day;
}

}  // namespace sellerhealth::cli
