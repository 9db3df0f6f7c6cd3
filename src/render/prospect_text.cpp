#include "render/prospect_text.hpp"

#include <algorithm>
#include <chrono>

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

std::string turn_text(const Prospect::Turn& turn, const Past& past, const Check& check, const Speaker& say) {
  const std::string day = say.date(turn.day);
  switch (turn.verdict) {
    case Verdict::pass:
      return past.failed ? say("fine again on {}", day) : say("passes from {}", day);
    case Verdict::fail:
      return past.failed && past.passed ? say("fails again from {}", day) : say("fails from {}", day);
    case Verdict::undetermined:
      return say("open from {}", day);
    case Verdict::no_data:
      break;
  }
  const std::string cases = say(subject_words_of(check.metric).several);
  return check.minimum_orders > 0 ? say("too few {} from {}", cases, day) : say("no {} from {}", cases, day);
}

std::string unchanged_text(const CheckResult& check, const Prospect& prospect, const Speaker& say) {
  switch (check.verdict) {
    case Verdict::pass:
      return say("stays fine");
    case Verdict::fail:
      return prospect.never_passes ? say("never fine again")
                                   : say("not fine again within {}", say.counted(prospect.horizon_days, day_noun));
    case Verdict::undetermined:
      return say("stays open");
    case Verdict::no_data:
      break;
  }
  return say("no {} to come", say(subject_words_of(check.check.metric).several));
}

}  // namespace

std::string prospect_text(const CheckResult& check, const Prospect& prospect, const Speaker& say) {
  if (prospect.turns.empty()) {
    return unchanged_text(check, prospect, say);
  }
  Past past{.passed = check.verdict == Verdict::pass, .failed = check.verdict == Verdict::fail};
  std::string text;
  for (std::size_t i = 0; i < std::min(prospect.turns.size(), most_turns); ++i) {
    const Prospect::Turn& turn = prospect.turns[i];
    text += (text.empty() ? "" : ", ") + turn_text(turn, past, check.check, say);
    past.passed |= turn.verdict == Verdict::pass;
    past.failed |= turn.verdict == Verdict::fail;
  }
  text += prospect.turns.size() > most_turns ? " …" : "";
  return text + (check.verdict == Verdict::fail && prospect.never_passes ? say(", never fine again") : "");
}

std::string foresight(const CheckResult& check, const Speaker& say) {
  const auto prospect = std::find_if(check.prospects.begin(), check.prospects.end(),
                                     [](const Prospect& one) { return one.assumption == Assumption::no_new_defects; });
  if (prospect == check.prospects.end()) {
    return "";
  }
  if (check.verdict == Verdict::fail) {
    const std::optional<Day> recovery = prospect->first(Verdict::pass);
    return recovery ? say("fine again on {} at the present pace, if nothing new goes wrong", say.date(*recovery))
           : prospect->never_passes ? say("never fine again by waiting alone")
                                    : say("not fine again within {}, even if nothing new goes wrong",
                                          say.counted(prospect->horizon_days, day_noun));
  }
  const std::optional<Day> fall = prospect->first(Verdict::fail);
  // The window's days are told in the first line; what a check is judged by moves on with them.
  const Day today = check.last_day + std::chrono::days{check.check.window.lag_days + 1};
  return check.verdict == Verdict::pass && fall && *fall <= today + soon
             ? say("fails from {} as the window moves on, even if nothing new goes wrong", say.date(*fall))
             : "";
}

}  // namespace sellerhealth::render
