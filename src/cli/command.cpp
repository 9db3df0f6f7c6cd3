#include "cli/command.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/request.hpp"
#include "cli/requested_checks.hpp"
#include "cli/requested_days.hpp"
#include "cli/terminal.hpp"
#include "sellerhealth/comparison.hpp"
#include "sellerhealth/deadlines.hpp"
#include "sellerhealth/explanation.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/inspection.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/trend.hpp"

namespace sellerhealth::cli {

namespace {

constexpr std::array text_or_json{text_format, json_format};
constexpr std::array text_json_or_csv{text_format, json_format, csv_format};

TextStyle style_of(const Options& options) {
  TextStyle style = output_style(options.color, language_of(options));
  style.limit = limit_of(options);
  return style;
}

/// The answer for people or for programs.
template <typename Result>
std::string rendered(const Result& result, const Options& options) {
  return options.format == json_format ? render_json(result) : render_text(result, style_of(options));
}

void define_limit(CLI::App& command, Options& options) {
  command
      .add_option(
          "--limit", options.limit,
          "How many entries of a list to show, 0 for all; json has all [" + std::to_string(usual_list_limit) + "]")
      ->type_name("N");
}

void define_check(CLI::App& command, Options& options) {
  add_list(command, "--expect", options.expect,
           "Hold a check against the marketplace's own figure, e.g. order_defect_rate=1/43")
      ->delimiter(',')
      ->type_name("CHECK=N/D");
  command.add_flag("--advice", options.advice,
                   "Say what a failing check can lead to, what is behind it and what to do about that");
  define_limit(command, options);
}

void check_check(const Options& options, const Profile& profile) {
  if (options.advice && options.by == name_of(Column::seller_id)) {
    throw UsageError{"--advice: found --by seller-id, where each seller is an account of its own; expected --where " +
                     std::string{name_of(Column::seller_id)} + "=VALUE for one of them"};
  }
  static_cast<void>(expectations_of(options, profile));
}

Answer check(const Account& account, const Options& options) {
  AssessOptions assess_options = account.options;
  assess_options.judge_segments = !options.by.empty();
  Assessment assessment = assess(account.import.book, account.profile, assess_options);
  if (options.advice) {
    add_advice(account.import.book, account.profile, assessment);
  }
  reconcile(account.import.book, account.profile, assessment, expectations_of(options, account.profile));
  add_prospects(account.import.book, assessment);
  return {rendered(assessment, options), assessment.exit_code, std::move(assessment.warnings)};
}

void define_forecast(CLI::App& command, Options& options) {
  command
      .add_option("--horizon", options.horizon,
                  "How many days to look ahead [" + std::to_string(default_horizon_days) + "]")
      ->type_name("DAYS");
  add_list(command, "--assume-won", options.assume_won,
           "What if everything filed about this order were won or withdrawn")
      ->delimiter(',')
      ->type_name("ID[,ID]");
  command.add_option("--add-defects", options.add_defects, "What if so many more of today's orders turn bad")
      ->type_name("N");
  add_list(command, "--without", options.without, "What if this order, message or violation were not there")
      ->delimiter(',')
      ->type_name("ID[,ID]");
}

void check_forecast(const Options& options, const Profile& /*profile*/) {
  static_cast<void>(forecast_options_of(options));
}

Answer forecast(const Account& account, const Options& options) {
  Forecast forecast = sellerhealth::forecast(
      account.import.book, assess(account.import.book, account.profile, account.options), forecast_options_of(options));
  return {rendered(forecast, options), ExitCode::pass, std::move(forecast.assessment.warnings)};
}

Answer inspect(const Account& account, const Options& options) {
  const Inspection inspection =
      sellerhealth::inspect(account.import, assess(account.import.book, account.profile, account.options));
  const bool good = inspection.bad_row_count == 0 || options.skip_bad_rows;
  Answer answer{rendered(inspection, options), good ? ExitCode::pass : ExitCode::bad_input,
                inspection.assessment.warnings};
  // These are in the text itself.
  std::erase_if(answer.warnings, [](const Diagnostic& warning) {
    return warning.code == "skipped_file" || warning.code == "unknown_value";
  });
  return answer;
}

void define_trend(CLI::App& command, Options& options) {
  command.add_option("--from", options.from, "First as-of day [the day after the first order]")->type_name("DAY");
  command.add_option("--to", options.to, "Last as-of day [that of --as-of]")->type_name("DAY");
  command
      .add_option("--every", options.every,
                  "As of each day, each Monday (week) or the first of each month (month), and the last day [day]")
      ->type_name("day|week|month");
  define_limit(command, options);
}

void check_trend(const Options& options, const Profile& /*profile*/) { static_cast<void>(trend_options_of(options)); }

Answer trend(const Account& account, const Options& options) {
  AssessOptions last_day = account.options;
  last_day.as_of = last_day_of_trend(options, account.options.as_of);
  Trend trend = sellerhealth::trend(account.import.book, account.profile, last_day, trend_options_of(options));
  return {options.format == csv_format ? render_csv(trend) : rendered(trend, options), ExitCode::pass,
          std::move(trend.last.warnings)};
}

void define_profile(CLI::App& command, Options& options) {
  command.add_option("NAME", options.shown_profile, "Print this profile, to begin one of your own with")->type_name("");
}

std::string profile(const Options& options) {
  if (!options.shown_profile.empty()) {
    return std::string{built_in_profile(options.shown_profile).json};
  }
  std::vector<Profile> profiles;
  for (const BuiltInProfile& built_in : built_in_profiles()) {
    profiles.push_back(parse_profile(built_in.json, built_in.name));
  }
  return rendered(profiles, options);
}

void define_deadlines(CLI::App& command, Options& options) {
  command.add_option("--within", options.within, "Only what is past or due in this time, e.g. 48h, 2d or 30m")
      ->type_name("TIME");
  command.add_option("--now", options.now, "The present, e.g. 2026-10-01T12:00 [the clock]")->type_name("INSTANT");
  define_limit(command, options);
}

void check_deadlines(const Options& options, const Profile& /*profile*/) { static_cast<void>(within_of(options)); }

Answer deadlines(const Account& account, const Options& options) {
  Deadlines deadlines = sellerhealth::deadlines(account.import.book, account.profile, account.options,
                                                {.now = account.now, .within = within_of(options)});
  return {rendered(deadlines, options), ExitCode::pass, std::move(deadlines.assessment.warnings)};
}

void define_feedback(CLI::App& command, Options& options) {
  command.add_flag("--complete-feedback", options.complete_feedback,
                   "The feedback exports hold every rating, although there is no 4 or 5");
  define_limit(command, options);
}

Answer feedback(const Account& account, const Options& options) {
  FeedbackSummary summary = summarize_feedback(account.import.book, feedback_options_of(options, account.options));
  return {rendered(summary, options), ExitCode::pass, std::move(summary.warnings)};
}

void define_explain(CLI::App& command, Options& options) {
  command.add_option("CHECK", options.metric, "The check to explain, such as order_defect_rate")->type_name("");
  command.add_option("--order", options.order, "Tell all about one order, and how it stands in each check")
      ->type_name("ID");
  define_limit(command, options);
}

void check_explain(const Options& options, const Profile& profile) {
  static_cast<void>(explained_profile_of(options, profile));
}

Answer explain_order(const Account& account, const Options& options) {
  OrderExplanation explanation = sellerhealth::explain_order(
      account.import.book, explained_profile_of(options, account.profile), account.options, options.order);
  return {rendered(explanation, options), ExitCode::pass, std::move(explanation.assessment.warnings)};
}

Answer explain(const Account& account, const Options& options) {
  if (!options.order.empty()) {
    return explain_order(account, options);
  }
  Explanation explanation =
      sellerhealth::explain(account.import.book, explained_profile_of(options, account.profile), account.options);
  return {rendered(explanation, options), ExitCode::pass, std::move(explanation.assessment.warnings)};
}

void define_compare(CLI::App& command, Options& options) {
  command.add_option("--since", options.since, "The earlier as-of day")->type_name("DAY");
  command.add_option("--until", options.until, "The later one [that of --as-of]")->type_name("DAY");
  define_limit(command, options);
}

void check_compare(const Options& options, const Profile& /*profile*/) { static_cast<void>(since_day(options)); }

Answer compare(const Account& account, const Options& options) {
  AssessOptions later = account.options;
  later.as_of = until_day(options, account.options.as_of);
  Comparison comparison = sellerhealth::compare(account.import.book, account.profile, later, since_day(options));
  return {rendered(comparison, options), ExitCode::pass, std::move(comparison.warnings)};
}

constexpr Column times_to_respond[] = {Column::respond_by};
constexpr Column buyer_answers[] = {Column::arrived_on_time, Column::item_as_described, Column::customer_service};

constexpr Command all_commands[] = {
    {.name = "check",
     .help = "Print the pass/fail checklist of the account",
     .define = define_check,
     .check_options = check_check,
     .answer = check,
     .formats = text_or_json,
     .counts_only = [](const Options& options) { return options.expect.empty() && !options.advice; },
     .looks_at_one_day = true},
    {.name = "explain",
     .help = "Tell which orders are behind a check and when they leave it, or all about one order",
     .define = define_explain,
     .check_options = check_explain,
     .answer = explain,
     .formats = text_or_json},
    {.name = "compare",
     .help = "Tell what moved each check between two days",
     .define = define_compare,
     .check_options = check_compare,
     .answer = compare,
     .formats = text_or_json,
     .of_whole_account = "compare is"},
    {.name = "deadlines",
     .help = "List what is to be answered and shipped, by the time left, and what hangs on it",
     .define = define_deadlines,
     .check_options = check_deadlines,
     .answer = deadlines,
     .formats = text_or_json,
     .of_whole_account = "deadlines are",
     .also_reads = times_to_respond},
    {.name = "feedback",
     .help = "Sum up the feedback of 30, 90 and 365 days and of all time",
     .define = define_feedback,
     .answer = feedback,
     .formats = text_or_json,
     .of_whole_account = "feedback is",
     .also_reads = buyer_answers},
    {.name = "trend",
     .help = "Show how each check went, day by day, as known then",
     .define = define_trend,
     .check_options = check_trend,
     .answer = trend,
     .formats = text_json_or_csv,
     .counts_only = [](const Options& /*options*/) { return true; }},
    {.name = "forecast",
     .help = "Tell when each check will be fine again, or fail, and what would mend it",
     .define = define_forecast,
     .check_options = check_forecast,
     .answer = forecast,
     .formats = text_or_json,
     .of_whole_account = "forecast is"},
    {.name = "inspect",
     .help = "Tell what each file is, what was understood of it, and what the checks lack",
     .answer = inspect,
     .formats = text_or_json,
     .shows_bad_rows = true},
    {.name = "profile",
     .help = "List the built-in profiles, or print one",
     .define = define_profile,
     .answer_without_exports = profile,
     .formats = text_or_json},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

}  // namespace sellerhealth::cli
