#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The forms that nearly all cells have, read by their digits. What is in another form is left to the general readers.
namespace sellerhealth::normalize {

inline constexpr std::size_t order_number_length = 19;

/// Whether it may be an order number of Amazon: it is as long, begins with a digit, and has the hyphens.
[[nodiscard]] constexpr bool may_be_order_number(std::string_view text) {
  return text.size() == order_number_length && text[0] >= '0' && text[0] <= '9' && text[3] == '-' && text[11] == '-';
}

/// An order number of Amazon, 3-7-7 digits ("402-1234567-1234567"), as a number above 0 of 17 digits; nothing for any
/// other id.
[[nodiscard]] std::optional<std::uint64_t> parse_order_number(std::string_view text);

/// How parse_order_number() was told a number: `text` has room for `order_number_length` characters.
void write_order_number(std::uint64_t number, char* text);

/// "2026-09-30T10:56:01+00:00" or the same with "Z" or another offset of whole minutes, as seconds since 1970. Nothing
/// for any other form, and for years before 1970 and after 2099.
[[nodiscard]] std::optional<std::int64_t> parse_plain_stamp(std::string_view text);

/// parse_plain_stamp() for the cells of one column, faster for days and offsets that were read before: columns have
/// few.
class StampReader {
 public:
  [[nodiscard]] std::optional<std::int64_t> read(std::string_view text);

 private:
  struct Known {
    std::uint64_t year_and_month = 0;
    std::uint64_t day = 0;
    std::uint64_t offset = 0;  ///< As it is written.
    std::int64_t begin = 0;    ///< Of that day, at that offset.
  };
  std::array<Known, 64> known_{};  ///< By month and day.
};

/// A day as "2026-06-03", to be compared with many.
class IsoDay {
 public:
  explicit IsoDay(std::string_view day);
  /// Whether the text begins with an earlier day in this form.
  [[nodiscard]] bool is_after(std::string_view text) const;

 private:
  std::uint64_t year_and_month_;
  std::uint64_t day_;
};

}  // namespace sellerhealth::normalize
