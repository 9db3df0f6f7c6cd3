#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sellerhealth::read {

/// A block of delimited text and where its fields end: a bit for each byte, in words of 64, the first byte lowest.
struct MarkedText {
  const char* text;
  const std::uint64_t* separators;  ///< Delimiters and line breaks outside quotes.
  bool quoting;                     ///< A field may stand in quotes.
  bool doubled_quotes;              ///< Some field of the block has doubled quotes inside.
};

/// A row that has as many fields as the header, neither blank nor the header again: a cursor over its fields that goes
/// forward only, and looks at nothing that is not asked for.
class PlainRow {
 public:
  /// The row from `begin` to its line break at `line_break`, both counted from the beginning of the block.
  PlainRow(const MarkedText& block, std::size_t begin, std::size_t line_break)
      : block_{&block},
        begin_{begin},
        line_break_{line_break},
        end_{line_break - (line_break != begin && block.text[line_break - 1] == '\r' ? 1U : 0U)},
        at_{begin},
        word_{begin / 64},
        separators_{block.separators[word_] & (~std::uint64_t{0} << (begin % 64))} {}

  /// As it stands in the file, without its line break (LF or CRLF).
  [[nodiscard]] std::string_view text() const { return {block_->text + begin_, end_ - begin_}; }

  /// The field of column `column`, without the quotes that enclose it; valid until the worker returns. Columns count
  /// from 0 as in RowSink::column(); ask for columns of the header only, and for each one after those before it.
  [[nodiscard]] std::string_view field(std::size_t column) {
    if (column != next_) {
      at_ = pass(column - next_) + 1;
    }
    const std::size_t separator = pass(1);
    const std::size_t begin = at_;
    next_ = column + 1;
    at_ = separator + 1;
    return unquoted({block_->text + begin, (separator == line_break_ ? end_ : separator) - begin});
  }

  /// Whether a field() until now has doubled quotes inside, which still stand there doubled: a worker that would use
  /// it leaves the row to the exact reader.
  [[nodiscard]] bool needs_unquoting() const { return needs_unquoting_; }

 private:
  /// Goes behind the next `count` separators, at least one, and returns where the last of them is.
  std::size_t pass(std::size_t count) {
    while (true) {
      while (separators_ == 0) {
        separators_ = block_->separators[++word_];
      }
      const std::uint64_t first = separators_;
      separators_ &= separators_ - 1;
      if (--count == 0) {
        return word_ * 64 + static_cast<std::size_t>(std::countr_zero(first));
      }
    }
  }

  std::string_view unquoted(std::string_view field) {
    if (field.empty() || field.front() != '"' || !block_->quoting) {
      return field;
    }
    field = field.substr(1, field.size() - 2);
    if (block_->doubled_quotes && std::memchr(field.data(), '"', field.size()) != nullptr) {
      needs_unquoting_ = true;
    }
    return field;
  }

  const MarkedText* block_;
  std::size_t begin_;
  std::size_t line_break_;
  std::size_t end_;           ///< Of the text: at the line break, or at the CR before it.
  std::size_t at_;            ///< Where the field of column `next_` begins.
  std::size_t next_ = 0;      ///< The column that can be asked for next.
  std::size_t word_;          ///< Of the separators; those left in it are
  std::uint64_t separators_;  ///< these.
  bool needs_unquoting_ = false;
};

}  // namespace sellerhealth::read
