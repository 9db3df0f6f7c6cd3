#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::normalize {

/// A date as an export writes it: a day that stamps may lie on, perhaps with a time of that day, perhaps with the
/// distance of that time from UTC.
struct DateTime {
  Day day;
  std::optional<std::chrono::seconds> time;
  std::optional<std::chrono::seconds> offset;  ///< Not given: the time is one of the seller's zone.
};

/// Reads an ISO 8601 date, with or without time, with or without offset: "2026-09-30", "2026-09-30 10:56",
/// "2026-09-30T10:56:01.25Z". Fractions of a second are dropped. Nothing when `text` is none of these or lies outside
/// the supported days. For all other forms see read_date().
[[nodiscard]] std::optional<DateTime> parse_iso_date(std::string_view text);

[[nodiscard]] Stamp stamp_of(const DateTime& date, const TimeZone& zone);

/// A deadline as the first instant that misses it: the second after a time, the next local day after a date.
[[nodiscard]] Instant deadline_of(const DateTime& date, const TimeZone& zone);

/// Reads "2026-09-30" as a day, of any year from 0 to 9999.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

[[nodiscard]] constexpr bool is_supported(Day day) { return day >= first_supported_day && day <= last_supported_day; }

}  // namespace sellerhealth::normalize
