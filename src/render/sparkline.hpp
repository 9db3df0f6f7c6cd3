#pragma once

#include <optional>
#include <span>
#include <string>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth::render {

/// One mark of a sparkline.
struct Mark {
  std::optional<double> value;  ///< Nothing to show: a dot.
  Verdict verdict = Verdict::no_data;
};

/// The values from which the lowest bar stands to that of the highest one.
struct Scale {
  double low = 0;
  double high = 0;
};

/// "▁▂▅█·": a bar for each mark, in the color of its verdict.
[[nodiscard]] std::string sparkline(std::span<const Mark> marks, const Scale& scale, const TextStyle& style);

}  // namespace sellerhealth::render
