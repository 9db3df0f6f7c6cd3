#include "read/ndjson_scan.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "read/block_scan.hpp"
#include "read/ndjson_table.hpp"
#include "read/plain_line.hpp"
#include "read/utf8.hpp"

namespace sellerhealth::read {

namespace {

/// What a thread works with.
struct NdjsonLane {
  PlainLine line;
  Block block;
  std::vector<LeftRow> left;
  BlockWorker* worker = nullptr;
};

class NdjsonScan final : public BlockScan<NdjsonLane> {
 public:
  NdjsonScan(const Input& input, RowSink& sink, const BlockPlan& plan, std::size_t sample_size)
      : BlockScan{input, plan, false}, sample_size_{sample_size}, table_{input.name(), sink} {}

 private:
  using Lane = NdjsonLane;

  [[nodiscard]] Lane new_lane() const override { return {PlainLine{table_.record()}, {}, {}}; }
  std::optional<Place> read_header(Lane& lane) override;
  void read_rows(Lane& lane, const Place& begin) override;
  bool hand_over(Lane& lane, std::string_view line, std::size_t number);
  void hand_over_left(Lane& lane, const Place& begin);

  std::size_t sample_size_;

  // For the thread that is at the block whose turn it is.
  NdjsonTable table_;
};

std::string_view text_of(NdjsonLane& lane) { return {lane.block.text().data(), lane.block.text().size()}; }

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

bool take(NdjsonLane& lane) {
  PlainRow row = lane.line.row();
  return lane.worker->take(row);
}

std::optional<Place> NdjsonScan::read_header(Lane& lane) {
  while (next_block(lane)) {
    const std::string_view text = text_of(lane);
    const std::size_t first_line = order().wait_for(lane.block.number());
    Place behind;
    while (behind.at < text.size() && (behind.at < sample_size_ || table_.record().columns() == 0)) {
      const std::string_view line = line_at(text, behind.at);
      if (!hand_over(lane, line, first_line + behind.lines)) {
        return {};
      }
      behind.at += line.size() + 1;
      ++behind.lines;
    }
    if (table_.record().columns() != 0) {
      lane.line = PlainLine{table_.record()};
      return behind;
    }
    order().done(lane.block.number(), behind.lines);
  }
  return {};
}

void NdjsonScan::read_rows(Lane& lane, const Place& begin) {
  const std::string_view text = text_of(lane);
  const char* const end = text.data() + text.size();
  lane.left.clear();
  std::size_t rows = 0;
  for (const char* at = text.data() + begin.at; at != end; ++rows) {
    const char* next = lane.line.read(at, end);
    if (next == nullptr || !take(lane)) {
      const auto left = static_cast<std::size_t>(at - text.data());
      lane.left.push_back({left, rows});
      next = at + line_at(text, left).size() + 1;
    }
    at = next;
  }
  if (!lane.left.empty()) {
    hand_over_left(lane, begin);
  }
  order().done(lane.block.number(), begin.lines + rows);
}

/// `begin`: of the first of its rows.
void NdjsonScan::hand_over_left(Lane& lane, const Place& begin) {
  const std::size_t first_line = order().wait_for(lane.block.number());
  if (first_line == 0) {
    return;
  }
  for (const LeftRow& left : lane.left) {
    if (!hand_over(lane, line_at(text_of(lane), left.begin), first_line + begin.lines + left.rows)) {
      return;
    }
  }
}

/// Hands a line over to the sink, in the turn of its block. Returns whether to go on; if not, the scan has ended.
bool NdjsonScan::hand_over(Lane& lane, std::string_view line, std::size_t number) {
  if (scan_utf8(line).valid != line.size() || line.find('\0') != std::string_view::npos) {
    give_up(lane);
    return false;
  }
  const std::string_view text = text_of(lane);
  const bool has_break = !lane.block.lacks_break() || line.end() + 1 != text.end();
  const bool go_on = table_.hand_over(line, number, has_break);
  if (!go_on) {
    order().stop();
  }
  return go_on;
}

}  // namespace

ScanResult scan_ndjson(const Input& input, RowSink& sink, unsigned threads, const WorkerFactory& worker_of_a_thread,
                       const BlockPlan& plan, std::size_t sample_size) {
  return NdjsonScan{input, sink, plan, sample_size}.run(threads, worker_of_a_thread);
}

}  // namespace sellerhealth::read
