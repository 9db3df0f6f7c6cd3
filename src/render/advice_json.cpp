#include "render/advice_json.hpp"

#include <array>
#include <span>
#include <utility>

#include "util/dates.hpp"

namespace sellerhealth::render {

namespace {

Json measures_json(std::span<const Measure> measures) {
  Json json = Json::array();
  for (const Measure measure : measures) {
    json.push_back(name_of(measure));
  }
  return json;
}

Json spike_json(const SalesSpike& spike) {
  return {{"first_day", util::iso_date(spike.first_day)},
          {"last_day", util::iso_date(spike.last_day)},
          {"orders", spike.orders},
          {"orders_before", spike.orders_before},
          {"measures", measures_json(std::array{Measure::sales_check})}};
}

Json finding_json(const Finding& finding) {
  return {{"kind", name_of(finding.kind)},
          {"count", finding.count},
          {"of", finding.of},
          {"value", text_or_null(finding.value)},
          {"by", finding.by ? Json(name_of(*finding.by)) : Json(nullptr)},
          {"until", day_or_null(finding.until)}};
}

}  // namespace

Json advice_json(const Advice& advice) {
  Json indicators = Json::array();
  for (const IndicatorAdvice& indicator : advice.indicators) {
    Json findings = Json::array();
    for (const Finding& finding : indicator.findings) {
      findings.push_back(finding_json(finding));
    }
    indicators.push_back(
        {{"id", indicator.id}, {"measures", measures_json(indicator.measures)}, {"findings", std::move(findings)}});
  }
  return {{"sales_spike", advice.sales_spike ? spike_json(*advice.sales_spike) : Json(nullptr)},
          {"indicators", std::move(indicators)}};
}

}  // namespace sellerhealth::render
