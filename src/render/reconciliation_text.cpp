#include "render/reconciliation_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/remark.hpp"
#include "render/words.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::size_t most_suspects = 10;

struct Wording {
  std::string_view code;
  std::string_view words;
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
std::string_view find(const std::array<Wording, size>& wordings, std::string_view code) {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& entry) { return entry.code == code; });
  return found == wordings.end() ? words_of_outcome(code) : found->words;
}

std::string figure_text(const Expectation& expected, const Target& target) {
  if (!expected.denominator) {
    return grouped(expected.numerator);
  }
  const std::string counts = grouped(expected.numerator) + " of " + grouped(*expected.denominator);
  return *expected.denominator == 0 ? counts
                                    : counts + ", " + percentage(expected.numerator, *expected.denominator, target);
}

/// ", of 64 orders fewer": a rate of other orders is no rate to compare.
std::string denominator_text(const Expectation& expected, const CheckResult& result) {
  const std::int64_t more = expected.denominator.value_or(0) - result.denominator.value_or(0);
  return more == 0
             ? ""
             : fmt::format(", of {} {} than here", counted(std::abs(more), placing_words_of(result.check.metric).noun),
                           more > 0 ? "more" : "fewer");
}

std::string other_count_text(const OtherCount& other, const Check& check) {
  std::vector<std::string> differences;
  if (other.window != check.window) {
    differences.push_back(fmt::format("{}, lag {}", counted(other.window.days, "day"), other.window.lag_days));
  }
  if (!other.orders.empty()) {
    differences.emplace_back(find(sets, other.orders));
  }
  return fmt::format("  exactly so with {}", fmt::join(differences, "; "));
}

std::string suspect_text(const Suspect& suspect, Day as_of) {
  std::vector<std::string_view> reasons;
  std::transform(suspect.doubts.begin(), suspect.doubts.end(), std::back_inserter(reasons),
                 [](std::string_view code) { return find(doubts, code); });
  return fmt::format("  {}{}: {}: {}", suspect.id.empty() ? "(no id)" : util::printable(suspect.id),
                     suspect.placed ? " of " + date_text(*suspect.placed, as_of) : "",
                     suspect.bad ? "may not count there" : "may count there", fmt::join(reasons, ", "));
}

}  // namespace

std::vector<std::string> expected_lines(const CheckResult& result, const Assessment& assessment) {
  if (!result.expected) {
    return {};
  }
  const Reconciliation& reconciliation = *result.expected;
  std::vector<std::string> lines{"the marketplace says " + figure_text(reconciliation.expected, result.check.target)};
  if (!result.checked) {
    lines.front() += "; here is nothing to compare it with: " + remark_on(result, assessment);
    return lines;
  }
  if (reconciliation.agrees) {
    lines.front() += result.known == result.possible ? ": the same" : ": within what is possible";
    return lines;
  }
  lines.front() += denominator_text(reconciliation.expected, result);
  for (const OtherCount& other : reconciliation.other_counts) {
    lines.push_back(other_count_text(other, result.check));
  }
  const std::size_t shown = std::min(reconciliation.suspects.size(), most_suspects);
  for (std::size_t i = 0; i < shown; ++i) {
    lines.push_back(suspect_text(reconciliation.suspects[i], assessment.options.as_of));
  }
  if (const std::size_t more = reconciliation.suspects.size() - shown; more > 0) {
    lines.push_back("  … and " + grouped(static_cast<std::int64_t>(more)) + " more (--format json)");
  }
  if (lines.size() == 1) {
    lines.front() += "; nothing in these exports explains the difference";
  }
  return lines;
}

}  // namespace sellerhealth::render
