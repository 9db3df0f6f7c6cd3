#pragma once

#include <string>
#include <vector>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

/// On what terms an account was judged, for people.
namespace sellerhealth::render {

/// What the account was restricted to, in a line each.
[[nodiscard]] std::string filters_text(const std::vector<Filter>& filters, const Speaker& say);

/// A line if everything in the files is taken as known.
[[nodiscard]] std::string hindsight_text(bool hindsight, const Speaker& say);

/// What the seller stated, assumed or left out, in a line each.
[[nodiscard]] std::string terms(const Assessment& assessment, const Speaker& say);

/// How many rows of which file were not understood and left out, in a line each.
[[nodiscard]] std::string rejected_text(const Assessment& assessment, const Speaker& say);
[[nodiscard]] std::string rejected_text(const std::vector<ExportFile>& inputs, const Speaker& say);

}  // namespace sellerhealth::render
