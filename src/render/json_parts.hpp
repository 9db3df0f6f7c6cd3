#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "sellerhealth/assessment.hpp"

/// What the JSON documents have in common. Keys keep the order in which they are set.
namespace sellerhealth::render {

using Json = nlohmann::ordered_json;

template <typename Value>
[[nodiscard]] Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// The text, or null if there is none.
[[nodiscard]] Json text_or_null(std::string_view text);

/// The keys that every document about an account begins with: schema, version, as_of, time_zone.
[[nodiscard]] Json document(std::string_view schema, Day as_of, std::string_view time_zone);

/// A rate to nine decimals, rounded half up by integers; null without a denominator.
[[nodiscard]] Json rate_json(const std::optional<std::int64_t>& count, const std::optional<std::int64_t>& denominator);

/// The keys that a check begins with: id, metric, segment, verdict, window, the figures, what they are held
/// against.
[[nodiscard]] Json result_json(const CheckResult& result);

/// What the figures are held against: target, minimum_orders, count_floor.
void add_target(const Check& check, Json& json);

/// numerator, numerator_max, denominator, rate, rate_min, rate_max.
void add_figures(const CheckResult& result, Json& json);

[[nodiscard]] Json components_json(const CheckResult& result);
[[nodiscard]] Json segment_json(const Segment& segment);
[[nodiscard]] Json window_json(const CheckResult& result);
[[nodiscard]] Json needs_json(const CheckResult& result);

/// What the account was restricted to.
[[nodiscard]] Json filters_json(const std::vector<Filter>& filters);

/// "2026-10-01", or null.
[[nodiscard]] Json day_or_null(const std::optional<Day>& day);

/// How the account was looked at.
[[nodiscard]] Json options_json(const Assessment& assessment);

/// The exports, and where the rows of each went.
[[nodiscard]] Json files_json(const Assessment& assessment);

/// Where the rows of each kind went.
[[nodiscard]] Json ledgers_json(const Assessment& assessment);

[[nodiscard]] Json warnings_json(const std::vector<Diagnostic>& warnings);

inline constexpr int document_indent = 2;
inline constexpr int one_line = -1;

/// Paths and values of the exports may hold anything; what is not UTF-8 is replaced rather than refused.
[[nodiscard]] std::string to_text(const Json& json, int indent = document_indent);

}  // namespace sellerhealth::render
