#include "cli/options.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "sellerhealth/version.hpp"

namespace sellerhealth::cli {

namespace {

constexpr const char* description =
    "Judges a marketplace seller's account from the seller's own exports: which targets are met, by how much,\n"
    "and what is missing to know. Offline; the files stay where they are.";

constexpr const char* examples =
    "Examples:\n"
    "  sellerhealth check orders.csv feedback.csv           the checklist as of today\n"
    "  sellerhealth check exports/                          every export in a directory\n"
    "  sellerhealth check exports/ --as-of 2026-10-01 --tz Europe/Paris\n"
    "  sellerhealth check all-orders.txt --none claims,chargebacks --assume-cancelled-by seller\n"
    "  sellerhealth check exports/ --format json | jq -r '.checks[] | [.id, .verdict] | @tsv'\n"
    "  sellerhealth explain order_defect_rate exports/      which orders are behind it, and when they leave\n"
    "  sellerhealth explain --order 111-1234567-1234567 exports/\n"
    "  sellerhealth compare --since 2026-09-01 exports/     what moved each check since then\n"
    "  sellerhealth trend exports/                          how each check went, day by day\n"
    "  sellerhealth deadlines exports/                      what is to be answered and shipped first\n"
    "  sellerhealth feedback feedback.csv                   what buyers think\n"
    "  sellerhealth forecast exports/                       when it will be fine again, and what would mend it\n"
    "  sellerhealth inspect exports/                        what each file is, and what it lacks\n"
    "\n"
    "Exit codes:\n"
    "  0  every check that could be judged passes       3  bad input: nothing was judged\n"
    "  1  a check fails                                 4  a check is open, or nothing could be judged\n"
    "  2  wrong usage                                   5  the output could not be written\n";

/// Shows the common options, which belong to the program, in the help of each command too.
class HelpFormatter final : public CLI::Formatter {
 public:
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override {
    return app->get_parent() == nullptr ? CLI::Formatter::make_subcommands(app, mode)
                                        : make_groups(app->get_parent(), mode);
  }
};

void define_inputs(CLI::App& app, Options& options) {
  constexpr const char* group = "Inputs";
  for (const Kind kind : all_kinds) {
    const std::string name{name_of(kind)};
    add_list(app, ("--" + name).c_str(), options.paths_of_kind[static_cast<std::size_t>(kind)],
             ("Read FILE as an export of " + name + "").c_str())
        ->type_name("FILE")
        ->group(group);
  }
  app.add_option("--date-order", options.date_order, "Of dates such as 04/05/2026: dmy, mdy or ymd [told by the files]")
      ->type_name("ORDER")
      ->group(group);
  app.add_option("--encoding", options.encoding,
                 "Of files without byte order mark, e.g. Shift_JIS [UTF-8, else Windows-1252]")
      ->type_name("NAME")
      ->group(group);
  add_list(app, "--column", options.column, "What a header means, e.g. orders.order-id=pedido")
      ->type_name("KIND.COLUMN=HEADER")
      ->group(group);
  add_list(app, "--value", options.value,
           "How a value is spelled too, e.g. orders.order-status.shipped=sent,dispatched")
      ->type_name("KIND.COLUMN.VALUE=TEXT")
      ->group(group);
  add_list(app, "--where", options.where,
           "Only orders with one of the values in the column, e.g. sales-channel=Amazon.fr")
      ->type_name("COLUMN=VALUE[,VALUE]")
      ->group(group);
  app.add_option("--by", options.by, "Judge each value of a column by itself too, e.g. product-category or seller-id")
      ->type_name("COLUMN")
      ->group(group);
  app.add_flag("--skip-bad-rows", options.skip_bad_rows, "Leave out rows that cannot be understood, and count them")
      ->group(group);
  app.add_option("--threads", options.threads, "How many to read with; the answer is the same [all]")
      ->type_name("N")
      ->group(group);
}

void define_time(CLI::App& app, Options& options) {
  constexpr const char* group = "Time";
  app.add_option("--as-of", options.as_of,
                 "The beginning of this day, as known then; latest: the day after the last order [today]")
      ->type_name("DAY|latest")
      ->group(group);
  app.add_option("--tz", options.tz, "Time zone of days, and of times without offset [UTC]")
      ->type_name("AREA/CITY")
      ->group(group);
  app.add_option("--data-through", options.data_through, "The exports are complete to the end of this day")
      ->type_name("DAY")
      ->group(group);
  app.add_flag("--hindsight", options.hindsight, "Take everything in the files as known on the as-of day")
      ->group(group);
}

void define_checks(CLI::App& app, Options& options) {
  constexpr const char* group = "Checks";
  std::string names;
  for (const BuiltInProfile& profile : built_in_profiles()) {
    names += std::string{profile.name} + ", ";
  }
  app.add_option("--profile", options.profile,
                 "The marketplace's rules: " + names + "or a JSON file of your own [" +
                     std::string{built_in_profiles().front().name} + "]")
      ->type_name("NAME|FILE")
      ->group(group);
  app.add_option("--days", options.days, "Window of every rate, in days")->type_name("N")->group(group);
  app.add_option("--lag", options.lag, "Days between the window of every rate and the as-of day")
      ->type_name("N")
      ->group(group);
  add_list(app, "--window", options.window, "Window of one check, e.g. late_shipment_rate=30/0")
      ->type_name("CHECK=DAYS/LAG")
      ->group(group);
  add_list(app, "--target", options.target, "Target of one check, e.g. 'cancellation_rate=< 2%'")
      ->type_name("CHECK=TARGET")
      ->group(group);
  add_list(app, "--only", options.only, "Make only these checks")
      ->delimiter(',')
      ->type_name("CHECK[,CHECK]")
      ->group(group);
  add_list(app, "--skip", options.skip, "Leave out these checks")
      ->delimiter(',')
      ->type_name("CHECK[,CHECK]")
      ->group(group);
  add_list(app, "--none", options.none, "There are no claims, chargebacks …: count them as none instead of unknown")
      ->delimiter(',')
      ->type_name("KIND[,KIND]")
      ->group(group);
  app.add_option("--assume-cancelled-by", options.assume_cancelled_by,
                 "Who cancelled, where no export says: seller, buyer or marketplace")
      ->type_name("WHO")
      ->group(group);
}

void define_verdict(CLI::App& app, Options& options) {
  constexpr const char* group = "Verdict (of check)";
  app.add_flag("--strict", options.strict, "Exit 4 when a check has no data, or its window is not covered")
      ->group(group);
  app.add_flag("--allow-undetermined", options.allow_undetermined, "Exit 0 when nothing fails")->group(group);
  app.add_option("--max-age", options.max_age,
                 "Exit 4 when the orders exports end more than this many days before the "
                 "as-of day")
      ->type_name("DAYS")
      ->group(group);
}

void define_output(CLI::App& app, Options& options) {
  constexpr const char* group = "Output";
  app.add_option("--format", options.format, "text for people; json or, of a trend, csv: stable formats [text]")
      ->type_name("FORMAT")
      ->group(group);
  app.add_option("--color", options.color, "auto (on a terminal), always or never [auto]")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->group(group);
  app.add_option("--progress", options.progress,
                 "auto (a line on a terminal, while reading takes over a second) or never [auto]")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "never"}).description(""))
      ->group(group);
  app.add_option("--lang", options.lang, "Language of text: en or fr [that of the locale, else en]")
      ->type_name("LANG")
      ->group(group);
}

void define_command(CLI::App& app, Options& options, const Command& command) {
  CLI::App* subcommand = app.add_subcommand(command.name, command.help)->fallthrough();
  subcommand->set_help_flag("-h,--help", "Print this help")->group("");
  if (command.define != nullptr) {
    command.define(*subcommand, options);
  }
  if (command.answer != nullptr) {
    subcommand->add_option("FILES", options.paths, "Exports, directories of exports, or - for standard input")
        ->type_name("");
  }
  subcommand->callback([&options, &command] { options.command = &command; });
}

}  // namespace

CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* help) {
  return app.add_option(name, values, help)
      ->type_size(1)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void define_options(CLI::App& app, Options& options) {
  app.name("sellerhealth");
  app.description(description);
  app.footer(examples);
  app.formatter(std::make_shared<HelpFormatter>());
  app.get_formatter()->column_width(34);
  app.set_help_flag("-h,--help", "Print this help")->group("General");
  app.set_version_flag("--version", "sellerhealth " + std::string{version()})
      ->description("Print the version")
      ->group("General");
  app.set_config("--config", "", "Read options from a TOML or INI file, e.g. tz = \"Europe/Paris\"")
      ->type_name("FILE")
      ->group("General");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.require_subcommand(1);
  define_inputs(app, options);
  define_time(app, options);
  define_checks(app, options);
  define_verdict(app, options);
  define_output(app, options);
  for (const Command& command : commands()) {
    define_command(app, options, command);
  }
}

}  // namespace sellerhealth::cli
