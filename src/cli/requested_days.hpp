#pragma once

#include <chrono>
#include <optional>

#include "cli/options.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/time_zone.hpp"

/// The days and instants that are asked about. Throws UsageError for what makes no sense.
namespace sellerhealth::cli {

/// The present instant: that of --now, or else the clock's.
[[nodiscard]] Instant present_of(const Options& options, const TimeZone& zone, Instant clock);

/// How far ahead to look; nothing: without end.
[[nodiscard]] std::optional<std::chrono::seconds> within_of(const Options& options);

/// Checks what can be checked of the as-of day before any file is read.
void check_as_of(const Options& options, const TimeZone& zone, Instant now);

/// The as-of day, unless it is "latest", which needs the book.
[[nodiscard]] std::optional<Day> as_of_day_before_reading(const Options& options, const TimeZone& zone, Instant now);

/// The as-of day. `now` is the present instant; "latest" needs the book.
[[nodiscard]] Day as_of_day(const Options& options, const OrderBook& book, Instant now);

/// The earlier and the later day of `compare`; the later one is by default `as_of`.
[[nodiscard]] Day since_day(const Options& options);
[[nodiscard]] Day until_day(const Options& options, Day as_of);

/// The last day of a trend as of `as_of`.
[[nodiscard]] Day last_day_of_trend(const Options& options, Day as_of);

}  // namespace sellerhealth::cli
