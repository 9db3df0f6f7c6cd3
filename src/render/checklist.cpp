#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/format.hpp"
#include "render/segments.hpp"
#include "render/summary.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::grouped;

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

/// What the seller stated, assumed or left out, in a line each.
std::string terms(const Assessment& assessment) {
  std::string text;
  for (const Filter& filter : assessment.where) {
    text += fmt::format("Only orders whose {} is {}.\n", name_of(filter.column),
                        util::printable(render::list_text(filter.values, " or ")));
  }
  if (assessment.options.assume_cancelled_by) {
    text += fmt::format("Assumed: the {} cancelled where no export says who did.\n",
                        name_of(*assessment.options.assume_cancelled_by));
  }
  if (!assessment.options.none.empty()) {
    std::vector<std::string> kinds;
    for (const Kind kind : assessment.options.none) {
      kinds.push_back("no " + std::string{name_of(kind)});
    }
    text += fmt::format("Stated: {}.\n", render::list_text(kinds));
  }
  if (assessment.options.data_through) {
    text +=
        fmt::format("Stated: the exports are complete to {}.\n", render::date_text(*assessment.options.data_through));
  }
  if (assessment.options.hindsight) {
    text += "With hindsight: everything in the files is taken as known.\n";
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

std::string rejected_text(const Assessment& assessment) {
  std::string text;
  for (const ExportFile& file : assessment.inputs) {
    if (file.rejected > 0) {
      text +=
          fmt::format("{}: {} of {} could not be understood and {} left out.\n", util::printable(file.path),
                      grouped(file.rejected), render::counted(file.rows, "row"), file.rejected == 1 ? "was" : "were");
    }
  }
  return text;
}

}  // namespace

std::string render_text(const Assessment& assessment, const TextStyle& style) {
  std::string text =
      fmt::format("Seller health as of {} ({})", render::date_text(assessment.options.as_of), assessment.time_zone);
  if (!assessment.checks.empty()) {
    text += "       " + render::window_text(assessment.checks.front());
  }
  text += "\n" + terms(assessment) + "\n";
  if (assessment.segment_by == Column::seller_id) {
    text += render::sellers_text(assessment, style);
  } else {
    const std::span<const CheckResult> whole = render::checks_of_whole(assessment);
    text += render::checklist(whole, assessment, style) + render::segments_text(assessment, style) + "\n" +
            render::summary(whole) + "\n";
  }
  return text + reservations(assessment) + advice_text(assessment) + rejected_text(assessment);
}

}  // namespace sellerhealth
