#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "sellerhealth/assessment.hpp"
#include "unit/index/small_account.hpp"

/// Checks of small accounts, one metric at a time.
namespace sellerhealth::testing {

/// As of 1 October 2026, orders of 3 June to 31 August 2026 are judged.
inline constexpr Window quarter{.days = 90, .lag_days = 30};

inline AssessOptions as_of(std::string_view date) { return {.as_of = day(date)}; }
inline AssessOptions on_1_october() { return as_of("2026-10-01"); }

/// The check that the default profile makes of `metric`, over `window` and by `rules`.
inline CheckResult check(const SmallAccount& account, Metric metric, const AssessOptions& options = on_1_october(),
                         Window window = quarter, const Rules& rules = {}) {
  Profile profile = default_profile();
  profile.rules = rules;
  std::erase_if(profile.checks, [&](const Check& check) { return check.metric != metric; });
  profile.checks.front().window = window;
  profile.checks.front().only_if_given = false;
  return assess(account.book, profile, options).checks.front();
}

inline std::optional<std::int64_t> component(const CheckResult& result, std::string_view name) {
  for (const Component& component : result.components) {
    if (component.name == name) {
      return component.value;
    }
  }
  throw std::out_of_range{"no component " + std::string{name}};
}

/// "1..2 of 40": the known and the possible end, and the denominator.
inline std::string counts(const CheckResult& result) {
  const auto text = [](const std::optional<std::int64_t>& count) { return count ? std::to_string(*count) : "null"; };
  return text(result.known) + ".." + text(result.possible) + " of " + text(result.denominator);
}

/// "claims, orders ship-date": what a check needs.
inline std::string needs(const CheckResult& result) {
  std::string text;
  for (const Need& need : result.needs) {
    text += (text.empty() ? "" : ", ") + std::string{name_of(need.kind)};
    text += need.column ? " " + std::string{name_of(*need.column)} : "";
  }
  return text;
}

}  // namespace sellerhealth::testing
