#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "read/block_order.hpp"
#include "read/block_source.hpp"
#include "read/block_worker.hpp"
#include "util/in_threads.hpp"

namespace sellerhealth::read {

[[nodiscard]] inline std::size_t lines_in(std::span<const char> text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// A place in a block, and how many lines the block has before it.
struct Place {
  std::size_t at = 0;
  std::size_t lines = 0;
};

/// Reads a text in several threads, a block each at a time: what the scans of all formats have in common. A format says
/// what it does with a block.
///
/// What hangs on the order of the file (the sink, whether and where the scan ends) is done in the turn of the block
/// that it is about, so that which thread comes first makes no difference.
///
/// `Lane` is what a thread works with: it has at least `Block block` and `BlockWorker* worker`.
template <typename Lane>
class BlockScan {
 public:
  /// `quoting`: see BlockSource.
  BlockScan(const Input& input, const BlockPlan& plan, bool quoting)
      : source_{input.open(), plan.block_size, quoting}, before_help_{plan.before_help} {}
  BlockScan(const BlockScan&) = delete;
  BlockScan& operator=(const BlockScan&) = delete;
  virtual ~BlockScan() = default;

  /// Reads all; see scan_delimited(). Throws what sink, workers and factory throw, when all threads have stopped.
  ScanResult run(unsigned threads, const WorkerFactory& worker_of_a_thread);

 protected:
  [[nodiscard]] virtual Lane new_lane() const = 0;

  /// Announces the header, in the calling thread, before all else. Returns where the first row behind it begins in the
  /// block of `lane`; none if there is no more to read.
  virtual std::optional<Place> read_header(Lane& lane) = 0;

  /// Reads the rows of a block from the one at `begin` on, and tells order() when it is done.
  virtual void read_rows(Lane& lane, const Place& begin) = 0;

  /// Takes the next block. Returns false at the end of the text, and when it gives up.
  bool next_block(Lane& lane);

  /// Ends the scan, in the turn of the block of `lane`.
  void give_up(const Lane& lane) {
    if (order_.wait_for(lane.block.number()) != 0 && order_.stop()) {
      gave_up_ = true;
    }
  }
  [[nodiscard]] bool gave_up() const { return gave_up_; }

  [[nodiscard]] BlockOrder& order() { return order_; }

 private:
  /// Reads the next blocks, at most so many.
  void read_blocks(Lane& lane, std::size_t most);
  template <typename Action>
  void run_guarded(const Lane& lane, Action action);

  BlockSource source_;
  BlockOrder order_;
  std::size_t before_help_;

  // For the thread that stops the others.
  bool gave_up_ = false;
  std::exception_ptr exception_;
};

template <typename Lane>
ScanResult BlockScan<Lane>::run(unsigned threads, const WorkerFactory& worker_of_a_thread) {
  std::vector<Lane> lanes;
  lanes.push_back(new_lane());
  if (const std::optional<Place> begin = read_header(lanes.front())) {
    lanes.front().worker = &worker_of_a_thread();
    run_guarded(lanes.front(), [&] {
      read_rows(lanes.front(), *begin);
      read_blocks(lanes.front(), before_help_);
    });
    while (lanes.size() < threads && !order_.stopped() && !source_.is_exhausted()) {
      lanes.push_back(new_lane());
      lanes.back().worker = &worker_of_a_thread();
    }
    util::in_threads(lanes.size(), [&](std::size_t i) {
      run_guarded(lanes[i], [&] { read_blocks(lanes[i], std::numeric_limits<std::size_t>::max()); });
    });
  }
  if (exception_) {
    std::rethrow_exception(exception_);
  }
  return gave_up_ ? ScanResult::gave_up : ScanResult::done;
}

template <typename Lane>
bool BlockScan<Lane>::next_block(Lane& lane) {
  const BlockSource::Outcome outcome = source_.next(lane.block);
  if (outcome == BlockSource::Outcome::end) {
    return false;
  }
  if (outcome == BlockSource::Outcome::block) {
    return true;
  }
  give_up(lane);
  return false;
}

template <typename Lane>
void BlockScan<Lane>::read_blocks(Lane& lane, std::size_t most) {
  for (; most > 0 && !order_.stopped() && next_block(lane); --most) {
    read_rows(lane, {});
  }
}

/// An exception stops the other threads, in its turn.
template <typename Lane>
template <typename Action>
void BlockScan<Lane>::run_guarded(const Lane& lane, Action action) {
  try {
    action();
  } catch (...) {
    if (order_.wait_for(lane.block.number()) != 0 && order_.stop()) {
      exception_ = std::current_exception();
    }
  }
}

}  // namespace sellerhealth::read
