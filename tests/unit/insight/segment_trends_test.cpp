#include "insight/segment_trends.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/verdict/split_account.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::day;
using testing::on_1_october;
using testing::SplitAccount;

namespace {

Trend trend_of(const SplitAccount& account, const TrendOptions& trend_options = {}) {
  AssessOptions options = on_1_october();
  options.none = {Kind::feedback, Kind::claims, Kind::chargebacks};
  return trend(account.book, default_profile(), options, trend_options);
}

/// "Toys 0/0 1/2": the segments of the late shipment rate in their order, each with its points.
std::vector<std::string> late_shipments(const Trend& trend) {
  std::vector<std::string> lines;
  for (const CheckTrend& line : trend.checks) {
    if (line.segment() && line.check.metric == Metric::late_shipment_rate) {
      lines.push_back(line.segment()->value.value_or("none"));
      for (const CheckResult& point : line.points) {
        lines.back() += " " + std::to_string(*point.known) + "/" + std::to_string(*point.denominator);
      }
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("a trend that is split has the whole account, then each check by segment, the worst of the last day first") {
  SplitAccount account{Column::product_category};
  account.add("1", {"Books"})
      .add("2", {"Toys"}, true)
      .add("3", {"Toys", "Books"})
      .add("4", {}, false, "2026-08-31T10:00:00Z");
  // Of orders of 1 July from 1 August on, of 31 August from 1 October on.
  const Trend trend = trend_of(account, {.from = day("2026-09-30")});
  REQUIRE(trend.checks.size() == 4 + 3 * 3);  // no messages
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_FALSE(trend.checks[i].segment());
  }
  CHECK(late_shipments(trend) == std::vector<std::string>{"Toys 1/2 1/2", "Books 0/2 0/2", "none 0/0 0/1"});
  CHECK(trend.checks.back().points.back().segment->bad_of_all == 1);
}

TEST_CASE("a segment that has nothing on the last day comes last, and one that never has anything is left out") {
  SplitAccount account{Column::product_category};
  account.add("1", {"Toys"}, true, "2026-06-02T10:00:00Z").add("2", {"Books"}).add("3", {"Old"}, true, "2025-01-01");
  // The order of 2 June leaves the window on 1 October.
  CHECK(late_shipments(trend_of(account, {.from = day("2026-09-30")})) ==
        std::vector<std::string>{"Books 0/1 0/1", "Toys 1/1 0/0"});
}

TEST_CASE("split by seller, a trend has every check of each seller and none of the whole") {
  SplitAccount account{Column::seller_id};
  account.add("1", {"anna"}).add("2", {"bert"}, true).add("3", {"carl"}, false, "2026-01-01T10:00:00Z");
  const Trend trend = trend_of(account, {.from = day("2026-10-01")});
  REQUIRE(trend.checks.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    REQUIRE(trend.checks[i].segment());
    CHECK(trend.checks[i].segment()->value == (i < 4 ? "bert" : "anna"));
  }
  CHECK(trend.last.verdict == Verdict::fail);
}

TEST_CASE("too many segments for so many days are refused, and told what would do") {
  SplitAccount account{Column::sku};
  for (int i = 0; i < 5000; ++i) {
    account.add("order-" + std::to_string(i), {std::to_string(i)});
  }
  // 5001 segments, 4 checks.
  CHECK(trend_of(account, {.from = day("2026-09-01"), .every = Step::month}).days.size() == 2);
  CHECK_THROWS_WITH(trend_of(account, {.from = day("2026-06-01"), .every = Step::month}),
                    ContainsSubstring("--by: found 5000 values over 123 days") && ContainsSubstring("--from"));
}

}  // namespace sellerhealth
