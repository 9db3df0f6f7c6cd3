#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "insight/wilson.hpp"
#include "render/check_table.hpp"
#include "render/facts.hpp"
#include "render/facts_text.hpp"
#include "render/format.hpp"
#include "render/listing.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::grouped;

/// What the counts say of the true rate: little, when there are few orders. From the low end of what is known to the
/// high end of what is possible; nothing where every case is possible.
std::string evidence_text(const CheckResult& result) {
  const std::int64_t total = result.denominator.value_or(0);
  if (!result.checked || total == 0 || (result.possible == total && result.known != total)) {
    return "";
  }
  const double low = insight::wilson_95(*result.known, total).low;
  const double high = insight::wilson_95(*result.possible, total).high;
  return fmt::format("      With {} {}, the true rate could be {:.1f} % to {:.1f} % (95 % interval).\n", grouped(total),
                     render::words_of(result.check.metric).denominator, 100 * low, 100 * high);
}

std::string list(const std::vector<Cause>& causes, const CheckResult& result, const OrderBook& book,
                 const render::Telling& telling, const TextStyle& style, std::size_t limit) {
  const render::PlacingWords& words = render::placing_words_of(result.check.metric);
  std::vector<std::string> head{std::string{words.noun}, std::string{words.placed}, "counts from", "leaves on"};
  if (book.segment_by()) {
    head.emplace_back(name_of(*book.segment_by()));
  }
  head.emplace_back("why");
  render::Listing listing{std::move(head), limit};
  for (const Cause& cause : causes) {
    std::vector<std::string> row{render::id_text(cause.facts), render::date_text(cause.placed, telling.as_of),
                                 render::date_text(cause.entered, telling.as_of),
                                 render::date_text(cause.leaves, telling.as_of)};
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
std::string advice_text(const CheckResult& result, const Assessment& assessment) {
  std::string text = result.needs.empty() ? "" : result.checked ? "\n  To settle them:\n" : "\n  To have it checked:\n";
  for (const Need& need : result.needs) {
    text += "    " + render::advice(need, is_given(assessment, need.kind)) + "\n";
  }
  return text;
}

/// Why any order could count: whole exports are missing.
std::string unlisted_text(const CheckExplanation& behind, const Assessment& assessment) {
  if (behind.unlisted == 0) {
    return "";
  }
  std::vector<std::string> kinds;
  for (const Need& need : behind.result.needs) {
    if (!need.column && !is_given(assessment, need.kind)) {
      kinds.emplace_back(name_of(need.kind));
    }
  }
  const render::MetricWords& words = render::words_of(behind.result.check.metric);
  return fmt::format("\n  {} more {} could be {}, because {} {} not given.\n", grouped(behind.unlisted), words.placed,
                     words.bad_ones, render::list_text(kinds), kinds.size() == 1 ? "was" : "were");
}

std::string check_text(const CheckExplanation& behind, const Explanation& explanation, const TextStyle& style,
                       std::size_t limit) {
  const CheckResult& result = behind.result;
  const render::Telling telling{explanation.book->zone(), explanation.assessment.options.as_of};
  const std::string_view bad_ones = render::words_of(result.check.metric).bad_ones;
  std::string text = render::check_table({render::line_of(result, explanation.assessment)}, style);
  text += evidence_text(result);
  if (!behind.bad.empty()) {
    text += fmt::format("\n  Certain {}, by the day they leave the window:\n", bad_ones) +
            list(behind.bad, result, *explanation.book, telling, style, limit);
  }
  if (!behind.possible.empty()) {
    text += fmt::format("\n  Possible {}, by the day they leave the window:\n", bad_ones) +
            list(behind.possible, result, *explanation.book, telling, style, limit);
  }
  if (result.checked && behind.bad.empty() && behind.possible.empty()) {
    text += fmt::format("\n  There are no {}.\n", bad_ones);
  }
  return text + unlisted_text(behind, explanation.assessment) + advice_text(result, explanation.assessment);
}

}  // namespace

std::string render_text(const Explanation& explanation, const TextStyle& style, std::size_t limit) {
  std::string text;
  for (const CheckExplanation& behind : explanation.checks) {
    text += fmt::format("{}{} as of {} ({})       {}\n{}\n", text.empty() ? "" : "\n",
                        render::title_of(behind.result.check), render::date_text(explanation.assessment.options.as_of),
                        explanation.assessment.time_zone, render::window_text(behind.result),
                        render::terms(explanation.assessment));
    text += check_text(behind, explanation, style, limit);
  }
  return text + render::rejected_text(explanation.assessment);
}

}  // namespace sellerhealth
