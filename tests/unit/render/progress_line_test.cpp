#include "render/progress_line.hpp"

#include "support/catch.hpp"

namespace sellerhealth::render {

using namespace std::chrono_literals;

TEST_CASE("a reading of up to a second tells nothing of its progress") {
  ProgressLine line{Language::english};
  CHECK(line.at(10, 1000, 0ms).empty());
  CHECK(line.at(999, 1000, 999ms).empty());
  CHECK(line.end().empty());
}

TEST_CASE("a long reading writes its progress over itself, five times a second, and leaves nothing") {
  ProgressLine line{Language::english};
  CHECK(line.at(100, 1000, 1000ms) == "\r\x1B[KReading the exports: 10 %");
  CHECK(line.at(110, 1000, 1199ms).empty());
  CHECK(line.at(125, 1000, 1200ms) == "\r\x1B[KReading the exports: 13 %");
  CHECK(line.end() == "\r\x1B[K");
  CHECK(line.end().empty());
}

TEST_CASE("what has no size has no progress") {
  ProgressLine line{Language::english};
  CHECK(line.at(0, 0, 5000ms).empty());
}

TEST_CASE("progress is told in French too") {
  ProgressLine line{Language::french};
  CHECK(line.at(1, 2, 1000ms) == "\r\x1B[KLecture des fichiers\u00A0: 50\u00A0%");
}

}  // namespace sellerhealth::render
