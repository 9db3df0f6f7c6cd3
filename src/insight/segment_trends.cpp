#include "insight/segment_trends.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "metric/tally.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "verdict/segments.hpp"

namespace sellerhealth::insight {

namespace {

/// Each is a figure of one check of one segment on one day and takes up to a kilobyte.
constexpr std::int64_t most_points = 1'000'000;

void require_moderate_size(const OrderBook& book, const verdict::Outlook& outlook, const metric::DayRange& range) {
  const std::int64_t days = (range.end - range.first).count();
  const std::int64_t segments = std::ssize(book.segments()) + 1;
  if (segments * days * std::ssize(outlook.checks) > most_points) {
    throw UsageError{"--by: found " + std::to_string(segments - 1) + " values over " + std::to_string(days) +
                     " days, expected fewer days (--from), checks (--only) or values (--where)"};
  }
}

/// How the checks of one segment went, in the order of the profile.
using SegmentTrend = std::vector<CheckTrend>;

std::vector<SegmentTrend> trend_of_each(const OrderBook& book, const verdict::Outlook& outlook,
                                        const metric::DayRange& range, std::span<const Day> days,
                                        std::span<const CheckTrend> whole) {
  const auto tallies = metric::tally_segments(book, outlook.history, outlook.given, outlook.checks, range);
  SegmentTrend empty;
  for (const CheckTrend& line : whole) {
    empty.push_back({.check = line.check, .points = {}});
  }
  std::vector<SegmentTrend> trends(tallies.size(), empty);
  for (std::size_t id = 0; id < tallies.size(); ++id) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      for (std::size_t day = 0; day < days.size(); ++day) {
        trends[id][i].points.push_back(verdict::judge_segment(book, outlook.given, id, tallies[id][i].at(days[day]),
                                                              days[day], whole[i].points[day]));
      }
    }
  }
  return trends;
}

bool has_anything(const CheckTrend& line) {
  return std::any_of(line.points.begin(), line.points.end(), verdict::has_anything);
}

std::vector<CheckTrend> by_seller(std::vector<SegmentTrend> sellers) {
  std::erase_if(sellers,
                [](const SegmentTrend& seller) { return std::none_of(seller.begin(), seller.end(), has_anything); });
  const auto last_day = [](const SegmentTrend& seller) {
    verdict::SegmentChecks checks;
    std::transform(seller.begin(), seller.end(), std::back_inserter(checks),
                   [](const CheckTrend& line) { return line.points.back(); });
    return checks;
  };
  std::sort(sellers.begin(), sellers.end(),
            [&](const SegmentTrend& a, const SegmentTrend& b) { return verdict::precedes(last_day(a), last_day(b)); });
  std::vector<CheckTrend> lines;
  for (SegmentTrend& seller : sellers) {
    std::move(seller.begin(), seller.end(), std::back_inserter(lines));
  }
  return lines;
}

std::vector<CheckTrend> by_check(std::vector<SegmentTrend> segments, std::size_t check_count) {
  std::vector<CheckTrend> lines;
  for (std::size_t i = 0; i < check_count; ++i) {
    const std::ptrdiff_t begin = std::ssize(lines);
    for (SegmentTrend& segment : segments) {
      if (segment[i].points.back().checked && has_anything(segment[i])) {
        lines.push_back(std::move(segment[i]));
      }
    }
    std::sort(lines.begin() + begin, lines.end(), [](const CheckTrend& a, const CheckTrend& b) {
      return verdict::precedes(a.points.back(), b.points.back());
    });
  }
  return lines;
}

}  // namespace

std::vector<CheckTrend> segment_trends(const OrderBook& book, const verdict::Outlook& outlook,
                                       const metric::DayRange& range, std::span<const Day> days,
                                       std::span<const CheckTrend> whole) {
  require_moderate_size(book, outlook, range);
  std::vector<SegmentTrend> segments = trend_of_each(book, outlook, range, days, whole);
  return book.segment_by() == Column::seller_id ? by_seller(std::move(segments))
                                                : by_check(std::move(segments), whole.size());
}

}  // namespace sellerhealth::insight
