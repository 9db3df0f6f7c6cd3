#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace sellerhealth::util {

/// Calls `work(i)` for each `i` below `count`, which is at least 1: in a thread each, the first one in the calling
/// thread. Fewer are called if the system has no more threads, so what there is to do must be shared out to those that
/// are. Returns when all have ended; throws what the first of them threw.
template <typename Work>
void in_threads(std::size_t count, const Work& work) {
  std::mutex mutex;
  std::exception_ptr exception;
  const auto run = [&](std::size_t i) {
    try {
      work(i);
    } catch (...) {
      const std::scoped_lock lock{mutex};
      exception = exception ? exception : std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    others.reserve(count - 1);
    try {
      for (std::size_t i = 1; i < count; ++i) {
        others.emplace_back([&run, i] { run(i); });
      }
    } catch (const std::system_error&) {
      // Those that run do it all.
    }
    run(0);
  }
  if (exception) {
    std::rethrow_exception(exception);
  }
}

}  // namespace sellerhealth::util
