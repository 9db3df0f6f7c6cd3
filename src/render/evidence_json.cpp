#include "render/evidence_json.hpp"

#include <cmath>

#include "insight/wilson.hpp"

namespace sellerhealth::render {

Json wilson_json(const CheckResult& result) {
  if (!result.known || result.denominator.value_or(0) == 0) {
    return nullptr;
  }
  constexpr double billion = 1e9;
  const auto [low, high] = insight::wilson_95(*result.known, *result.denominator);
  return {{"low", std::round(low * billion) / billion}, {"high", std::round(high * billion) / billion}};
}

Json expected_json(const CheckResult& result) {
  if (!result.expected) {
    return nullptr;
  }
  const Reconciliation& reconciliation = *result.expected;
  Json json;
  json["numerator"] = reconciliation.expected.numerator;
  json["denominator"] = or_null(reconciliation.expected.denominator);
  json["agrees"] = reconciliation.agrees;
  json["other_counts"] = Json::array();
  for (const OtherCount& other : reconciliation.other_counts) {
    json["other_counts"].push_back(
        {{"days", other.window.days}, {"lag_days", other.window.lag_days}, {"orders", text_or_null(other.orders)}});
  }
  json["suspects"] = Json::array();
  for (const Suspect& suspect : reconciliation.suspects) {
    json["suspects"].push_back({{"id", text_or_null(suspect.id)},
                                {"placed", day_or_null(suspect.placed)},
                                {"bad", suspect.bad},
                                {"doubts", suspect.doubts}});
  }
  return json;
}

}  // namespace sellerhealth::render
