#include "sellerhealth/trend.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "insight/segment_trends.hpp"
#include "metric/tally.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"
#include "verdict/assess.hpp"
#include "verdict/coverage.hpp"
#include "verdict/judge.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth {

namespace {

/// In the order of the Step enumeration.
constexpr std::array<std::string_view, 3> step_names{"day", "week", "month"};

Day first_day(const OrderBook& book, const verdict::Coverage& coverage, const std::optional<Day>& from, Day last) {
  if (from) {
    if (*from > last) {
      throw UsageError{"--from: found " + util::quoted(util::iso_date(*from)) +
                       ", expected no day after the last one, " + util::iso_date(last)};
    }
    return *from;
  }
  const std::optional<Day> placed = coverage.beginning(metric::Subject::message, last).day;
  const std::optional<Day> begin = placed ? placed : verdict::first_day_of(book, Kind::violations);
  return begin ? std::min(*begin + std::chrono::days{1}, last) : last;
}

bool is_shown(Day day, Step every) {
  switch (every) {
    case Step::day:
      return true;
    case Step::week:
      return std::chrono::weekday{day} == std::chrono::Monday;
    case Step::month:
      break;
  }
  return std::chrono::year_month_day{day}.day() == std::chrono::day{1};
}

std::vector<Day> days_between(Day first, Day last, Step every) {
  std::vector<Day> days;
  for (Day day = first; day < last; day += std::chrono::days{1}) {
    if (is_shown(day, every)) {
      days.push_back(day);
    }
  }
  days.push_back(last);
  return days;
}

}  // namespace

std::string_view name_of(Step step) { return step_names[static_cast<std::size_t>(step)]; }

std::optional<Step> find_step(std::string_view name) {
  const auto* const found = std::find(step_names.begin(), step_names.end(), name);
  return found == step_names.end() ? std::nullopt : std::optional{static_cast<Step>(found - step_names.begin())};
}

Trend trend(const OrderBook& book, const Profile& profile, const AssessOptions& options,
            const TrendOptions& trend_options) {
  const verdict::Coverage coverage{book, options.hindsight};
  const Day first = first_day(book, coverage, trend_options.from, options.as_of);
  const metric::DayRange range{first, options.as_of + std::chrono::days{1}};
  const verdict::Outlook outlook = verdict::outlook(book, profile, options, range);
  const std::vector<metric::Tally> tallies = metric::tally(book, outlook.history, outlook.given, outlook.checks, range);

  Trend trend;
  trend.options = trend_options;
  trend.days = days_between(first, options.as_of, trend_options.every);
  for (std::size_t i = 0; i < outlook.checks.size(); ++i) {
    CheckTrend& line = trend.checks.emplace_back(CheckTrend{.check = outlook.checks[i], .points = {}});
    line.points.reserve(trend.days.size());
    for (const Day day : trend.days) {
      line.points.push_back(verdict::judge(book, line.check, outlook.given, tallies[i].at(day), day));
      coverage.mark({&line.points.back(), 1}, day);
    }
  }
  if (book.segment_by()) {
    std::vector<CheckTrend> segments = insight::segment_trends(book, outlook, range, trend.days, trend.checks);
    if (book.segment_by() == Column::seller_id) {
      trend.checks.clear();
    }
    std::move(segments.begin(), segments.end(), std::back_inserter(trend.checks));
  }
  trend.last = verdict::assess(book, profile, options, outlook, tallies, trend.days);
  return trend;
}

}  // namespace sellerhealth
