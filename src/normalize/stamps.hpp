#pragma once

#include <optional>
#include <string_view>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::normalize {

/// What a date column may hold, for messages.
inline constexpr std::string_view stamp_forms =
    "a date such as 2026-09-30 or 2026-09-30T23:59:59+02:00, from 1970 to 2105";

/// Reads an ISO 8601 date, with or without time, with or without offset: "2026-09-30", "2026-09-30 10:56",
/// "2026-09-30T10:56:01.25Z". Without an offset the time is one of `zone`. Fractions of a second are dropped. Nothing
/// when `text` is none of these or lies outside the supported days.
[[nodiscard]] std::optional<Stamp> parse_stamp(std::string_view text, const TimeZone& zone);

/// A deadline as the first instant that misses it: the second after a time, the next local day after a date.
[[nodiscard]] std::optional<Instant> parse_deadline(std::string_view text, const TimeZone& zone);

/// Reads "2026-09-30" as a day, of any year from 0 to 9999.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

}  // namespace sellerhealth::normalize
