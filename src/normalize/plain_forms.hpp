#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "normalize/digits.hpp"
#include "util/word_at.hpp"

/// The forms that nearly all cells have, read by their digits. What is in another form is left to the general readers.
namespace sellerhealth::normalize {

inline constexpr std::size_t order_number_length = 19;

/// Whether it may be an order number of Amazon: it is as long, begins with a digit, and has the hyphens.
[[nodiscard]] constexpr bool may_be_order_number(std::string_view text) {
  return text.size() == order_number_length && text[0] >= '0' && text[0] <= '9' && text[3] == '-' && text[11] == '-';
}

/// parse_order_number() for a text that may be one.
[[nodiscard]] inline std::uint64_t number_of_order(std::string_view text) {
  // "402-1234", of which three digits count, "-1234567" twice; zeros take the place of all else.
  constexpr std::uint64_t zeros = util::each_byte('0');
  constexpr std::uint64_t prefix_only = digits::place(0) | digits::place(1) | digits::place(2);
  const std::uint64_t prefix = (util::word_at(text.data()) & prefix_only) | (zeros & ~prefix_only);
  const std::uint64_t middle = (util::word_at(text.data() + 3) & ~digits::place(0)) | (zeros & digits::place(0));
  const std::uint64_t last = (util::word_at(text.data() + 11) & ~digits::place(0)) | (zeros & digits::place(0));
  if ((digits::others_in(prefix) | digits::others_in(middle) | digits::others_in(last)) != 0) {
    return 0;
  }
  constexpr std::uint64_t seven_digits = 10'000'000;
  const std::uint64_t first = digits::digit(prefix, 0) * 100 + digits::two_digits(prefix, 1);
  return (first * seven_digits + digits::number_of(middle)) * seven_digits + digits::number_of(last);
}

/// An order number of Amazon, 3-7-7 digits ("402-1234567-1234567"), as a number of 17 digits; 0 for any other id.
[[nodiscard]] inline std::uint64_t parse_order_number(std::string_view text) {
  return may_be_order_number(text) ? number_of_order(text) : 0;
}

/// How parse_order_number() was told a number: `text` has room for `order_number_length` characters.
void write_order_number(std::uint64_t number, char* text);

/// How long the plain stamps below are.
inline constexpr std::size_t stamp_length_in_utc = 20;
inline constexpr std::size_t stamp_length_with_offset = 25;

/// "2026-09-30T10:56:01+00:00" or the same with "Z" or another offset of whole minutes, as seconds since 1970. Nothing
/// for any other form, and for years before 1970 and after 2099.
[[nodiscard]] std::optional<std::int64_t> parse_plain_stamp(std::string_view text);

/// parse_plain_stamp() for the cells of one column, faster for days and offsets that were read before: columns have
/// few.
class StampReader {
 public:
  /// Seconds since 1970; 0 for what is no plain stamp from 1970-01-01T00:00:01Z on.
  [[nodiscard]] std::uint32_t read(std::string_view text) {
    if (text.size() != stamp_length_with_offset && text.size() != stamp_length_in_utc) {
      return 0;
    }
    const char* const at = text.data();
    const Date date = date_of(text);
    const Known& known = known_[date.place()];
    // "10:56:01" as digits; what is greater than it can be leaves a high bit.
    const std::uint64_t time = util::word_at(at + time_at) ^ colons;
    constexpr std::uint64_t high_bits = util::each_byte(0x80);
    const bool is_time = (((time + up_to_high_bits) | time) & high_bits) == 0;
    // Each of its numbers in the lower of its two bytes.
    const std::uint64_t pairs = time * 10 + (time >> 8U);
    const auto hours = static_cast<std::uint32_t>(pairs & 0xFF);
    if (known.date == date && is_time && hours < 24) [[likely]] {
      const auto minutes = static_cast<std::uint32_t>(pairs >> 24U & 0xFF);
      const auto seconds = static_cast<std::uint32_t>(pairs >> 48U & 0xFF);
      return known.begin + (hours * 60 + minutes) * 60 + seconds;
    }
    return read_new(text);
  }

 private:
  static constexpr std::size_t time_at = 11;
  static constexpr std::uint64_t colons = 0x3030'3A30'303A'3030;
  /// What makes a high bit of the first number too large for its place in "29:59:59".
  static constexpr std::uint64_t up_to_high_bits = 0x767A'7F76'7A7F'767D;

  /// A day and an offset, as they are written.
  struct Date {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;  ///< From the last digit of the year to the 'T'.
    std::uint64_t offset = 0;

    friend bool operator==(const Date&, const Date&) = default;
    /// Neighboring days have places of their own: their bits, and the last one of the month, are brought together.
    [[nodiscard]] std::size_t place() const {
      constexpr std::uint64_t bits = 0x000F'0300'0100'0000;
      constexpr std::uint64_t to_the_top = 1U << 9U | 1U << 21U | std::uint64_t{1} << 39U;
      return (end & bits) * to_the_top >> 57U;
    }
  };
  static constexpr std::size_t places = 128;

  struct Known {
    Date date;
    std::uint32_t begin = 0;  ///< Of that day, at that offset.
  };

  [[nodiscard]] static Date date_of(std::string_view text) {
    const char* const at = text.data();
    return {util::word_at(at), util::word_at(at + 3),
            text.size() == stamp_length_in_utc ? static_cast<unsigned char>(at[stamp_length_in_utc - 1])
                                               : util::word_at(at + stamp_length_with_offset - 8) >> 16U};
  }
  std::uint32_t read_new(std::string_view text);

  std::array<Known, places> known_{};
};

/// A day as "2026-06-03", to be compared with many.
class IsoDay {
 public:
  explicit IsoDay(std::string_view day) : begin_{begin_of(day)}, end_{end_of(day)} {}

  /// Whether the text begins with an earlier day in this form.
  [[nodiscard]] bool is_after(std::string_view text) const {
    if (text.size() < length || text[4] != '-' || text[7] != '-') {
      return false;
    }
    const std::uint64_t begin = begin_of(text);
    return begin < begin_ || (begin == begin_ && end_of(text) < end_);
  }

 private:
  static constexpr std::size_t length = 10;

  // Year and month, and the day, as numbers that compare as the characters do.
  [[nodiscard]] static std::uint64_t begin_of(std::string_view day) {
    return __builtin_bswap64(util::word_at(day.data()));
  }
  [[nodiscard]] static unsigned end_of(std::string_view day) {
    return unsigned{static_cast<unsigned char>(day[length - 2])} << 8U | static_cast<unsigned char>(day[length - 1]);
  }

  std::uint64_t begin_;
  unsigned end_;
};

}  // namespace sellerhealth::normalize
