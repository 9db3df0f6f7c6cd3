#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/facts_text.hpp"
#include "render/listing.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

using render::Plural;
using render::Speaker;

constexpr Plural<1> came{"one::{} came", "{} came"};
constexpr Plural<1> left{"one::{} left", "{} left"};

/// "+0.93" of a hundred, for a part of a change of a rate.
std::string points(const Fraction& fraction, const Speaker& say) {
  if (fraction.numerator == 0) {
    return "0";
  }
  const double value = 100 * static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator);
  return (value < 0 ? "−" : "+") + say.decimal(std::llround(100 * std::abs(value)), 2);
}

std::string signed_verdict(Verdict verdict, const TextStyle& style) {
  const render::Sign sign = render::sign_of(verdict);
  return render::colored(sign.text, sign.color, style);
}

std::string flow_text(const Flow& flow, const Plural<1>& went, const CheckComparison& comparison, Day as_of,
                      const Speaker& say) {
  const std::string text = say.counted(flow.count, went);
  if (flow.count == 0) {
    return text;
  }
  const std::string last = say.date(*flow.last_placed, as_of);
  const std::string days = flow.first_placed == flow.last_placed
                               ? last
                               : say("days in a sentence::{} – {}", say.date(*flow.first_placed, as_of), last);
  return say("{} ({})", text, say(render::subject_words_of(comparison.after.check.metric).placed_on, days));
}

std::string numbers_text(const CheckComparison& comparison, Day as_of, const Speaker& say) {
  const Metric metric = comparison.after.check.metric;
  const std::string bad_ones = say(render::words_of(metric).bad_ones);
  const std::string all = say(render::subject_words_of(metric).several);
  const BadMove& certain = comparison.certain;
  std::string text = "      " +
                     say("{}: {}, {}; {}: {}, {}.", bad_ones, say.counted(certain.came, came),
                         say.counted(certain.left, left), all, flow_text(comparison.came, came, comparison, as_of, say),
                         flow_text(comparison.left, left, comparison, as_of, say)) +
                     "\n";
  if (certain.rate) {
    const RateSteps& rate = *certain.rate;
    text += "      " +
            say("of {} points: {} that came {}, that left {}; {} that came {}, that left {}", points(rate.whole, say),
                bad_ones, points(rate.bad_came, say), points(rate.bad_left, say), all, points(rate.orders_came, say),
                points(rate.orders_left, say)) +
            "\n";
  }
  const BadMove& possible = comparison.possible;
  if (possible.before != certain.before || possible.after != certain.after) {
    text += "      " +
            say("possible {}: {} → {}", bad_ones, say.number(possible.before - certain.before),
                say.number(possible.after - certain.after)) +
            "\n";
  }
  return text;
}

/// "1.87 % (4 of 214)", or of a count "2".
std::string figure(const CheckResult& check, const Speaker& say) {
  const render::RateText text = render::rate_text(check, say);
  return text.counts.empty() ? text.rate : text.rate + " " + text.counts;
}

/// What happened to one case.
std::string what_happened(const Change& change, const Speaker& say) {
  const bool is_there = change.after != Stance::not_counted;
  const bool was_there = change.before != Stance::not_counted;
  if (was_there != is_there) {
    return is_there ? say("came into the window") : say("left the window");
  }
  if (change.after == Stance::bad) {
    return change.before == Stance::bad ? say("for other reasons") : say("turned bad");
  }
  if (change.before == Stance::bad) {
    return say("taken back");
  }
  return change.after == Stance::possible ? say("a case::open") : say("settled well");
}

std::string changes_text(const CheckComparison& comparison, const render::Telling& telling, const TextStyle& style) {
  const Speaker& say = telling.say;
  const render::SubjectWords& words = render::subject_words_of(comparison.after.check.metric);
  render::Listing listing{{"", say(words.one), say(words.placed), "", say("why")}, style.limit};
  for (const Change& change : comparison.changes) {
    const bool was_bad = change.before == Stance::bad;
    const bool is_bad = change.after == Stance::bad;
    const Grounds& grounds = change.before > change.after ? change.grounds_before : change.grounds_after;
    listing.add({was_bad == is_bad ? "~"
                 : is_bad          ? "+"
                                   : "−",
                 render::id_text(change.facts, say), say.date(change.placed, telling.as_of), what_happened(change, say),
                 render::grounds_text(change.facts, grounds, telling)});
  }
  return listing.print(style);
}

std::string check_text(const CheckComparison& comparison, const Comparison& whole, const TextStyle& style) {
  const Speaker say{style.language};
  const CheckResult& before = comparison.before;
  const CheckResult& after = comparison.after;
  const Day as_of = whole.after.options.as_of;
  const std::string title =
      say("{} ({})", render::title_of(after.check, say), render::window_name(after.check.window, say));
  if (!after.checked) {
    return fmt::format(" {}  {}  {}\n", signed_verdict(after.verdict, style), title, say("not checked"));
  }
  std::string text = fmt::format(" {} → {}  {}  {} → {}\n", signed_verdict(before.verdict, style),
                                 signed_verdict(after.verdict, style), title, figure(before, say), figure(after, say));
  text += numbers_text(comparison, as_of, say);
  return text + changes_text(comparison, {whole.book->zone(), as_of, say}, style);
}

}  // namespace

std::string render_text(const Comparison& comparison, const TextStyle& style) {
  const Speaker say{style.language};
  std::string text = say("What changed from {} to {} ({})", say.date(comparison.before.options.as_of),
                         say.date(comparison.after.options.as_of), comparison.after.time_zone) +
                     "\n";
  text += render::terms(comparison.after, say);
  for (const CheckComparison& check : comparison.checks) {
    text += "\n" + check_text(check, comparison, style);
  }
  return text + render::rejected_text(comparison.after, say);
}

}  // namespace sellerhealth
