#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/table.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::counted;

/// Of what is past, and of what is to come. Nobody reads more; JSON has them all.
constexpr std::ptrdiff_t most_shown = 20;

/// "in 22 h 54 min", "2 days 12 hours ago".
std::string time_left_text(const Deadline& deadline) {
  if (!deadline.time_left) {
    return "no deadline told";
  }
  const std::int64_t seconds = deadline.time_left->count();
  return seconds < 0 ? render::duration_text(-seconds) + " ago" : "in " + render::duration_text(seconds);
}

std::string duty_text(const Deadline& deadline) {
  switch (deadline.duty) {
    case Duty::answer_claim:
      return "answer the claim";
    case Duty::answer_chargeback:
      return "answer the chargeback";
    case Duty::answer_message:
      return "answer " +
             (deadline.message_id.empty() ? "the message" : "message " + util::printable(deadline.message_id));
    case Duty::ship_order:
      break;
  }
  return "ship the order";
}

std::string details_text(const Deadline& deadline) {
  std::vector<std::string> details;
  const std::string amount = deadline.amount + (deadline.currency.empty() ? "" : " " + deadline.currency);
  for (const std::string& text : {deadline.reason, deadline.amount.empty() ? "" : amount}) {
    if (!text.empty()) {
      details.push_back(util::printable(text));
    }
  }
  if (deadline.missed) {
    details.emplace_back("missed");
  }
  return render::list_text(details, ", ");
}

std::string and_more(std::ptrdiff_t count, std::string_view which) {
  return count <= most_shown
             ? ""
             : fmt::format("  … and {} {} (all of them: --format json)\n", render::grouped(count - most_shown), which);
}

std::string deadlines_text(const Deadlines& deadlines) {
  const std::vector<Deadline>& all = deadlines.deadlines;
  if (all.empty()) {
    return deadlines.options.within ? "Nothing is past or due in this time.\n" : "Nothing is to be done.\n";
  }
  const auto first_to_come = std::find_if(all.begin(), all.end(), [](const Deadline& deadline) {
    return !deadline.time_left || deadline.time_left->count() >= 0;
  });
  const std::ptrdiff_t past = first_to_come - all.begin();
  const std::ptrdiff_t to_come = all.end() - first_to_come;
  std::vector<std::vector<std::string>> rows;
  for (auto deadline = first_to_come - std::min(past, most_shown);
       deadline != first_to_come + std::min(to_come, most_shown); ++deadline) {
    rows.push_back({time_left_text(*deadline),
                    deadline->due ? render::time_text(deadlines.zone.wall_clock_of(*deadline->due)) : "",
                    duty_text(*deadline), util::printable(deadline->order_id), details_text(*deadline)});
  }
  return and_more(past, "earlier ones") + render::table(rows, render::Align::left) + and_more(to_come, "later ones");
}

std::string remark_on(const Stake& stake) {
  const Verdict met = stake.if_met.verdict;
  switch (stake.if_missed.verdict) {
    case Verdict::pass:
      return "passes even so";
    case Verdict::fail:
      return met == Verdict::pass   ? "fails if they slip"
             : met == Verdict::fail ? "fails either way"
                                    : "fails if they slip, else open";
    case Verdict::undetermined:
    case Verdict::no_data:
      break;
  }
  return "open";
}

/// With the window, where several checks have the same title.
std::string title_of(const Check& check, const std::vector<Stake>& stakes) {
  const auto same = std::count_if(stakes.begin(), stakes.end(), [&](const Stake& stake) {
    return render::title_of(stake.today.check) == render::title_of(check);
  });
  return render::title_of(check) + (same > 1 ? ", " + counted(check.window.days, "day") : "");
}

std::string stakes_text(const Deadlines& deadlines, const TextStyle& style) {
  if (deadlines.stakes.empty()) {
    return "";
  }
  const Assessment& assessment = deadlines.assessment;
  const auto figure = [&](const CheckResult& result) {
    const render::CheckLine line = render::line_of(result, assessment);
    return line.rate + (line.counts.empty() ? "" : " " + line.counts);
  };
  bool later = false;
  std::vector<std::vector<std::string>> rows{
      {"   What hangs on them", "today", "if they slip", "if not", "target", ""}};
  for (const Stake& stake : deadlines.stakes) {
    const render::Sign sign = render::sign_of(stake.if_missed.verdict);
    std::string remark = remark_on(stake);
    if (stake.day != assessment.options.as_of) {
      later = true;
      remark += ", on " + render::date_text(stake.day);
    }
    const Check& check = stake.today.check;
    rows.push_back({std::string{sign.text} + "  " + title_of(check, deadlines.stakes), figure(stake.today),
                    figure(stake.if_missed), figure(stake.if_met),
                    render::target_text(check.target, unit_of(check.metric)),
                    render::colored(remark, sign.color, style)});
  }
  return "\n" + render::table(rows, render::Align::left) +
         (later ? "A later day is the first on which most of them lie in the window, if nothing else changes.\n" : "");
}

std::string ends_text(const Deadlines& deadlines) {
  std::vector<std::string> ends;
  for (const EndOfExports& end : deadlines.ends) {
    ends.push_back(
        fmt::format("{} on {}", name_of(end.kind), render::time_text(deadlines.zone.wall_clock_of(end.instant))));
  }
  return ends.empty()
             ? ""
             : fmt::format("The exports end: {}. What was done since is not in them.\n", render::list_text(ends));
}

/// What the list lacks because no export tells it.
std::string gaps_text(const Deadlines& deadlines) {
  const Assessment& assessment = deadlines.assessment;
  std::vector<std::string> kinds;
  for (const Kind kind : {Kind::claims, Kind::chargebacks, Kind::messages, Kind::orders}) {
    const auto& none = assessment.options.none;
    const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                   [&](const ExportFile& file) { return file.kind == kind; });
    if (!given && std::find(none.begin(), none.end(), kind) == none.end()) {
      kinds.emplace_back(name_of(kind));
    }
  }
  std::string text = kinds.empty() ? "" : fmt::format("Not given: {}.\n", render::list_text(kinds));
  if (deadlines.without_deadline > 0) {
    text += fmt::format("Not listed: {} without a deadline in the exports.\n",
                        counted(deadlines.without_deadline, "open case"));
  }
  std::vector<std::string> untold;
  if (deadlines.untold_orders > 0) {
    untold.push_back(counted(deadlines.untold_orders, "order") +
                     (deadlines.untold_orders == 1 ? " was shipped" : " were shipped"));
  }
  if (deadlines.untold_messages > 0) {
    untold.push_back(counted(deadlines.untold_messages, "message") +
                     (deadlines.untold_messages == 1 ? " was answered" : " were answered"));
  }
  return text + (untold.empty() ? "" : fmt::format("The exports do not tell whether {}.\n", render::list_text(untold)));
}

}  // namespace

std::string render_text(const Deadlines& deadlines, const TextStyle& style) {
  const Assessment& assessment = deadlines.assessment;
  return fmt::format("Deadlines as of {} ({})\n",
                     render::time_text(deadlines.zone.wall_clock_of(deadlines.options.now)), assessment.time_zone) +
         render::terms(assessment) + "\n" + deadlines_text(deadlines) + stakes_text(deadlines, style) + "\n" +
         ends_text(deadlines) + gaps_text(deadlines) + render::rejected_text(assessment);
}

}  // namespace sellerhealth
