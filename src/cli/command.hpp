#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/exit_code.hpp"
#include "sellerhealth/import.hpp"

namespace CLI {
class App;
}

namespace sellerhealth::cli {

/// What a command is asked about: the exports as they were read, and how to look at them.
struct Account {
  const Import& import;
  const Profile& profile;
  const AssessOptions& options;
  Instant now;  ///< The present.
};

struct Answer {
  std::string text;  ///< For standard output, in the format that was asked for.
  ExitCode exit_code = ExitCode::pass;
  std::vector<Diagnostic> warnings;
};

/// One command of the program: sellerhealth NAME.
struct Command {
  const char* name;
  const char* help;  ///< One line.
  /// Defines the options that only this command has, if it has any.
  void (*define)(CLI::App& command, Options& options) = nullptr;
  /// Throws UsageError for values of those that make no sense, before any file is read.
  void (*check_options)(const Options& options, const Profile& profile) = nullptr;
  Answer (*answer)(const Account& account, const Options& options) = nullptr;
  /// For a command that reads no exports, in place of `answer`.
  std::string (*answer_without_exports)(const Options& options) = nullptr;
  std::span<const std::string_view> formats;  ///< Values of --format.
  const char* of_whole_account = nullptr;     ///< "forecast is": it refuses --by.
  std::span<const Column> also_reads = {};    ///< Columns that no metric uses: see ImportOptions::also_read.
  /// Whether only numbers are asked for: see ImportOptions::counts_only. Not given: no.
  bool (*counts_only)(const Options& options) = nullptr;
  bool looks_at_one_day = false;  ///< And only those that days_of_check() are asked for.
  bool shows_bad_rows = false;  ///< Its answer tells of rows that could not be understood; for others they end the run.
};

/// All commands, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

}  // namespace sellerhealth::cli
