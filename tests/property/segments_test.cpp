#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sellerhealth/trend.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/specimen.hpp"
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

bool has_anything(const CheckResult& check) {
  return check.denominator.value_or(0) > 0 || check.possible.value_or(0) > 0;
}

/// The checks that a split shows, without the verdict on all of them.
Assessment shown(const Assessment& filtered) {
  Assessment part;
  std::copy_if(filtered.checks.begin(), filtered.checks.end(), std::back_inserter(part.checks),
               [](const CheckResult& check) { return check.checked && has_anything(check); });
  return part;
}

/// Everything about a check of a segment, and of which.
std::string all_of(const CheckResult& check) {
  Assessment one;
  one.checks = {check};
  const std::optional<Segment>& segment = check.segment;
  return (segment ? segment->value.value_or("none") + ", " + std::to_string(segment->bad) + " of " +
                        std::to_string(segment->bad_of_all)
                  : "whole account") +
         ": " + summary_of(one);
}

/// What a check that is split shows of one day of a trend: segments with something in their windows, and of a seller
/// who has anything everything. In no order.
std::vector<std::string> shown_of(const Trend& trend, std::size_t day, bool by_seller) {
  std::vector<std::string> lines;
  for (const CheckTrend& line : trend.checks) {
    const CheckResult& point = line.points.at(day);
    const bool shown =
        by_seller ? std::any_of(trend.checks.begin(), trend.checks.end(),
                                [&](const CheckTrend& other) {
                                  const CheckResult& of_other = other.points.at(day);
                                  return of_other.segment->value == point.segment->value && has_anything(of_other);
                                })
                  : !point.segment || (point.checked && has_anything(point));
    if (shown) {
      lines.push_back(all_of(point));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> lines_of(const Assessment& assessment) {
  std::vector<std::string> lines;
  std::transform(assessment.checks.begin(), assessment.checks.end(), std::back_inserter(lines), all_of);
  return lines;
}

/// Of the last day of a trend, in its order, what the assessment of that day shows.
std::vector<std::string> in_order(const Trend& trend, const std::vector<std::string>& shown) {
  std::vector<std::string> lines;
  for (const CheckTrend& line : trend.checks) {
    if (std::string text = all_of(line.points.back()); std::count(shown.begin(), shown.end(), text) > 0) {
      lines.push_back(std::move(text));
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("the trend of each segment says of every day what a check that is split says as of that day") {
  std::size_t compared = 0;
  for (std::uint64_t run = 0; run < runs(12); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    const std::vector<AssessOptions> questions = specimen.questions(3);
    const std::vector<Column> columns = columns_to_split_by(specimen.account);
    if (questions.empty() || columns.empty()) {
      continue;
    }
    AssessOptions options =
        *std::max_element(questions.begin(), questions.end(),
                          [](const AssessOptions& a, const AssessOptions& b) { return a.as_of < b.as_of; });
    const Day last = options.as_of;
    // There is no seller-id in these exports; any other column can stand for it.
    const Column column = columns.at(run % columns.size());
    for (const bool by_seller : {false, true}) {
      ImportOptions import_options;
      import_options.segment_by = by_seller ? Column::seller_id : column;
      if (by_seller) {
        import_options.columns = {
            {.kind = Kind::orders, .column = Column::seller_id, .header = std::string{name_of(column)}}};
      }
      const OrderBook split = specimen.read(specimen.account, import_options);
      options.as_of = last;
      const Trend trend = sellerhealth::trend(split, specimen.profile, options);
      for (std::size_t day = 0; day < trend.days.size(); ++day) {
        options.as_of = trend.days[day];
        std::vector<std::string> fresh = lines_of(assess(split, specimen.profile, options));
        CAPTURE(run, name_of(column), by_seller, specimen.describe(options));
        if (options.as_of == last) {
          REQUIRE(in_order(trend, fresh) == fresh);
        }
        std::sort(fresh.begin(), fresh.end());
        REQUIRE(shown_of(trend, day, by_seller) == fresh);
        compared += fresh.size();
      }
    }
  }
  CHECK(compared > 10'000);
}

TEST_CASE("a segment has the figures of an account that is restricted to it") {
  std::size_t compared = 0;
  for (std::uint64_t run = 0; run < runs(40); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    // A filter leaves violations alone: they name no order.
    std::erase_if(specimen.profile.checks,
                  [](const Check& check) { return check.metric == Metric::policy_violations; });
    const std::vector<AssessOptions> questions = specimen.questions(1);
    for (const Column column : columns_to_split_by(specimen.account)) {
      const OrderBook split = specimen.read(specimen.account, {.segment_by = column});
      for (const AssessOptions& options : questions) {
        const Assessment whole = assess(split, specimen.profile, options);
        for (const std::string& value : split.segments()) {
          const OrderBook restricted = specimen.read(specimen.account, {.filters = {{column, {value}}}});
          CAPTURE(run, name_of(column), value, specimen.describe(options));
          REQUIRE(summary_of(segment_of(whole, value)) ==
                  summary_of(shown(assess(restricted, specimen.profile, options))));
          ++compared;
        }
      }
    }
  }
  CHECK(compared > 100);
}

}  // namespace sellerhealth::support
