#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts_text.hpp"
#include "render/listing.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "render/table.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::Phrase;
using render::Speaker;

/// "in 22 h 54 min", "2 days 12 hours ago".
std::string time_left_text(const Deadline& deadline, const Speaker& say) {
  if (!deadline.time_left) {
    return say("no deadline told");
  }
  const std::int64_t seconds = deadline.time_left->count();
  return seconds < 0 ? say("{} ago", say.duration(-seconds)) : say("in {}", say.duration(seconds));
}

std::string duty_text(const Deadline& deadline, const Speaker& say) {
  switch (deadline.duty) {
    case Duty::answer_claim:
      return say("answer the claim");
    case Duty::answer_chargeback:
      return say("answer the chargeback");
    case Duty::answer_message:
      return deadline.message_id.empty() ? say("answer the message")
                                         : say("answer message {}", util::printable(deadline.message_id));
    case Duty::ship_order:
      break;
  }
  return say("ship the order");
}

std::string details_text(const Deadline& deadline, const Speaker& say) {
  std::vector<std::string> details;
  for (const std::string& text :
       {util::printable(deadline.reason), render::amount_text(deadline.amount, deadline.currency, say)}) {
    if (!text.empty()) {
      details.push_back(text);
    }
  }
  if (deadline.missed) {
    details.push_back(say("missed"));
  }
  return fmt::format("{}", fmt::join(details, ", "));
}

std::string and_more(std::ptrdiff_t count, Phrase<1> phrase, const Speaker& say) {
  return count == 0 ? "" : "  " + say(phrase, say.number(count)) + "\n";
}

/// The list is cut at both ends: the farthest are the least urgent.
std::string deadlines_text(const Deadlines& deadlines, const TextStyle& style) {
  const Speaker say{style.language};
  const std::vector<Deadline>& all = deadlines.deadlines;
  if (all.empty()) {
    return (deadlines.options.within ? say("Nothing is past or due in this time.") : say("Nothing is to be done.")) +
           "\n";
  }
  const auto first_to_come = std::find_if(all.begin(), all.end(), [](const Deadline& deadline) {
    return !deadline.time_left || deadline.time_left->count() >= 0;
  });
  const std::ptrdiff_t past = first_to_come - all.begin();
  const std::ptrdiff_t to_come = all.end() - first_to_come;
  const std::ptrdiff_t past_shown = render::shown_of(past, style);
  const std::ptrdiff_t to_come_shown = render::shown_of(to_come, style);
  std::vector<std::vector<std::string>> rows;
  for (auto deadline = first_to_come - past_shown; deadline != first_to_come + to_come_shown; ++deadline) {
    rows.push_back({time_left_text(*deadline, say),
                    deadline->due ? say.time(deadlines.zone.wall_clock_of(*deadline->due)) : "",
                    duty_text(*deadline, say), util::printable(deadline->order_id), details_text(*deadline, say)});
  }
  return and_more(past - past_shown, "… and {} earlier ones (all of them: --format json)", say) +
         render::table(rows, render::Align::left) +
         and_more(to_come - to_come_shown, "… and {} later ones (all of them: --format json)", say);
}

std::string remark_on(const Stake& stake, const Speaker& say) {
  const Verdict met = stake.if_met.verdict;
  switch (stake.if_missed.verdict) {
    case Verdict::pass:
      return say("passes even so");
    case Verdict::fail:
      return met == Verdict::pass   ? say("fails if they slip")
             : met == Verdict::fail ? say("fails either way")
                                    : say("fails if they slip, else open");
    case Verdict::undetermined:
    case Verdict::no_data:
      break;
  }
  return say("open");
}

/// With the window, where several checks have the same title.
std::string title_of(const Check& check, const std::vector<Stake>& stakes, const Speaker& say) {
  const auto same = std::count_if(stakes.begin(), stakes.end(), [&](const Stake& stake) {
    return render::title_of(stake.today.check, say) == render::title_of(check, say);
  });
  return render::title_of(check, say) + (same > 1 ? ", " + say.counted(check.window.days, render::day_noun) : "");
}

std::string stakes_text(const Deadlines& deadlines, const TextStyle& style) {
  if (deadlines.stakes.empty()) {
    return "";
  }
  const Speaker say{style.language};
  const Assessment& assessment = deadlines.assessment;
  const auto figure = [&](const CheckResult& result) {
    const render::CheckLine line = render::line_of(result, assessment, say);
    return line.rate + (line.counts.empty() ? "" : " " + line.counts);
  };
  bool later = false;
  std::vector<std::vector<std::string>> rows{
      {"   " + say("What hangs on them"), say("today"), say("if they slip"), say("if not"), say("target"), ""}};
  for (const Stake& stake : deadlines.stakes) {
    const render::Sign sign = render::sign_of(stake.if_missed.verdict);
    std::string remark = remark_on(stake, say);
    if (stake.day != assessment.options.as_of) {
      later = true;
      remark = say("{}, on {}", remark, say.date(stake.day));
    }
    const Check& check = stake.today.check;
    rows.push_back({std::string{sign.text} + "  " + title_of(check, deadlines.stakes, say), figure(stake.today),
                    figure(stake.if_missed), figure(stake.if_met), render::target_text(check, say),
                    render::colored(remark, sign.color, style)});
  }
  return "\n" + render::table(rows, render::Align::left) +
         (later ? say("A later day is the first on which the greatest number of them lies in the window, if nothing "
                      "else changes.") +
                      "\n"
                : "");
}

std::string ends_text(const Deadlines& deadlines, const Speaker& say) {
  std::vector<std::string> ends;
  for (const EndOfExports& end : deadlines.ends) {
    ends.push_back(say("end of exports::{} on {}", say(render::words_of(end.kind)),
                       say.time(deadlines.zone.wall_clock_of(end.instant))));
  }
  return ends.empty() ? "" : say("The exports end: {}. What was done since is not in them.", say.list(ends)) + "\n";
}

/// What the list lacks because no export tells it.
std::string gaps_text(const Deadlines& deadlines, const Speaker& say) {
  const Assessment& assessment = deadlines.assessment;
  std::vector<std::string> kinds;
  for (const Kind kind : {Kind::claims, Kind::chargebacks, Kind::messages, Kind::orders}) {
    const auto& none = assessment.options.none;
    const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                   [&](const ExportFile& file) { return file.kind == kind; });
    if (!given && std::find(none.begin(), none.end(), kind) == none.end()) {
      kinds.push_back(say(render::words_of(kind)));
    }
  }
  std::string text = kinds.empty() ? "" : say("Not given: {}.", say.list(kinds)) + "\n";
  if (deadlines.without_deadline > 0) {
    text += say.counted(deadlines.without_deadline, "Not listed: {} open case without a deadline in the exports.",
                        "Not listed: {} open cases without a deadline in the exports.") +
            "\n";
  }
  std::vector<std::string> untold;
  if (deadlines.untold_orders > 0) {
    untold.push_back(say.counted(deadlines.untold_orders, "{} order was shipped", "{} orders were shipped"));
  }
  if (deadlines.untold_messages > 0) {
    untold.push_back(say.counted(deadlines.untold_messages, "{} message was answered", "{} messages were answered"));
  }
  return text + (untold.empty() ? "" : say("The exports do not tell whether {}.", say.list(untold)) + "\n");
}

}  // namespace

std::string render_text(const Deadlines& deadlines, const TextStyle& style) {
  const Speaker say{style.language};
  const Assessment& assessment = deadlines.assessment;
  return say("Deadlines as of {} ({})", say.time(deadlines.zone.wall_clock_of(deadlines.options.now)),
             assessment.time_zone) +
         "\n" + render::terms(assessment, say) + "\n" + deadlines_text(deadlines, style) +
         stakes_text(deadlines, style) + "\n" + ends_text(deadlines, say) + gaps_text(deadlines, say) +
         render::rejected_text(assessment, say);
}

}  // namespace sellerhealth
