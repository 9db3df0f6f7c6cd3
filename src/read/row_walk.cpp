#include "read/row_walk.hpp"

#include <algorithm>
#include <string_view>

namespace sellerhealth::read {

std::optional<std::size_t> RowWalk::walk(std::span<const char> text, const DelimitedTable& table, BlockWorker& worker,
                                         std::vector<LeftRow>& left) {
  const std::size_t columns = table.columns();
  std::size_t rows = 0;
  std::size_t listed = 1;
  ends_.front() = ~std::uint32_t{0};
  for (structure_.begin(text); !structure_.at_end();) {
    if (!structure_.mark_next()) {
      return std::nullopt;
    }
    const MarkedText block = structure_.marked();
    const auto is_taken = [&](std::span<std::uint32_t> ends) {
      const std::uint32_t begin = ends.front() + 1;
      const std::uint32_t line_break = ends.back();
      const std::uint32_t end = line_break - (line_break != begin && text[line_break - 1] == '\r' ? 1U : 0U);
      const std::string_view row_text{block.text + begin, end - begin};
      ends.back() = end;
      PlainRow row{block, ends};
      const bool taken = ends.size() == columns + 1 && !table.repeats_header(row_text) &&
                         (columns != 1 || !DelimitedRow::is_blank(row_text)) && worker.take(row);
      ends.back() = line_break;  // It stands before the next row.
      return taken;
    };
    const std::span<std::uint32_t> ends = list_strip(listed);
    const std::size_t rows_ended = structure_.rows_ended();
    const bool regular = is_regular(ends, columns, rows_ended);
    std::size_t begin = 0;
    for (const std::size_t rows_then = rows + rows_ended; rows != rows_then; ++rows) {
      std::size_t end = begin + columns;
      if (!regular) {
        for (end = begin + 1; text[ends[end]] != '\n';) {
          ++end;
        }
      }
      if (!is_taken(ends.subspan(begin, end - begin + 1))) [[unlikely]] {
        left.push_back({ends[begin] + 1, rows});
      }
      begin = end;
    }
    std::shift_left(ends.begin(), ends.end(), static_cast<std::ptrdiff_t>(begin));
    // Of a row with too many fields no more matters than that they are too many.
    listed = std::min(ends.size() - begin, columns + 2);
  }
  return rows;
}

/// Lists the fields of the strip behind the `listed` ends that are left.
std::span<std::uint32_t> RowWalk::list_strip(std::size_t listed) {
  if (const std::size_t needed = listed + strip_size + list_padding; ends_.size() < needed) {
    ends_.resize(2 * needed);
  }
  return {ends_.data(), structure_.list_separators(ends_.data() + listed)};
}

/// Whether all of the next `rows` rows have as many fields as there are columns.
bool RowWalk::is_regular(std::span<const std::uint32_t> ends, std::size_t columns, std::size_t rows) const {
  // As many line breaks as there are, so none is among the other fields' ends.
  const char* const text = structure_.marked().text;
  bool regular = rows * columns < ends.size();
  for (std::size_t row = 1; row <= rows && regular; ++row) {
    regular = text[ends[row * columns]] == '\n';
  }
  return regular;
}

}  // namespace sellerhealth::read
