#include <algorithm>
#include <iterator>
#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

/// The columns of the orders exports that the account could be split by.
std::vector<Column> columns_to_split_by(const Account& account) {
  std::vector<Column> columns;
  for (const Column column : {Column::sales_channel, Column::product_category, Column::sku}) {
    if (std::any_of(account.exports.begin(), account.exports.end(), [&](const Export& file) {
          return file.kind == Kind::orders && has_column(file, name_of(column));
        })) {
      columns.push_back(column);
    }
  }
  return columns;
}

/// The checks of one segment, as a run over nothing else would have made them.
Assessment segment_of(const Assessment& split, const std::string& value) {
  Assessment part;
  for (CheckResult check : split.checks) {
    if (check.segment && check.segment->value == value) {
      check.segment.reset();
      part.checks.push_back(check);
    }
  }
  return part;
}

/// The checks that a split shows, without the verdict on all of them.
Assessment shown(const Assessment& filtered) {
  Assessment part;
  std::copy_if(filtered.checks.begin(), filtered.checks.end(), std::back_inserter(part.checks),
               [](const CheckResult& check) {
                 return check.checked && (check.denominator.value_or(0) > 0 || check.possible.value_or(0) > 0);
               });
  return part;
}

}  // namespace

TEST_CASE("a segment has the figures of an account that is restricted to it") {
  std::size_t compared = 0;
  for (std::uint64_t run = 0; run < runs(40); ++run) {
    Dice dice(run);
    const AccountRecipe recipe = recipe_of(run);
    const Account account = generate_account(recipe);
    std::vector<Check> checks = some_checks(dice);
    const Rules rules = some_rules(dice);
    // A filter leaves violations alone: they name no order.
    std::erase_if(checks, [](const Check& check) { return check.metric == Metric::policy_violations; });
    const Window& asked = checks.front().window;
    const std::vector<Day> days = telling_days(account, recipe.zone, asked.days, asked.lag_days, dice.next(), 1);
    for (const Column column : columns_to_split_by(account)) {
      const OrderBook split =
          read_account(account, recipe.zone, all_in(account, Format::comma), {.segment_by = column});
      for (const Day as_of : days) {
        const AssessOptions options = some_options(dice, account, as_of);
        const Assessment whole = assess(split, profile_of(checks, rules), options);
        for (const std::string& value : split.segments()) {
          const OrderBook restricted =
              read_account(account, recipe.zone, all_in(account, Format::comma), {.filters = {{column, {value}}}});
          CAPTURE(run, name_of(column), value, describe(options, checks, recipe.zone, rules));
          REQUIRE(summary_of(segment_of(whole, value)) ==
                  summary_of(shown(assess(restricted, profile_of(checks, rules), options))));
          ++compared;
        }
      }
    }
  }
  CHECK(compared > 100);
}

}  // namespace sellerhealth::support
