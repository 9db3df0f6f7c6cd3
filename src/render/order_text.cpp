#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts.hpp"
#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::date_text;
using render::padded;

/// One thing that is said, and where.
struct Line {
  std::string name;
  std::string value;
  std::string files;
};

std::string stamp_text(const Stamp& stamp, const TimeZone& zone) {
  return render::is_instant(stamp) ? util::iso_instant(stamp.first) : util::iso_date(zone.day_of(stamp.first));
}

std::string value_text(const render::OrderFact& fact, const TimeZone& zone) {
  if (const auto* stamp = std::get_if<Stamp>(&fact.value)) {
    return stamp_text(*stamp, zone);
  }
  if (const auto* values = std::get_if<std::vector<std::string_view>>(&fact.value)) {
    return fmt::format("{}", fmt::join(*values, ", "));
  }
  return std::get<bool>(fact.value) ? "yes" : "no";
}

/// Behind what the exports tell and nobody knew on the as-of day.
std::string note_on(bool known) { return known ? "" : ", not known yet"; }

/// What became of a filing, if that is not known yet.
std::string end_text(const std::optional<Stamp>& end, std::string_view what, const OrderExplanation& explanation,
                     const render::Telling& telling) {
  return explanation.knows(end) ? ""
                                : fmt::format(", {} on {}{}", what, render::day_text(*end, telling), note_on(false));
}
std::string end_text(const Feedback& feedback, const OrderExplanation& explanation, const render::Telling& telling) {
  return end_text(feedback.removal_date, "removed", explanation, telling);
}
template <typename Dispute>
std::string end_text(const Dispute& dispute, const OrderExplanation& explanation, const render::Telling& telling) {
  return end_text(dispute.closed_date, "closed", explanation, telling);
}

std::vector<Line> lines_of(const OrderExplanation& explanation) {
  const OrderBook& book = *explanation.book;
  const render::Telling telling{book.zone(), explanation.assessment.options.as_of};
  const auto path = [&](OrderBook::FileId file) { return util::printable(book.files()[file].path); };
  std::vector<Line> lines;
  for (const render::OrderFact& fact : render::facts_of(explanation)) {
    lines.push_back({std::string{name_of(fact.column)}, value_text(fact, book.zone()) + note_on(fact.known),
                     util::printable(fmt::format("{}", fmt::join(fact.paths, ", ")))});
  }
  const auto add_filings = [&](const auto& accounts, auto to_text) {
    for (const auto& [filed, left_out] : accounts) {
      const bool known = left_out != "after_as_of";
      const std::string outcome =
          known && left_out ? ", does not count: " + std::string{render::words_of_outcome(*left_out)} : "";
      const std::string end = known ? end_text(filed->record, explanation, telling) : note_on(known);
      lines.push_back({std::string{name_of(book.files()[filed->file].kind)},
                       to_text(filed->record, telling) + outcome + end, path(filed->file)});
    }
  };
  add_filings(explanation.feedback, render::feedback_text);
  add_filings(explanation.claims, render::claim_text);
  add_filings(explanation.chargebacks, render::chargeback_text);
  for (const auto* message : explanation.messages) {
    const bool received = explanation.knows(message->record.received_at);
    lines.push_back({"message " + util::printable(message->record.message_id),
                     "received " + stamp_text(message->record.received_at, book.zone()) +
                         (received ? ", " + render::message_text(message->record, telling) : "") +
                         note_on(received && explanation.knows(message->record.responded_at)),
                     path(message->file)});
  }
  return lines;
}

std::string facts_text(const std::vector<Line>& lines, const TextStyle& style) {
  std::size_t name = 0;
  std::size_t value = 0;
  for (const Line& line : lines) {
    name = std::max(name, render::width_of(line.name));
    value = std::max(value, render::width_of(line.value));
  }
  std::string text;
  for (const Line& line : lines) {
    text += "  " + padded(line.name, name) + "  " + padded(line.value, value) + "  " +
            render::colored(line.files, render::dim, style) + "\n";
  }
  return text;
}

render::Sign sign_of(Stance stance) {
  switch (stance) {
    case Stance::bad:
      return render::sign_of(Verdict::fail);
    case Stance::good:
      return render::sign_of(Verdict::pass);
    case Stance::possible:
      return render::sign_of(Verdict::undetermined);
    case Stance::not_counted:
      break;
  }
  return render::sign_of(Verdict::no_data);
}

/// "from 11 Jul to 8 Oct".
std::string days_text(const AsOfDays& days, Day as_of) {
  return days.first == days.last
             ? "on " + date_text(days.first, as_of)
             : fmt::format("from {} to {}", date_text(days.first, as_of), date_text(days.last, as_of));
}

/// The as-of days on which it was, is or will be bad, if nothing else happens.
std::string bad_days_text(const CheckStanding& standing, Day as_of) {
  std::vector<std::string> texts;
  std::transform(standing.bad.begin(), standing.bad.end(), std::back_inserter(texts),
                 [&](const AsOfDays& days) { return days_text(days, as_of); });
  return render::list_text(texts);
}

/// "counts against you from 11 Jul to 8 Oct: 1 star of 25 Jun".
std::string what_it_is(const CheckStanding& standing, const render::Telling& telling) {
  const std::string outcome = standing.left_out ? std::string{render::words_of_outcome(*standing.left_out)} : "";
  if (!standing.checked) {
    return "not checked";
  }
  switch (standing.stance) {
    case Stance::bad:
      return fmt::format("counts against you {}: {}", bad_days_text(standing, telling.as_of),
                         render::grounds_text(standing.facts, standing.grounds, telling));
    case Stance::possible:
      return "could count against you: " + render::grounds_text(standing.facts, standing.grounds, telling);
    case Stance::good:
      return outcome.empty() ? "is fine" : "is fine: " + outcome;
    case Stance::not_counted:
      break;
  }
  return outcome.empty() ? "does not count" : "does not count: " + outcome;
}

/// The as-of days, of what is not bad, on which it was or will be, or else that have it in their windows.
std::string other_days_text(const CheckStanding& standing, Day as_of) {
  if (standing.stance == Stance::bad) {
    return "";
  }
  if (!standing.bad.empty()) {
    return "; against you " + bad_days_text(standing, as_of);
  }
  return standing.counted ? "; in the window " + days_text(*standing.counted, as_of) : "";
}

/// "Order defect rate (90 days, lag 30)", and of a check of messages which one.
std::string name_text(const CheckStanding& standing) {
  std::string text =
      fmt::format("{} ({})", render::title_of(standing.check), render::window_name(standing.check.window));
  const auto* message = standing.facts.message;
  if (message != nullptr && !message->record.message_id.empty()) {
    text += ", " + util::printable(message->record.message_id);
  }
  return text;
}

std::string standings_text(const std::vector<CheckStanding>& standings, const render::Telling& telling,
                           const TextStyle& style) {
  std::size_t width = 0;
  for (const CheckStanding& standing : standings) {
    width = std::max(width, render::width_of(name_text(standing)));
  }
  std::string text;
  for (const CheckStanding& standing : standings) {
    const render::Sign sign = sign_of(standing.checked ? standing.stance : Stance::not_counted);
    text += fmt::format(" {}  {}  {}{}\n", render::colored(sign.text, sign.color, style),
                        padded(name_text(standing), width),
                        render::colored(what_it_is(standing, telling), sign.color, style),
                        standing.checked ? other_days_text(standing, telling.as_of) : "");
  }
  return text;
}

}  // namespace

std::string render_text(const OrderExplanation& explanation, const TextStyle& style) {
  const Assessment& assessment = explanation.assessment;
  const render::Telling telling{explanation.book->zone(), assessment.options.as_of};
  return fmt::format("Order {} as of {} ({})\n{}\n", util::printable(explanation.order->id),
                     date_text(assessment.options.as_of), assessment.time_zone, render::terms(assessment)) +
         facts_text(lines_of(explanation), style) + "\n" + standings_text(explanation.standings, telling, style);
}

}  // namespace sellerhealth
