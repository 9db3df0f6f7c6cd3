#include "sellerhealth/profile.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

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
  CHECK(profile.rules == Rules{});
}

TEST_CASE("amazon-2012 has the windows, targets and rules of the deck") {
  const Profile profile = load_profile("amazon-2012");
  CHECK(profile.rules == Rules{.every_claim_counts = true, .late_after_days = 3, .overdue_counts = false});
  std::multiset<std::string> found;
  for (const Check& check : profile.checks) {
    found.insert(std::string{name_of(check.metric)} + " " + std::to_string(check.window.days) + "/" +
                 std::to_string(check.window.lag_days));
    CHECK_FALSE(check.only_if_given);
    CHECK((check.severity == Severity::informative) == (check.indicator == "response_under_24h"));
  }
  const std::multiset<std::string> expected{
      "order_defect_rate 60/15", "order_defect_rate 90/30", "cancellation_rate 7/0",   "cancellation_rate 30/0",
      "cancellation_rate 90/0",  "late_shipment_rate 7/0",  "late_shipment_rate 30/0", "late_shipment_rate 90/0",
      "response_under_24h 7/0",  "response_under_24h 30/0", "response_under_24h 90/0", "late_response_rate 7/0",
      "late_response_rate 30/0", "late_response_rate 90/0", "policy_violations 90/0"};
  CHECK(found == expected);
}

TEST_CASE("amazon has the windows and rules of today, with orders that the marketplace fulfils apart") {
  Profile profile = load_profile("amazon");
  CHECK(profile.rules == Rules{.partial_cancellations_count = true, .overdue_counts = false});
  CHECK(profile.check("order_defect_rate.seller").fulfillment == Fulfillment::seller);
  CHECK(profile.check("order_defect_rate.marketplace").fulfillment == Fulfillment::marketplace);
  for (const char* id : {"order_defect_rate.seller", "order_defect_rate.marketplace"}) {
    CHECK(profile.check(id).window == Window{60, 14});
  }
  CHECK(profile.check("cancellation_rate").window == Window{7, 1});
  CHECK(profile.check("late_shipment_rate.10d").window == Window{10, 0});
  CHECK(profile.check("late_shipment_rate.30d").window == Window{30, 0});
  CHECK(profile.check("policy_violations").window == Window{180, 0});
  CHECK(profile.checks.size() == 6);
}

TEST_CASE("every built-in profile is called as its JSON says") {
  for (const BuiltInProfile& profile : built_in_profiles()) {
    CHECK(parse_profile(profile.json, "built in").name == profile.name);
    CHECK(built_in_profile(profile.name).json == profile.json);
  }
  CHECK_THROWS_WITH(built_in_profile("amazn"), "found the profile \"amazn\", expected default, amazon-2012 or amazon");
}

TEST_CASE("a profile is loaded from a file as it is from the library") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "sellerhealth-profile-test.json";
  std::ofstream{file, std::ios::binary} << built_in_profile("amazon").json;
  CHECK(load_profile(file.string()).checks == load_profile("amazon").checks);
  std::ofstream{file, std::ios::binary} << std::string(2 << 20, ' ');
  CHECK_THROWS_WITH(load_profile(file.string()), ContainsSubstring("at most 1 MiB"));
  std::ofstream{file, std::ios::binary} << "";
  CHECK_THROWS_AS(load_profile(file.string()), UsageError);
  std::filesystem::remove(file);
  CHECK_THROWS_WITH(load_profile(file.string()), ContainsSubstring(file.string()) &&
                                                     ContainsSubstring("default, amazon-2012, amazon or a JSON file"));
  CHECK_THROWS_AS(load_profile(std::filesystem::temp_directory_path().string()), UsageError);
}

TEST_CASE("below a count floor the target is its count, whatever rate that makes") {
  const Check check{.target = {Comparator::less, 1, 100}, .count_floor = CountFloor{.below = 300, .at_most = 3}};
  CHECK(check.target_for(300) == Target{Comparator::less, 1, 100});
  for (const std::int64_t denominator : {1, 2, 4, 100, 299}) {
    CAPTURE(denominator);
    const Target target = check.target_for(denominator);
    CHECK(target.limit(denominator) == 3);
    CHECK(target.met_by(3, denominator));
    CHECK_FALSE(target.met_by(4, denominator));
  }
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
