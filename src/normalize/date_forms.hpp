#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/stamps.hpp"
#include "sellerhealth/date_order.hpp"

namespace sellerhealth::normalize {

/// What a date column may hold, for messages.
inline constexpr std::string_view stamp_forms =
    "a date such as 2026-09-30T23:59:59+02:00, 30/09/2026 23:59 or 30 Sept 2026, from 1970 to 2105";

/// A date as it is written, which may be another day when its numbers are read in another order.
struct WrittenDate {
  std::array<std::optional<Day>, 3> days;  ///< By DateOrder; nothing: in that order it is no day of the calendar.
  std::optional<std::chrono::seconds> time;
  std::optional<std::chrono::seconds> offset;

  [[nodiscard]] std::optional<Day> day(DateOrder order) const { return days[static_cast<std::size_t>(order)]; }

  /// Whether the order decides which day it is: not for 05/05/2026.
  [[nodiscard]] bool needs_order() const {
    const std::optional<Day> year_first = day(DateOrder::ymd);
    return day(DateOrder::dmy) != day(DateOrder::mdy) || (year_first && year_first != day(DateOrder::dmy));
  }
};

/// A date, or what should have stood in its place.
struct DateReading {
  std::optional<WrittenDate> date;
  std::string_view expected;  ///< For messages; empty if there is a date.
};

/// Reads a date in one of the forms that reports, spreadsheets and people use, besides those of parse_iso_date():
///
/// - three numbers with `/`, `.` or `-` between them. A year of four digits stands first or last; one of two digits,
///   which is of 2000 to 2099, last, or first if the order of the file is ymd;
/// - 20260930, also with a time: 20260930T105601;
/// - a month by name (French or English, short or in full, with or without accents and dot): 30 sept. 2026,
///   1er mai 2012, Sep 30, 2026, 30-Sep-26, 2026 Sep 30; before it perhaps the day of the week, which must be right.
///
/// Then perhaps a time behind a space, `T`, `,`, `à` or `at`: 8:34, 08:34:01.25, 8:34:01 AM, 8:34 p.m.; then perhaps
/// its offset or zone: +02:00, Z, GMT, GMT+02:00, PDT. Letters may be small or capital, spaces no-break spaces.
[[nodiscard]] DateReading read_date(std::string_view text);

}  // namespace sellerhealth::normalize
