#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "read/format.hpp"
#include "read/row_sink.hpp"

namespace sellerhealth::read {

/// Splits delimited text row by row, exactly: this is the definition of what a row and its fields are.
///
/// A quote opens a quoted field only at the field's beginning; elsewhere it is data (`5" nails`).
class DelimitedRow {
 public:
  enum class Kind : std::uint8_t {
    row,
    blank,        ///< A line of nothing but spaces.
    stray_quote,  ///< There is text behind a closing quote; the row ends with that line.
    incomplete,   ///< The row goes on behind the text.
  };

  /// Whether a line, without its line break, is blank.
  [[nodiscard]] static bool is_blank(std::string_view line) {
    return line.find_first_not_of(' ') == std::string_view::npos;
  }

  /// Keeps the cells of all columns, until told which are wanted.
  explicit DelimitedRow(const Delimited& dialect);

  /// By column, whether its cells are wanted.
  void want(std::vector<char> wanted) { wanted_ = std::move(wanted); }

  /// Splits the row at the beginning of `text`, which is not empty. `ended`: there is no text behind it. What the other
  /// members tell is about this row, and stands in `text`.
  Kind split(std::string_view text, bool ended);

  [[nodiscard]] std::size_t size() const { return size_; }       ///< In bytes, with its line break.
  [[nodiscard]] std::size_t lines() const { return lines_; }     ///< How many lines it takes.
  [[nodiscard]] std::string_view text() const { return text_; }  ///< Without line break.
  [[nodiscard]] std::size_t fields() const { return fields_; }   ///< How many it has, wanted or not.
  [[nodiscard]] std::vector<Cell>& cells() { return cells_; }    ///< Of the wanted columns.

  /// Of an incomplete row whose last quote is not closed: on which of its lines that opens, counted from 1; 0 for
  /// others.
  [[nodiscard]] std::size_t open_quote_line() const { return open_quote_line_; }

  /// Makes one quote of two in the cells, in place: `text` is what was split, and cannot be split again.
  void undouble_quotes(char* text);

 private:
  /// One physical line, or what is left of it.
  struct Line {
    const char* end;   ///< Of its text: at the line break, CRLF or not.
    const char* next;  ///< Behind the line break.
    bool whole;        ///< False: the text goes on, but not in memory.
  };

  /// The closing quote of a field.
  struct ClosingQuote {
    const char* at;        ///< Null: not in memory.
    bool doubled = false;  ///< The field has doubled quotes inside.
  };

  [[nodiscard]] Line line_at(const char* at, const char* end) const;
  [[nodiscard]] ClosingQuote closing_quote(const char* at, const char* end) const;
  void add_field(std::string_view text, bool doubled);

  Delimited dialect_;
  std::vector<char> wanted_;
  bool ended_ = false;  ///< Of the text.

  const char* begin_ = nullptr;
  std::size_t size_ = 0;
  std::size_t lines_ = 0;
  std::string_view text_;
  std::size_t fields_ = 0;
  std::vector<Cell> cells_;
  std::vector<std::size_t> doubled_;  ///< The cells that have doubled quotes.
  std::size_t open_quote_line_ = 0;
};

}  // namespace sellerhealth::read
