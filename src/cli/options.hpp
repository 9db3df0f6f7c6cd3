#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/columns.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sellerhealth::cli {

struct Command;

/// The values of --format: for people, for programs, and for spreadsheets.
inline constexpr std::string_view text_format = "text";
inline constexpr std::string_view json_format = "json";
inline constexpr std::string_view csv_format = "csv";

/// What was typed, before it is understood (see request.hpp and requested_*.hpp). A field stands for the option of its
/// name.
struct Options {
  const Command* command = nullptr;

  std::vector<std::string> paths;
  /// Files whose kind was stated: --orders, --feedback …
  std::vector<std::vector<std::string>> paths_of_kind = std::vector<std::vector<std::string>>(all_kinds.size());
  std::string date_order;
  std::string encoding;
  std::vector<std::string> column;
  std::vector<std::string> value;
  std::vector<std::string> where;
  std::string by;
  bool skip_bad_rows = false;
  std::string threads;

  std::string as_of = "today";
  std::string tz = "UTC";
  std::string data_through;
  bool hindsight = false;

  std::string profile;
  std::string days;
  std::string lag;
  std::vector<std::string> window;
  std::vector<std::string> target;
  std::vector<std::string> only;
  std::vector<std::string> skip;

  std::vector<std::string> none;
  std::string assume_cancelled_by;

  bool strict = false;
  bool allow_undetermined = false;
  std::string max_age;

  std::vector<std::string> expect;
  bool advice = false;

  std::string metric;
  std::string order;
  std::string since;
  std::string until;
  std::string limit;
  std::string from;
  std::string to;
  std::string every = "day";
  std::string shown_profile;  ///< Of the command profile.
  std::string horizon;
  std::vector<std::string> assume_won;
  std::string add_defects;
  std::vector<std::string> without;

  std::string now;
  std::string within;
  bool complete_feedback = false;

  std::string format = "text";
  std::string color = "auto";
  std::string lang;
  std::string progress = "auto";
};

/// Defines an option that takes one value at a time and may be repeated, so that it never swallows the files after it.
CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* help);

/// Defines every command and option on `app`: the one table that parsing and help come from.
void define_options(CLI::App& app, Options& options);

}  // namespace sellerhealth::cli
