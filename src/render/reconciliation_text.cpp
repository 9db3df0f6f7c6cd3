#include "render/reconciliation_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts_text.hpp"
#include "render/remark.hpp"
#include "render/speaker.hpp"
#include "render/words.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::size_t most_suspects = 10;

struct Wording {
  std::string_view code;
  Phrase<0> words;
};
constexpr std::array doubts{
    Wording{"window_edge", "within two days of an end of the window"},
    Wording{"recent", "known for three days at most"},
    Wording{"undated", "since when is not known"},
    Wording{"claim_granted", "the marketplace may have paid the claim"},
};
constexpr std::array sets{
    Wording{"all", "all orders, also those fulfilled by the marketplace"},
    Wording{"seller_fulfilled", "only orders fulfilled by the seller"},
    Wording{"marketplace_fulfilled", "only orders fulfilled by the marketplace"},
    Wording{"shipped", "only shipped orders"},
    Wording{"not_cancelled", "only orders that are not cancelled"},
};

template <std::size_t size>
std::string find(const std::array<Wording, size>& wordings, std::string_view code, const Speaker& say) {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& entry) { return entry.code == code; });
  return found == wordings.end() ? words_of_outcome(code, say) : say(found->words);
}

std::string figure_text(const Expectation& expected, const Target& target, const Speaker& say) {
  if (!expected.denominator) {
    return say.number(expected.numerator);
  }
  const std::string counts = say("{} of {}", say.number(expected.numerator), say.number(*expected.denominator));
  return *expected.denominator == 0 ? counts
                                    : counts + ", " + say.percentage(expected.numerator, *expected.denominator, target);
}

/// What the marketplace says, and of how many orders fewer: a rate of other orders is no rate to compare.
std::string other_figure_text(const Expectation& expected, const CheckResult& result, const std::string& figure,
                              const Speaker& say) {
  const std::int64_t more = expected.denominator.value_or(0) - result.denominator.value_or(0);
  if (more == 0) {
    return say("the marketplace says {}", figure);
  }
  const std::string difference = say.counted(std::abs(more), subject_words_of(result.check.metric).counted);
  return more > 0 ? say("the marketplace says {}, of {} more than here", figure, difference)
                  : say("the marketplace says {}, of {} fewer than here", figure, difference);
}

std::string other_count_text(const OtherCount& other, const Check& check, const Speaker& say) {
  std::vector<std::string> differences;
  if (other.window != check.window) {
    differences.push_back(say("{}, {}", say.counted(other.window.days, day_noun), lag_text(other.window, say)));
  }
  if (!other.orders.empty()) {
    differences.push_back(find(sets, other.orders, say));
  }
  return "  " + say("exactly so with {}", fmt::format("{}", fmt::join(differences, say("between differences::; "))));
}

std::string suspect_text(const Suspect& suspect, Day as_of, const Speaker& say) {
  std::vector<std::string> reasons;
  std::transform(suspect.doubts.begin(), suspect.doubts.end(), std::back_inserter(reasons),
                 [&](std::string_view code) { return find(doubts, code, say); });
  const std::string id = suspect.id.empty() ? say("(no id)") : util::printable(suspect.id);
  const std::string name = suspect.placed ? say("what was filed::{} of {}", id, say.date(*suspect.placed, as_of)) : id;
  const std::string why = fmt::format("{}", fmt::join(reasons, ", "));
  return "  " +
         (suspect.bad ? say("{}: may not count there: {}", name, why) : say("{}: may count there: {}", name, why));
}

}  // namespace

std::vector<std::string> expected_lines(const CheckResult& result, const Assessment& assessment, const Speaker& say) {
  if (!result.expected) {
    return {};
  }
  const Reconciliation& reconciliation = *result.expected;
  const std::string figure = figure_text(reconciliation.expected, result.check.target, say);
  if (!result.checked) {
    return {say("the marketplace says {}; here is nothing to compare it with: {}", figure,
                remark_on(result, assessment, say))};
  }
  if (reconciliation.agrees) {
    return {result.known == result.possible ? say("the marketplace says {}: the same", figure)
                                            : say("the marketplace says {}: within what is possible", figure)};
  }
  std::vector<std::string> lines{other_figure_text(reconciliation.expected, result, figure, say)};
  for (const OtherCount& other : reconciliation.other_counts) {
    lines.push_back(other_count_text(other, result.check, say));
  }
  const std::size_t shown = std::min(reconciliation.suspects.size(), most_suspects);
  for (std::size_t i = 0; i < shown; ++i) {
    lines.push_back(suspect_text(reconciliation.suspects[i], assessment.options.as_of, say));
  }
  if (const std::size_t more = reconciliation.suspects.size() - shown; more > 0) {
    lines.push_back("  " + say("… and {} more (--format json)", say.number(static_cast<std::int64_t>(more))));
  }
  if (lines.size() == 1) {
    lines.front() = say("{}; nothing in these exports explains the difference", lines.front());
  }
  return lines;
}

}  // namespace sellerhealth::render
