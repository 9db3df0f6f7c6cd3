#include "render/prospect_text.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/words.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::size_t most_turns = 3;
constexpr std::chrono::days soon{30};

/// The verdicts that a check has had, by the time of a turn.
struct Past {
  bool passed;
  bool failed;
};

std::string turn_text(const Prospect::Turn& turn, const Past& past, const Check& check) {
  const std::string day = date_text(turn.day);
  switch (turn.verdict) {
    case Verdict::pass:
      return (past.failed ? "fine again on " : "passes from ") + day;
    case Verdict::fail:
      return (past.failed && past.passed ? "fails again from " : "fails from ") + day;
    case Verdict::undetermined:
      return "open from " + day;
    case Verdict::no_data:
      break;
  }
  return fmt::format("{} {} from {}", check.minimum_orders > 0 ? "too few" : "no", words_of(check.metric).placed, day);
}

std::string unchanged_text(const CheckResult& check, const Prospect& prospect) {
  switch (check.verdict) {
    case Verdict::pass:
      return "stays fine";
    case Verdict::fail:
      return prospect.never_passes ? "never fine again"
                                   : fmt::format("not fine again within {}", counted(prospect.horizon_days, "day"));
    case Verdict::undetermined:
      return "stays open";
    case Verdict::no_data:
      break;
  }
  return fmt::format("no {} to come", words_of(check.check.metric).placed);
}

}  // namespace

std::string prospect_text(const CheckResult& check, const Prospect& prospect) {
  if (prospect.turns.empty()) {
    return unchanged_text(check, prospect);
  }
  Past past{.passed = check.verdict == Verdict::pass, .failed = check.verdict == Verdict::fail};
  std::string text;
  for (std::size_t i = 0; i < std::min(prospect.turns.size(), most_turns); ++i) {
    const Prospect::Turn& turn = prospect.turns[i];
    text += (text.empty() ? "" : ", ") + turn_text(turn, past, check.check);
    past.passed |= turn.verdict == Verdict::pass;
    past.failed |= turn.verdict == Verdict::fail;
  }
  text += prospect.turns.size() > most_turns ? " …" : "";
  return text + (check.verdict == Verdict::fail && prospect.never_passes ? ", never fine again" : "");
}

std::string foresight(const CheckResult& check) {
  const auto prospect = std::find_if(check.prospects.begin(), check.prospects.end(),
                                     [](const Prospect& one) { return one.assumption == Assumption::no_new_defects; });
  if (prospect == check.prospects.end()) {
    return "";
  }
  constexpr std::string_view assumption = "if nothing new goes wrong";
  if (check.verdict == Verdict::fail) {
    const std::optional<Day> recovery = prospect->first(Verdict::pass);
    return recovery ? fmt::format("fine again on {} at the present pace, {}", date_text(*recovery), assumption)
           : prospect->never_passes
               ? "never fine again by waiting alone"
               : fmt::format("not fine again within {}, even {}", counted(prospect->horizon_days, "day"), assumption);
  }
  const std::optional<Day> fall = prospect->first(Verdict::fail);
  // The window's days are told in the first line; what a check is judged by moves on with them.
  const Day today = check.last_day + std::chrono::days{check.check.window.lag_days + 1};
  return check.verdict == Verdict::pass && fall && *fall <= today + soon
             ? fmt::format("fails from {} as the window moves on, even {}", date_text(*fall), assumption)
             : "";
}

}  // namespace sellerhealth::render
