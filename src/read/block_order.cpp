#include "read/block_order.hpp"

namespace sellerhealth::read {

std::size_t BlockOrder::wait_for(std::size_t number) {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [&] { return stopped_ || next_ >= number; });
  return stopped_ ? 0 : line_;
}

void BlockOrder::done(std::size_t number, std::size_t lines) {
  const std::lock_guard lock{mutex_};
  early_.emplace(number, lines);
  for (auto block = early_.find(next_); block != early_.end(); block = early_.find(next_)) {
    line_ += block->second;
    ++next_;
    early_.erase(block);
  }
  changed_.notify_all();
}

bool BlockOrder::stop() {
  const std::lock_guard lock{mutex_};
  changed_.notify_all();
  return !stopped_.exchange(true);
}

}  // namespace sellerhealth::read
