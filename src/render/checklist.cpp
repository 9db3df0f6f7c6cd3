#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "render/advice_text.hpp"
#include "render/check_table.hpp"
#include "render/dashboard.hpp"
#include "render/segments.hpp"
#include "render/speaker.hpp"
#include "render/summary.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

using render::Speaker;

/// Why a run that would have passed is no pass.
std::string reservations(const Assessment& assessment, const Speaker& say) {
  if (assessment.verdict != Verdict::pass || assessment.exit_code == ExitCode::pass) {
    return "";
  }
  const bool covered = std::all_of(assessment.checks.begin(), assessment.checks.end(),
                                   [](const CheckResult& check) { return check.covered; });
  std::string text;
  if (assessment.options.strict && !covered) {
    text += say("But a window is not covered by the exports, as --strict demands.") + "\n";
  }
  if (assessment.options.max_age_days && !assessment.fresh) {
    text += say("But the exports are not known to be as fresh as --max-age demands.") + "\n";
  }
  return text;
}

std::string needs_text(const Assessment& assessment, const Speaker& say) {
  std::vector<std::string> items;
  for (const CheckResult& check : assessment.checks) {
    if (check.checked && check.verdict != Verdict::undetermined) {
      continue;
    }
    for (const Need& need : check.needs) {
      const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                     [&](const ExportFile& file) { return file.kind == need.kind; });
      const std::string item = render::how_to_settle(need, given, say);
      if (std::find(items.begin(), items.end(), item) == items.end()) {
        items.push_back(item);
      }
    }
  }
  std::string text = items.empty() ? "" : say("To settle the rest:") + "\n";
  for (const std::string& item : items) {
    text += "  " + item + "\n";
  }
  return text;
}

}  // namespace

std::string render_text(const Assessment& assessment, const TextStyle& style) {
  const Speaker say{style.language};
  std::string text = say("Seller health as of {} ({})", say.date(assessment.options.as_of), assessment.time_zone);
  if (!assessment.checks.empty() && !render::has_several_windows(render::first_account(assessment))) {
    text += "       " + render::window_text(assessment.checks.front(), say);
  }
  text += "\n" + render::terms(assessment, say) + "\n";
  if (assessment.segment_by == Column::seller_id) {
    text += render::sellers_text(assessment, style);
  } else {
    const std::span<const CheckResult> whole = render::checks_of_whole(assessment);
    text += render::checklist(whole, assessment, style) + render::segments_text(assessment, style) + "\n" +
            render::summary(whole, say) + "\n";
  }
  return text + reservations(assessment, say) + needs_text(assessment, say) + render::rejected_text(assessment, say) +
         render::advice_text(assessment, style);
}

}  // namespace sellerhealth
