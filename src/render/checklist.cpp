#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/advice_text.hpp"
#include "render/check_table.hpp"
#include "render/dashboard.hpp"
#include "render/format.hpp"
#include "render/segments.hpp"
#include "render/summary.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

/// Why a run that would have passed is no pass.
std::string reservations(const Assessment& assessment) {
  if (assessment.verdict != Verdict::pass || assessment.exit_code == ExitCode::pass) {
    return "";
  }
  const bool covered = std::all_of(assessment.checks.begin(), assessment.checks.end(),
                                   [](const CheckResult& check) { return check.covered; });
  std::string text;
  if (assessment.options.strict && !covered) {
    text += "But a window is not covered by the exports, as --strict demands.\n";
  }
  if (assessment.options.max_age_days && !assessment.fresh) {
    text += "But the exports are not known to be as fresh as --max-age demands.\n";
  }
  return text;
}

std::string advice_text(const Assessment& assessment) {
  std::vector<std::string> advice;
  for (const CheckResult& check : assessment.checks) {
    if (check.checked && check.verdict != Verdict::undetermined) {
      continue;
    }
    for (const Need& need : check.needs) {
      const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                     [&](const ExportFile& file) { return file.kind == need.kind; });
      const std::string item = render::advice(need, given);
      if (std::find(advice.begin(), advice.end(), item) == advice.end()) {
        advice.push_back(item);
      }
    }
  }
  std::string text = advice.empty() ? "" : "To settle the rest:\n";
  for (const std::string& item : advice) {
    text += "  " + item + "\n";
  }
  return text;
}

}  // namespace

std::string render_text(const Assessment& assessment, const TextStyle& style) {
  std::string text =
      fmt::format("Seller health as of {} ({})", render::date_text(assessment.options.as_of), assessment.time_zone);
  if (!assessment.checks.empty() && !render::has_several_windows(render::first_account(assessment))) {
    text += "       " + render::window_text(assessment.checks.front());
  }
  text += "\n" + render::terms(assessment) + "\n";
  if (assessment.segment_by == Column::seller_id) {
    text += render::sellers_text(assessment, style);
  } else {
    const std::span<const CheckResult> whole = render::checks_of_whole(assessment);
    text += render::checklist(whole, assessment, style) + render::segments_text(assessment, style) + "\n" +
            render::summary(whole) + "\n";
  }
  return text + reservations(assessment) + advice_text(assessment) + render::rejected_text(assessment) +
         render::measures_text(assessment, style);
}

}  // namespace sellerhealth
