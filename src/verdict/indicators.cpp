#include <algorithm>
#include <array>

#include "sellerhealth/assessment.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, 5> state_names{"passing", "warning", "failing", "undetermined", "no_data"};

/// Checks without data have no say.
IndicatorState state_of(std::span<const CheckResult> checks) {
  const auto count = [&](Verdict verdict) {
    return std::count_if(checks.begin(), checks.end(),
                         [&](const CheckResult& check) { return check.verdict == verdict; });
  };
  const auto failed = count(Verdict::fail);
  const auto open = count(Verdict::undetermined);
  const auto passed = count(Verdict::pass);
  if (failed > 0) {
    return open + passed > 0 ? IndicatorState::warning : IndicatorState::failing;
  }
  return open > 0 ? IndicatorState::undetermined : passed > 0 ? IndicatorState::passing : IndicatorState::no_data;
}

}  // namespace

std::string_view name_of(IndicatorState state) { return state_names[static_cast<std::size_t>(state)]; }

std::vector<Indicator> indicators_of(std::span<const CheckResult> checks) {
  std::vector<Indicator> indicators;
  for (const CheckResult& result : checks) {
    const Check& check = result.check;
    const std::string id = check.indicator.empty() ? std::string{name_of(check.metric)} : check.indicator;
    auto found = std::find_if(indicators.begin(), indicators.end(),
                              [&](const Indicator& indicator) { return indicator.id == id; });
    if (found == indicators.end()) {
      found = indicators.insert(found, Indicator{.id = id});
    }
    found->checks.push_back(result);
  }
  for (Indicator& indicator : indicators) {
    indicator.state = state_of(indicator.checks);
  }
  return indicators;
}

}  // namespace sellerhealth
