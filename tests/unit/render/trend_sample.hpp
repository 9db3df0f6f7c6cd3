#pragma once

#include <utility>
#include <vector>

#include "sellerhealth/trend.hpp"
#include "unit/render/sample.hpp"

/// Trends put together by hand.
namespace sellerhealth::testing {

/// The order defect rate of some day, against the target of 1 %: from `known` to `possible` of `denominator`.
inline CheckResult point(std::int64_t known, std::int64_t possible, std::int64_t denominator, Verdict verdict) {
  CheckResult result = defect_rate_result();
  result.known = known;
  result.possible = possible;
  result.denominator = denominator;
  result.verdict = verdict;
  return result;
}

/// One check on the days up to 1 October 2026.
inline Trend trend_of(std::vector<CheckResult> points) {
  Trend trend;
  trend.last = sample_assessment();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Day as_of = day("2026-10-01") - std::chrono::days{points.size() - 1 - i};
    trend.days.push_back(as_of);
    points[i].first_day = points[i].check.window.first_day(as_of);
    points[i].last_day = points[i].check.window.last_day(as_of);
  }
  trend.last.checks = {points.back()};
  trend.checks = {{.check = points.front().check, .points = std::move(points)}};
  return trend;
}

}  // namespace sellerhealth::testing
