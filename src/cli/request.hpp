#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "cli/options.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/import.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/trend.hpp"

namespace sellerhealth::cli {

/// What was asked for, understood and checked. Throws UsageError from each function for what makes no sense.

[[nodiscard]] std::vector<Source> sources_of(const Options& options);

/// All but the standard input.
[[nodiscard]] ImportOptions import_options_of(const Options& options);

[[nodiscard]] Profile profile_of(const Options& options);

/// The present instant: that of --now, or else the clock's.
[[nodiscard]] Instant present_of(const Options& options, const TimeZone& zone, Instant clock);

/// How far ahead to look; nothing: without end.
[[nodiscard]] std::optional<std::chrono::seconds> within_of(const Options& options);

/// `assess_options` have what both share.
[[nodiscard]] FeedbackOptions feedback_options_of(const Options& options, const AssessOptions& assess_options);

/// The marketplace's own figures.
[[nodiscard]] std::vector<Expectation> expectations_of(const Options& options, Profile profile);

/// Only the checks that `explain` was asked about.
[[nodiscard]] Profile explained_profile_of(const Options& options, Profile profile);

/// How many entries of a list text shows; 0: all.
[[nodiscard]] std::size_t limit_of(const Options& options);

/// The earlier and the later day of `compare`; the later one is by default `as_of`.
[[nodiscard]] Day since_day(const Options& options);
[[nodiscard]] Day until_day(const Options& options, Day as_of);

/// The as-of day. `now` is the present instant; "latest" needs the book.
[[nodiscard]] Day as_of_day(const Options& options, const OrderBook& book, Instant now);

/// All but the as-of day.
[[nodiscard]] AssessOptions assess_options_of(const Options& options);

[[nodiscard]] TrendOptions trend_options_of(const Options& options);

/// The last day of a trend as of `as_of`.
[[nodiscard]] Day last_day_of_trend(const Options& options, Day as_of);

/// Checks that the command offers the format.
void check_format(const Options& options);
[[nodiscard]] ForecastOptions forecast_options_of(const Options& options);

/// Checks what can be checked before any file is read.
void check_as_of(const Options& options, const TimeZone& zone, Instant now);

}  // namespace sellerhealth::cli
