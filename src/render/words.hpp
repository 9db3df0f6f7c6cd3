#pragma once

#include <string>
#include <string_view>

#include "sellerhealth/assessment.hpp"

/// What metrics, parts and missing exports are called in text for people.
namespace sellerhealth::render {

struct MetricWords {
  std::string_view title;        ///< "Cancellation rate".
  std::string_view denominator;  ///< What there is none of: "seller-fulfilled orders".
  std::string_view placed;       ///< What its window is one of: "orders".
  std::string_view turned_out;   ///< Completes "passes if at most 431 of the 542 open ones …".
  std::string_view is_not_bad;   ///< Completes "passes if the open one …", where more is worse.
  std::string_view is_good;      ///< The same, where more is better.
  std::string_view bad_ones;     ///< What there should be few of: "cancellations".
};
[[nodiscard]] const MetricWords& words_of(Metric metric);

/// "Order defect rate", and whose orders it is of if not all.
[[nodiscard]] std::string title_of(const Check& check);

/// "passing", "warning", "failing", "open" or "no data".
[[nodiscard]] std::string_view words_of(IndicatorState state);

/// How what a metric counts is named, and when it is placed.
struct PlacingWords {
  std::string_view noun;    ///< "order".
  std::string_view placed;  ///< "bought".
};
[[nodiscard]] const PlacingWords& placing_words_of(Metric metric);

/// "by the seller" for the component "seller".
[[nodiscard]] std::string_view words_of_component(std::string_view component);

/// How to settle an open question, or have a metric checked at all: an option, or an export and where to download it.
[[nodiscard]] std::string advice(const Need& need, bool kind_given);

}  // namespace sellerhealth::render
