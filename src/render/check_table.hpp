#pragma once

#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

/// Judged checks as a table for people.
namespace sellerhealth::render {

/// One check as the cells of a table.
struct CheckLine {
  Verdict verdict;
  std::string title;
  std::string rate;
  std::string counts;
  std::string target;
  std::string remark;
  std::vector<std::string> details;  ///< Lines below.
};

/// The check under the title of its metric, with its components as a detail.
[[nodiscard]] CheckLine line_of(const CheckResult& check, const Assessment& assessment);

/// "orders of 3 Jun – 31 Aug 2026 (90 days, lag 30)".
[[nodiscard]] std::string window_text(const CheckResult& check);

[[nodiscard]] std::string check_table(const std::vector<CheckLine>& lines, const TextStyle& style);

}  // namespace sellerhealth::render
