#include "render/table.hpp"

#include <algorithm>
#include <string_view>

#include "render/format.hpp"

namespace sellerhealth::render {

std::string table(const std::vector<std::vector<std::string>>& rows, Align align) {
  constexpr std::string_view gap = "   ";
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const auto& row : rows) {
    std::transform(row.begin(), row.end(), widths.begin(), widths.begin(),
                   [](const std::string& cell, std::size_t width) { return std::max(width, width_of(cell)); });
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line = "  " + padded(row.front(), widths.front());
    for (std::size_t i = 1; i < row.size(); ++i) {
      line += gap;
      line +=
          align == Align::left ? padded(row[i], widths[i]) : std::string(widths[i] - width_of(row[i]), ' ') + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace sellerhealth::render
