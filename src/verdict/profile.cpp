#include "sellerhealth/profile.hpp"

#include <algorithm>

#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth {

Check& Profile::check(std::string_view id) {
  const auto found = std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.id == id; });
  if (found == checks.end()) {
    std::string message = "there is no check " + util::quoted(id) + " in profile " + name + ", expected one of";
    for (const Check& check : checks) {
      message += (&check == &checks.front() ? " " : ", ") + check.id;
    }
    throw UsageError{message};
  }
  return *found;
}

Profile default_profile() {
  const auto check = [](Metric metric, Window window, std::string_view target) {
    return Check{.id = std::string{name_of(metric)},
                 .metric = metric,
                 .window = window,
                 .target = Target::parse(target, unit_of(metric))};
  };
  constexpr Window quarter{.days = 90, .lag_days = 30};
  constexpr Window half_year{.days = 180, .lag_days = 0};
  Profile profile{.name = "default",
                  .checks = {
                      check(Metric::order_defect_rate, quarter, "< 1%"),
                      check(Metric::cancellation_rate, quarter, "< 2.5%"),
                      check(Metric::late_shipment_rate, quarter, "< 4%"),
                      check(Metric::response_under_24h, quarter, "> 90%"),
                      check(Metric::policy_violations, half_year, "= 0"),
                  }};
  profile.checks.back().only_if_given = true;
  return profile;
}

}  // namespace sellerhealth
