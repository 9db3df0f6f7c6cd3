#include "sellerhealth/profile.hpp"

#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

TEST_CASE("the default profile has the targets and windows of the marketplace") {
  struct Expected {
    std::string id;
    Metric metric;
    Window window;
    Target target;
  };
  const Expected expected = GENERATE(values<Expected>({
      {"order_defect_rate", Metric::order_defect_rate, {90, 30}, {Comparator::less, 1, 100}},
      {"cancellation_rate", Metric::cancellation_rate, {90, 30}, {Comparator::less, 25, 1000}},
      {"late_shipment_rate", Metric::late_shipment_rate, {90, 30}, {Comparator::less, 4, 100}},
      {"response_under_24h", Metric::response_under_24h, {90, 30}, {Comparator::greater, 90, 100}},
      {"policy_violations", Metric::policy_violations, {180, 0}, {Comparator::equal, 0, 1}},
  }));
  CAPTURE(expected.id);
  Profile profile = default_profile();
  CHECK(profile.name == "default");
  CHECK(profile.checks.size() == 5);
  const Check& check = profile.check(expected.id);
  CHECK(check.metric == expected.metric);
  CHECK(check.window == expected.window);
  CHECK(check.target == expected.target);
  CHECK(check.only_if_given == (expected.metric == Metric::policy_violations));
}

TEST_CASE("a check that is not in the profile is refused, and those that are get named") {
  Profile profile = default_profile();
  CHECK_THROWS_AS(profile.check("late_shipments"), UsageError);
  CHECK_THROWS_WITH(profile.check("late_shipments"), ContainsSubstring("late_shipments") &&
                                                         ContainsSubstring("order_defect_rate") &&
                                                         ContainsSubstring("late_shipment_rate"));
}

TEST_CASE("a check of a profile can be changed by its id") {
  Profile profile = default_profile();
  profile.check("order_defect_rate").window.days = 60;
  CHECK(profile.checks.front().window.days == 60);
}

}  // namespace sellerhealth
