#include "render/progress_line.hpp"

#include <string_view>
#include <utility>

namespace sellerhealth::render {

namespace {

/// Clears the line that the cursor is on.
constexpr std::string_view clear_line = "\r\x1B[K";

}  // namespace

std::string ProgressLine::at(std::int64_t read, std::int64_t total, std::chrono::milliseconds elapsed) {
  constexpr std::chrono::milliseconds interval{200};
  if (elapsed < due_ || total <= 0) {
    return {};
  }
  due_ = elapsed + interval;
  shown_ = true;
  return std::string{clear_line} + say_("Reading the exports: {}", say_.share(read, total));
}

std::string ProgressLine::end() { return std::exchange(shown_, false) ? std::string{clear_line} : std::string{}; }

}  // namespace sellerhealth::render
