#include "metric/metric.hpp"

#include "support/catch.hpp"

namespace sellerhealth {

TEST_CASE("every metric is found by its name") {
  const std::vector<std::string_view> names{"order_defect_rate",  "cancellation_rate",  "late_shipment_rate",
                                            "response_under_24h", "late_response_rate", "policy_violations"};
  CHECK(metric_names() == names);
  for (const std::string_view name : names) {
    const std::optional<Metric> metric = find_metric(name);
    REQUIRE(metric);
    CHECK(name_of(*metric) == name);
    CHECK(metric::definition_of(*metric).metric == *metric);
  }
  CHECK_FALSE(find_metric("order-defect-rate"));
  CHECK_FALSE(find_metric(""));
}

TEST_CASE("only policy violations are a plain count") {
  for (const std::string_view name : metric_names()) {
    CHECK((unit_of(*find_metric(name)) == Unit::count) == (name == "policy_violations"));
  }
}

TEST_CASE("cleared spans say nothing") {
  metric::Spans spans;
  const metric::DayRange every_day{index::always, index::forever};
  spans.counted.insert(every_day);
  spans.known.insert(every_day);
  spans.components[0].insert(every_day);
  spans.open[metric::most_questions - 1].insert(every_day);
  spans.averaged.insert(every_day);
  spans.weight = 7;
  spans.clear();
  CHECK(spans.counted.ranges().empty());
  CHECK(spans.known.ranges().empty());
  CHECK(spans.components[0].ranges().empty());
  CHECK(spans.open[metric::most_questions - 1].ranges().empty());
  CHECK(spans.averaged.ranges().empty());
  CHECK(spans.weight == 0);
}

TEST_CASE("no metric has more parts or questions than spans have room for") {
  for (const std::string_view name : metric_names()) {
    const metric::Definition& definition = metric::definition_of(*find_metric(name));
    CHECK(definition.components.size() <= metric::most_components);
    CHECK(definition.questions.size() <= metric::most_questions);
    CHECK_FALSE(definition.stands_on.empty());
  }
}

TEST_CASE("a check concerns what its metric counts, fulfilled as it asks") {
  const OrderBook::Order own{.fulfillment = Fulfillment::seller};
  const OrderBook::Order of_the_marketplace{.fulfillment = Fulfillment::marketplace};
  const OrderBook::Filed<Message> message{};
  Check check{.metric = Metric::order_defect_rate};
  CHECK(metric::concerns(check, {.order = &own}));
  CHECK(metric::concerns(check, {.order = &of_the_marketplace}));
  CHECK_FALSE(metric::concerns(check, {.message = &message}));
  check.fulfillment = Fulfillment::seller;
  CHECK(metric::concerns(check, {.order = &own}));
  CHECK_FALSE(metric::concerns(check, {.order = &of_the_marketplace}));
  check.fulfillment = Fulfillment::marketplace;
  CHECK_FALSE(metric::concerns(check, {.order = &own}));
  CHECK(metric::concerns(check, {.order = &of_the_marketplace}));
}

}  // namespace sellerhealth
