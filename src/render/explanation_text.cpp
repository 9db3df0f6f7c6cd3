#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "insight/wilson.hpp"
#include "render/check_table.hpp"
#include "render/facts.hpp"
#include "render/facts_text.hpp"
#include "render/listing.hpp"
#include "render/speaker.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::Speaker;

/// What the counts say of the true rate: little, when there are few orders. From the low end of what is known to the
/// high end of what is possible; nothing where every case is possible.
std::string evidence_text(const CheckResult& result, const Speaker& say) {
  const std::int64_t total = result.denominator.value_or(0);
  if (!result.checked || total == 0 || (result.possible == total && result.known != total)) {
    return "";
  }
  const double low = insight::wilson_95(*result.known, total).low;
  const double high = insight::wilson_95(*result.possible, total).high;
  const auto per_cent = [&](double rate) { return say("{} %", say.decimal(std::llround(1000 * rate), 1)); };
  return "      " +
         say("With {} {}, the true rate could be {} to {} (95 % interval).", say.number(total),
             say(render::words_of(result.check.metric).denominator), per_cent(low), per_cent(high)) +
         "\n";
}

std::string list(const std::vector<Cause>& causes, const CheckResult& result, const OrderBook& book,
                 const render::Telling& telling, const TextStyle& style) {
  const Speaker& say = telling.say;
  const render::SubjectWords& words = render::subject_words_of(result.check.metric);
  std::vector<std::string> head{say(words.one), say(words.placed), say("counts from"), say("leaves on")};
  if (book.segment_by()) {
    head.emplace_back(name_of(*book.segment_by()));
  }
  head.push_back(say("why"));
  render::Listing listing{std::move(head), style.limit};
  for (const Cause& cause : causes) {
    std::vector<std::string> row{render::id_text(cause.facts, say), say.date(cause.placed, telling.as_of),
                                 say.date(cause.entered, telling.as_of), say.date(cause.leaves, telling.as_of)};
    if (book.segment_by()) {
      row.push_back(util::printable(fmt::format("{}", fmt::join(render::segments_of(cause.facts, book), ", "))));
    }
    row.push_back(render::grounds_text(cause.facts, cause.grounds, telling));
    listing.add(std::move(row));
  }
  return listing.print(style);
}

bool is_given(const Assessment& assessment, Kind kind) {
  return std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                     [&](const ExportFile& file) { return file.kind == kind; });
}

/// How to settle what is open, or have the check made.
std::string advice_text(const CheckResult& result, const Assessment& assessment, const Speaker& say) {
  if (result.needs.empty()) {
    return "";
  }
  std::string text = "\n  " + (result.checked ? say("To settle them:") : say("To have it checked:")) + "\n";
  for (const Need& need : result.needs) {
    text += "    " + render::how_to_settle(need, is_given(assessment, need.kind), say) + "\n";
  }
  return text;
}

/// Why any order could count: whole exports are missing.
std::string unlisted_text(const CheckExplanation& behind, const Assessment& assessment, const Speaker& say) {
  if (behind.unlisted == 0) {
    return "";
  }
  std::vector<std::string> kinds;
  for (const Need& need : behind.result.needs) {
    if (!need.column && !is_given(assessment, need.kind)) {
      kinds.push_back(say(render::words_of(need.kind)));
    }
  }
  const Metric metric = behind.result.check.metric;
  return "\n  " +
         say.plural(std::ssize(kinds), "{} more {} could be {}, because {} was not given.",
                    "{} more {} could be {}, because {} were not given.", say.number(behind.unlisted),
                    say(render::subject_words_of(metric).several), say(render::words_of(metric).bad_ones),
                    say.list(kinds)) +
         "\n";
}

std::string check_text(const CheckExplanation& behind, const Explanation& explanation, const TextStyle& style) {
  const CheckResult& result = behind.result;
  const Speaker say{style.language};
  const render::Telling telling{explanation.book->zone(), explanation.assessment.options.as_of, say};
  const std::string bad_ones = say(render::words_of(result.check.metric).bad_ones);
  std::string text = render::check_table({render::line_of(result, explanation.assessment, say)}, style);
  text += evidence_text(result, say);
  if (!behind.bad.empty()) {
    text += "\n  " + say("Certain {}, by the day they leave the window:", bad_ones) + "\n" +
            list(behind.bad, result, *explanation.book, telling, style);
  }
  if (!behind.possible.empty()) {
    text += "\n  " + say("Possible {}, by the day they leave the window:", bad_ones) + "\n" +
            list(behind.possible, result, *explanation.book, telling, style);
  }
  if (result.checked && behind.bad.empty() && behind.possible.empty()) {
    text += "\n  " + say("There are no {}.", bad_ones) + "\n";
  }
  return text + unlisted_text(behind, explanation.assessment, say) + advice_text(result, explanation.assessment, say);
}

}  // namespace

std::string render_text(const Explanation& explanation, const TextStyle& style) {
  const Speaker say{style.language};
  std::string text;
  for (const CheckExplanation& behind : explanation.checks) {
    text += (text.empty() ? "" : "\n") +
            say("{} as of {} ({})", render::title_of(behind.result.check, say),
                say.date(explanation.assessment.options.as_of), explanation.assessment.time_zone) +
            "       " + render::window_text(behind.result, say) + "\n" + render::terms(explanation.assessment, say) +
            "\n";
    text += check_text(behind, explanation, style);
  }
  return text + render::rejected_text(explanation.assessment, say);
}

}  // namespace sellerhealth
