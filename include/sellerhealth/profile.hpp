#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/rate.hpp"
#include "sellerhealth/window.hpp"

namespace sellerhealth {

/// What is measured. The definition of each metric stands in its own file under src/metric.
enum class Metric : std::uint8_t {
  order_defect_rate,
  cancellation_rate,
  late_shipment_rate,
  response_under_24h,
  policy_violations,
};

/// The metric's name in options and JSON: "order_defect_rate".
[[nodiscard]] std::string_view name_of(Metric metric);
[[nodiscard]] Unit unit_of(Metric metric);
[[nodiscard]] std::optional<Metric> find_metric(std::string_view name);
[[nodiscard]] std::vector<std::string_view> metric_names();

/// One line of the checklist: a metric over a window against a target.
struct Check {
  std::string id;  ///< Unique within a profile.
  Metric metric = Metric::order_defect_rate;
  Window window;
  Target target;
  bool only_if_given = false;  ///< Left out of the checklist when the account has no export for it.
};

/// The rules of a marketplace: what it checks.
struct Profile {
  std::string name;
  std::vector<Check> checks;

  /// The check called `id`. Throws UsageError that lists the ids.
  [[nodiscard]] Check& check(std::string_view id);
};

/// Order defects < 1 %, cancellations < 2.5 %, late shipments < 4 % and answers under 24 h > 90 %, all over 90 days
/// with a lag of 30; no open policy violation in 180 days, when such an export is given.
[[nodiscard]] Profile default_profile();

}  // namespace sellerhealth
