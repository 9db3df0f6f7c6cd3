#include "render/format.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::render {

using testing::day;

namespace {

const Target less_than_one_percent{Comparator::less, 1, 100};
const Target less_than_two_and_a_half{Comparator::less, 25, 1000};
const Target more_than_ninety{Comparator::greater, 90, 100};

}  // namespace

TEST_CASE("digits are grouped by three") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(24657) == "24,657");
  CHECK(grouped(123456) == "123,456");
  CHECK(grouped(1234567890) == "1,234,567,890");
  CHECK(grouped(-999) == "-999");
  CHECK(grouped(-1000) == "-1,000");
  CHECK(grouped(-123456) == "-123,456");
}

TEST_CASE("a rate is printed in per cent with two decimals, rounded half up") {
  CHECK(percentage(0, 40, less_than_one_percent) == "0.00 %");
  CHECK(percentage(40, 40, less_than_one_percent) == "100.00 %");
  CHECK(percentage(137, 24657, less_than_one_percent) == "0.56 %");
  CHECK(percentage(97, 24657, less_than_one_percent) == "0.39 %");
  CHECK(percentage(542, 17242, less_than_two_and_a_half) == "3.14 %");
  CHECK(percentage(1, 8, less_than_one_percent) == "12.50 %");
  CHECK(percentage(1, 800, less_than_one_percent) == "0.13 %");
  CHECK(percentage(2, 3, more_than_ninety) == "66.67 %");
}

TEST_CASE("a rate that is the target is printed as the target") {
  CHECK(percentage(1, 40, less_than_two_and_a_half) == "2.50 %");
  CHECK(percentage(9, 10, more_than_ninety) == "90.00 %");
}

TEST_CASE("a rate that rounds to the target is printed with more decimals") {
  // 1 % of 20,001 is 200.01: 200 orders are 0.99995 %.
  CHECK(percentage(200, 20001, less_than_one_percent) == "0.99995 %");
  CHECK(percentage(1001, 100000, less_than_one_percent) == "1.001 %");
  CHECK(percentage(90001, 100000, more_than_ninety) == "90.001 %");
  CHECK(percentage(89996, 100000, more_than_ninety) == "89.996 %");
}

TEST_CASE("a rate that rounds across the target is printed with more decimals") {
  const Target less{Comparator::less, 10'049, 1'000'000};  // 1.0049 %
  CHECK(percentage(10'048, 1'000'000, less) == "1.00 %");
  const Target less_than_a_sixth{Comparator::less, 1'666, 100'000};  // 1.666 %
  CHECK(percentage(1'665, 100'000, less_than_a_sixth) == "1.665 %");
  CHECK(percentage(1'667, 100'000, less_than_a_sixth) == "1.67 %");
}

TEST_CASE("a rate has at most six decimals, even if they round to the target") {
  CHECK(percentage(9'999'999'999, 1'000'000'000'000, less_than_one_percent) == "1.000000 %");
}

TEST_CASE("a printed rate lies on the side of the target that the rate lies on, in every small account") {
  for (std::int64_t denominator = 1; denominator <= 240; ++denominator) {
    for (std::int64_t count = 0; count <= denominator; ++count) {
      const std::string text = percentage(count, denominator, less_than_two_and_a_half);
      REQUIRE(text.ends_with(" %"));
      const double printed = std::stod(text);
      const double exact = 100.0 * static_cast<double>(count) / static_cast<double>(denominator);
      REQUIRE(std::abs(printed - exact) <= 0.005 + 1e-9);
      REQUIRE((printed < 2.5) == less_than_two_and_a_half.met_by(count, denominator));
    }
  }
}

TEST_CASE("a target is printed with its sign and as many decimals as it has") {
  CHECK(target_text(less_than_one_percent, Unit::ratio) == "< 1 %");
  CHECK(target_text(less_than_two_and_a_half, Unit::ratio) == "< 2.5 %");
  CHECK(target_text(more_than_ninety, Unit::ratio) == "> 90 %");
  CHECK(target_text(Target::parse("<= 0.0123456%", Unit::ratio), Unit::ratio) == "<= 0.0123456 %");
  CHECK(target_text(Target::parse(">= 100%", Unit::ratio), Unit::ratio) == ">= 100 %");
  CHECK(target_text(Target::parse("<= 0%", Unit::ratio), Unit::ratio) == "<= 0 %");
  CHECK(target_text({Comparator::equal, 0, 1}, Unit::count) == "= 0");
  CHECK(target_text({Comparator::less, 1200, 1}, Unit::count) == "< 1,200");
}

TEST_CASE("a day is printed with the month's name") {
  CHECK(date_text(day("2026-10-01")) == "1 Oct 2026");
  CHECK(date_text(day("2012-02-29")) == "29 Feb 2012");
  CHECK(date_text(day("2026-12-31")) == "31 Dec 2026");
}

TEST_CASE("a range of days names the year twice only if it must") {
  CHECK(date_range(day("2026-06-03"), day("2026-08-31")) == "3 Jun – 31 Aug 2026");
  CHECK(date_range(day("2025-11-03"), day("2026-01-31")) == "3 Nov 2025 – 31 Jan 2026");
  CHECK(date_range(day("2026-06-03"), day("2026-06-03")) == "3 Jun 2026");
}

TEST_CASE("a duration is printed in its two largest units") {
  CHECK(duration_text(0) == "0 min");
  CHECK(duration_text(59) == "0 min");
  CHECK(duration_text(240) == "4 min");
  CHECK(duration_text(3599) == "59 min");
  CHECK(duration_text(3600) == "1 h 0 min");
  CHECK(duration_text(48890) == "13 h 34 min");
  CHECK(duration_text(86399) == "23 h 59 min");
  CHECK(duration_text(86400) == "1 day 0 hours");
  CHECK(duration_text(90000) == "1 day 1 hour");
  CHECK(duration_text(212400) == "2 days 11 hours");
}

TEST_CASE("a list has commas and an and") {
  using Items = std::vector<std::string>;
  CHECK(list_text(Items{}).empty());
  CHECK(list_text(Items{"a"}) == "a");
  CHECK(list_text(Items{"a", "b"}) == "a and b");
  CHECK(list_text(Items{"a", "b", "c"}) == "a, b and c");
  CHECK(list_text(Items{"a", "b", "c"}, " or ") == "a, b or c");
}

TEST_CASE("text is as wide as it has letters, not bytes") {
  CHECK(width_of("") == 0);
  CHECK(width_of("orders") == 6);
  CHECK(width_of("é – ✓") == 5);
  CHECK(padded("é", 3) == "é  ");
  CHECK(padded("orders", 3) == "orders");
}

TEST_CASE("days of the known year go without it") {
  CHECK(short_date_range(day("2026-06-03"), day("2026-08-31"), day("2026-10-01")) == "3 Jun – 31 Aug");
  CHECK(short_date_range(day("2026-06-03"), day("2026-06-03"), day("2026-10-01")) == "3 Jun");
  CHECK(short_date_range(day("2025-12-03"), day("2026-01-02"), day("2026-02-01")) == "3 Dec 2025 – 2 Jan 2026");
  CHECK(short_date_range(day("2025-06-03"), day("2025-08-31"), day("2026-01-01")) == "3 Jun – 31 Aug 2025");
}

TEST_CASE("a time is a date and what the clocks show, to the minute") {
  const Day october{std::chrono::year{2026} / 10 / 1};
  CHECK(time_text(october + std::chrono::hours{9} + std::chrono::minutes{5}) == "1 Oct 2026 09:05");
  CHECK(time_text(october + std::chrono::seconds{86'399}) == "1 Oct 2026 23:59");
}

TEST_CASE("a year goes without saying where it is that of the day of reference") {
  CHECK(date_text(testing::day("2026-10-01"), testing::day("2026-12-31")) == "1 Oct");
  CHECK(date_text(testing::day("2026-10-01"), testing::day("2027-01-01")) == "1 Oct 2026");
}

}  // namespace sellerhealth::render
