#include "read/delimited_reader.hpp"

#include <utility>

#include "read/delimited_row.hpp"
#include "read/delimited_table.hpp"
#include "read/fault.hpp"

namespace sellerhealth::read {

namespace {

class DelimitedReader {
 public:
  DelimitedReader(TextBuffer& text, const Delimited& dialect, RowSink& sink)
      : text_{text}, row_{dialect}, table_{text.name(), dialect, sink} {}

  void read() {
    const bool empty = !next_row();
    if (!table_.read_header(row_, kind_, text_.unread().data(), line_) || empty) {
      return;
    }
    while (next_row() && table_.hand_over(row_, kind_, text_.unread().data(), line_)) {
    }
  }

 private:
  bool next_row();
  void make_room();

  TextBuffer& text_;
  DelimitedRow row_;  ///< Stands at the beginning of text_.
  DelimitedRow::Kind kind_ = DelimitedRow::Kind::blank;
  std::size_t line_ = 1;  ///< Where row_ begins.
  DelimitedTable table_;
};

/// Goes to the next row that is not blank; false at the end of the text.
bool DelimitedReader::next_row() {
  do {
    text_.consume(row_.size());
    line_ += row_.lines();
    if (text_.view().empty() && !text_.extend()) {
      return false;
    }
    kind_ = row_.split(text_.view(), text_.ended());
    while (kind_ == DelimitedRow::Kind::incomplete) {
      make_room();
      kind_ = row_.split(text_.view(), text_.ended());
    }
  } while (kind_ == DelimitedRow::Kind::blank);
  return true;
}

/// Gets more of an incomplete row into memory.
void DelimitedReader::make_room() {
  const std::size_t open_quote_line = row_.open_quote_line() == 0 ? 0 : line_ + row_.open_quote_line() - 1;
  if (text_.view().size() >= longest_row) {
    throw fault("row_too_long", text_.name(), open_quote_line == 0 ? line_ : open_quote_line,
                open_quote_line == 0 ? "found no end of the row within 16 MiB, expected a line break"
                                     : "found no closing quote within 16 MiB of the one that opens here");
  }
  if (text_.ended()) {
    throw fault("truncated_file", text_.name(), open_quote_line,
                "ends inside the quoted field that begins here, expected a closing quote: is the file cut off?");
  }
  text_.extend();
}

}  // namespace

void read_delimited(TextBuffer& text, const Delimited& dialect, RowSink& sink) {
  DelimitedReader{text, dialect, sink}.read();
}

}  // namespace sellerhealth::read
