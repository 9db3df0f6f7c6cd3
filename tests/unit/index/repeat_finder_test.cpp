#include "index/repeat_finder.hpp"

#include <string>

#include "support/catch.hpp"

namespace sellerhealth::index {

TEST_CASE("ids that are noted twice repeat, others do not") {
  constexpr int count = 1000;
  RepeatFinder ids{count + 10};
  const auto hash = [](int i) { return RepeatFinder::hash_of("M" + std::to_string(i)); };
  for (int i = 0; i < count; ++i) {
    ids.note(hash(i));
  }
  CHECK_FALSE(ids.repeats(hash(5)));
  for (int i = 0; i < 10; ++i) {
    ids.note(hash(100 * i));
  }
  for (int i = 0; i < count; ++i) {
    CAPTURE(i);
    CHECK(ids.repeats(hash(i)) == (i % 100 == 0));
  }
}

TEST_CASE("no ids, no repeats") { CHECK_FALSE(RepeatFinder{0}.repeats(RepeatFinder::hash_of("M1"))); }

}  // namespace sellerhealth::index
