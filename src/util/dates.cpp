#include "util/dates.hpp"

#include <fmt/format.h>

namespace sellerhealth::util {

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace sellerhealth::util
