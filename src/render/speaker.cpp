#include "render/speaker.hpp"

#include <compare>

#include <fmt/format.h>

#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::array<Phrase<0>, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int least_decimals = 2;
constexpr int most_decimals = 6;
constexpr int most_target_decimals = 9;

constexpr std::int64_t power_of_ten(int exponent) { return exponent == 0 ? 1 : 10 * power_of_ten(exponent - 1); }

/// On which side of the target the rate count / denominator lies.
std::strong_ordering side(std::int64_t count, std::int64_t denominator, const Target& target) {
  return count * target.scale <=> target.value * denominator;
}

std::chrono::year year_of(Day day) { return std::chrono::year_month_day{day}.year(); }

std::string year_text(Day day) { return std::to_string(static_cast<int>(year_of(day))); }

std::string joined(std::span<const std::string> items, std::string_view last_joiner) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    text += i == 0 ? "" : i + 1 == items.size() ? last_joiner : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace

std::string Speaker::filled(std::string_view phrase, std::span<const std::string_view> texts) {
  std::string text;
  const auto add_piece = [&](std::string_view piece) {
    for (const char c : piece) {
      text += c == '~' ? std::string_view{"\u00a0"} : std::string_view{&c, 1};
    }
  };
  detail::walk(phrase, add_piece, [&](std::size_t place) { text += texts[place]; });
  return text;
}

bool Speaker::is_singular(std::int64_t count) const {
  return count == 1 || (count == 0 && language_ == Language::french);
}

std::string Speaker::number(std::int64_t number) const {
  std::string digits = std::to_string(number);
  const std::ptrdiff_t first_digit = number < 0 ? 1 : 0;
  const std::string separator = (*this)("between groups of digits::,");
  for (auto position = static_cast<std::ptrdiff_t>(digits.size()) - 3; position > first_digit; position -= 3) {
    digits.insert(static_cast<std::size_t>(position), separator);
  }
  return digits;
}

std::string Speaker::decimal(std::int64_t scaled, int decimals) const {
  const std::int64_t unit = power_of_ten(decimals);
  return (*this)("{}.{}", std::to_string(scaled / unit), fmt::format("{:0{}}", scaled % unit, decimals));
}

std::string Speaker::percentage(std::int64_t count, std::int64_t denominator, const Target& target) const {
  int decimals = least_decimals;
  for (;; ++decimals) {
    const std::int64_t scale = 100 * power_of_ten(decimals);
    const std::int64_t rounded = (2 * count * scale + denominator) / (2 * denominator);
    if (decimals == most_decimals || side(rounded, scale, target) == side(count, denominator, target)) {
      return (*this)("{} %", decimal(rounded, decimals));
    }
  }
}

std::string Speaker::share(std::int64_t count, std::int64_t denominator) const {
  return (*this)("{} %", std::to_string((200 * count + denominator) / (2 * denominator)));
}

std::string Speaker::target(const Target& target, Unit unit) const {
  const std::string comparator{symbol_of(target.comparator)};
  if (unit == Unit::count) {
    return comparator + " " + number(target.value);
  }
  std::int64_t scaled = target.value * 100 * (power_of_ten(most_target_decimals) / target.scale);
  int decimals = most_target_decimals;
  for (; decimals > 0 && scaled % 10 == 0; --decimals) {
    scaled /= 10;
  }
  return comparator + " " + (*this)("{} %", decimals == 0 ? std::to_string(scaled) : decimal(scaled, decimals));
}

std::string Speaker::day_and_month(Day day) const {
  const std::chrono::year_month_day date{day};
  const auto of_month = static_cast<unsigned>(date.day());
  return (of_month == 1 ? (*this)("day of a month::1") : std::to_string(of_month)) + " " +
         (*this)(months[static_cast<unsigned>(date.month()) - 1]);
}

std::string Speaker::date(Day day) const { return day_and_month(day) + " " + year_text(day); }

std::string Speaker::date(Day day, Day reference) const {
  return year_of(day) == year_of(reference) ? day_and_month(day) : date(day);
}

std::string Speaker::time(std::chrono::local_seconds time) const {
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss time_of_day{time - day};
  return fmt::format("{} {:02}:{:02}", date(day), time_of_day.hours().count(), time_of_day.minutes().count());
}

std::string Speaker::range(Day first, Day last, bool last_year_told, Phrase<2> between) const {
  const std::string end = last_year_told ? date(last) : day_and_month(last);
  if (first == last) {
    return end;
  }
  return (*this)(between, year_of(first) == year_of(last) ? day_and_month(first) : date(first), end);
}

std::string Speaker::date_range(Day first, Day last) const {
  return range(first, last, true, "days in a sentence::{} – {}");
}

std::string Speaker::short_date_range(Day first, Day last, Day known) const {
  const bool all_of_known = year_of(first) == year_of(known) && year_of(last) == year_of(known);
  return range(first, last, !all_of_known, "{} – {}");
}

std::string Speaker::duration(std::int64_t seconds) const {
  constexpr std::int64_t minute = 60;
  constexpr std::int64_t hour = 60 * minute;
  constexpr std::int64_t day = 24 * hour;
  if (seconds >= day) {
    return counted(seconds / day, day_noun) + " " + counted(seconds % day / hour, hour_noun);
  }
  if (seconds >= hour) {
    return (*this)("{} h {} min", std::to_string(seconds / hour), std::to_string(seconds % hour / minute));
  }
  return (*this)("{} min", std::to_string(seconds / minute));
}

std::string Speaker::quoted(std::string_view value) const {
  return util::holds_address(value) ? (*this)("an e-mail address") : (*this)("\"{}\"", util::shortened(value));
}

std::string Speaker::list(std::span<const std::string> items) const { return joined(items, (*this)(" and ")); }

std::string Speaker::alternatives(std::span<const std::string> items) const { return joined(items, (*this)(" or ")); }

}  // namespace sellerhealth::render
