#include "verdict/coverage.hpp"

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth::verdict {

using metric::Subject;
using testing::at;
using testing::day;
using testing::SmallAccount;

namespace {

/// Orders from 10 June on, messages from 5 June on.
class Shop : public SmallAccount {
 public:
  Shop() {
    add_good_orders(1, "2026-06-20T10:00:00Z").add_good_orders(1, "2026-06-10T10:00:00Z");
    add(Message{.received_at = at("2026-06-05T10:00:00Z")});
  }
};

}  // namespace

TEST_CASE("the exports begin where their first order was placed, over all files") {
  Shop shop;
  CHECK(first_day_of(shop.book, Kind::orders) == day("2026-06-10"));
  shop.give(Kind::orders);
  shop.add_good_orders(1, "2026-06-08T10:00:00Z");
  CHECK(first_day_of(shop.book, Kind::orders) == day("2026-06-08"));
  CHECK(first_day_of(shop.book, Kind::messages) == day("2026-06-05"));
  CHECK_FALSE(first_day_of(shop.book, Kind::violations));
}

TEST_CASE("messages tell where the exports begin only where no order does") {
  const Shop shop;
  const auto beginning = [&](Subject subject, std::string_view as_of) {
    return Coverage{shop.book, false}.beginning(subject, day(as_of));
  };
  CHECK(beginning(Subject::order, "2026-06-11").day == day("2026-06-10"));
  CHECK(beginning(Subject::message, "2026-06-11").day == day("2026-06-10"));
  CHECK(beginning(Subject::message, "2026-06-11").kind == Kind::orders);
  // On 10 June the order of that day is not known yet.
  CHECK_FALSE(beginning(Subject::order, "2026-06-10").day);
  CHECK(beginning(Subject::message, "2026-06-10").day == day("2026-06-05"));
  CHECK(beginning(Subject::message, "2026-06-10").kind == Kind::messages);
  CHECK_FALSE(beginning(Subject::violation, "2026-06-11").day);
}

TEST_CASE("in hindsight the exports begin where they begin, whatever the as-of day") {
  const Shop shop;
  CHECK(Coverage{shop.book, true}.beginning(Subject::order, day("2026-06-01")).day == day("2026-06-10"));
}

TEST_CASE("a window is covered from three days before the first order on, and never before that has happened") {
  const Shop shop;
  const auto covered = [&](std::string_view as_of, std::string_view first_day) {
    std::vector<CheckResult> checks{{.check = {.metric = Metric::order_defect_rate}, .first_day = day(first_day)}};
    Coverage{shop.book, false}.mark(checks, day(as_of));
    return checks.front().covered;
  };
  CHECK(covered("2026-06-11", "2026-06-07"));
  CHECK_FALSE(covered("2026-06-11", "2026-06-06"));
  CHECK_FALSE(covered("2026-06-10", "2026-06-10"));
  CHECK_FALSE(covered("2026-01-01", "2025-09-03"));
}

TEST_CASE("exports that hold nothing yet cover no window, and where none is given there is nothing to cover") {
  SmallAccount account;
  const auto covered = [&](Metric metric, std::string_view as_of) {
    std::vector<CheckResult> checks{{.check = {.metric = metric}, .first_day = day("2026-06-06")}};
    Coverage{account.book, false}.mark(checks, day(as_of));
    return checks.front().covered;
  };
  account.add(Message{.received_at = at("2026-06-09T10:00:00Z")});
  CHECK(covered(Metric::order_defect_rate, "2026-06-10"));
  CHECK(covered(Metric::response_under_24h, "2026-06-10"));
  CHECK_FALSE(covered(Metric::response_under_24h, "2026-06-09"));
  account.give(Kind::orders);
  CHECK_FALSE(covered(Metric::order_defect_rate, "2026-06-10"));
  CHECK(covered(Metric::response_under_24h, "2026-06-10"));
  CHECK(covered(Metric::policy_violations, "2026-06-10"));
}

TEST_CASE("before the first order a header without messages draws no warning of a window") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10T10:00:00Z").give(Kind::messages);
  const Assessment assessment = assess(account.book, default_profile(), testing::as_of("2026-06-01"));
  for (const CheckResult& check : assessment.checks) {
    CHECK_FALSE(check.covered);
  }
  for (const Diagnostic& warning : assessment.warnings) {
    CHECK(warning.code != "window_not_covered");
  }
}

}  // namespace sellerhealth::verdict
