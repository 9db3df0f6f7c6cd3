#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// Which as-of days a trend looks at: every day; each Monday, when a week is complete; or the first of each month, when
/// a month is.
enum class Step : std::uint8_t { day, week, month };

/// "day", "week" or "month".
[[nodiscard]] std::string_view name_of(Step step);
[[nodiscard]] std::optional<Step> find_step(std::string_view name);

struct TrendOptions {
  /// The first as-of day. Not given: the day after the first purchase, or after the first message (or violation) where
  /// there are no orders.
  std::optional<Day> from;
  Step every = Step::day;
};

/// How one check went, of the whole account or of a segment.
struct CheckTrend {
  Check check;
  std::vector<CheckResult> points;  ///< What it said on each of Trend::days, also where a segment had nothing to count.

  /// With the figures of the last day; nothing: of the whole account.
  [[nodiscard]] const std::optional<Segment>& segment() const { return points.back().segment; }
};

/// The answer of `trend`.
struct Trend {
  TrendOptions options;
  std::vector<Day> days;  ///< As-of days, in rising order; the last one is that of `last`, at any step.
  /// Of the whole account, then of its segments: check by check, the worst segment of the last day first; split by
  /// seller, each of whom is an account of its own, seller by seller, and none of the whole. A segment that never has
  /// anything to count is left out.
  std::vector<CheckTrend> checks;
  Assessment last;  ///< The account on the last day. Its warnings are about the whole trend.
};

/// Judges the account in `book` on many days at once, each as known then: a point equals what assess() says as of its
/// day, of segments too. `options.as_of` is the last day. Throws UsageError as assess() does, for a first day after the
/// last, and for an account that is split into too many segments for so many days.
[[nodiscard]] Trend trend(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                          const TrendOptions& trend_options = {});

}  // namespace sellerhealth
