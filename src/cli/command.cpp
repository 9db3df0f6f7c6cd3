#include "cli/command.hpp"

#include <utility>

#include "cli/terminal.hpp"
#include "sellerhealth/inspection.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth::cli {

namespace {

void define_nothing(CLI::App& /*command*/, Options& /*options*/) {}

Answer check(const Account& account, const Options& options) {
  Assessment assessment = assess(account.import.book, account.profile, account.options);
  return {
      options.format == json_format ? render_json(assessment) : render_text(assessment, output_style(options.color)),
      assessment.exit_code, std::move(assessment.warnings)};
}

Answer inspect(const Account& account, const Options& options) {
  const Inspection inspection =
      sellerhealth::inspect(account.import, assess(account.import.book, account.profile, account.options));
  const bool good = inspection.bad_row_count == 0 || options.skip_bad_rows;
  return {options.format == json_format ? render_json(inspection) : render_text(inspection),
          good ? ExitCode::pass : ExitCode::bad_input, inspection.assessment.warnings};
}

constexpr Command all_commands[] = {
    {.name = "check",
     .help = "Print the pass/fail checklist of the account",
     .define = define_nothing,
     .answer = check},
    {.name = "inspect",
     .help = "Tell what each file is, what was understood of it, and what the checks lack",
     .define = define_nothing,
     .answer = inspect,
     .shows_bad_rows = true},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

}  // namespace sellerhealth::cli
