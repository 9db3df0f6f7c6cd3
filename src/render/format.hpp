#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sellerhealth/rate.hpp"
#include "sellerhealth/time_zone.hpp"

/// Figures and dates as people read them.
namespace sellerhealth::render {

/// "24,657".
[[nodiscard]] std::string grouped(std::int64_t number);

/// "0.56 %": two decimals, and more (up to six) while the rounded value would equal the target, or lie on its other
/// side, though the exact one does not.
[[nodiscard]] std::string percentage(std::int64_t count, std::int64_t denominator, const Target& target);

/// "< 2.5 %", or "= 0" for a count.
[[nodiscard]] std::string target_text(const Target& target, Unit unit);

/// "1 Oct 2026".
[[nodiscard]] std::string date_text(Day day);

/// "1 Oct 2026 09:30".
[[nodiscard]] std::string time_text(std::chrono::local_seconds time);

/// "1 Oct", with the year if it is not that of `reference`.
[[nodiscard]] std::string date_text(Day day, Day reference);

/// "3 Jun – 31 Aug 2026", or "5 Jun 2026" for a range of one day.
[[nodiscard]] std::string date_range(Day first, Day last);

/// "3 Jun – 31 Aug": without the years, where they are that of `known`.
[[nodiscard]] std::string short_date_range(Day first, Day last, Day known);

/// "1 day", "1,204 orders".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);

/// "2 days 11 hours", "13 h 35 min" or "4 min".
[[nodiscard]] std::string duration_text(std::int64_t seconds);

/// "a, b and c".
[[nodiscard]] std::string list_text(std::span<const std::string> items, std::string_view last_joiner = " and ");

/// How many columns of the screen `text` takes, for text without wide characters.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// `text` with spaces after it until it is `width` columns wide.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace sellerhealth::render
