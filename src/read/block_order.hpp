#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>

namespace sellerhealth::read {

/// Keeps the order of a text's blocks while several threads work on them.
class BlockOrder {
 public:
  /// Waits until all blocks before block `number` are done. Returns the line on which it begins, counted from 1, or 0
  /// if all is stopped.
  std::size_t wait_for(std::size_t number);

  /// Block `number`, of so many lines, is done: nothing of it needs to wait any more.
  void done(std::size_t number, std::size_t lines);

  /// Ends all waiting, for good. Returns whether this call did, and none before it.
  bool stop();
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;                      ///< All blocks before it are done.
  std::size_t line_ = 1;                      ///< Where that begins.
  std::map<std::size_t, std::size_t> early_;  ///< Lines by number: blocks behind it that are done.
  std::atomic<bool> stopped_ = false;
};

}  // namespace sellerhealth::read
