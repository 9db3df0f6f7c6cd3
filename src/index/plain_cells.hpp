#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "normalize/fields.hpp"
#include "normalize/plain_forms.hpp"
#include "read/plain_row.hpp"
#include "sellerhealth/time_zone.hpp"
#include "util/hash.hpp"
#include "util/word_at.hpp"

/// Cells as nearly all rows have them, understood without a look at the whole row. What these do not understand is left
/// to normalize::Fields, which understands all that can be understood.
namespace sellerhealth::index {

/// Whether a cell needs no trimming: it begins and ends with a visible ASCII character.
[[nodiscard]] inline bool is_trim(std::string_view text) {
  const auto visible = [](char c) { return c > ' ' && c < '\x7F'; };
  return text.empty() || (visible(text.front()) && visible(text.back()));
}

/// The first and the last instant that a cell may mean, in seconds since 1970; 0: it is empty.
struct Moment {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] bool is_instant() const { return first == last; }
};

/// Reads a cell of dates that is not empty and no plain stamp, or the first instant that misses the deadline in it.
/// Returns false for what it does not understand.
[[nodiscard]] bool read_other_moment(std::string_view text, const TimeZone& zone, Moment& moment);
[[nodiscard]] bool read_other_deadline(std::string_view text, const TimeZone& zone, std::uint32_t& too_late);

/// A column of dates, by its number in the file.
struct DateColumn {
  std::size_t number;
  normalize::StampReader stamps{};

  /// Reads its cell. An empty one leaves `moment` as it is. Returns false for what it does not understand.
  [[nodiscard]] bool read(std::string_view text, const TimeZone& zone, Moment& moment) {
    if (text.empty()) {
      return true;
    }
    moment.first = moment.last = stamps.read(text);
    return moment.first != 0 || read_other_moment(text, zone, moment);
  }
  [[nodiscard]] bool read(read::PlainRow& row, const TimeZone& zone, Moment& moment) {
    return read(row.field(number), zone, moment);
  }

  /// The same for the first instant that misses the deadline in the cell.
  [[nodiscard]] bool read_deadline(read::PlainRow& row, const TimeZone& zone, std::uint32_t& too_late) {
    const std::string_view text = row.field(number);
    if (text.empty()) {
      return true;
    }
    const std::uint32_t deadline = stamps.read(text);
    too_late = deadline + 1;
    return deadline != 0 || read_other_deadline(text, zone, too_late);
  }
};

/// What the cells of a column with a vocabulary mean, for the few spellings that a file has.
class ValueMemory {
 public:
  static constexpr int not_known = -1;  ///< No vocabulary knows the text.
  static constexpr int no_value = -2;   ///< The text says nothing.

  explicit ValueMemory(normalize::Header header) : header_{std::move(header)} {}

  /// The number of the value; for a sales-channel whether it is not the marketplace's. Not known is also what needs
  /// trimming. The text is one of a block, behind which read::text_padding bytes can be read.
  [[nodiscard]] int value_of(std::string_view text) {
    if (text.empty()) {
      return no_value;
    }
    if (text.size() > longest) {
      return look_up(text);
    }
    const Short spelling{text};
    const Known& known = known_[spelling.place()];
    return known.text == spelling ? known.value : find(text, spelling);
  }

 private:
  static constexpr std::size_t word = sizeof(std::uint64_t);
  static constexpr std::size_t longest = 2 * word;
  static constexpr std::size_t places = 128;

  /// By `i`: a mask of the first `i` - 8 bytes of a word.
  static constexpr auto kept_bytes = [] {
    std::array<std::uint64_t, longest + word + 1> masks{};
    for (std::size_t i = word + 1; i < masks.size(); ++i) {
      masks[i] = i < longest ? (std::uint64_t{1} << 8U * (i - word)) - 1 : ~std::uint64_t{0};
    }
    return masks;
  }();

  /// A text without NUL of 1 to `longest` characters, filled up with zeros: as words that compare at once, and no
  /// branch has to tell how long it is.
  struct Short {
    Short() = default;
    explicit Short(std::string_view text)
        : begin{util::word_at(text.data()) & kept_bytes[text.size() + word]},
          end{util::word_at(text.data() + word) & kept_bytes[text.size()]} {}
    friend bool operator==(const Short&, const Short&) = default;
    [[nodiscard]] std::size_t place() const { return util::spread(begin ^ end << 1U) >> 57U; }

    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  struct Known {
    Short text;
    int value = 0;
  };

  /// Looks further than at the first place where it may be known.
  int find(std::string_view text, Short spelling);
  [[nodiscard]] int look_up(std::string_view text) const;

  normalize::Header header_;           ///< A copy: the file may get more headers meanwhile.
  std::array<Known, places> known_{};  ///< Where its spelling hashes to, or behind it; few are used.
  std::size_t used_ = 0;
};

/// A column with a vocabulary, by its number in the file.
struct ValueColumn {
  std::size_t number;
  ValueMemory memory;

  /// What its cell means: ValueMemory::value_of().
  [[nodiscard]] int read(read::PlainRow& row) { return memory.value_of(row.field(number)); }
};

}  // namespace sellerhealth::index
