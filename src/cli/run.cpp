#include "cli/run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"
#include "cli/request.hpp"
#include "cli/requested_checks.hpp"
#include "cli/requested_days.hpp"
#include "cli/requested_exports.hpp"
#include "cli/terminal.hpp"
#include "index/message.hpp"
#include "render/progress_line.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth::cli {

namespace {

/// Tells people, or programs (--format json), what went wrong.
class Reporter {
 public:
  explicit Reporter(bool json) : json_{json} {}

  void speak(Language language) { language_ = language; }

  void error(const Diagnostic& fault) const {
    if (json_) {
      std::cerr << render_json(fault);
    } else {
      std::cerr << (fault.file.empty() ? "sellerhealth: " : "") << render_text(fault, language_) << '\n';
    }
  }

  /// JSON output carries its warnings itself.
  void warnings(const std::vector<Diagnostic>& warnings) const {
    if (!json_) {
      for (const Diagnostic& warning : warnings) {
        std::cerr << render_warning(warning, language_);
      }
    }
  }

 private:
  bool json_;
  Language language_ = Language::english;  ///< Until the command line is understood.
};

/// Reads the exports. Meanwhile a line on standard error may say how far that is.
Import import_visibly(const std::vector<Source>& sources, ImportOptions options, const Options& typed) {
  if (typed.progress == "never" || !can_show_progress()) {
    return import_exports(sources, options);
  }
  using std::chrono::steady_clock;
  render::ProgressLine line{language_of(typed)};
  const steady_clock::time_point begin = steady_clock::now();
  options.on_progress = [&](std::int64_t read, std::int64_t total) {
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
    std::cerr << line.at(read, total, elapsed) << std::flush;
  };
  try {
    Import import = import_exports(sources, options);
    std::cerr << line.end();
    return import;
  } catch (...) {
    std::cerr << line.end();
    throw;
  }
}

Instant clock_time() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

/// The first few rows that could not be understood, and how many there are.
void report_bad_rows(const Import& import, const Reporter& reporter) {
  for (const Diagnostic& fault : import.bad_rows) {
    reporter.error(fault);
  }
  reporter.error(index::message_of(
      fact::BadRows{.count = static_cast<std::int64_t>(import.bad_row_count), .shown = std::ssize(import.bad_rows)}));
}

/// Returns whether all was written.
bool print(const std::string& text, const Reporter& reporter) {
  const bool written = write_output(text);
  if (!written) {
    reporter.error({.code = "output_failed", .message = "the output could not be written"});
  }
  return written;
}

ExitCode answer(Options options, Reporter& reporter) {
  check_format(options);
  tell_check_from_path(options);
  reporter.speak(language_of(options));
  static_cast<void>(limit_of(options));
  const Profile profile = profile_of(options);
  check_by(options);
  if (options.command->check_options != nullptr) {
    options.command->check_options(options, profile);
  }
  if (options.command->answer_without_exports != nullptr) {
    const std::string text = options.command->answer_without_exports(options);
    return print(text, reporter) ? ExitCode::pass : ExitCode::internal;
  }
  const std::vector<Source> sources = sources_of(options);
  AssessOptions assess_options = assess_options_of(options);
  ImportOptions import_options = import_options_of(options);
  import_options.standard_input = &std::cin;
  const Instant now = present_of(options, import_options.zone, clock_time());
  check_as_of(options, import_options.zone, now);
  import_options.counts_only = options.command->counts_only != nullptr && options.command->counts_only(options);
  if (options.command->looks_at_one_day) {
    if (const std::optional<Day> as_of = as_of_day_before_reading(options, import_options.zone, now)) {
      import_options.asked_days = days_of_check(profile, *as_of);
    }
  }

  const Import import = import_visibly(sources, import_options, options);
  if (!options.command->shows_bad_rows && import.bad_row_count > 0 && !options.skip_bad_rows) {
    report_bad_rows(import, reporter);
    return ExitCode::bad_input;
  }
  assess_options.as_of = as_of_day(options, import.book, now);
  const Answer answer = options.command->answer({import, profile, assess_options, now}, options);
  reporter.warnings(answer.warnings);
  return print(answer.text, reporter) ? answer.exit_code : ExitCode::internal;
}

/// Before the command line is understood: whether it asks for JSON.
bool asks_for_json(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument{argv[i]};
    if (argument == "--format=json" || (argument == json_format && std::string_view{argv[i - 1]} == "--format")) {
      return true;
    }
  }
  return false;
}

/// "check or inspect".
std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
  }
  return alternatives(names);
}

/// Names what the parser's own words leave out.
std::string usage_message(const CLI::ParseError& error, const CLI::App& app) {
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    // What is neither an option nor the value of one.
    const std::vector<std::string> words = app.remaining();
    const auto first =
        std::find_if(words.begin(), words.end(), [](const std::string& word) { return !word.starts_with('-'); });
    return first == words.end() ? "no command, expected " + command_names()
                                : "found the command \"" + *first + "\", expected " + command_names();
  }
  if (dynamic_cast<const CLI::FileError*>(&error) != nullptr) {
    return std::string{"--config: "} + error.what();
  }
  if (dynamic_cast<const CLI::ConfigError*>(&error) != nullptr) {
    // The parser's sentence ends in the name.
    const std::string sentence = error.what();
    return "--config: there is no option \"" + sentence.substr(sentence.rfind(' ') + 1) + "\"";
  }
  return error.what();
}

/// A variable that is not set, as in --profile "$PROFILE", is not to mean the default.
void refuse_empty_values(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    const std::vector<std::string>& values = option->results();
    if (std::find(values.begin(), values.end(), "") != values.end()) {
      const bool named = !option->get_lnames().empty();
      throw UsageError{(named ? "--" + option->get_lnames().front() : option->get_name(true)) +
                       ": found \"\", expected " + (named ? option->get_type_name() : "a value")};
    }
  }
  for (const CLI::App* subcommand : app.get_subcommands()) {
    refuse_empty_values(*subcommand);
  }
}

}  // namespace

ExitCode run(int argc, const char* const* argv) {
  Reporter reporter{asks_for_json(argc, argv)};
  try {
    Options options;
    CLI::App app;
    define_options(app, options);
    try {
      app.parse(argc, argv);
    } catch (const CLI::Success& help_or_version) {
      std::ostringstream text;
      app.exit(help_or_version, text, text);
      return print(text.str(), reporter) ? ExitCode::pass : ExitCode::internal;
    } catch (const CLI::ParseError& error) {
      throw UsageError{usage_message(error, app) + " (see sellerhealth --help)"};
    }
    refuse_empty_values(app);
    reporter = Reporter{options.format == json_format};
    return answer(std::move(options), reporter);
  } catch (const UsageError& error) {
    reporter.error({.code = "usage", .message = error.what()});
    return ExitCode::usage;
  } catch (const InputError& error) {
    reporter.error(error.fault());
    return ExitCode::bad_input;
  } catch (const std::exception& error) {
    reporter.error({.code = "internal", .message = error.what()});
    return ExitCode::internal;
  }
}

}  // namespace sellerhealth::cli
