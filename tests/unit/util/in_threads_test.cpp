#include "util/in_threads.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::util {

TEST_CASE("work is called once for each number, the first one in the calling thread") {
  for (std::size_t count = 1; count <= 5; ++count) {
    std::vector<std::atomic<int>> calls(count);
    std::thread::id first;
    in_threads(count, [&](std::size_t i) {
      ++calls[i];
      if (i == 0) {
        first = std::this_thread::get_id();
      }
    });
    for (const std::atomic<int>& of_one : calls) {
      CHECK(of_one == 1);
    }
    CHECK(first == std::this_thread::get_id());
  }
}

TEST_CASE("what any of them throws is thrown when all have ended") {
  for (std::size_t thrower = 0; thrower < 3; ++thrower) {
    std::atomic<int> ended = 0;
    CHECK_THROWS_WITH(in_threads(3,
                                 [&](std::size_t i) {
                                   if (i == thrower) {
                                     throw std::runtime_error{"thrown"};
                                   }
                                   ++ended;
                                 }),
                      "thrown");
    CHECK(ended == 2);
  }
}

}  // namespace sellerhealth::util
