#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace sellerhealth::normalize {

/// The month that `name` spells, in French or English, in full or short: "septembre", "sept", "sep". In small letters,
/// without accents and without the dot.
[[nodiscard]] std::optional<std::chrono::month> find_month(std::string_view name);

/// The same for a day of the week: "samedi", "sam", "saturday", "sat".
[[nodiscard]] std::optional<std::chrono::weekday> find_weekday(std::string_view name);

}  // namespace sellerhealth::normalize
