#include "support/agreement.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

#include "support/dice.hpp"
#include "support/slow_calendar.hpp"

namespace sellerhealth::support {
namespace {

/// A directory of its own that is gone afterwards.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("sellerhealth-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string to_text(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "null"; }

/// Collects lines "check: what: actual, expected".
class Comparison {
 public:
  template <typename Value>
  void same(const std::string& what, const Value& actual, const Value& expected,
            const std::function<std::string(const Value&)>& text) {
    if (actual != expected) {
      lines_.push_back(what + ": the program says " + text(actual) + ", the oracle " + text(expected));
    }
  }
  void same(const std::string& what, const std::optional<std::int64_t>& actual,
            const std::optional<std::int64_t>& expected) {
    same<std::optional<std::int64_t>>(what, actual, expected, [](const auto& number) { return to_text(number); });
  }
  void same(const std::string& what, Verdict actual, Verdict expected) {
    same<Verdict>(what, actual, expected, [](const Verdict& verdict) { return std::string(name_of(verdict)); });
  }
  void same(const std::string& what, Day actual, Day expected) {
    same<Day>(what, actual, expected, [](const Day& day) { return support::to_text(day); });
  }
  void add(const std::string& line) { lines_.push_back(line); }

  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

void compare(const CheckResult& actual, const ExpectedCheck& expected, Comparison& comparison) {
  const std::string& id = expected.id;
  comparison.same(id + ": first day", actual.first_day, expected.first_day);
  comparison.same(id + ": last day", actual.last_day, expected.last_day);
  comparison.same(id + ": checked", std::optional<std::int64_t>(actual.checked ? 1 : 0),
                  std::optional<std::int64_t>(expected.checked ? 1 : 0));
  comparison.same(id + ": known", actual.known, expected.known);
  comparison.same(id + ": possible", actual.possible, expected.possible);
  comparison.same(id + ": denominator", actual.denominator, expected.denominator);
  comparison.same(id + ": verdict", actual.verdict, expected.verdict);
  if (expected.covered) {
    comparison.same(id + ": covered", std::optional<std::int64_t>(actual.covered ? 1 : 0),
                    std::optional<std::int64_t>(*expected.covered ? 1 : 0));
  }
  for (const auto& [name, value] : expected.components) {
    bool found = false;
    for (const Component& component : actual.components) {
      if (component.name == name) {
        found = true;
        comparison.same(id + ": component " + name, component.value, value);
      }
    }
    if (!found) {
      comparison.add(id + ": there is no component " + name);
    }
  }
}

Account without_rows(Account account, std::size_t file, std::size_t first, std::size_t count) {
  auto& rows = account.exports[file].rows;
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
  rows.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
  return account;
}

Account without_column(Account account, std::size_t file, std::size_t column) {
  Export& changed = account.exports[file];
  changed.columns.erase(changed.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (auto& row : changed.rows) {
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
  }
  return account;
}

}  // namespace

Formats some_formats(const Account& account, std::uint64_t seed) {
  Dice dice(seed);
  Formats formats;
  for (const Export& file : account.exports) {
    const auto format = static_cast<Format>(dice.below(format_count));
    formats.push_back(fits(file, format) ? format : Format::comma);
  }
  return formats;
}

Formats all_in(const Account& account, Format format) {
  Formats formats;
  for (const Export& file : account.exports) {
    formats.push_back(fits(file, format) ? format : Format::comma);
  }
  return formats;
}

OrderBook read_texts(const std::vector<std::string>& texts, const std::string& zone, ImportOptions options) {
  const TemporaryDirectory directory;
  std::vector<Source> sources;
  for (const std::string& text : texts) {
    // Nothing may be guessed from a file's name.
    const std::filesystem::path path = directory.path() / ("export-" + std::to_string(sources.size()));
    std::ofstream(path, std::ios::binary) << text;
    sources.push_back({path.string(), std::nullopt});
  }
  options.zone = TimeZone::find(zone).value();
  Import import = import_exports(sources, options);
  if (import.bad_row_count != 0) {
    throw std::runtime_error("a generated row was not understood: " + to_string(import.bad_rows.front()));
  }
  return std::move(import.book);
}

OrderBook read_account(const Account& account, const std::string& zone, const Formats& formats,
                       const ImportOptions& options) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < account.exports.size(); ++i) {
    texts.push_back(text_of(account.exports[i], formats[i]));
  }
  return read_texts(texts, zone, options);
}

std::vector<std::string> disagreements(const Assessment& actual, const ExpectedAssessment& expected) {
  Comparison comparison;
  comparison.same("checks", static_cast<std::int64_t>(actual.checks.size()),
                  static_cast<std::int64_t>(expected.checks.size()));
  for (std::size_t i = 0; i < std::min(actual.checks.size(), expected.checks.size()); ++i) {
    if (actual.checks[i].check.id != expected.checks[i].id) {
      comparison.add("check " + std::to_string(i) + " is " + actual.checks[i].check.id + ", not " +
                     expected.checks[i].id);
      continue;
    }
    compare(actual.checks[i], expected.checks[i], comparison);
  }
  comparison.same("verdict", actual.verdict, expected.verdict);
  comparison.same("exit code", std::optional<std::int64_t>(static_cast<int>(actual.exit_code)),
                  std::optional<std::int64_t>(expected.exit_code));
  for (const auto& [kind, read] : expected.rows_read) {
    std::int64_t found = 0;
    for (const LedgerLine& line : actual.ledger.by_kind) {
      found += line.kind == kind ? line.read : 0;
    }
    comparison.same("ledger: " + std::string(name_of(kind)) + " read", std::optional(found), std::optional(read));
  }
  return comparison.lines();
}

std::string summary_of(const Assessment& assessment) {
  std::ostringstream text;
  for (const CheckResult& check : assessment.checks) {
    text << check.check.id << ": " << name_of(check.verdict) << ", " << to_text(check.known) << " to "
         << to_text(check.possible) << " of " << to_text(check.denominator) << (check.covered ? "" : ", not covered");
    for (const Component& component : check.components) {
      text << ", " << component.name << ' ' << to_text(component.value);
    }
    text << '\n';
  }
  text << name_of(assessment.verdict) << ", exit code " << static_cast<int>(assessment.exit_code) << '\n';
  return text.str();
}

std::uint64_t runs(std::uint64_t usual) {
  const char* stated = std::getenv("SELLERHEALTH_PROPERTY_RUNS");
  return stated == nullptr ? usual : std::strtoull(stated, nullptr, 10);
}

Account shrink(Account account, const Holds& holds) {
  bool smaller = true;
  const auto try_with = [&](const Account& candidate) {
    try {
      if (holds(candidate)) {
        return false;
      }
    } catch (const std::exception&) {
      return false;
    }
    account = candidate;
    smaller = true;
    return true;
  };
  while (smaller) {
    smaller = false;
    for (std::size_t file = account.exports.size(); file-- > 0;) {
      Account without = account;
      without.exports.erase(without.exports.begin() + static_cast<std::ptrdiff_t>(file));
      if (try_with(without)) {
        continue;
      }
      for (std::size_t size = account.exports[file].rows.size(); size > 0; size /= 2) {
        for (std::size_t first = account.exports[file].rows.size(); first >= size;) {
          first -= size;
          try_with(without_rows(account, file, first, size));
        }
      }
      for (std::size_t column = account.exports[file].columns.size(); column-- > 0;) {
        try_with(without_column(account, file, column));
      }
    }
  }
  return account;
}

std::string describe(const Account& account) {
  std::string text;
  for (const Export& file : account.exports) {
    text += "--- " + std::string(name_of(file.kind)) + "\n" + text_of(file, Format::comma);
  }
  return text;
}

std::string describe(const AssessOptions& options, const std::vector<Check>& checks, const std::string& zone,
                     const Rules& rules) {
  std::string text = "--as-of " + support::to_text(options.as_of) + " --tz " + zone;
  for (const Kind kind : options.none) {
    text += " --none " + std::string(name_of(kind));
  }
  if (options.assume_cancelled_by) {
    constexpr const char* names[] = {"seller", "marketplace", "buyer"};
    text += std::string(" --assume-cancelled-by ") + names[static_cast<std::size_t>(*options.assume_cancelled_by)];
  }
  text += options.hindsight ? " --hindsight" : "";
  text += options.data_through ? " --data-through " + support::to_text(*options.data_through) : "";
  text += options.strict ? " --strict" : "";
  text += options.allow_undetermined ? " --allow-undetermined" : "";
  for (const Check& check : checks) {
    text +=
        " --window " + check.id + "=" + std::to_string(check.window.days) + "/" + std::to_string(check.window.lag_days);
    text += check.fulfillment ? " (" + std::string(name_of(*check.fulfillment)) + ")" : "";
    text += check.minimum_orders > 0 ? " (minimum " + std::to_string(check.minimum_orders) + ")" : "";
    text += check.count_floor ? " (below " + std::to_string(check.count_floor->below) + " at most " +
                                    std::to_string(check.count_floor->at_most) + ")"
                              : "";
  }
  text += rules.every_claim_counts ? ", every claim counts" : "";
  text += rules.partial_cancellations_count ? ", partial cancellations count" : "";
  text += rules.late_after_days > 0 ? ", late after " + std::to_string(rules.late_after_days) + " days" : "";
  text += rules.overdue_counts ? "" : ", overdue does not count";
  return text;
}

}  // namespace sellerhealth::support
