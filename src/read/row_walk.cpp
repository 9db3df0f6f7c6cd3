#include "read/row_walk.hpp"

#include <algorithm>
#include <string_view>

namespace sellerhealth::read {

namespace {

/// Hands over rows of which the fields' ends are listed.
class RowHandover {
 public:
  RowHandover(const MarkedText& block, const DelimitedTable& table, BlockWorker& worker, std::vector<LeftRow>& left)
      : block_{block}, table_{table}, worker_{worker}, left_{left} {}

  /// Of the row with these ends, before which there are `rows` others.
  void hand_over(std::span<std::uint32_t> ends, std::size_t rows) {
    const std::uint32_t line_break = ends.back();
    const std::uint32_t begin = ends.front() + 1;
    ends.back() -= line_break != begin && block_.text[line_break - 1] == '\r' ? 1U : 0U;
    PlainRow row{block_, ends};
    if (ends.size() != table_.columns() + 1 || !is_plain(row.text()) || !worker_.take(row)) [[unlikely]] {
      left_.push_back({begin, rows});
    }
    ends.back() = line_break;
  }

 private:
  [[nodiscard]] bool is_plain(std::string_view row) const {
    return !table_.repeats_header(row) && (table_.columns() != 1 || !DelimitedRow::is_blank(row));
  }

  const MarkedText block_;
  const DelimitedTable& table_;
  BlockWorker& worker_;
  std::vector<LeftRow>& left_;
};

}  // namespace

std::optional<std::size_t> RowWalk::walk(std::span<const char> text, const DelimitedTable& table, BlockWorker& worker,
                                         std::vector<LeftRow>& left) {
  const std::size_t columns = table.columns();
  std::size_t rows = 0;
  std::size_t listed = 1;
  ends_.resize(1);
  ends_.front() = ~std::uint32_t{0};
  for (structure_.begin(text); !structure_.at_end();) {
    if (!structure_.mark_next()) {
      return std::nullopt;
    }
    const std::span<std::uint32_t> ends = list_strip(listed);
    const std::size_t rows_ended = structure_.rows_ended();
    const bool regular = is_regular(ends, columns, rows_ended);
    RowHandover handover{structure_.marked(), table, worker, left};
    std::size_t begin = 0;
    for (const std::size_t rows_then = rows + rows_ended; rows != rows_then; ++rows) {
      std::size_t end = begin + columns;
      if (!regular) {
        for (end = begin + 1; text[ends[end]] != '\n';) {
          ++end;
        }
      }
      handover.hand_over(ends.subspan(begin, end - begin + 1), rows);
      begin = end;
    }
    listed = ends.size() - begin;
    std::copy(ends.begin() + static_cast<std::ptrdiff_t>(begin), ends.end(), ends.begin());
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
