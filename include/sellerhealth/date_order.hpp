#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sellerhealth {

/// In which order the three numbers of a date such as 04/05/2022 stand: day, month and year; month, day and year; or
/// year, month and day.
enum class DateOrder : std::uint8_t { dmy, mdy, ymd };

/// "dmy", "mdy" or "ymd".
[[nodiscard]] std::string_view name_of(DateOrder order);
[[nodiscard]] std::optional<DateOrder> find_date_order(std::string_view name);

}  // namespace sellerhealth
