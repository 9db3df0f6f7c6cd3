#include "render/listing.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::string_view gap = "  ";

}  // namespace

std::int64_t shown_of(std::int64_t count, const TextStyle& style) {
  return style.limit == 0 ? count : std::min(count, static_cast<std::int64_t>(style.limit));
}

void Listing::add(std::vector<std::string> row) {
  if (limit_ != 0 && rows_.size() == limit_) {
    ++left_out_;
  } else {
    rows_.push_back(std::move(row));
  }
}

std::string Listing::print(const TextStyle& style) const {
  std::vector<std::size_t> widths;
  const auto measure = [&](const std::vector<std::string>& row) {
    widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], width_of(row[i]));
    }
  };
  measure(head_);
  std::for_each(rows_.begin(), rows_.end(), measure);
  std::size_t total = indent.size();
  std::for_each(widths.begin(), widths.end(), [&](std::size_t width) { total += width + gap.size(); });
  const std::string before_last =
      style.width != 0 && total > style.width ? "\n" + std::string{indent} + std::string{indent} : "";
  const auto line = [&](const std::vector<std::string>& row) {
    std::string text{indent};
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      text += padded(row[i], widths[i]) + std::string{gap};
    }
    if (!before_last.empty()) {
      text.erase(text.find_last_not_of(' ') + 1);
    }
    text += before_last + row.back();
    return text.substr(0, text.find_last_not_of(' ') + 1);
  };
  std::string text = rows_.empty() ? "" : colored(line(head_), dim, style) + "\n";
  for (const std::vector<std::string>& row : rows_) {
    text += line(row) + "\n";
  }
  if (left_out_ > 0) {
    const Speaker say{style.language};
    text += std::string{indent} +
            say("… and {} more (--limit 0 for all)", say.number(static_cast<std::int64_t>(left_out_))) + "\n";
  }
  return text;
}

}  // namespace sellerhealth::render
