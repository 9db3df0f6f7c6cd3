#include "read/delimited_scan.hpp"

#include <optional>
#include <span>
#include <vector>

#include "read/block_scan.hpp"
#include "read/delimited_row.hpp"
#include "read/delimited_table.hpp"
#include "read/row_walk.hpp"
#include "read/structure.hpp"

namespace sellerhealth::read {

namespace {

/// What a thread works with.
struct DelimitedLane {
  RowWalk rows;
  Block block;
  std::vector<LeftRow> left;
  BlockWorker* worker = nullptr;
};

class DelimitedScan final : public BlockScan<DelimitedLane> {
 public:
  DelimitedScan(const Input& input, const Delimited& dialect, RowSink& sink, const BlockPlan& plan,
                const StructureKernel& kernel)
      : BlockScan{input, plan, dialect.quoting},
        dialect_{dialect},
        kernel_{kernel},
        row_{dialect},
        table_{input.name(), dialect, sink} {}

 private:
  using Lane = DelimitedLane;

  [[nodiscard]] Lane new_lane() const override { return {{dialect_, kernel_}, {}, {}}; }
  std::optional<Place> read_header(Lane& lane) override;
  void read_rows(Lane& lane, const Place& begin) override;
  void hand_over_left(Lane& lane, const Place& begin);

  Delimited dialect_;
  const StructureKernel& kernel_;

  // For the thread that is at the block whose turn it is.
  DelimitedRow row_;
  DelimitedTable table_;
};

std::optional<Place> DelimitedScan::read_header(Lane& lane) {
  // The whole of a block is looked at before its header is told; a walk over the rows behind it cannot come back to a
  // header of which the quotes were taken out in place.
  Structure structure{dialect_.delimiter, dialect_.quoting, kernel_};
  while (next_block(lane)) {
    const std::span<char> text = lane.block.text();
    if (!is_plain(structure, text)) {
      give_up(lane);
      return {};
    }
    for (std::size_t at = 0; at < text.size(); at += row_.size()) {
      const DelimitedRow::Kind kind = row_.split({text.data() + at, text.size() - at}, true);
      if (kind != DelimitedRow::Kind::blank) {
        const std::size_t lines_before = lines_in(text.first(at));
        const Place behind{at + row_.size(), lines_before + row_.lines()};
        const std::size_t line = order().wait_for(lane.block.number()) + lines_before;
        return table_.read_header(row_, kind, text.data() + at, line) ? std::optional{behind} : std::nullopt;
      }
    }
    order().done(lane.block.number(), lines_in(text));
  }
  if (!gave_up()) {
    table_.read_header(row_, DelimitedRow::Kind::blank, nullptr, 0);
  }
  return {};
}

void DelimitedScan::read_rows(Lane& lane, const Place& begin) {
  const std::span<char> text = lane.block.text().subspan(begin.at);
  lane.left.clear();
  const std::optional<std::size_t> rows = lane.rows.walk(text, table_, *lane.worker, lane.left);
  if (!rows) {
    give_up(lane);
    return;
  }
  const std::size_t lines = begin.lines + (lane.rows.has_quoted_breaks() ? lines_in(text) : *rows);
  if (!lane.left.empty()) {
    hand_over_left(lane, begin);
  }
  order().done(lane.block.number(), lines);
}

/// `begin`: of the first of its rows.
void DelimitedScan::hand_over_left(Lane& lane, const Place& begin) {
  const std::size_t lines_before = order().wait_for(lane.block.number());
  if (lines_before == 0) {
    return;
  }
  const std::span<char> text = lane.block.text().subspan(begin.at);
  const bool count_lines = lane.rows.has_quoted_breaks();
  const std::size_t first_line = lines_before + begin.lines;
  std::size_t counted = 0;  // Up to there, which is behind what was written to: splitting a row unquotes it.
  std::size_t line = first_line;
  for (const LeftRow& left : lane.left) {
    line = count_lines ? line + lines_in(text.subspan(counted, left.begin - counted)) : first_line + left.rows;
    const DelimitedRow::Kind kind = row_.split({text.data() + left.begin, text.size() - left.begin}, true);
    if (kind != DelimitedRow::Kind::blank && !table_.hand_over(row_, kind, text.data() + left.begin, line)) {
      order().stop();
      return;
    }
    counted = left.begin + row_.size();
    line += row_.lines();
  }
}

}  // namespace

ScanResult scan_delimited(const Input& input, const Delimited& dialect, RowSink& sink, unsigned threads,
                          const WorkerFactory& worker_of_a_thread, const BlockPlan& plan,
                          const StructureKernel& kernel) {
  return DelimitedScan{input, dialect, sink, plan, kernel}.run(threads, worker_of_a_thread);
}

}  // namespace sellerhealth::read
