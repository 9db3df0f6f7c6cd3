#pragma once

#include <string>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::util {

/// "2026-09-30".
[[nodiscard]] std::string iso_date(Day day);

/// "2026-09-30T21:14:05Z".
[[nodiscard]] std::string iso_instant(Instant instant);

}  // namespace sellerhealth::util
