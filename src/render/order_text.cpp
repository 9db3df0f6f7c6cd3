#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts.hpp"
#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

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

std::vector<Line> lines_of(const OrderExplanation& explanation) {
  const OrderBook& book = *explanation.book;
  const render::Telling telling{book.zone(), explanation.assessment.options.as_of};
  const auto path = [&](OrderBook::FileId file) { return util::printable(book.files()[file].path); };
  std::vector<Line> lines;
  for (const render::OrderFact& fact : render::facts_of(book, *explanation.order)) {
    lines.push_back({std::string{name_of(fact.column)}, value_text(fact, book.zone()),
                     util::printable(fmt::format("{}", fmt::join(fact.paths, ", ")))});
  }
  const auto add_filings = [&](const auto& accounts, auto to_text) {
    for (const auto& [filed, left_out] : accounts) {
      const std::string outcome =
          left_out ? ", does not count: " + std::string{render::words_of_outcome(*left_out)} : "";
      lines.push_back({std::string{name_of(book.files()[filed->file].kind)}, to_text(filed->record, telling) + outcome,
                       path(filed->file)});
    }
  };
  add_filings(explanation.feedback, render::feedback_text);
  add_filings(explanation.claims, render::claim_text);
  add_filings(explanation.chargebacks, render::chargeback_text);
  for (const auto* message : explanation.messages) {
    lines.push_back({"message " + util::printable(message->record.message_id),
                     "received " + stamp_text(message->record.received_at, book.zone()) + ", " +
                         render::message_text(message->record, telling),
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

std::string what_it_is(const CheckStanding& standing) {
  const std::string outcome = standing.left_out ? std::string{render::words_of_outcome(*standing.left_out)} : "";
  if (!standing.checked) {
    return "not checked";
  }
  switch (standing.stance) {
    case Stance::bad:
      return "counts against you";
    case Stance::possible:
      return "could count against you";
    case Stance::good:
      return outcome.empty() ? "is fine" : "is fine: " + outcome;
    case Stance::not_counted:
      break;
  }
  return outcome.empty() ? "does not count" : "does not count: " + outcome;
}

/// The as-of days on which it is so, or else was or will be bad, or else counts.
std::string days_text(const CheckStanding& standing) {
  std::string text;
  for (const AsOfDays& days : standing.bad) {
    text += (text.empty() ? "" : ", ") + render::date_range(days.first, days.last);
  }
  if (!text.empty()) {
    return (standing.stance == Stance::bad ? ", as of " : "; against you as of ") + text;
  }
  return standing.counted ? "; counts as of " + render::date_range(standing.counted->first, standing.counted->last)
                          : "";
}

/// "Order defect rate (90 days, lag 30)", and of a check of messages which one.
std::string name_text(const CheckStanding& standing) {
  std::string text =
      fmt::format("{} ({})", render::title_of(standing.check), render::window_name(standing.check.window));
  if (standing.message != nullptr && !standing.message->record.message_id.empty()) {
    text += ", " + util::printable(standing.message->record.message_id);
  }
  return text;
}

std::string standings_text(const std::vector<CheckStanding>& standings, const TextStyle& style) {
  std::size_t width = 0;
  for (const CheckStanding& standing : standings) {
    width = std::max(width, render::width_of(name_text(standing)));
  }
  std::string text;
  for (const CheckStanding& standing : standings) {
    const render::Sign sign = sign_of(standing.checked ? standing.stance : Stance::not_counted);
    text += fmt::format(" {}  {}  {}{}\n", render::colored(sign.text, sign.color, style),
                        padded(name_text(standing), width), render::colored(what_it_is(standing), sign.color, style),
                        standing.checked ? days_text(standing) : "");
  }
  return text;
}

}  // namespace

std::string render_text(const OrderExplanation& explanation, const TextStyle& style) {
  const Assessment& assessment = explanation.assessment;
  return fmt::format("Order {} as of {} ({})\n\n", util::printable(explanation.order->id),
                     render::date_text(assessment.options.as_of), assessment.time_zone) +
         facts_text(lines_of(explanation), style) + "\n" + standings_text(explanation.standings, style);
}

}  // namespace sellerhealth
