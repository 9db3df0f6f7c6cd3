#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/format.hpp"
#include "render/prospect_text.hpp"
#include "render/roll_off.hpp"
#include "render/speaker.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::day_noun;
using render::ids_text;
using render::padded;
using render::Speaker;
using render::subject_words_of;
using render::SubjectWords;
using render::width_of;
using render::words_of_turn;

/// A label and what it stands for, below a check.
using Row = std::pair<std::string, std::string>;

/// How the check goes on under each assumption; assumptions that come to the same share a row.
std::vector<Row> prospect_rows(const CheckForecast& forecast, const Speaker& say) {
  const SubjectWords& subject = subject_words_of(forecast.today.check.metric);
  const std::string pace =
      say("{} in {}", say.counted(forecast.pace_orders, subject.counted), say.counted(forecast.pace_days, day_noun));
  const bool is_count = unit_of(forecast.today.check.metric) == Unit::count;
  std::vector<Row> rows;
  for (const Prospect& prospect : forecast.today.prospects) {
    std::string label;
    switch (prospect.assumption) {
      case Assumption::no_new_orders:
        label = say(subject.no_new);
        break;
      case Assumption::no_new_defects:
        label = is_count ? "" : say("{}, all good", pace);  // whatever a count counts is bad
        break;
      case Assumption::same_defect_rate:
        label = is_count ? pace : say("{}, as bad", pace);
        break;
    }
    if (!label.empty()) {
      rows.emplace_back(std::move(label), render::prospect_text(forecast.today, prospect, say));
    }
  }
  const std::vector<Prospect>& all = forecast.today.prospects;
  const bool same =
      std::all_of(all.begin(), all.end(), [&](const Prospect& one) { return one.turns == all.front().turns; }) &&
      std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return row.second == rows.front().second; });
  if (same) {
    return {{say("in any case"), rows.front().second}};
  }
  return rows;
}

/// What passes, and does so while good orders come in, needs no watching.
bool is_worth_a_calendar(const CheckForecast& forecast) {
  return forecast.today.verdict != Verdict::pass ||
         std::any_of(forecast.today.prospects.begin(), forecast.today.prospects.end(), [](const Prospect& prospect) {
           return prospect.assumption == Assumption::no_new_defects && prospect.first(Verdict::fail);
         });
}

/// "would pass today if 2 had gone well (A and B), or with 187 more good orders". What is open stays so: then the check
/// would be open, too.
std::string repair_text(const CheckForecast& forecast, const Speaker& say) {
  if (!forecast.repair) {
    return "";
  }
  const Repair& repair = *forecast.repair;
  const Margin& margin = forecast.today.check.target.at_least() ? *forecast.possible : *forecast.known;
  const bool settled = forecast.today.known == forecast.today.possible;
  std::string text = settled
                         ? say.counted(repair.take_back, "one::would pass today if {} had gone well",
                                       "would pass today if {} had gone well")
                         : say.counted(repair.take_back, "one::would be open, and not fail, today if {} had gone well",
                                       "would be open, and not fail, today if {} had gone well");
  text += repair.cases.empty() ? "" : fmt::format(" ({})", ids_text(repair.cases, repair.take_back, say));
  if (margin.good_orders_needed) {
    text += say(", or with {}",
                say.counted(*margin.good_orders_needed, subject_words_of(forecast.today.check.metric).good->more_good));
  }
  return text;
}

/// What remark_on() calls "to spare", and what could go wrong of orders that come on top.
std::string room_text(const CheckForecast& forecast, const Speaker& say) {
  if (forecast.today.verdict != Verdict::pass) {
    return "";
  }
  const Margin& margin = forecast.today.check.target.at_least() ? *forecast.known : *forecast.possible;
  const std::int64_t allowed = margin.bad_orders_allowed.value_or(0);
  if (allowed == 0) {
    return "";
  }
  const std::string may = say.counted(allowed, subject_words_of(forecast.today.check.metric).good->may_go_wrong);
  // A further order adds to those that the rate is of, so that more of them may go wrong than of today's.
  const std::string present = say.number(*forecast.today.denominator);
  return allowed == margin.headroom ? say("{}, or as many of the present {}", may, present)
         : margin.headroom == 0     ? say("{}, but none of the present {}", may, present)
                                    : say("{}, or {} of the present {}", may, say.number(margin.headroom), present);
}

std::string as_it_is_text(const CheckForecast& forecast, const Speaker& say) {
  if (!forecast.as_it_is) {
    return "";
  }
  const CheckResult& check = *forecast.as_it_is;
  const std::string count =
      say.number(*check.known) + (check.known == check.possible ? "" : " – " + say.number(*check.possible));
  return say("as it is: {}, {}", check.denominator ? say("{} of {}", count, say.number(*check.denominator)) : count,
             say(words_of_turn(check.verdict)));
}

std::vector<std::string> details_of(const CheckForecast& forecast, const TextStyle& style) {
  const Speaker say{style.language};
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (!line.empty()) {
      lines.push_back(std::move(line));
    }
  };
  add(as_it_is_text(forecast, say));
  add(repair_text(forecast, say));
  add(room_text(forecast, say));
  const std::vector<Row> rows = prospect_rows(forecast, say);
  std::size_t label_width = 0;
  for (const auto& [label, text] : rows) {
    label_width = std::max(label_width, width_of(say("{}:", label)));
  }
  for (const auto& [label, text] : rows) {
    add(fmt::format("{} {}", padded(say("{}:", label), label_width), text));
  }
  if (is_worth_a_calendar(forecast)) {
    for (std::string& line : render::roll_off(forecast, style)) {
      add(std::move(line));
    }
  }
  return lines;
}

/// The check of today, and below it how it goes on.
render::CheckLine line_of(const CheckForecast& check, const Forecast& forecast, const TextStyle& style) {
  const Speaker say{style.language};
  render::CheckLine line = render::line_of(check.today, forecast.assessment, say);
  line.details.clear();
  if (check.today.check.window != forecast.checks.front().today.check.window) {
    line.details.push_back(render::window_text(check.today, say));
  }
  if (check.today.checked) {
    std::vector<std::string> details = details_of(check, style);
    std::move(details.begin(), details.end(), std::back_inserter(line.details));
  }
  line.details.emplace_back();
  return line;
}

std::string what_if_text(const ForecastOptions& options, const Speaker& say) {
  std::string text;
  const auto add_ids = [&](render::Phrase<1> what, std::vector<std::string> ids) {
    if (!ids.empty()) {
      std::for_each(ids.begin(), ids.end(), [](std::string& id) { id = util::printable(id); });
      text += say(what, say.list(ids)) + "\n";
    }
  };
  add_ids("What if: everything filed is won or withdrawn of {}.", options.assume_won);
  add_ids("What if: there were no {}.", options.without);
  if (options.add_defects > 0) {
    text += say("What if: {} more of today's turn bad in each check, the newest of its window.",
                say.number(options.add_defects)) +
            "\n";
  }
  return text;
}

std::int64_t count_at_risk(const Forecast& forecast, Metric metric) {
  std::int64_t count = 0;
  for (const CheckForecast& check : forecast.checks) {
    if (check.today.check.metric == metric) {
      count = std::max(count, static_cast<std::int64_t>(check.at_risk.size()));
    }
  }
  return count;
}

std::string assumptions_text(const Forecast& forecast, const Speaker& say) {
  const std::int64_t open = count_at_risk(forecast, Metric::late_shipment_rate);
  const std::int64_t waiting = count_at_risk(forecast, Metric::response_under_24h);
  const auto how_many = [&](std::int64_t count) { return count == 0 ? "" : say(" ({} now)", say.number(count)); };
  return say("Assumed: the account stays as it stands at the beginning of {}; only the window moves. Nothing new is "
             "filed,\n"
             "cancelled or taken back; what is overdue stays {}, open orders ship in time{}, waiting messages are "
             "answered\n"
             "in time{}. The days listed are those without new orders. As bad: as today's window, rounded against you.",
             say.date(forecast.assessment.options.as_of),
             forecast.assessment.rules.overdue_counts ? say("overdue::late") : say("overdue::uncounted"),
             how_many(open), how_many(waiting)) +
         "\n";
}

}  // namespace

std::string render_text(const Forecast& forecast, const TextStyle& style) {
  const Assessment& assessment = forecast.assessment;
  const Day as_of = assessment.options.as_of;
  const Speaker say{style.language};
  std::string text = say("Forecast as of {} ({}) for {}", say.date(as_of), assessment.time_zone,
                         say.counted(forecast.options.horizon_days, day_noun));
  std::vector<render::CheckLine> lines;
  for (const CheckForecast& check : forecast.checks) {
    lines.push_back(line_of(check, forecast, style));
  }
  if (!forecast.checks.empty()) {
    text += "       " + render::window_text(forecast.checks.front().today, say);
  }
  return text + "\n" + render::terms(assessment, say) + what_if_text(forecast.options, say) + "\n" +
         render::check_table(lines, style, render::plain) + assumptions_text(forecast, say);
}

}  // namespace sellerhealth
