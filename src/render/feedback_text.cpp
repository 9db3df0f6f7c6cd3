#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/listing.hpp"
#include "render/speaker.hpp"
#include "render/table.hpp"
#include "render/terms.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::Phrase;
using render::Plural;
using render::Speaker;

constexpr Phrase<0> not_known = "n/a";
constexpr Plural<1> stars{"{} star", "{} stars"};

/// "99 % (528)": shares are rounded half up to whole per cent, so they may sum to 99 or 101.
std::string share_text(std::int64_t count, std::int64_t ratings, const Speaker& say) {
  return fmt::format("{} ({})", ratings == 0 ? say(not_known) : say.share(count, ratings), say.number(count));
}

/// "4.9 stars over the last 12 months (12 ratings)": rounded half up to tenths.
std::string year_text(const FeedbackPeriod& year, const Speaker& say) {
  const std::int64_t ratings = year.ratings();
  const std::int64_t tenths = (20 * year.stars + ratings) / (2 * ratings);
  const std::string average = say.decimal(tenths, 1);
  const std::string counted = say.counted(ratings, "{} rating", "{} ratings");
  // In French, what is less than two is one.
  return tenths < 20 ? say("less than two::{} stars over the last 12 months ({})", average, counted)
                     : say("{} stars over the last 12 months ({})", average, counted);
}

std::string average_text(const FeedbackSummary& summary, const Speaker& say) {
  const FeedbackPeriod& year = summary.last_year();
  if (!summary.every_rating()) {
    std::vector<std::string> paths;
    std::transform(summary.low_star_exports.begin(), summary.low_star_exports.end(), std::back_inserter(paths),
                   util::printable);
    return say.plural(
               std::ssize(paths),
               "Average and shares are n/a: {} is without any 4 or 5 (Amazon's report lists 1 to 3 stars only).",
               "Average and shares are n/a: {} are without any 4 or 5 (Amazon's report lists 1 to 3 stars only).",
               say.list(paths)) +
           "\n" + say("--complete-feedback states that every rating is there.") + "\n";
  }
  return (year.ratings() == 0 ? say("No rating in the last 12 months.") : year_text(year, say)) + "\n";
}

std::string periods_text(const FeedbackSummary& summary, const Speaker& say) {
  using Cell = std::function<std::string(const FeedbackPeriod&)>;
  const bool known = summary.every_rating();
  const auto share = [&](std::int64_t FeedbackPeriod::*count) {
    return [&, count](const FeedbackPeriod& period) {
      return known ? share_text(period.*count, period.ratings(), say) : say.number(period.*count);
    };
  };
  const auto if_known = [&](const Cell& cell) {
    return [&, cell](const FeedbackPeriod& period) { return known ? cell(period) : say(not_known); };
  };
  const std::array<std::pair<std::string, Cell>, 7> lines{{
      {"",
       [&](const FeedbackPeriod& period) {
         return period.window ? say.counted(period.window->days, render::day_noun) : say("all time");
       }},
      {say("positive"), if_known(share(&FeedbackPeriod::positive))},
      {say("neutral"), share(&FeedbackPeriod::neutral)},
      {say("negative"), share(&FeedbackPeriod::negative)},
      {say("count"), if_known([&](const FeedbackPeriod& period) { return say.number(period.ratings()); })},
      {say("ratings::removed"), [&](const FeedbackPeriod& period) { return say.number(period.removed); }},
      {say("struck through"), [&](const FeedbackPeriod& period) { return say.number(period.struck_through); }},
  }};
  std::vector<std::vector<std::string>> rows;
  for (const auto& [label, cell] : lines) {
    std::vector<std::string>& row = rows.emplace_back(1, label);
    std::transform(summary.periods.begin(), summary.periods.end(), std::back_inserter(row), cell);
  }
  return render::table(rows, render::Align::right);
}

std::string answers_text(const FeedbackPeriod& year, const Speaker& say) {
  std::vector<std::vector<std::string>> rows{{say("last 12 months"), say("yes"), say("no"), say("not answered")}};
  for (const auto& [label, answers] : {std::pair{say("arrived on time"), &year.arrived_on_time},
                                       std::pair{say("item as described"), &year.item_as_described},
                                       std::pair{say("customer service"), &year.customer_service}}) {
    if (*answers) {
      rows.push_back({label, say.number((*answers)->yes), say.number((*answers)->no), say.number((*answers)->none)});
    }
  }
  return rows.size() == 1 ? "" : "\n" + render::table(rows, render::Align::right);
}

std::string withdrawable_text(const FeedbackSummary& summary, const TextStyle& style) {
  const Speaker say{style.language};
  const auto& all = summary.withdrawable;
  if (all.empty()) {
    return "";
  }
  std::string text =
      "\n" +
      say.plural(std::ssize(all), "{} negative rating can still be withdrawn by the buyer, within {} days:",
                 "{} negative ratings can still be withdrawn by the buyer, within {} days:",
                 say.number(std::ssize(all)), std::to_string(days_to_withdraw_feedback)) +
      "\n";
  std::vector<std::vector<std::string>> rows;
  const auto shown = std::span{all}.first(static_cast<std::size_t>(render::shown_of(std::ssize(all), style)));
  for (const WithdrawableFeedback& feedback : shown) {
    rows.push_back({util::printable(feedback.order_id), say.counted(feedback.rating, stars),
                    say("received on {}", say.date(feedback.date)), say("until {}", say.date(feedback.last_day))});
  }
  text += render::table(rows, render::Align::left);
  return text +
         (all.size() > shown.size()
              ? "  " + say("… and {} (all of them: --format json)", std::to_string(all.size() - shown.size())) + "\n"
              : "");
}

std::string undated_text(const FeedbackSummary& summary, const Speaker& say) {
  if (summary.undated == 0) {
    return "";
  }
  const std::string text = say.counted(summary.undated, "{} rating has no date: in all time only",
                                       "{} ratings have no date: in all time only");
  return "\n" + text +
         (summary.undated_negative == 0 ? ""
                                        : say("; whether the negative ones ({}) can still be withdrawn is not known",
                                              say.number(summary.undated_negative))) +
         ".\n";
}

}  // namespace

std::string render_text(const FeedbackSummary& summary, const TextStyle& style) {
  const Speaker say{style.language};
  const FeedbackOptions& options = summary.options;
  std::string text = say("Feedback as of {} ({})", say.date(options.as_of), summary.time_zone);
  if (summary.first_day) {
    text += "       " + (summary.first_day == summary.last_day
                             ? say("ratings::received on {}", say.date(*summary.first_day))
                             : say("ratings::received {}", say.date_range(*summary.first_day, *summary.last_day)));
  }
  text += "\n" + render::filters_text(summary.where, say) + render::hindsight_text(options.hindsight, say) + "\n";
  return text + average_text(summary, say) + "\n" + periods_text(summary, say) +
         answers_text(summary.last_year(), say) + withdrawable_text(summary, style) + undated_text(summary, say) +
         render::rejected_text(summary.inputs, say);
}

}  // namespace sellerhealth
