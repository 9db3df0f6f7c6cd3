#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "normalize/scanner.hpp"

namespace sellerhealth::normalize {

/// A time of day as it is written behind a date, or what should have stood in its place.
struct TimeReading {
  std::chrono::seconds time{0};
  std::optional<std::chrono::seconds> offset;  ///< From UTC, if an offset or a zone is written.
  std::string_view expected;                   ///< For messages; empty if there is a time.
};

/// Reads all that is left of `text`, which is plain (see PlainText): "8:34", "08:34:01.25", "8:34:01 am", "8:34 p.m.",
/// and then perhaps an offset or a zone: "+02:00", "-08", "z", "gmt", "gmt+2", "pdt". `basic`: "083401" will do too.
[[nodiscard]] TimeReading read_time(Scanner text, bool basic);

}  // namespace sellerhealth::normalize
