#include "read/delimited_scan.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "read/block_order.hpp"
#include "read/block_source.hpp"
#include "read/decode.hpp"
#include "read/delimited_row.hpp"
#include "read/delimited_table.hpp"
#include "read/row_walk.hpp"
#include "read/structure.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

namespace {

/// What a thread works with.
struct Lane {
  Structure structure;
  Block block;
  std::vector<LeftRow> left;
  BlockWorker* worker = nullptr;
};

std::size_t lines_in(std::span<const char> text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// A place in a block, and how many lines the block has before it.
struct Place {
  std::size_t at = 0;
  std::size_t lines = 0;
};

class DelimitedScan {
 public:
  DelimitedScan(const Input& input, const Delimited& dialect, RowSink& sink, std::size_t block_size,
                const StructureKernel& kernel)
      : dialect_{dialect},
        kernel_{kernel},
        source_{input.open(), block_size, dialect.quoting},
        row_{dialect},
        table_{input.name(), dialect, sink} {}

  ScanResult run(unsigned threads, const WorkerFactory& worker_of_a_thread);

 private:
  [[nodiscard]] Lane new_lane() const { return {{dialect_.delimiter, dialect_.quoting, kernel_}, {}, {}}; }
  std::optional<Place> read_header(Lane& lane);
  bool next_block(Lane& lane);
  void read_rows(Lane& lane, const Place& begin);
  void hand_over_left(Lane& lane, const Place& begin);
  void read_blocks(Lane& lane);
  template <typename Action>
  void run_guarded(const Lane& lane, Action action);

  Delimited dialect_;
  const StructureKernel& kernel_;
  BlockSource source_;
  BlockOrder order_;

  // For the thread that is at the block whose turn it is.
  DelimitedRow row_;
  DelimitedTable table_;
  // For the thread that stops the others.
  bool gave_up_ = false;
  std::exception_ptr exception_;
};

ScanResult DelimitedScan::run(unsigned threads, const WorkerFactory& worker_of_a_thread) {
  std::vector<Lane> lanes;
  lanes.push_back(new_lane());
  if (const std::optional<Place> begin = read_header(lanes.front())) {
    while (lanes.size() < threads && !source_.is_exhausted()) {
      lanes.push_back(new_lane());
    }
    for (Lane& lane : lanes) {
      lane.worker = &worker_of_a_thread();
    }
    std::vector<std::jthread> helpers;
    helpers.reserve(lanes.size() - 1);
    try {
      for (std::size_t i = 1; i < lanes.size(); ++i) {
        helpers.emplace_back([this, &lane = lanes[i]] { run_guarded(lane, [&] { read_blocks(lane); }); });
      }
    } catch (const std::system_error&) {
      // The system has no more threads; those that run read it all.
    }
    run_guarded(lanes.front(), [&] {
      read_rows(lanes.front(), *begin);
      read_blocks(lanes.front());
    });
  }
  if (exception_) {
    std::rethrow_exception(exception_);
  }
  return gave_up_ ? ScanResult::gave_up : ScanResult::done;
}

/// Returns where the first row behind the header begins in the block of `lane`; none if there is no more to read.
std::optional<Place> DelimitedScan::read_header(Lane& lane) {
  while (next_block(lane)) {
    const std::span<char> text = lane.block.text();
    for (std::size_t at = 0; at < text.size(); at += row_.size()) {
      const DelimitedRow::Kind kind = row_.split({text.data() + at, text.size() - at}, true);
      if (kind != DelimitedRow::Kind::blank) {
        const std::size_t lines_before = lines_in(text.first(at));
        const Place behind{at + row_.size(), lines_before + row_.lines()};
        const std::size_t line = order_.wait_for(lane.block.number()) + lines_before;
        return table_.read_header(row_, kind, text.data() + at, line) ? std::optional{behind} : std::nullopt;
      }
    }
    order_.done(lane.block.number(), lines_in(text));
  }
  if (!gave_up_) {
    table_.read_header(row_, DelimitedRow::Kind::blank, nullptr, 0);
  }
  return {};
}

/// Takes the next block and finds its structure. Returns false at the end of the text, and when it gives up: in its
/// turn, so that which thread comes first makes no difference.
bool DelimitedScan::next_block(Lane& lane) {
  const BlockSource::Outcome outcome = source_.next(lane.block);
  if (outcome == BlockSource::Outcome::end) {
    return false;
  }
  if (outcome == BlockSource::Outcome::block && lane.structure.find(lane.block.text())) {
    return true;
  }
  if (order_.wait_for(lane.block.number()) != 0 && order_.stop()) {
    gave_up_ = true;
  }
  return false;
}

void DelimitedScan::read_blocks(Lane& lane) {
  while (!order_.stopped() && next_block(lane)) {
    read_rows(lane, {});
  }
}

/// Reads the rows of a block from the one at `begin` on.
void DelimitedScan::read_rows(Lane& lane, const Place& begin) {
  const std::span<const char> text = lane.block.text();
  lane.left.clear();
  const std::size_t rows = walk_rows(lane.structure, begin.at, table_, *lane.worker, lane.left);
  const std::size_t lines =
      begin.lines + (lane.structure.has_quoted_breaks() ? lines_in(text.subspan(begin.at)) : rows);
  if (!lane.left.empty()) {
    hand_over_left(lane, begin);
  }
  order_.done(lane.block.number(), lines);
}

/// `begin`: of the first of its rows.
void DelimitedScan::hand_over_left(Lane& lane, const Place& begin) {
  const std::size_t first_line = order_.wait_for(lane.block.number());
  if (first_line == 0) {
    return;
  }
  const std::span<char> text = lane.block.text();
  const bool count_lines = lane.structure.has_quoted_breaks();
  std::size_t counted = begin.at;  // Up to there, which is behind what was written to: splitting a row unquotes it.
  std::size_t line = first_line + begin.lines;
  for (const LeftRow& left : lane.left) {
    line = count_lines ? line + lines_in(text.subspan(counted, left.begin - counted))
                       : first_line + begin.lines + left.rows;
    const DelimitedRow::Kind kind = row_.split({text.data() + left.begin, text.size() - left.begin}, true);
    if (kind != DelimitedRow::Kind::blank && !table_.hand_over(row_, kind, text.data() + left.begin, line)) {
      order_.stop();
      return;
    }
    counted = left.begin + row_.size();
    line += row_.lines();
  }
}

/// An exception stops the other threads, in its turn.
template <typename Action>
void DelimitedScan::run_guarded(const Lane& lane, Action action) {
  try {
    action();
  } catch (...) {
    if (order_.wait_for(lane.block.number()) != 0 && order_.stop()) {
      exception_ = std::current_exception();
    }
  }
}

bool is_utf8(std::string_view encoding) {
  constexpr std::string_view name = "utf-8";
  return encoding.empty() ||
         std::equal(encoding.begin(), encoding.end(), name.begin(), name.end(),
                    [](char c, char small) { return c == small || (c >= 'A' && c <= 'Z' && c - 'A' + 'a' == small); });
}

}  // namespace

std::optional<Layout> scannable_layout(const Input& input, const TableKeys& keys) {
  TextSource source{input.open(), input.name(), input.encoding()};
  TextBuffer text{source, input.name()};
  const Layout layout = recognize_layout(text, keys);
  const bool delimited = layout.format == Format::csv || layout.format == Format::tsv;
  const bool scannable =
      delimited && layout.delimited.newline == '\n' && is_utf8(input.encoding()) && source.encoding() == "utf-8";
  return scannable ? std::optional{layout} : std::nullopt;
}

ScanResult scan_delimited(const Input& input, const Delimited& dialect, RowSink& sink, unsigned threads,
                          const WorkerFactory& worker_of_a_thread, std::size_t block_size,
                          const StructureKernel& kernel) {
  return DelimitedScan{input, dialect, sink, block_size, kernel}.run(threads, worker_of_a_thread);
}

}  // namespace sellerhealth::read
