#include "metric/metric.hpp"

#include <algorithm>
#include <vector>

namespace sellerhealth {

namespace metric {

namespace {

/// In the order of the Metric enumeration.
const std::array definitions{&order_defect_rate,  &cancellation_rate,  &late_shipment_rate,
                             &response_under_24h, &late_response_rate, &policy_violations};

}  // namespace

void Spans::clear() {
  counted.clear();
  known.clear();
  for (DaySet& component : components) {
    component.clear();
  }
  for (DaySet& question : open) {
    question.clear();
  }
  averaged.clear();
  weight = 0;
}

const Definition& definition_of(Metric metric) { return *definitions[static_cast<std::size_t>(metric)]; }

bool concerns(const Check& check, const Case& one) {
  if (definition_of(check.metric).subject != one.subject()) {
    return false;
  }
  return !check.fulfillment || one.order == nullptr ||
         one.order->seller_fulfilled() == (check.fulfillment == Fulfillment::seller);
}

}  // namespace metric

std::string_view name_of(Metric metric) { return metric::definition_of(metric).name; }

Unit unit_of(Metric metric) { return metric::definition_of(metric).unit; }

std::optional<Metric> find_metric(std::string_view name) {
  const auto found = std::find_if(metric::definitions.begin(), metric::definitions.end(),
                                  [&](const metric::Definition* definition) { return definition->name == name; });
  if (found == metric::definitions.end()) {
    return std::nullopt;
  }
  return (*found)->metric;
}

std::vector<std::string_view> metric_names() {
  std::vector<std::string_view> names;
  names.reserve(metric::definitions.size());
  for (const metric::Definition* definition : metric::definitions) {
    names.push_back(definition->name);
  }
  return names;
}

}  // namespace sellerhealth
