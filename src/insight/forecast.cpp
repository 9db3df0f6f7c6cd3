#include "sellerhealth/forecast.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "insight/freeze.hpp"
#include "insight/projection.hpp"
#include "insight/repair.hpp"
#include "insight/what_if.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "verdict/judge.hpp"

namespace sellerhealth {

namespace {

using insight::Detail;
using insight::Projection;
using insight::Standing;
using insight::WhatIf;
using std::chrono::days;

/// What the window gains or loses with one day of purchase.
Batch batch_of(const Standing& standing, Day placed) {
  Batch batch{.rate = standing.later(standing.table.sum({placed, placed + days{1}})), .bad = {}};
  const auto [begin, end] = std::equal_range(standing.bad.begin(), standing.bad.end(), BadCase{{}, placed, 0},
                                             [](const BadCase& a, const BadCase& b) { return a.placed < b.placed; });
  batch.bad.assign(begin, end);
  return batch;
}

/// A count has no denominator to show.
Rate shown(const Standing& standing, Rate rate) {
  rate.denominator = standing.is_count() ? 0 : rate.denominator;
  return rate;
}

std::vector<ForecastDay> calendar_of(const Standing& standing, const Projection& projection, int horizon_days) {
  const Window& window = standing.check.window;
  std::vector<ForecastDay> calendar;
  for (int ahead = 1; ahead <= horizon_days; ++ahead) {
    const Day day = standing.as_of + days{ahead};
    ForecastDay next{.day = day,
                     .rate = shown(standing, projection.rate_on(day, Assumption::no_new_orders)),
                     .verdict = projection.verdict_on(day, Assumption::no_new_orders),
                     .leaving = batch_of(standing, window.first_day(day) - days{1}),
                     .entering = batch_of(standing, window.last_day(day))};
    next.leaving.rate = shown(standing, next.leaving.rate);
    next.entering.rate = shown(standing, next.entering.rate);
    calendar.push_back(std::move(next));
  }
  return calendar;
}

std::vector<Prospect> prospects_of(const Projection& projection, int horizon_days) {
  std::vector<Prospect> prospects;
  for (const Assumption assumption : all_assumptions) {
    prospects.push_back(projection.prospect(assumption, horizon_days));
  }
  return prospects;
}

/// The check of today, of other numbers.
CheckResult assumed(const CheckResult& as_it_is, const Rate& rate) {
  CheckResult result = as_it_is;
  result.known = rate.known;
  result.possible = rate.possible;
  if (result.denominator) {
    result.denominator = rate.denominator;
  }
  result.verdict = verdict::compare(result.check, rate);
  return result;
}

CheckForecast forecast_of(Standing& standing, const CheckResult& result, const ForecastOptions& options) {
  CheckForecast forecast;
  forecast.today = result;
  if (!result.checked) {
    return forecast;
  }
  if (options.add_defects > 0 && (standing.is_count() || *result.denominator > 0)) {
    insight::add_defects(standing, options.add_defects);
  }
  std::sort(standing.bad.begin(), standing.bad.end(),
            [](const BadCase& a, const BadCase& b) { return std::tie(a.placed, a.id) < std::tie(b.placed, b.id); });
  standing.table.sum_up();
  const Projection projection{standing};
  const Rate today = projection.rate_on(standing.as_of, Assumption::no_new_orders);
  if (options.any_what_if()) {
    forecast.as_it_is = result;
    forecast.today = assumed(result, today);
  }
  forecast.today.components.clear();
  forecast.today.prospects = prospects_of(projection, options.horizon_days);
  forecast.pace_orders = projection.pace_orders();
  forecast.pace_days = static_cast<int>(projection.pace_days().count());
  if (forecast.today.verdict != Verdict::no_data) {
    const std::int64_t denominator = standing.is_count() ? 1 : today.denominator;
    forecast.known = insight::margin_of(standing.check, today.known, denominator);
    forecast.possible = insight::margin_of(standing.check, today.possible, denominator);
  }
  if (forecast.today.verdict == Verdict::fail) {
    forecast.repair = insight::repair_of(standing, today);
  }
  std::sort(standing.at_risk.begin(), standing.at_risk.end());
  forecast.at_risk = std::move(standing.at_risk);
  forecast.days = calendar_of(standing, projection, options.horizon_days);
  return forecast;
}

}  // namespace

Forecast forecast(const OrderBook& book, Assessment assessment, const ForecastOptions& options) {
  if (options.horizon_days < 1 || options.horizon_days > longest_horizon_days) {
    throw UsageError{"a forecast reaches from 1 to " + std::to_string(longest_horizon_days) + " days"};
  }
  if (book.segment_by()) {
    throw UsageError{
        "a forecast is of the whole account; to look at a part of it, filter by the column instead (--where)"};
  }
  const WhatIf what_if{book, options};
  const Day as_of = assessment.options.as_of;
  std::vector<Standing> standings =
      insight::freeze(book, insight::outlook_to_freeze(book, assessment), as_of, what_if, Detail::ids);
  Forecast forecast{.assessment = std::move(assessment), .options = options, .checks = {}};
  for (std::size_t i = 0; i < standings.size(); ++i) {
    forecast.checks.push_back(forecast_of(standings[i], forecast.assessment.checks[i], options));
  }
  return forecast;
}

DaySpan days_of_check(const Profile& profile, Day as_of) {
  DaySpan days{as_of - insight::pace_days, as_of};
  for (const Check& check : profile.checks) {
    days.first = std::min(days.first, check.window.first_day(as_of));
  }
  return days;
}

void add_prospects(const OrderBook& book, Assessment& assessment) {
  std::vector<Standing> standings =
      insight::freeze(book, insight::outlook_to_freeze(book, assessment), assessment.options.as_of, {}, Detail::sums);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    if (assessment.checks[i].checked) {
      standings[i].table.sum_up();
      assessment.checks[i].prospects = prospects_of(Projection{standings[i]}, default_horizon_days);
    }
  }
}

}  // namespace sellerhealth
