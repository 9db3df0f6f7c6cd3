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
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::counted;
using render::date_text;
using render::grouped;
using render::ids_text;
using render::noun_of;
using render::padded;
using render::verb_of;
using render::width_of;

/// A label and what it stands for, below a check.
using Row = std::pair<std::string, std::string>;

/// How the check goes on under each assumption; assumptions that come to the same share a row.
std::vector<Row> prospect_rows(const CheckForecast& forecast) {
  const std::string pace = fmt::format("{} in {}", counted(forecast.pace_orders, noun_of(forecast.today)),
                                       counted(forecast.pace_days, "day"));
  const bool is_count = unit_of(forecast.today.check.metric) == Unit::count;
  std::vector<Row> rows;
  for (const Prospect& prospect : forecast.today.prospects) {
    std::string label;
    switch (prospect.assumption) {
      case Assumption::no_new_orders:
        label = fmt::format("no new {}s", noun_of(forecast.today));
        break;
      case Assumption::no_new_defects:
        label = is_count ? "" : pace + ", all good";  // whatever a count counts is bad
        break;
      case Assumption::same_defect_rate:
        label = is_count ? pace : pace + ", as bad";
        break;
    }
    if (!label.empty()) {
      rows.emplace_back(std::move(label), render::prospect_text(forecast.today, prospect));
    }
  }
  const std::vector<Prospect>& all = forecast.today.prospects;
  const bool same =
      std::all_of(all.begin(), all.end(), [&](const Prospect& one) { return one.turns == all.front().turns; }) &&
      std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return row.second == rows.front().second; });
  if (same) {
    return {{"in any case", rows.front().second}};
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
std::string repair_text(const CheckForecast& forecast) {
  if (!forecast.repair) {
    return "";
  }
  const Repair& repair = *forecast.repair;
  const Margin& margin = forecast.today.check.target.at_least() ? *forecast.possible : *forecast.known;
  const bool settled = forecast.today.known == forecast.today.possible;
  std::string text = fmt::format("{} today if {} had gone well",
                                 settled ? "would pass" : "would be open, and not fail,", grouped(repair.take_back));
  text += repair.cases.empty() ? "" : fmt::format(" ({})", ids_text(repair.cases, repair.take_back));
  if (margin.good_orders_needed) {
    text += ", or with " + counted(*margin.good_orders_needed, "more good " + std::string{noun_of(forecast.today)});
  }
  return text;
}

/// What remark_on() calls "to spare", and what could go wrong of orders that come on top.
std::string room_text(const CheckForecast& forecast) {
  if (forecast.today.verdict != Verdict::pass) {
    return "";
  }
  const Margin& margin = forecast.today.check.target.at_least() ? *forecast.known : *forecast.possible;
  const std::int64_t allowed = margin.bad_orders_allowed.value_or(0);
  if (allowed == 0) {
    return "";
  }
  const std::string may =
      fmt::format("{} may {}go wrong", counted(allowed, fmt::format("further {}", noun_of(forecast.today))),
                  allowed == 1 ? "" : "all ");
  // A further order adds to those that the rate is of, so that more of them may go wrong than of today's.
  const std::string present = fmt::format(" of the present {}", grouped(*forecast.today.denominator));
  return may +
         (allowed == margin.headroom ? ", or as many"
          : margin.headroom == 0     ? ", but none"
                                     : ", or " + grouped(margin.headroom)) +
         present;
}

std::string as_it_is_text(const CheckForecast& forecast) {
  if (!forecast.as_it_is) {
    return "";
  }
  const CheckResult& check = *forecast.as_it_is;
  const std::string count =
      grouped(*check.known) + (check.known == check.possible ? "" : " – " + grouped(*check.possible));
  return "as it is: " + count + (check.denominator ? " of " + grouped(*check.denominator) : "") + ", " +
         std::string{verb_of(check.verdict)};
}

std::vector<std::string> details_of(const CheckForecast& forecast, const TextStyle& style) {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (!line.empty()) {
      lines.push_back(std::move(line));
    }
  };
  add(as_it_is_text(forecast));
  add(repair_text(forecast));
  add(room_text(forecast));
  const std::vector<Row> rows = prospect_rows(forecast);
  std::size_t label_width = 0;
  for (const auto& [label, text] : rows) {
    label_width = std::max(label_width, width_of(label) + 1);
  }
  for (const auto& [label, text] : rows) {
    add(fmt::format("{} {}", padded(label + ":", label_width), text));
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
  render::CheckLine line = render::line_of(check.today, forecast.assessment);
  line.details.clear();
  if (check.today.check.window != forecast.checks.front().today.check.window) {
    line.details.push_back(render::window_text(check.today));
  }
  if (check.today.checked) {
    std::vector<std::string> details = details_of(check, style);
    std::move(details.begin(), details.end(), std::back_inserter(line.details));
  }
  line.details.emplace_back();
  return line;
}

std::string what_if_text(const ForecastOptions& options) {
  std::string text;
  const auto add_ids = [&](std::string_view what, std::vector<std::string> ids) {
    if (!ids.empty()) {
      std::for_each(ids.begin(), ids.end(), [](std::string& id) { id = util::printable(id); });
      text += fmt::format("What if: {} {}.\n", what, render::list_text(ids));
    }
  };
  add_ids("everything filed is won or withdrawn of", options.assume_won);
  add_ids("there were no", options.without);
  if (options.add_defects > 0) {
    text += fmt::format("What if: {} more of today's turn bad in each check, the newest of its window.\n",
                        grouped(options.add_defects));
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

std::string assumptions_text(const Forecast& forecast) {
  const std::int64_t open = count_at_risk(forecast, Metric::late_shipment_rate);
  const std::int64_t waiting = count_at_risk(forecast, Metric::response_under_24h);
  const auto how_many = [](std::int64_t count) { return count == 0 ? "" : fmt::format(" ({} now)", grouped(count)); };
  const bool overdue_counts = forecast.assessment.rules.overdue_counts;
  return fmt::format(
      "Assumed: the account stays as it stands at the beginning of {}; only the window moves. Nothing new is filed,\n"
      "cancelled or taken back; what is overdue stays {}, open orders ship in time{}, waiting messages are answered\n"
      "in time{}. The days listed are those without new orders. As bad: as today's window, rounded against you.\n",
      date_text(forecast.assessment.options.as_of), overdue_counts ? "late" : "uncounted", how_many(open),
      how_many(waiting));
}

}  // namespace

std::string render_text(const Forecast& forecast, const TextStyle& style) {
  const Assessment& assessment = forecast.assessment;
  const Day as_of = assessment.options.as_of;
  std::string text = fmt::format("Forecast as of {} ({}) for {}", date_text(as_of), assessment.time_zone,
                                 counted(forecast.options.horizon_days, "day"));
  std::vector<render::CheckLine> lines;
  for (const CheckForecast& check : forecast.checks) {
    lines.push_back(line_of(check, forecast, style));
  }
  if (!forecast.checks.empty()) {
    text += "       " + render::window_text(forecast.checks.front().today);
  }
  return text + "\n" + render::terms(assessment) + what_if_text(forecast.options) + "\n" +
         render::check_table(lines, style, render::plain) + assumptions_text(forecast);
}

}  // namespace sellerhealth
