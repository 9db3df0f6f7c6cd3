#include <algorithm>

#include "sellerhealth/assessment.hpp"
#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::on_1_october;
using testing::SmallAccount;

namespace {

/// Orders from before the window to the day before the as-of day, all of them good, and no source of defects.
class Shop : public SmallAccount {
 public:
  Shop() {
    add_good_orders(1, "2026-06-01T10:00:00Z");
    add_good_orders(200, "2026-07-01T10:00:00Z");
    add_good_orders(1, "2026-09-30T10:00:00Z");
  }
};

AssessOptions complete() {
  AssessOptions options = on_1_october();
  options.none = {Kind::feedback, Kind::claims, Kind::chargebacks};
  return options;
}

Assessment judged(const SmallAccount& account, const AssessOptions& options) {
  return assess(account.book, default_profile(), options);
}

ExitCode exit_code(const SmallAccount& account, const AssessOptions& options) {
  return judged(account, options).exit_code;
}

}  // namespace

TEST_CASE("an account in good health passes") {
  const Shop shop;
  const Assessment assessment = judged(shop, complete());
  CHECK(assessment.verdict == Verdict::pass);
  CHECK(assessment.exit_code == ExitCode::pass);
  CHECK(assessment.profile == "default");
  CHECK(assessment.time_zone == "UTC");
  CHECK(assessment.inputs.size() == 1);
  REQUIRE(assessment.checks.size() == 4);
  CHECK(assessment.checks[0].verdict == Verdict::pass);
  CHECK(assessment.checks[3].verdict == Verdict::no_data);
}

TEST_CASE("violations are checked only when there is an export of them") {
  Shop shop;
  CHECK(judged(shop, complete()).checks.size() == 4);
  shop.give(Kind::violations);
  CHECK(judged(shop, complete()).checks.size() == 5);
}

TEST_CASE("one failing check fails the account") {
  Shop shop;
  shop.add(Violation{.date = at("2026-09-01")});
  CHECK(judged(shop, complete()).verdict == Verdict::fail);
  CHECK(exit_code(shop, complete()) == ExitCode::fail);
  AssessOptions lenient = complete();
  lenient.allow_undetermined = true;
  CHECK(exit_code(shop, lenient) == ExitCode::fail);
}

TEST_CASE("an open check leaves the account undetermined, unless that is allowed") {
  Shop shop;
  shop.give(Kind::feedback);
  AssessOptions options = on_1_october();
  CHECK(judged(shop, options).verdict == Verdict::undetermined);
  CHECK(exit_code(shop, options) == ExitCode::undetermined);
  options.allow_undetermined = true;
  CHECK(judged(shop, options).verdict == Verdict::undetermined);
  CHECK(exit_code(shop, options) == ExitCode::pass);
}

TEST_CASE("nothing to judge is no pass") {
  SmallAccount account;
  account.give(Kind::orders);
  CHECK(judged(account, on_1_october()).verdict == Verdict::no_data);
  CHECK(exit_code(account, on_1_october()) == ExitCode::undetermined);
}

TEST_CASE("to be strict what has no data is undetermined") {
  const Shop shop;
  AssessOptions strict = complete();
  strict.strict = true;
  CHECK(judged(shop, strict).verdict == Verdict::undetermined);
  CHECK(exit_code(shop, strict) == ExitCode::undetermined);
}

TEST_CASE("to be strict a window that is not covered is no pass") {
  SmallAccount account;
  account.add_good_orders(200, "2026-07-01T10:00:00Z").add_good_orders(1, "2026-09-30T10:00:00Z");
  account.add(Message{.received_at = at("2026-06-03"), .responded_at = at("2026-06-03")});
  AssessOptions options = complete();
  CHECK(exit_code(account, options) == ExitCode::pass);
  options.strict = true;
  CHECK(judged(account, options).verdict == Verdict::pass);
  CHECK(exit_code(account, options) == ExitCode::undetermined);
  account.add_good_orders(1, "2026-06-03");
  CHECK(exit_code(account, options) == ExitCode::pass);
}

TEST_CASE("an export that ends more than the allowed days before the as-of day is no pass") {
  Shop shop;
  shop.add(OrderRow{.order_id = "good-1", .last_updated_date = at("2026-09-30T10:00:00Z")});
  AssessOptions options = complete();
  options.as_of = day("2026-10-03");
  CHECK(exit_code(shop, options) == ExitCode::pass);
  options.max_age_days = 3;
  CHECK(exit_code(shop, options) == ExitCode::pass);
  options.max_age_days = 2;
  CHECK(exit_code(shop, options) == ExitCode::undetermined);
  options.data_through = day("2026-10-02");
  CHECK(exit_code(shop, options) == ExitCode::pass);
}

TEST_CASE("an old export without a stated age is a pass with a warning") {
  const Shop shop;
  AssessOptions options = complete();
  options.as_of = day("2026-10-20");
  const Assessment assessment = judged(shop, options);
  CHECK(assessment.exit_code == ExitCode::pass);
  CHECK(std::any_of(assessment.warnings.begin(), assessment.warnings.end(),
                    [](const Diagnostic& warning) { return warning.code == "stale_export"; }));
}

TEST_CASE("a failing account fails, however old its exports") {
  Shop shop;
  shop.add(Violation{.date = at("2026-09-01")});
  AssessOptions options = complete();
  options.max_age_days = 0;
  options.strict = true;
  CHECK(exit_code(shop, options) == ExitCode::fail);
}

TEST_CASE("there cannot be none of what was given") {
  Shop shop;
  shop.give(Kind::claims);
  CHECK_THROWS_AS(judged(shop, complete()), UsageError);
  CHECK_THROWS_WITH(judged(shop, complete()), Catch::Matchers::ContainsSubstring("claims"));
}

TEST_CASE("a check of a single order on every day of its life begins and ends with the window") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10T10:00:00Z");
  AssessOptions options = complete();
  for (Day each = day("2026-06-01"); each < day("2026-11-01"); each += std::chrono::days{1}) {
    options.as_of = each;
    const bool inside = day("2026-07-11") <= each && each < day("2026-10-09");
    REQUIRE(judged(account, options).checks.front().denominator == (inside ? 1 : 0));
  }
}

}  // namespace sellerhealth
