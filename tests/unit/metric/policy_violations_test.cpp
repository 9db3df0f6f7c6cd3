#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::counts;
using testing::needs;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");
constexpr Window half_year{.days = 180, .lag_days = 0};

CheckResult count(const SmallAccount& account, const AssessOptions& options = testing::on_1_october()) {
  return testing::check(account, Metric::policy_violations, options, half_year);
}

}  // namespace

TEST_CASE("open violations are counted, and there is nothing to divide them by") {
  SmallAccount account;
  account.add(Violation{.date = june}).add(Violation{.date = june});
  account.add(Violation{.date = june, .resolved = true, .resolved_date = at("2026-07-01")});
  account.add(Violation{.date = june, .resolved = true});
  const CheckResult result = count(account);
  CHECK(counts(result) == "2..2 of null");
  CHECK(result.verdict == Verdict::fail);
  CHECK(result.components.empty());
}

TEST_CASE("a violation is open until its resolution is known") {
  SmallAccount account;
  account.add(Violation{.date = june, .resolved = true, .resolved_date = at("2026-10-01T00:00:00Z")});
  CHECK(counts(count(account)) == "1..1 of null");
  CHECK(counts(count(account, testing::as_of("2026-10-02"))) == "0..0 of null");
  AssessOptions hindsight = testing::on_1_october();
  hindsight.hindsight = true;
  CHECK(counts(count(account, hindsight)) == "0..0 of null");
}

TEST_CASE("no open violation passes, also when there never was one") {
  SmallAccount account;
  account.give(Kind::violations);
  CHECK(count(account).verdict == Verdict::pass);
  account.add(Violation{.date = june, .resolved = true});
  CHECK(count(account).verdict == Verdict::pass);
}

TEST_CASE("violations are placed by their own day") {
  SmallAccount account;
  account.add(Violation{.date = at("2026-04-03T23:59:59Z")});
  account.add(Violation{.date = at("2026-10-01T00:00:00Z")});
  CHECK(counts(count(account)) == "0..0 of null");
  account.add(Violation{.date = at("2026-04-04T00:00:00Z")});
  account.add(Violation{.date = at("2026-09-30T23:59:59Z")});
  CHECK(counts(count(account)) == "2..2 of null");
}

TEST_CASE("without an export of violations there is no count") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10");
  const CheckResult result = count(account);
  CHECK_FALSE(result.checked);
  CHECK(result.verdict == Verdict::no_data);
  CHECK(counts(result) == "null..null of null");
  CHECK(needs(result) == "violations");
}

}  // namespace sellerhealth
