#pragma once

#include <string>

#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::util {

/// "2026-09-30".
[[nodiscard]] std::string iso_date(Day day);

}  // namespace sellerhealth::util
