#include "read/ndjson_reader.hpp"

#include <string_view>

#include "read/fault.hpp"
#include "read/ndjson_table.hpp"

namespace sellerhealth::read {

namespace {

/// The line at the beginning of `text` without its line break, all of it in memory.
std::string_view whole_line(TextBuffer& text, std::size_t line) {
  while (true) {
    const std::size_t size = text.view().find('\n');
    if (size != std::string_view::npos || text.ended()) {
      return text.view().substr(0, size);
    }
    if (text.view().size() >= longest_row) {
      throw fault("row_too_long", text.name(), line, "found no end of the row within 16 MiB, expected a line break");
    }
    text.extend();
  }
}

}  // namespace

void read_ndjson(TextBuffer& text, RowSink& sink) {
  NdjsonTable table{text.name(), sink};
  for (std::size_t number = 1; !text.view().empty() || text.extend(); ++number) {
    const std::string_view line = whole_line(text, number);
    const bool has_break = line.size() < text.view().size();
    if (!table.hand_over(line, number, has_break)) {
      return;
    }
    text.consume(line.size() + (has_break ? 1 : 0));
  }
}

}  // namespace sellerhealth::read
