#include "normalize/plain_forms.hpp"

#include <array>
#include <chrono>

namespace sellerhealth::normalize {

namespace {

using digits::digit;
using digits::two_digits;
using util::each_byte;
using util::word_at;

/// Eight characters, some of which must be what they are in `form`, in which '0' stands for any digit.
class Form {
 public:
  explicit constexpr Form(const char* form) {
    for (unsigned i = 0; i < 8; ++i) {
      if (form[i] == '0') {
        digits_ |= digits::place(i);
      } else {
        others_ |= std::uint64_t{static_cast<unsigned char>(form[i])} << 8U * i;
      }
    }
  }

  [[nodiscard]] bool fits(std::uint64_t word) const {
    return (word & ~digits_) == others_ && digits::others_in((word & digits_) | (each_byte('0') & ~digits_)) == 0;
  }

 private:
  std::uint64_t digits_ = 0;
  std::uint64_t others_ = 0;
};

/// When each month of 1970 to 2099 begins, in days since 1970, and how many days it has.
class Months {
 public:
  constexpr Months() {
    for (unsigned year = 0; year < years; ++year) {
      for (unsigned month = 0; month < 12; ++month) {
        const std::chrono::year_month first{std::chrono::year{static_cast<int>(first_year + year)},
                                            std::chrono::month{month + 1}};
        const std::chrono::sys_days begin{first / 1};
        months_[year * 12 + month] = {static_cast<std::int32_t>(begin.time_since_epoch().count()),
                                      static_cast<unsigned>((first / std::chrono::last).day())};
      }
    }
  }

  struct Month {
    std::int32_t begin;
    std::uint32_t days;
  };
  static constexpr unsigned first_year = 1970;
  static constexpr unsigned years = 130;

  [[nodiscard]] const Month& of(unsigned year, unsigned month) const {
    return months_[(year - first_year) * 12 + month - 1];
  }

 private:
  std::array<Month, std::size_t{years} * 12> months_{};
};

/// The seconds of a day and time; nothing if there is no such one.
std::optional<std::int64_t> seconds_at(unsigned year, unsigned month, unsigned day, unsigned hours, unsigned minutes,
                                       unsigned seconds) {
  static constexpr Months months;
  if (year < Months::first_year || year >= Months::first_year + Months::years || month - 1 > 11 || hours > 23 ||
      minutes > 59 || seconds > 59) {
    return std::nullopt;
  }
  const Months::Month& of_year = months.of(year, month);
  if (day - 1 >= of_year.days) {
    return std::nullopt;
  }
  return (std::int64_t{of_year.begin} + day - 1) * 86400 + (std::int64_t{hours} * 60 + minutes) * 60 + seconds;
}

}  // namespace

void write_order_number(std::uint64_t number, char* text) {
  for (std::size_t i = order_number_length; i-- > 0;) {
    if (i == 3 || i == 11) {
      text[i] = '-';
    } else {
      text[i] = static_cast<char>('0' + number % 10);
      number /= 10;
    }
  }
}

std::optional<std::int64_t> parse_plain_stamp(std::string_view text) {
  constexpr Form date{"0000-00-"};
  constexpr Form day_and_time{"00T00:00"};
  constexpr Form end_in_utc{"0:00:00Z"};
  constexpr Form end_in_east{":00+00:0"};
  constexpr Form end_in_west{":00-00:0"};
  if (text.size() != stamp_length_with_offset && text.size() != stamp_length_in_utc) {
    return std::nullopt;
  }
  const std::uint64_t head = word_at(text.data());
  const std::uint64_t middle = word_at(text.data() + 8);
  if (!date.fits(head) || !day_and_time.fits(middle)) {
    return std::nullopt;
  }
  unsigned seconds = 0;
  std::int64_t offset = 0;
  if (text.size() == stamp_length_in_utc) {
    const std::uint64_t end = word_at(text.data() + 12);
    if (!end_in_utc.fits(end)) {
      return std::nullopt;
    }
    seconds = two_digits(end, 5);
  } else {
    const std::uint64_t end = word_at(text.data() + 16);
    const unsigned minutes_end = static_cast<unsigned char>(text.back()) - unsigned{'0'};
    const bool is_east = end_in_east.fits(end);
    if ((!is_east && !end_in_west.fits(end)) || minutes_end > 9) {
      return std::nullopt;
    }
    seconds = two_digits(end, 1);
    const unsigned hours = two_digits(end, 4);
    const unsigned minutes = digit(end, 7) * 10 + minutes_end;
    if (hours > 23 || minutes > 59) {
      return std::nullopt;
    }
    offset = (std::int64_t{hours} * 60 + minutes) * (is_east ? 60 : -60);
  }
  const std::optional<std::int64_t> local =
      seconds_at(two_digits(head, 0) * 100 + two_digits(head, 2), two_digits(head, 5), two_digits(middle, 0),
                 two_digits(middle, 3), two_digits(middle, 6), seconds);
  return local ? std::optional{*local - offset} : std::nullopt;
}

std::uint32_t StampReader::read_new(std::string_view text) {
  const std::int64_t stamp = parse_plain_stamp(text).value_or(0);
  if (stamp <= 0) {
    return 0;
  }
  const std::uint64_t time = word_at(text.data() + time_at);
  const std::int64_t begin = stamp - ((two_digits(time, 0) * 60 + two_digits(time, 3)) * 60 + two_digits(time, 6));
  if (begin >= 0) {
    const Date date = date_of(text);
    known_[date.place()] = {date, static_cast<std::uint32_t>(begin)};
  }
  return static_cast<std::uint32_t>(stamp);
}

}  // namespace sellerhealth::normalize
