#include "verdict/segments.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "unit/verdict/split_account.hpp"

namespace sellerhealth {

using testing::on_1_october;
using testing::SplitAccount;

namespace {

/// "Books 1 of 2": the segments of a check, in their order.
std::string segments(const Assessment& assessment, Metric metric) {
  std::string text;
  for (const CheckResult& check : assessment.checks) {
    if (check.segment && check.check.metric == metric) {
      text += (text.empty() ? "" : ", ") + check.segment->value.value_or("none") + " " +
              std::to_string(check.known.value_or(-1)) + " of " + std::to_string(check.denominator.value_or(-1));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("an account that is not split has no segments") {
  testing::SmallAccount account;
  account.add_good_orders(3, "2026-07-01T10:00:00Z");
  const Assessment assessment = assess(account.book, default_profile(), on_1_october());
  CHECK_FALSE(assessment.segment_by);
  CHECK(segments(assessment, Metric::late_shipment_rate).empty());
}

TEST_CASE("an order counts once in each of its values, and the worst value comes first") {
  SplitAccount account{Column::product_category};
  account.add("1", {"Books"})
      .add("2", {"Toys"}, true)
      .add("3", {"Toys", "Books"}, true)
      .add("4", {})
      .add("5", {"Books"});
  const Assessment assessment = account.assessed();
  CHECK(segments(assessment, Metric::late_shipment_rate) == "Toys 2 of 2, Books 1 of 3, none 0 of 1");
  CHECK(segments(assessment, Metric::cancellation_rate) == "Books 0 of 3, Toys 0 of 2, none 0 of 1");
}

TEST_CASE("an account that is split is judged as a whole alone if that is asked for") {
  SplitAccount account{Column::product_category};
  account.add("A", {"Books"}).add("B", {"Toys"}, true);
  AssessOptions options = on_1_october();
  options.judge_segments = false;
  const Assessment assessment = assess(account.book, default_profile(), options);
  CHECK_FALSE(assessment.segment_by);
  CHECK(segments(assessment, Metric::late_shipment_rate).empty());
}

TEST_CASE("a segment's share is of the defects of the whole account") {
  SplitAccount account{Column::product_category};
  account.add("1", {"Books"}, true).add("2", {"Toys"}, true).add("3", {"Toys"}, true);
  for (const CheckResult& check : account.assessed().checks) {
    if (check.segment && check.check.metric == Metric::late_shipment_rate) {
      CHECK(check.segment->bad == (check.segment->value == "Toys" ? 2 : 1));
      CHECK(check.segment->bad_of_all == 3);
    }
  }
}

TEST_CASE("a failing segment does not fail the account") {
  SplitAccount account{Column::product_category};
  account.add("late", {"Toys"}, true);
  for (int i = 0; i < 99; ++i) {
    account.add("good-" + std::to_string(i), {"Books"});
  }
  const Assessment assessment = account.assessed();
  CHECK(segments(assessment, Metric::late_shipment_rate) == "Toys 1 of 1, Books 0 of 99");
  CHECK(assessment.verdict == Verdict::pass);
}

TEST_CASE("split by seller, one failing seller is a fail, and there is no account as a whole") {
  SplitAccount account{Column::seller_id};
  account.add("late", {"bert"}, true);
  for (int i = 0; i < 99; ++i) {
    account.add("good-" + std::to_string(i), {"anna"});
  }
  const Assessment assessment = account.assessed();
  CHECK(assessment.verdict == Verdict::fail);
  CHECK(assessment.exit_code == ExitCode::fail);
  REQUIRE(assessment.checks.size() == 8);  // all four of the failing seller, then those of the other
  for (std::size_t i = 0; i < 8; ++i) {
    REQUIRE(assessment.checks[i].segment);
    CHECK(assessment.checks[i].segment->value == (i < 4 ? "bert" : "anna"));
  }
}

TEST_CASE("a seller without orders in the windows is left out") {
  SplitAccount account{Column::seller_id};
  account.add("1", {"anna"}).add("2", {"carl"}, false, "2026-01-01T10:00:00Z");
  CHECK(segments(account.assessed(), Metric::late_shipment_rate) == "anna 0 of 1");
}

}  // namespace sellerhealth
