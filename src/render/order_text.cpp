#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts.hpp"
#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::padded;
using render::Phrase;
using render::Speaker;
using render::Wording;

/// One thing that is said, and where.
struct Line {
  std::string name;
  std::string value;
  std::string files;
};

std::string stamp_text(const Stamp& stamp, const TimeZone& zone) {
  return render::is_instant(stamp) ? util::iso_instant(stamp.first) : util::iso_date(zone.day_of(stamp.first));
}

/// Who fulfills or cancels an order, and what became of it.
constexpr std::array wordings{
    Wording{"seller", "a column::seller"},   Wording{"marketplace", "a column::marketplace"},
    Wording{"buyer", "a column::buyer"},     Wording{"shipped", "a column::shipped"},
    Wording{"cancelled", "cancelled"},       Wording{"open", "a column::open"},
    Wording{"unknown", "a column::unknown"},
};

std::string value_text(const render::OrderFact& fact, const render::Telling& telling) {
  if (const auto* stamp = std::get_if<Stamp>(&fact.value)) {
    return stamp_text(*stamp, telling.zone);
  }
  if (const auto* values = std::get_if<std::vector<std::string_view>>(&fact.value)) {
    std::vector<std::string> texts;
    std::transform(values->begin(), values->end(), std::back_inserter(texts),
                   [&](std::string_view code) { return render::said(wordings, code, telling.say); });
    return fmt::format("{}", fmt::join(texts, ", "));
  }
  return std::get<bool>(fact.value) ? telling.say("yes") : telling.say("no");
}

/// What the exports tell, though nobody knew it on the as-of day.
std::string noted(std::string text, bool known, const Speaker& say) {
  return known ? std::move(text) : say("{}, not known yet", text);
}

/// The text of a filing, and what became of it if that is not known yet.
std::string with_end(std::string text, const std::optional<Stamp>& end, Phrase<2> phrase,
                     const OrderExplanation& explanation, const render::Telling& telling) {
  return explanation.knows(end) ? std::move(text) : telling.say(phrase, text, render::day_text(*end, telling));
}
std::string with_end(std::string text, const Feedback& feedback, const OrderExplanation& explanation,
                     const render::Telling& telling) {
  return with_end(std::move(text), feedback.removal_date, "{}, removed on {}, not known yet", explanation, telling);
}
template <typename Dispute>
std::string with_end(std::string text, const Dispute& dispute, const OrderExplanation& explanation,
                     const render::Telling& telling) {
  return with_end(std::move(text), dispute.closed_date, "{}, closed on {}, not known yet", explanation, telling);
}

std::vector<Line> lines_of(const OrderExplanation& explanation, const render::Telling& telling) {
  const OrderBook& book = *explanation.book;
  const Speaker& say = telling.say;
  const auto path = [&](OrderBook::FileId file) { return util::printable(book.files()[file].path); };
  std::vector<Line> lines;
  for (const render::OrderFact& fact : render::facts_of(explanation)) {
    lines.push_back({std::string{name_of(fact.column)}, noted(value_text(fact, telling), fact.known, say),
                     util::printable(fmt::format("{}", fmt::join(fact.paths, ", ")))});
  }
  const auto add_filings = [&](const auto& accounts, auto to_text) {
    for (const auto& [filed, left_out] : accounts) {
      const bool known = left_out != "after_as_of";
      std::string text = noted(to_text(filed->record, telling), known, say);
      if (known && left_out) {
        text = say("{}, does not count: {}", text, render::words_of_outcome(*left_out, say));
      }
      lines.push_back({say(render::words_of(book.files()[filed->file].kind)),
                       known ? with_end(std::move(text), filed->record, explanation, telling) : text,
                       path(filed->file)});
    }
  };
  add_filings(explanation.feedback, render::feedback_text);
  add_filings(explanation.claims, render::claim_text);
  add_filings(explanation.chargebacks, render::chargeback_text);
  for (const auto* message : explanation.messages) {
    const bool received = explanation.knows(message->record.received_at);
    const std::string at = stamp_text(message->record.received_at, book.zone());
    lines.push_back({say("message {}", util::printable(message->record.message_id)),
                     noted(received ? say("received {}, {}", at, render::message_text(message->record, telling))
                                    : say("a message::received {}", at),
                           received && explanation.knows(message->record.responded_at), say),
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
std::string days_text(const AsOfDays& days, const render::Telling& telling) {
  const std::string first = telling.say.date(days.first, telling.as_of);
  return days.first == days.last ? telling.say("on {}", first)
                                 : telling.say("from {} to {}", first, telling.say.date(days.last, telling.as_of));
}

/// The as-of days on which it was, is or will be bad, if nothing else happens.
std::string bad_days_text(const CheckStanding& standing, const render::Telling& telling) {
  std::vector<std::string> texts;
  std::transform(standing.bad.begin(), standing.bad.end(), std::back_inserter(texts),
                 [&](const AsOfDays& days) { return days_text(days, telling); });
  return telling.say.list(texts);
}

/// "counts against you from 11 Jul to 8 Oct: 1 star of 25 Jun".
std::string what_it_is(const CheckStanding& standing, const render::Telling& telling) {
  const Speaker& say = telling.say;
  const std::string outcome = standing.left_out ? render::words_of_outcome(*standing.left_out, say) : "";
  if (!standing.checked) {
    return say("not checked");
  }
  switch (standing.stance) {
    case Stance::bad:
      return say("counts against you {}: {}", bad_days_text(standing, telling),
                 render::grounds_text(standing.facts, standing.grounds, telling));
    case Stance::possible:
      return say("could count against you: {}", render::grounds_text(standing.facts, standing.grounds, telling));
    case Stance::good:
      return outcome.empty() ? say("is fine") : say("is fine: {}", outcome);
    case Stance::not_counted:
      break;
  }
  return outcome.empty() ? say("does not count") : say("does not count: {}", outcome);
}

/// The as-of days, of what is not bad, on which it was or will be, or else that have it in their windows.
std::string other_days_text(const CheckStanding& standing, const render::Telling& telling) {
  if (standing.stance == Stance::bad) {
    return "";
  }
  if (!standing.bad.empty()) {
    return telling.say("; against you {}", bad_days_text(standing, telling));
  }
  return standing.counted ? telling.say("; in the window {}", days_text(*standing.counted, telling)) : "";
}

/// "Order defect rate (90 days, lag 30)", and of a check of messages which one.
std::string name_text(const CheckStanding& standing, const Speaker& say) {
  std::string text =
      say("{} ({})", render::title_of(standing.check, say), render::window_name(standing.check.window, say));
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
    width = std::max(width, render::width_of(name_text(standing, telling.say)));
  }
  std::string text;
  for (const CheckStanding& standing : standings) {
    const render::Sign sign = sign_of(standing.checked ? standing.stance : Stance::not_counted);
    text += fmt::format(" {}  {}  {}{}\n", render::colored(sign.text, sign.color, style),
                        padded(name_text(standing, telling.say), width),
                        render::colored(what_it_is(standing, telling), sign.color, style),
                        standing.checked ? other_days_text(standing, telling) : "");
  }
  return text;
}

}  // namespace

std::string render_text(const OrderExplanation& explanation, const TextStyle& style) {
  const Speaker say{style.language};
  const Assessment& assessment = explanation.assessment;
  const render::Telling telling{explanation.book->zone(), assessment.options.as_of, say};
  return say("Order {} as of {} ({})", util::printable(explanation.order->id), say.date(assessment.options.as_of),
             assessment.time_zone) +
         "\n" + render::terms(assessment, say) + "\n" + facts_text(lines_of(explanation, telling), style) + "\n" +
         standings_text(explanation.standings, telling, style);
}

}  // namespace sellerhealth
