#include <optional>
#include <string>

#include "render/json_parts.hpp"
#include "sellerhealth/render.hpp"
#include "util/dates.hpp"

namespace sellerhealth {

namespace {

using render::day_or_null;
using render::Json;
using render::or_null;
using render::rate_json;
using util::iso_date;

Json answers_json(const std::optional<AnswerCounts>& answers) {
  return answers ? Json{{"yes", answers->yes}, {"no", answers->no}, {"none", answers->none}} : Json(nullptr);
}

/// `every_rating`: the exports do not only list low ones.
Json period_json(const FeedbackPeriod& period, bool every_rating) {
  using Count = std::optional<std::int64_t>;
  const Count ratings = every_rating ? Count{period.ratings()} : std::nullopt;
  const auto group = [&](const Count& count) {
    return Json{{"count", or_null(count)}, {"share", rate_json(count, ratings)}};
  };
  Json json;
  json["days"] = period.window ? Json(period.window->days) : Json(nullptr);
  json["first_day"] = period.window ? Json(iso_date(period.window->first_day)) : Json(nullptr);
  json["last_day"] = period.window ? Json(iso_date(period.window->last_day)) : Json(nullptr);
  json["ratings"] = or_null(ratings);
  json["positive"] = group(every_rating ? Count{period.positive} : std::nullopt);
  json["neutral"] = group(period.neutral);
  json["negative"] = group(period.negative);
  json["average_stars"] = rate_json(period.stars, ratings);
  json["removed"] = period.removed;
  json["struck_through"] = period.struck_through;
  json["answers"] = {{"arrived_on_time", answers_json(period.arrived_on_time)},
                     {"item_as_described", answers_json(period.item_as_described)},
                     {"customer_service", answers_json(period.customer_service)}};
  return json;
}

Json options_json(const FeedbackSummary& summary) {
  const FeedbackOptions& options = summary.options;
  return {{"complete_feedback", options.complete},
          {"skip_bad_rows", options.skip_bad_rows},
          {"hindsight", options.hindsight},
          {"where", render::filters_json(summary.where)}};
}

Json input_json(const ExportFile& file) {
  return {{"path", file.path},
          {"rows", file.rows},
          {"rejected", file.rejected},
          {"first_day", day_or_null(file.first_day)},
          {"last_day", day_or_null(file.last_day)}};
}

}  // namespace

std::string render_json(const FeedbackSummary& summary) {
  Json json = render::document("sellerhealth.feedback/1", summary.options.as_of, summary.time_zone);
  json["options"] = options_json(summary);
  json["first_day"] = day_or_null(summary.first_day);
  json["last_day"] = day_or_null(summary.last_day);
  json["low_star_exports"] = summary.low_star_exports;
  json["periods"] = Json::array();
  for (const FeedbackPeriod& period : summary.periods) {
    json["periods"].push_back(period_json(period, summary.every_rating()));
  }
  json["undated"] = summary.undated;
  json["undated_negative"] = summary.undated_negative;
  json["withdrawable"] = Json::array();
  for (const WithdrawableFeedback& feedback : summary.withdrawable) {
    json["withdrawable"].push_back({{"order_id", feedback.order_id},
                                    {"rating", feedback.rating},
                                    {"date", iso_date(feedback.date)},
                                    {"last_day", iso_date(feedback.last_day)}});
  }
  json["inputs"] = Json::array();
  for (const ExportFile& file : summary.inputs) {
    json["inputs"].push_back(input_json(file));
  }
  json["warnings"] = render::warnings_json(summary.warnings);
  return render::to_text(json);
}

}  // namespace sellerhealth
