#include "sellerhealth/assessment.hpp"
#include "support/catch.hpp"

namespace sellerhealth {

namespace {

CheckResult result(std::string id, Metric metric, Verdict verdict, std::string indicator = {}) {
  return {.check = {.id = std::move(id), .metric = metric, .indicator = std::move(indicator)}, .verdict = verdict};
}

IndicatorState state_of(std::initializer_list<Verdict> verdicts) {
  std::vector<CheckResult> checks;
  for (const Verdict verdict : verdicts) {
    checks.push_back(result("check", Metric::order_defect_rate, verdict));
  }
  return indicators_of(checks).front().state;
}

}  // namespace

TEST_CASE("an indicator passes when all its windows pass, warns when some fail, fails when all do") {
  using enum Verdict;
  CHECK(state_of({pass, pass}) == IndicatorState::passing);
  CHECK(state_of({pass, fail, pass}) == IndicatorState::warning);
  CHECK(state_of({fail, fail}) == IndicatorState::failing);
  CHECK(state_of({fail}) == IndicatorState::failing);
  CHECK(state_of({pass}) == IndicatorState::passing);
}

TEST_CASE("an open window keeps an indicator from passing, and from failing altogether") {
  using enum Verdict;
  CHECK(state_of({pass, undetermined}) == IndicatorState::undetermined);
  CHECK(state_of({fail, undetermined}) == IndicatorState::warning);
  CHECK(state_of({undetermined, no_data}) == IndicatorState::undetermined);
}

TEST_CASE("windows without data have no say in an indicator, and none alone makes a pass") {
  using enum Verdict;
  CHECK(state_of({no_data, fail, fail}) == IndicatorState::failing);
  CHECK(state_of({no_data, pass}) == IndicatorState::passing);
  CHECK(state_of({no_data, no_data}) == IndicatorState::no_data);
}

TEST_CASE("states have the names that programs read") {
  CHECK(name_of(IndicatorState::passing) == "passing");
  CHECK(name_of(IndicatorState::warning) == "warning");
  CHECK(name_of(IndicatorState::failing) == "failing");
  CHECK(name_of(IndicatorState::undetermined) == "undetermined");
  CHECK(name_of(IndicatorState::no_data) == "no_data");
}

TEST_CASE("checks belong to the indicator that they name, else to their metric's, in the order of the first") {
  const std::vector<CheckResult> checks{
      result("a", Metric::order_defect_rate, Verdict::pass),
      result("b", Metric::response_under_24h, Verdict::pass),
      result("c", Metric::late_response_rate, Verdict::fail, "response_under_24h"),
      result("d", Metric::order_defect_rate, Verdict::pass, "other"),
      result("e", Metric::order_defect_rate, Verdict::pass),
  };
  const std::vector<Indicator> indicators = indicators_of(checks);
  REQUIRE(indicators.size() == 3);
  const auto ids = [](const Indicator& indicator) {
    std::string text = indicator.id + ":";
    for (const CheckResult& check : indicator.checks) {
      text += " " + check.check.id;
    }
    return text;
  };
  CHECK(ids(indicators[0]) == "order_defect_rate: a e");
  CHECK(ids(indicators[1]) == "response_under_24h: b c");
  CHECK(ids(indicators[2]) == "other: d");
  CHECK(indicators[1].state == IndicatorState::warning);
  CHECK(indicators_of({}).empty());
}

}  // namespace sellerhealth
