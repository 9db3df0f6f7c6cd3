#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/table.hpp"
#include "render/terms.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::counted;
using render::grouped;

constexpr std::string_view not_known = "n/a";
/// Nobody reads more; JSON has them all.
constexpr std::size_t most_shown = 20;

/// "99 % (528)": shares are rounded half up to whole per cent, so they may sum to 99 or 101.
std::string share_text(std::int64_t count, std::int64_t ratings) {
  const std::string share =
      ratings == 0 ? std::string{not_known} : fmt::format("{} %", (200 * count + ratings) / (2 * ratings));
  return fmt::format("{} ({})", share, grouped(count));
}

/// "4.9": rounded half up to tenths.
std::string stars_text(const FeedbackPeriod& period) {
  const std::int64_t ratings = period.ratings();
  const std::int64_t tenths = (20 * period.stars + ratings) / (2 * ratings);
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string average_text(const FeedbackSummary& summary) {
  const FeedbackPeriod& year = summary.last_year();
  if (!summary.every_rating()) {
    std::vector<std::string> paths;
    std::transform(summary.low_star_exports.begin(), summary.low_star_exports.end(), std::back_inserter(paths),
                   util::printable);
    return fmt::format(
        "Average and shares are n/a: {} without any 4 or 5 (Amazon's report lists 1 to 3 stars only).\n"
        "--complete-feedback states that every rating is there.\n",
        render::list_text(paths) + (paths.size() == 1 ? " is" : " are"));
  }
  return year.ratings() == 0 ? "No rating in the last 12 months.\n"
                             : fmt::format("{} stars over the last 12 months ({})\n", stars_text(year),
                                           counted(year.ratings(), "rating"));
}

std::string periods_text(const FeedbackSummary& summary) {
  using Cell = std::function<std::string(const FeedbackPeriod&)>;
  const bool known = summary.every_rating();
  const auto share = [&](std::int64_t FeedbackPeriod::*count) {
    return [known, count](const FeedbackPeriod& period) {
      return known ? share_text(period.*count, period.ratings()) : grouped(period.*count);
    };
  };
  const auto if_known = [&](const Cell& cell) {
    return [known, cell](const FeedbackPeriod& period) { return known ? cell(period) : std::string{not_known}; };
  };
  const std::array<std::pair<std::string_view, Cell>, 7> lines{{
      {"",
       [](const FeedbackPeriod& period) {
         return period.window ? fmt::format("{} days", period.window->days) : std::string{"all time"};
       }},
      {"positive", if_known(share(&FeedbackPeriod::positive))},
      {"neutral", share(&FeedbackPeriod::neutral)},
      {"negative", share(&FeedbackPeriod::negative)},
      {"count", if_known([](const FeedbackPeriod& period) { return grouped(period.ratings()); })},
      {"removed", [](const FeedbackPeriod& period) { return grouped(period.removed); }},
      {"struck through", [](const FeedbackPeriod& period) { return grouped(period.struck_through); }},
  }};
  std::vector<std::vector<std::string>> rows;
  for (const auto& [label, cell] : lines) {
    std::vector<std::string>& row = rows.emplace_back(1, std::string{label});
    std::transform(summary.periods.begin(), summary.periods.end(), std::back_inserter(row), cell);
  }
  return render::table(rows, render::Align::right);
}

std::string answers_text(const FeedbackPeriod& year) {
  std::vector<std::vector<std::string>> rows{{"last 12 months", "yes", "no", "not answered"}};
  for (const auto& [label, answers] :
       {std::pair{"arrived on time", &year.arrived_on_time}, std::pair{"item as described", &year.item_as_described},
        std::pair{"customer service", &year.customer_service}}) {
    if (*answers) {
      rows.push_back({label, grouped((*answers)->yes), grouped((*answers)->no), grouped((*answers)->none)});
    }
  }
  return rows.size() == 1 ? "" : "\n" + render::table(rows, render::Align::right);
}

std::string withdrawable_text(const FeedbackSummary& summary) {
  const auto& all = summary.withdrawable;
  if (all.empty()) {
    return "";
  }
  std::string text = fmt::format("\n{} can still be withdrawn by the buyer, within {} days:\n",
                                 counted(std::ssize(all), "negative rating"), days_to_withdraw_feedback);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(all.size(), most_shown); ++i) {
    const WithdrawableFeedback& feedback = all[i];
    rows.push_back({util::printable(feedback.order_id), counted(feedback.rating, "star"),
                    "received on " + render::date_text(feedback.date),
                    "until " + render::date_text(feedback.last_day)});
  }
  text += render::table(rows, render::Align::left);
  return text + (all.size() > most_shown
                     ? fmt::format("  … and {} (all of them: --format json)\n", all.size() - most_shown)
                     : "");
}

std::string undated_text(const FeedbackSummary& summary) {
  if (summary.undated == 0) {
    return "";
  }
  return fmt::format("\n{} no date: in all time only{}.\n",
                     counted(summary.undated, "rating") + (summary.undated == 1 ? " has" : " have"),
                     summary.undated_negative == 0
                         ? ""
                         : fmt::format("; whether the negative ones ({}) can still be withdrawn is not known",
                                       grouped(summary.undated_negative)));
}

}  // namespace

std::string render_text(const FeedbackSummary& summary) {
  const FeedbackOptions& options = summary.options;
  std::string text = fmt::format("Feedback as of {} ({})", render::date_text(options.as_of), summary.time_zone);
  if (summary.first_day) {
    text += fmt::format("       received {}", render::date_range(*summary.first_day, *summary.last_day));
  }
  text += "\n" + render::filters_text(summary.where) + render::hindsight_text(options.hindsight) + "\n";
  return text + average_text(summary) + "\n" + periods_text(summary) + answers_text(summary.last_year()) +
         withdrawable_text(summary) + undated_text(summary) + render::rejected_text(summary.inputs);
}

}  // namespace sellerhealth
