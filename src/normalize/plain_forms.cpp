#include "normalize/plain_forms.hpp"

#include <array>
#include <bit>
#include <chrono>
#include <cstring>

namespace sellerhealth::normalize {

namespace {

constexpr std::uint64_t each(std::uint8_t byte) { return byte * std::uint64_t{0x0101010101010101}; }

std::uint64_t load(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  // The arithmetic below wants the first character in the lowest byte.
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// Whether all eight characters are digits.
bool are_digits(std::uint64_t word) {
  return ((word & each(0xF0)) == each(0x30)) && (((word + each(0x06)) & each(0xF0)) == each(0x30));
}

/// The number that eight digits make, the first one being the lowest byte.
std::uint64_t number_of(std::uint64_t word) {
  word = (word & each(0x0F)) * 2561 >> 8U;
  word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16U;
  return (word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32U;
}

/// The digit that is the `n`-th character.
unsigned digit(std::uint64_t word, unsigned n) { return static_cast<unsigned>(word >> 8U * n) & 0x0FU; }

/// The number that the digits at `n` and `n + 1` make.
unsigned two_digits(std::uint64_t word, unsigned n) { return digit(word, n) * 10 + digit(word, n + 1); }

/// Eight characters, some of which must be what they are in `form`, in which '0' stands for any digit.
class Form {
 public:
  explicit constexpr Form(const char* form) {
    for (unsigned i = 0; i < 8; ++i) {
      const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(form[i])) << 8U * i;
      if (form[i] == '0') {
        digits_ |= std::uint64_t{0xFF} << 8U * i;
      } else {
        others_ |= byte;
      }
    }
  }

  [[nodiscard]] bool fits(std::uint64_t word) const {
    return (word & ~digits_) == others_ && are_digits((word & digits_) | (each(0x30) & ~digits_));
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

std::optional<std::uint64_t> parse_order_number(std::string_view text) {
  if (!may_be_order_number(text)) {
    return std::nullopt;
  }
  // "402-1234" and "1234567-" overlap the hyphens; digits take their place.
  const char* const at = text.data();
  const std::uint64_t head = load(at);
  const std::uint64_t hyphen = std::uint64_t{0xFF} << 24U;
  const std::uint64_t first = (head & ~hyphen) | (std::uint64_t{'0'} << 24U);
  const std::uint64_t second = (load(at + 4) & ~(std::uint64_t{0xFF} << 56U)) | (std::uint64_t{'0'} << 56U);
  const std::uint64_t third = (load(at + 11) & ~std::uint64_t{0xFF}) | std::uint64_t{'0'};
  if (!are_digits(first) || !are_digits(second) || !are_digits(third)) {
    return std::nullopt;
  }
  constexpr std::uint64_t seven_digits = 10'000'000;
  // `first` is 402, 0 for the hyphen, and four digits that `second` has too.
  const std::uint64_t prefix = number_of(first) / 100'000;
  const std::uint64_t number = (prefix * seven_digits + number_of(second) / 10) * seven_digits + number_of(third);
  return number == 0 ? std::nullopt : std::optional{number};
}

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
  constexpr std::size_t length_in_utc = 20;
  constexpr std::size_t length_with_offset = 25;
  if (text.size() != length_with_offset && text.size() != length_in_utc) {
    return std::nullopt;
  }
  const std::uint64_t head = load(text.data());
  const std::uint64_t middle = load(text.data() + 8);
  if (!date.fits(head) || !day_and_time.fits(middle)) {
    return std::nullopt;
  }
  unsigned seconds = 0;
  std::int64_t offset = 0;
  if (text.size() == length_in_utc) {
    const std::uint64_t end = load(text.data() + 12);
    if (!end_in_utc.fits(end)) {
      return std::nullopt;
    }
    seconds = two_digits(end, 5);
  } else {
    const std::uint64_t end = load(text.data() + 16);
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

namespace {

/// The characters at `text` and behind it, as a number that compares as they do.
std::uint64_t two_characters(const char* text) {
  return std::uint64_t{static_cast<unsigned char>(text[0])} << 8U | static_cast<unsigned char>(text[1]);
}

}  // namespace

std::optional<std::int64_t> StampReader::read(std::string_view text) {
  constexpr Form time{"T00:00:0"};
  constexpr std::size_t length_in_utc = 20;
  constexpr std::size_t length_with_offset = 25;
  if (text.size() != length_with_offset && text.size() != length_in_utc) {
    return std::nullopt;
  }
  const char* const at = text.data();
  const std::uint64_t year_and_month = load(at);
  const std::uint64_t day = two_characters(at + 8);
  const std::uint64_t middle = load(at + 10);
  const std::uint64_t offset = text.size() == length_in_utc ? static_cast<unsigned char>(at[19]) : load(at + 17) >> 16U;
  const unsigned last_digit = static_cast<unsigned char>(at[18]) - unsigned{'0'};
  const unsigned hours = two_digits(middle, 1);
  const unsigned minutes = two_digits(middle, 4);
  const unsigned seconds = digit(middle, 7) * 10 + last_digit;
  const std::int64_t since_midnight = (std::int64_t{hours} * 60 + minutes) * 60 + seconds;
  // The last digit of the month and both of the day: neighboring days have places of their own.
  Known& known = known_[((year_and_month >> 48U) * 32 + (day >> 8U) * 10 + day) % known_.size()];
  if (year_and_month == known.year_and_month && day == known.day && offset == known.offset && time.fits(middle) &&
      last_digit <= 9 && hours <= 23 && minutes <= 59 && seconds <= 59) {
    return known.begin + since_midnight;
  }
  const std::optional<std::int64_t> stamp = parse_plain_stamp(text);
  if (stamp) {
    known = {year_and_month, day, offset, *stamp - since_midnight};
  }
  return stamp;
}

IsoDay::IsoDay(std::string_view day)
    : year_and_month_{__builtin_bswap64(load(day.data()))}, day_{two_characters(day.data() + 8)} {}

bool IsoDay::is_after(std::string_view text) const {
  constexpr std::size_t length = 10;
  if (text.size() < length || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const std::uint64_t year_and_month = __builtin_bswap64(load(text.data()));
  return year_and_month < year_and_month_ ||
         (year_and_month == year_and_month_ && two_characters(text.data() + length - 2) < day_);
}

}  // namespace sellerhealth::normalize
