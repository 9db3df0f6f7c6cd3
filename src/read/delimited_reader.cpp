#include "read/delimited_reader.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "read/fault.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

const char* find(const char* begin, const char* end, char wanted) {
  const void* found = begin == end ? nullptr : std::memchr(begin, wanted, static_cast<std::size_t>(end - begin));
  return found == nullptr ? end : static_cast<const char*>(found);
}

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

std::string number_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class DelimitedReader {
 public:
  DelimitedReader(TextBuffer& text, const Delimited& dialect, RowSink& sink)
      : text_{text}, dialect_{dialect}, sink_{sink}, wanted_(most_columns, 1) {}

  void read() {
    if (!read_header()) {
      return;
    }
    for (RowKind kind = next_row(); kind != RowKind::end_of_text; kind = next_row()) {
      if (!hand_over(kind)) {
        return;
      }
    }
  }

 private:
  enum class RowKind : std::uint8_t { row, blank, stray_quote, incomplete, end_of_text };

  bool read_header();
  RowKind next_row();
  RowKind split_row();
  [[nodiscard]] Line line_at(const char* at, const char* end) const;
  [[nodiscard]] ClosingQuote closing_quote(const char* at, const char* end) const;
  void add_field(std::string_view text, bool doubled);
  void make_room();
  bool hand_over(RowKind kind);
  [[nodiscard]] bool repeats_header() const;
  [[nodiscard]] std::string stray_quote_message() const;
  void undouble_quotes();

  TextBuffer& text_;
  Delimited dialect_;
  RowSink& sink_;
  std::vector<char> wanted_;  ///< By column; while the header is read, all.
  std::string header_;        ///< As it stands in the file.

  // The current row, which stands at the beginning of text_.
  std::size_t line_ = 1;       ///< Where it begins.
  std::size_t lines_ = 0;      ///< How many lines it takes.
  std::size_t length_ = 0;     ///< How many bytes it takes, with its line break.
  std::string_view row_text_;  ///< Without line break.
  std::size_t fields_ = 0;
  std::vector<Cell> cells_;           ///< Of the wanted columns.
  std::vector<std::size_t> doubled_;  ///< The cells that have doubled quotes.
  std::size_t open_quote_line_ = 0;   ///< 0 unless the row is incomplete for want of a closing quote.
};

bool DelimitedReader::read_header() {
  if (next_row() == RowKind::stray_quote) {
    throw fault("stray_quote", text_.name(), line_, stray_quote_message());
  }
  if (fields_ > most_columns) {
    throw fault("too_many_columns", text_.name(), line_,
                "found " + number_of(fields_, "column") + ", expected at most " + std::to_string(most_columns));
  }
  header_ = row_text_;
  undouble_quotes();
  std::unordered_set<std::string_view> names;
  for (Cell& cell : cells_) {
    cell.text = util::trim(cell.text);
    if (cell.text.empty()) {
      throw fault("empty_column_name", text_.name(), line_,
                  "column " + std::to_string(cell.column + 1) + " of " + std::to_string(fields_) +
                      " has no name, expected one");
    }
    if (!names.insert(cell.text).second) {
      throw fault("duplicate_column", text_.name(), line_,
                  "found the column " + util::quoted(cell.text) + " twice, expected each name once");
    }
  }
  sink_.table("");
  std::vector<char> wanted;
  for (const Cell& cell : cells_) {
    wanted.push_back(sink_.column(cell.column, cell.text) ? 1 : 0);
  }
  wanted_ = std::move(wanted);
  return sink_.header_done();
}

/// Goes to the next row that is not blank.
DelimitedReader::RowKind DelimitedReader::next_row() {
  while (true) {
    text_.consume(std::exchange(length_, 0));
    line_ += std::exchange(lines_, 0);
    if (text_.view().empty() && !text_.extend()) {
      return RowKind::end_of_text;
    }
    RowKind kind = split_row();
    while (kind == RowKind::incomplete) {
      make_room();
      kind = split_row();
    }
    if (kind != RowKind::blank) {
      return kind;
    }
  }
}

/// Splits what stands at the beginning of text_. Begins anew when called again after incomplete.
DelimitedReader::RowKind DelimitedReader::split_row() {
  cells_.clear();
  doubled_.clear();
  fields_ = 0;
  lines_ = 1;
  open_quote_line_ = 0;
  const std::string_view text = text_.view();
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto take = [&](const Line& last, RowKind kind) {
    row_text_ = {text.data(), static_cast<std::size_t>(last.end - text.data())};
    length_ = static_cast<std::size_t>(last.next - text.data());
    return last.whole ? kind : RowKind::incomplete;
  };

  Line line = line_at(at, end);
  if (line.whole && std::find_if(at, line.end, [](char c) { return c != ' '; }) == line.end) {
    return take(line, RowKind::blank);
  }
  while (true) {
    if (dialect_.quoting && at != line.end && *at == '"') {
      const char* const begin = at + 1;
      const ClosingQuote close = closing_quote(begin, end);
      if (close.at == nullptr) {
        open_quote_line_ = line_ + lines_ - 1;
        return RowKind::incomplete;
      }
      if (close.at > line.end) {
        lines_ += static_cast<std::size_t>(std::count(begin, close.at, dialect_.newline));
        line = line_at(close.at + 1, end);
      }
      add_field({begin, static_cast<std::size_t>(close.at - begin)}, close.doubled);
      at = close.at + 1;
      if (at != line.end && *at != dialect_.delimiter) {
        return take(line, RowKind::stray_quote);
      }
    } else {
      const char* const field_end = find(at, line.end, dialect_.delimiter);
      add_field({at, static_cast<std::size_t>(field_end - at)}, false);
      at = field_end;
    }
    if (at == line.end) {
      return take(line, RowKind::row);
    }
    ++at;
  }
}

Line DelimitedReader::line_at(const char* at, const char* end) const {
  const char* const line_break = find(at, end, dialect_.newline);
  const bool cr = line_break != at && line_break[-1] == '\r';
  return {line_break - (cr ? 1 : 0), line_break + (line_break == end ? 0 : 1), line_break != end || text_.ended()};
}

ClosingQuote DelimitedReader::closing_quote(const char* at, const char* end) const {
  ClosingQuote quote{nullptr};
  while (true) {
    at = find(at, end, '"');
    if (at == end || (at + 1 == end && !text_.ended())) {
      return quote;
    }
    if (at + 1 == end || at[1] != '"') {
      quote.at = at;
      return quote;
    }
    quote.doubled = true;
    at += 2;
  }
}

void DelimitedReader::add_field(std::string_view text, bool doubled) {
  if (fields_ < wanted_.size() && wanted_[fields_] != 0) {
    if (doubled) {
      doubled_.push_back(cells_.size());
    }
    cells_.push_back({fields_, text});
  }
  ++fields_;
}

/// Gets more of an incomplete row into memory.
void DelimitedReader::make_room() {
  if (text_.view().size() >= longest_row) {
    throw fault("row_too_long", text_.name(), open_quote_line_ == 0 ? line_ : open_quote_line_,
                open_quote_line_ == 0 ? "found no end of the row within 16 MiB, expected a line break"
                                      : "found no closing quote within 16 MiB of the one that opens here");
  }
  if (text_.ended()) {
    throw fault("truncated_file", text_.name(), open_quote_line_,
                "ends inside the quoted field that begins here, expected a closing quote: is the file cut off?");
  }
  text_.extend();
}

bool DelimitedReader::hand_over(RowKind kind) {
  if (kind == RowKind::stray_quote) {
    return sink_.bad_row(line_, "stray_quote", stray_quote_message());
  }
  if (repeats_header()) {
    return sink_.bad_row(line_, "repeated_header", "found the header line again, expected a row of values");
  }
  if (fields_ != wanted_.size()) {
    return sink_.bad_row(line_, "ragged_row",
                         "found " + number_of(fields_, "field") + ", expected " + std::to_string(wanted_.size()));
  }
  undouble_quotes();
  return sink_.row({line_, cells_});
}

/// A file that was appended to another may bring its byte order mark along.
bool DelimitedReader::repeats_header() const {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return row_text_ == header_ || (row_text_.starts_with(mark) && row_text_.substr(mark.size()) == header_);
}

std::string DelimitedReader::stray_quote_message() const {
  const std::string delimiter = dialect_.delimiter == '\t' ? "a TAB" : std::string{'"', dialect_.delimiter, '"'};
  return "found text behind the closing quote of field " + std::to_string(fields_) + ", expected " + delimiter +
         " or the end of the line";
}

/// Makes one quote of two, in place: text_ belongs to this reader, and the row is not split again.
void DelimitedReader::undouble_quotes() {
  const char* const base = text_.view().data();
  for (const std::size_t cell : doubled_) {
    const std::string_view text = cells_[cell].text;
    const std::span<char> field = text_.unread().subspan(static_cast<std::size_t>(text.data() - base), text.size());
    bool after_quote = false;
    const auto end = std::remove_if(field.begin(), field.end(), [&](char c) {
      const bool second = c == '"' && after_quote;
      after_quote = c == '"' && !after_quote;
      return second;
    });
    cells_[cell].text = text.substr(0, static_cast<std::size_t>(end - field.begin()));
  }
}

}  // namespace

void read_delimited(TextBuffer& text, const Delimited& dialect, RowSink& sink) {
  DelimitedReader{text, dialect, sink}.read();
}

}  // namespace sellerhealth::read
