#include "render/terms.hpp"

#include <vector>

#include <fmt/format.h>

#include "render/format.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

std::string filters_text(const std::vector<Filter>& filters) {
  std::string text;
  for (const Filter& filter : filters) {
    text += fmt::format("Only orders whose {} is {}.\n", name_of(filter.column),
                        util::printable(list_text(filter.values, " or ")));
  }
  return text;
}

std::string hindsight_text(bool hindsight) {
  return hindsight ? "With hindsight: everything in the files is taken as known.\n" : "";
}

std::string terms(const Assessment& assessment) {
  std::string text;
  if (assessment.profile != built_in_profiles().front().name) {
    text += fmt::format("By the profile {}.\n", assessment.profile);
  }
  text += filters_text(assessment.where);
  if (assessment.options.assume_cancelled_by) {
    text += fmt::format("Assumed: the {} cancelled where no export says who did.\n",
                        name_of(*assessment.options.assume_cancelled_by));
  }
  if (!assessment.options.none.empty()) {
    std::vector<std::string> kinds;
    for (const Kind kind : assessment.options.none) {
      kinds.push_back("no " + std::string{name_of(kind)});
    }
    text += fmt::format("Stated: {}.\n", list_text(kinds));
  }
  if (assessment.options.data_through) {
    text += fmt::format("Stated: the exports are complete to {}.\n", date_text(*assessment.options.data_through));
  }
  return text + hindsight_text(assessment.options.hindsight);
}

std::string rejected_text(const Assessment& assessment) { return rejected_text(assessment.inputs); }

std::string rejected_text(const std::vector<ExportFile>& inputs) {
  std::string text;
  for (const ExportFile& file : inputs) {
    if (file.rejected > 0) {
      text += fmt::format("{}: {} of {} could not be understood and {} left out.\n", util::printable(file.path),
                          grouped(file.rejected), counted(file.rows, "row"), file.rejected == 1 ? "was" : "were");
    }
  }
  return text;
}

}  // namespace sellerhealth::render
