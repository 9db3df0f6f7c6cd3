#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/listing.hpp"
#include "render/sign.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

using render::date_text;
using render::grouped;

/// "+0.93" of a hundred, for a part of a change of a rate.
std::string points(const Fraction& fraction) {
  if (fraction.numerator == 0) {
    return "0";
  }
  const double value = 100 * static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator);
  return fmt::format("{}{:.2f}", value < 0 ? "−" : "+", std::abs(value));
}

std::string signed_verdict(Verdict verdict, const TextStyle& style) {
  const render::Sign sign = render::sign_of(verdict);
  return render::colored(sign.text, sign.color, style);
}

std::string flow_text(const Flow& flow, std::string_view went, std::string_view placed, Day as_of) {
  std::string text = grouped(flow.count) + " " + std::string{went};
  if (flow.count > 0) {
    const std::string last = date_text(*flow.last_placed, as_of);
    text +=
        fmt::format(" ({} {})", placed,
                    flow.first_placed == flow.last_placed ? last : date_text(*flow.first_placed, as_of) + " – " + last);
  }
  return text;
}

std::string numbers_text(const CheckComparison& comparison, Day as_of) {
  const Check& check = comparison.after.check;
  const render::MetricWords& words = render::words_of(check.metric);
  const BadMove& certain = comparison.certain;
  std::string text = fmt::format(
      "      {}: {} came, {} left; {}: {}, {}.\n", words.bad_ones, grouped(certain.came), grouped(certain.left),
      words.placed, flow_text(comparison.came, "came", render::placing_words_of(check.metric).placed, as_of),
      flow_text(comparison.left, "left", render::placing_words_of(check.metric).placed, as_of));
  if (certain.rate) {
    const RateSteps& rate = *certain.rate;
    text += fmt::format("      of {} points: {} that came {}, that left {}; {} that came {}, that left {}\n",
                        points(rate.whole), words.bad_ones, points(rate.bad_came), points(rate.bad_left), words.placed,
                        points(rate.orders_came), points(rate.orders_left));
  }
  const BadMove& possible = comparison.possible;
  if (possible.before != certain.before || possible.after != certain.after) {
    text += fmt::format("      possible {}: {} → {}\n", words.bad_ones, grouped(possible.before - certain.before),
                        grouped(possible.after - certain.after));
  }
  return text;
}

/// "1.87 % (4 of 214)", or of a count "2".
std::string figure(const CheckResult& check) {
  const render::RateText text = render::rate_text(check);
  return text.counts.empty() ? text.rate : text.rate + " " + text.counts;
}

/// What happened to one case.
std::string what_happened(const Change& change) {
  const bool is_there = change.after != Stance::not_counted;
  const bool was_there = change.before != Stance::not_counted;
  if (was_there != is_there) {
    return is_there ? "came into the window" : "left the window";
  }
  if (change.after == Stance::bad) {
    return change.before == Stance::bad ? "for other reasons" : "turned bad";
  }
  if (change.before == Stance::bad) {
    return "taken back";
  }
  return change.after == Stance::possible ? "open" : "settled well";
}

std::string changes_text(const CheckComparison& comparison, const render::Telling& telling, const TextStyle& style,
                         std::size_t limit) {
  const render::PlacingWords& words = render::placing_words_of(comparison.after.check.metric);
  render::Listing listing{{"", std::string{words.noun}, std::string{words.placed}, "", "why"}, limit};
  for (const Change& change : comparison.changes) {
    const bool was_bad = change.before == Stance::bad;
    const bool is_bad = change.after == Stance::bad;
    const Grounds& grounds = change.before > change.after ? change.grounds_before : change.grounds_after;
    listing.add({was_bad == is_bad ? "~"
                 : is_bad          ? "+"
                                   : "−",
                 render::id_text(change.facts), date_text(change.placed, telling.as_of), what_happened(change),
                 render::grounds_text(change.facts, grounds, telling)});
  }
  return listing.print(style);
}

std::string check_text(const CheckComparison& comparison, const Comparison& whole, const TextStyle& style,
                       std::size_t limit) {
  const CheckResult& before = comparison.before;
  const CheckResult& after = comparison.after;
  const Day as_of = whole.after.options.as_of;
  const std::string title =
      fmt::format("{} ({})", render::title_of(after.check), render::window_name(after.check.window));
  if (!after.checked) {
    return fmt::format(" {}  {}  not checked\n", signed_verdict(after.verdict, style), title);
  }
  std::string text = fmt::format(" {} → {}  {}  {} → {}\n", signed_verdict(before.verdict, style),
                                 signed_verdict(after.verdict, style), title, figure(before), figure(after));
  text += numbers_text(comparison, as_of);
  return text + changes_text(comparison, {whole.book->zone(), as_of}, style, limit);
}

}  // namespace

std::string render_text(const Comparison& comparison, const TextStyle& style, std::size_t limit) {
  std::string text = fmt::format("What changed from {} to {} ({})\n", date_text(comparison.before.options.as_of),
                                 date_text(comparison.after.options.as_of), comparison.after.time_zone);
  text += render::terms(comparison.after);
  for (const CheckComparison& check : comparison.checks) {
    text += "\n" + check_text(check, comparison, style, limit);
  }
  return text + render::rejected_text(comparison.after);
}

}  // namespace sellerhealth
