#include "render/format.hpp"

#include <algorithm>
#include <array>
#include <compare>

#include <fmt/format.h>

namespace sellerhealth::render {

namespace {

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int least_decimals = 2;
constexpr int most_decimals = 6;
constexpr int most_target_decimals = 9;

constexpr std::int64_t power_of_ten(int exponent) { return exponent == 0 ? 1 : 10 * power_of_ten(exponent - 1); }

/// On which side of the target the rate count / denominator lies.
std::strong_ordering side(std::int64_t count, std::int64_t denominator, const Target& target) {
  return count * target.scale <=> target.value * denominator;
}

std::string decimal(std::int64_t scaled, int decimals) {
  const std::int64_t unit = power_of_ten(decimals);
  return fmt::format("{}.{:0{}}", scaled / unit, scaled % unit, decimals);
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::ptrdiff_t first_digit = number < 0 ? 1 : 0;
  for (auto position = static_cast<std::ptrdiff_t>(digits.size()) - 3; position > first_digit; position -= 3) {
    digits.insert(static_cast<std::size_t>(position), ",");
  }
  return digits;
}

std::string counted(std::int64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

std::string percentage(std::int64_t count, std::int64_t denominator, const Target& target) {
  int decimals = least_decimals;
  for (;; ++decimals) {
    const std::int64_t scale = 100 * power_of_ten(decimals);
    const std::int64_t rounded = (2 * count * scale + denominator) / (2 * denominator);
    if (decimals == most_decimals || side(rounded, scale, target) == side(count, denominator, target)) {
      return decimal(rounded, decimals) + " %";
    }
  }
}

std::string target_text(const Target& target, Unit unit) {
  const std::string comparator{symbol_of(target.comparator)};
  if (unit == Unit::count) {
    return comparator + " " + grouped(target.value);
  }
  std::string number =
      decimal(target.value * 100 * (power_of_ten(most_target_decimals) / target.scale), most_target_decimals);
  number.erase(number.find_last_not_of('0') + 1);
  if (number.ends_with('.')) {
    number.pop_back();
  }
  return comparator + " " + number + " %";
}

std::string date_text(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()));
}

std::string time_text(std::chrono::local_seconds time) {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss time_of_day{time - day};
  return fmt::format("{} {:02}:{:02}", date_text(day), time_of_day.hours().count(), time_of_day.minutes().count());
}

std::string date_text(Day day, Day reference) {
  std::string text = date_text(day);
  const bool same_year = std::chrono::year_month_day{day}.year() == std::chrono::year_month_day{reference}.year();
  return same_year ? text.substr(0, text.rfind(' ')) : text;
}

std::string date_range(Day first, Day last) {
  if (first == last) {
    return date_text(first);
  }
  const std::chrono::year_month_day from{first};
  const std::chrono::year_month_day to{last};
  if (from.year() != to.year()) {
    return date_text(first) + " – " + date_text(last);
  }
  return fmt::format("{} {} – {}", static_cast<unsigned>(from.day()), months[static_cast<unsigned>(from.month()) - 1],
                     date_text(last));
}

std::string short_date_range(Day first, Day last, Day known) {
  const auto year_of = [](Day day) { return std::chrono::year_month_day{day}.year(); };
  std::string text = date_range(first, last);
  if (year_of(first) == year_of(known) && year_of(last) == year_of(known)) {
    text.erase(text.rfind(' '));
  }
  return text;
}

std::string duration_text(std::int64_t seconds) {
  constexpr std::int64_t minute = 60;
  constexpr std::int64_t hour = 60 * minute;
  constexpr std::int64_t day = 24 * hour;
  if (seconds >= day) {
    return counted(seconds / day, "day") + " " + counted(seconds % day / hour, "hour");
  }
  if (seconds >= hour) {
    return fmt::format("{} h {} min", seconds / hour, seconds % hour / minute);
  }
  return fmt::format("{} min", seconds / minute);
}

std::string list_text(std::span<const std::string> items, std::string_view last_joiner) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    text += i == 0 ? "" : i + 1 == items.size() ? last_joiner : ", ";
    text += items[i];
  }
  return text;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string{text} + std::string(width > width_of(text) ? width - width_of(text) : 0, ' ');
}

}  // namespace sellerhealth::render
