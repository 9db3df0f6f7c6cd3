#include "render/terms.hpp"

#include <array>
#include <vector>

#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

/// In the order of the Kind enumeration.
constexpr std::array<Phrase<0>, all_kinds.size()> none_of{"no orders",      "no feedback", "no claims",
                                                          "no chargebacks", "no messages", "no violations"};
/// In the order of the Canceller enumeration.
constexpr std::array<Phrase<0>, 3> cancellers{"canceller::seller", "canceller::marketplace", "canceller::buyer"};

}  // namespace

std::string filters_text(const std::vector<Filter>& filters, const Speaker& say) {
  std::string text;
  for (const Filter& filter : filters) {
    text +=
        say("Only orders whose {} is {}.", name_of(filter.column), util::printable(say.alternatives(filter.values))) +
        "\n";
  }
  return text;
}

std::string hindsight_text(bool hindsight, const Speaker& say) {
  return hindsight ? say("With hindsight: everything in the files is taken as known.") + "\n" : "";
}

std::string terms(const Assessment& assessment, const Speaker& say) {
  std::string text;
  if (assessment.profile != built_in_profiles().front().name) {
    text += say("By the profile {}.", assessment.profile) + "\n";
  }
  text += filters_text(assessment.where, say);
  if (const std::optional<Canceller> canceller = assessment.options.assume_cancelled_by) {
    text += say("Assumed: the {} cancelled where no export says who did.",
                say(cancellers[static_cast<std::size_t>(*canceller)])) +
            "\n";
  }
  if (!assessment.options.none.empty()) {
    std::vector<std::string> kinds;
    for (const Kind kind : assessment.options.none) {
      kinds.push_back(say(none_of[static_cast<std::size_t>(kind)]));
    }
    text += say("Stated: {}.", say.list(kinds)) + "\n";
  }
  if (assessment.options.data_through) {
    text += say("Stated: the exports are complete to {}.", say.date(*assessment.options.data_through)) + "\n";
  }
  return text + hindsight_text(assessment.options.hindsight, say);
}

std::string rejected_text(const Assessment& assessment, const Speaker& say) {
  return rejected_text(assessment.inputs, say);
}

std::string rejected_text(const std::vector<ExportFile>& inputs, const Speaker& say) {
  std::string text;
  for (const ExportFile& file : inputs) {
    if (file.rejected > 0) {
      text += say.plural(file.rejected, "{}: {} of {} could not be understood and was left out.",
                         "{}: {} of {} could not be understood and were left out.", util::printable(file.path),
                         say.number(file.rejected), say.counted(file.rows, "{} row", "{} rows")) +
              "\n";
    }
  }
  return text;
}

}  // namespace sellerhealth::render
