#include <algorithm>
#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/slow_facts.hpp"
#include "support/trial.hpp"

// How the rows are laid out in files changes nothing.

namespace sellerhealth::support {
namespace {

struct Trial {
  Account account;
  std::string zone;
  std::vector<Check> checks;
  Rules rules;
  std::vector<AssessOptions> options;

  [[nodiscard]] std::string summary(const OrderBook& book) const {
    std::string text;
    for (const AssessOptions& each : options) {
      text += describe(each, {}, zone) + "\n" + summary_of(assess(book, profile_of(checks, rules), each));
    }
    return text;
  }
};

Trial trial_of(std::uint64_t run) {
  Dice dice(run);
  const AccountRecipe recipe = recipe_of(run);
  Trial trial{generate_account(recipe), recipe.zone, some_checks(dice), some_rules(dice), {}};
  const Window& asked = trial.checks.front().window;
  for (const Day as_of : telling_days(trial.account, trial.zone, asked.days, asked.lag_days, dice.next(), 6)) {
    trial.options.push_back(some_options(dice, trial.account, as_of));
  }
  return trial;
}

Account shuffled(Account account, Dice& dice) {
  for (Export& file : account.exports) {
    dice.shuffle(file.rows);
    const std::vector<std::string> old_columns = file.columns;
    dice.shuffle(file.columns);
    for (auto& row : file.rows) {
      std::vector<std::string> cells;
      for (const std::string& column : file.columns) {
        const auto position = std::find(old_columns.begin(), old_columns.end(), column) - old_columns.begin();
        cells.push_back(row[static_cast<std::size_t>(position)]);
      }
      row = cells;
    }
  }
  dice.shuffle(account.exports);
  return account;
}

/// Deals the rows of each export out to several with the same columns.
Account split(const Account& account, Dice& dice) {
  Account parts;
  for (const Export& file : account.exports) {
    std::vector<Export> dealt(static_cast<std::size_t>(dice.between(1, 3)), Export{file.kind, file.columns, {}});
    for (const auto& row : file.rows) {
      dealt[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(dealt.size())))].rows.push_back(row);
    }
    // The same content is read once, but rows without an id count each.
    const std::size_t before = parts.exports.size();
    bool repeats = false;
    for (const Export& part : dealt) {
      repeats = repeats || std::count(parts.exports.begin(), parts.exports.end(), part) != 0;
      parts.exports.push_back(part);
    }
    if (repeats) {
      parts.exports.resize(before);
      parts.exports.push_back(file);
    }
  }
  return parts;
}

}  // namespace

TEST_CASE("the order of rows, columns and files changes nothing") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    const Trial trial = trial_of(run);
    Dice dice(run);
    const Account other = shuffled(trial.account, dice);
    CAPTURE(run, trial.zone);
    REQUIRE(trial.summary(read_account(trial.account, trial.zone, all_in(trial.account, Format::comma))) ==
            trial.summary(read_account(other, trial.zone, all_in(other, Format::comma))));
  }
}

TEST_CASE("the format of the files changes nothing") {
  for (std::uint64_t run = 0; run < runs(30); ++run) {
    const Trial trial = trial_of(run);
    const std::string expected =
        trial.summary(read_account(trial.account, trial.zone, all_in(trial.account, Format::comma)));
    for (std::size_t format = 1; format < format_count; ++format) {
      CAPTURE(run, trial.zone, name_of(static_cast<Format>(format)));
      REQUIRE(expected == trial.summary(read_account(trial.account, trial.zone,
                                                     all_in(trial.account, static_cast<Format>(format)))));
    }
  }
}

TEST_CASE("one JSON document says what a file for each kind says") {
  for (std::uint64_t run = 0; run < runs(30); ++run) {
    Trial trial = trial_of(run);
    std::vector<Export> one_of_each_kind;
    for (const Export& file : trial.account.exports) {
      if (!file.rows.empty() && !has_kind({one_of_each_kind}, file.kind)) {
        one_of_each_kind.push_back(file);
      }
    }
    trial.account.exports = one_of_each_kind;
    for (AssessOptions& options : trial.options) {
      options.none.clear();
    }
    CAPTURE(run, trial.zone);
    REQUIRE(trial.summary(read_account(trial.account, trial.zone, all_in(trial.account, Format::comma))) ==
            trial.summary(read_texts({json_object_of(one_of_each_kind)}, trial.zone)));
  }
}

TEST_CASE("dealing the rows of an export out to several changes nothing when the end of the data is stated") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Trial trial = trial_of(run);
    Dice dice(run);
    for (AssessOptions& options : trial.options) {
      // Each part has its own end, so an order's own file may end earlier.
      options.data_through = options.as_of - std::chrono::days{dice.between(0, 5)};
    }
    const Account parts = split(trial.account, dice);
    CAPTURE(run, trial.zone);
    REQUIRE(trial.summary(read_account(trial.account, trial.zone, all_in(trial.account, Format::comma))) ==
            trial.summary(read_account(parts, trial.zone, some_formats(parts, run))));
  }
}

}  // namespace sellerhealth::support
