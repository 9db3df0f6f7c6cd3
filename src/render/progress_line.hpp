#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "render/speaker.hpp"

namespace sellerhealth::render {

/// One line of a terminal that says how far the reading is, once it takes longer than a second. The line is written
/// over itself.
class ProgressLine {
 public:
  explicit ProgressLine(Language language) : say_{language} {}

  /// What to write now, most of the time nothing, when `read` of `total` bytes were read in the time that `elapsed`.
  [[nodiscard]] std::string at(std::int64_t read, std::int64_t total, std::chrono::milliseconds elapsed);

  /// What to write when all is read: it leaves nothing of the line.
  [[nodiscard]] std::string end();

 private:
  Speaker say_;
  std::chrono::milliseconds due_{1000};
  bool shown_ = false;
};

}  // namespace sellerhealth::render
