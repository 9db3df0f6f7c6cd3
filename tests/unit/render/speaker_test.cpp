#include "render/speaker.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::render {

using testing::day;

namespace {

const Speaker english{Language::english};
const Speaker french{Language::french};
const Target less_than_one_percent{Comparator::less, 1, 100};
const Target less_than_two_and_a_half{Comparator::less, 25, 1000};
const Target more_than_ninety{Comparator::greater, 90, 100};

}  // namespace

TEST_CASE("digits are grouped by three") {
  CHECK(english.number(0) == "0");
  CHECK(english.number(999) == "999");
  CHECK(english.number(1000) == "1,000");
  CHECK(english.number(24657) == "24,657");
  CHECK(english.number(123456) == "123,456");
  CHECK(english.number(1234567890) == "1,234,567,890");
  CHECK(english.number(-999) == "-999");
  CHECK(english.number(-1000) == "-1,000");
  CHECK(english.number(-123456) == "-123,456");
}

TEST_CASE("a rate is printed in per cent with two decimals, rounded half up") {
  CHECK(english.percentage(0, 40, less_than_one_percent) == "0.00 %");
  CHECK(english.percentage(40, 40, less_than_one_percent) == "100.00 %");
  CHECK(english.percentage(137, 24657, less_than_one_percent) == "0.56 %");
  CHECK(english.percentage(97, 24657, less_than_one_percent) == "0.39 %");
  CHECK(english.percentage(542, 17242, less_than_two_and_a_half) == "3.14 %");
  CHECK(english.percentage(1, 8, less_than_one_percent) == "12.50 %");
  CHECK(english.percentage(1, 800, less_than_one_percent) == "0.13 %");
  CHECK(english.percentage(2, 3, more_than_ninety) == "66.67 %");
}

TEST_CASE("a rate that is the target is printed as the target") {
  CHECK(english.percentage(1, 40, less_than_two_and_a_half) == "2.50 %");
  CHECK(english.percentage(9, 10, more_than_ninety) == "90.00 %");
}

TEST_CASE("a rate that rounds to the target is printed with more decimals") {
  // 1 % of 20,001 is 200.01: 200 orders are 0.99995 %.
  CHECK(english.percentage(200, 20001, less_than_one_percent) == "0.99995 %");
  CHECK(english.percentage(1001, 100000, less_than_one_percent) == "1.001 %");
  CHECK(english.percentage(90001, 100000, more_than_ninety) == "90.001 %");
  CHECK(english.percentage(89996, 100000, more_than_ninety) == "89.996 %");
}

TEST_CASE("a rate that rounds across the target is printed with more decimals") {
  const Target less{Comparator::less, 10'049, 1'000'000};  // 1.0049 %
  CHECK(english.percentage(10'048, 1'000'000, less) == "1.00 %");
  const Target less_than_a_sixth{Comparator::less, 1'666, 100'000};  // 1.666 %
  CHECK(english.percentage(1'665, 100'000, less_than_a_sixth) == "1.665 %");
  CHECK(english.percentage(1'667, 100'000, less_than_a_sixth) == "1.67 %");
}

TEST_CASE("a rate has at most six decimals, even if they round to the target") {
  CHECK(english.percentage(9'999'999'999, 1'000'000'000'000, less_than_one_percent) == "1.000000 %");
}

TEST_CASE("a printed rate lies on the side of the target that the rate lies on, in every small account") {
  for (std::int64_t denominator = 1; denominator <= 240; ++denominator) {
    for (std::int64_t count = 0; count <= denominator; ++count) {
      const std::string text = english.percentage(count, denominator, less_than_two_and_a_half);
      REQUIRE(text.ends_with(" %"));
      const double printed = std::stod(text);
      const double exact = 100.0 * static_cast<double>(count) / static_cast<double>(denominator);
      REQUIRE(std::abs(printed - exact) <= 0.005 + 1e-9);
      REQUIRE((printed < 2.5) == less_than_two_and_a_half.met_by(count, denominator));
    }
  }
}

TEST_CASE("a target is printed with its sign and as many decimals as it has") {
  CHECK(english.target(less_than_one_percent, Unit::ratio) == "< 1 %");
  CHECK(english.target(less_than_two_and_a_half, Unit::ratio) == "< 2.5 %");
  CHECK(english.target(more_than_ninety, Unit::ratio) == "> 90 %");
  CHECK(english.target(Target::parse("<= 0.0123456%", Unit::ratio), Unit::ratio) == "<= 0.0123456 %");
  CHECK(english.target(Target::parse(">= 100%", Unit::ratio), Unit::ratio) == ">= 100 %");
  CHECK(english.target(Target::parse("<= 0%", Unit::ratio), Unit::ratio) == "<= 0 %");
  CHECK(english.target({Comparator::equal, 0, 1}, Unit::count) == "= 0");
  CHECK(english.target({Comparator::less, 1200, 1}, Unit::count) == "< 1,200");
}

TEST_CASE("a day is printed with the month's name") {
  CHECK(english.date(day("2026-10-01")) == "1 Oct 2026");
  CHECK(english.date(day("2012-02-29")) == "29 Feb 2012");
  CHECK(english.date(day("2026-12-31")) == "31 Dec 2026");
}

TEST_CASE("a range of days names the year twice only if it must") {
  CHECK(english.date_range(day("2026-06-03"), day("2026-08-31")) == "3 Jun – 31 Aug 2026");
  CHECK(english.date_range(day("2025-11-03"), day("2026-01-31")) == "3 Nov 2025 – 31 Jan 2026");
  CHECK(english.date_range(day("2026-06-03"), day("2026-06-03")) == "3 Jun 2026");
}

TEST_CASE("a duration is printed in its two largest units") {
  CHECK(english.duration(0) == "0 min");
  CHECK(english.duration(59) == "0 min");
  CHECK(english.duration(240) == "4 min");
  CHECK(english.duration(3599) == "59 min");
  CHECK(english.duration(3600) == "1 h 0 min");
  CHECK(english.duration(48890) == "13 h 34 min");
  CHECK(english.duration(86399) == "23 h 59 min");
  CHECK(english.duration(86400) == "1 day 0 hours");
  CHECK(english.duration(90000) == "1 day 1 hour");
  CHECK(english.duration(212400) == "2 days 11 hours");
}

TEST_CASE("a list has commas and an and") {
  using Items = std::vector<std::string>;
  CHECK(english.list(Items{}).empty());
  CHECK(english.list(Items{"a"}) == "a");
  CHECK(english.list(Items{"a", "b"}) == "a and b");
  CHECK(english.list(Items{"a", "b", "c"}) == "a, b and c");
  CHECK(english.alternatives(Items{"a", "b", "c"}) == "a, b or c");
}

TEST_CASE("days of the known year go without it") {
  CHECK(english.short_date_range(day("2026-06-03"), day("2026-08-31"), day("2026-10-01")) == "3 Jun – 31 Aug");
  CHECK(english.short_date_range(day("2026-06-03"), day("2026-06-03"), day("2026-10-01")) == "3 Jun");
  CHECK(english.short_date_range(day("2025-12-03"), day("2026-01-02"), day("2026-02-01")) == "3 Dec 2025 – 2 Jan 2026");
  CHECK(english.short_date_range(day("2025-06-03"), day("2025-08-31"), day("2026-01-01")) == "3 Jun – 31 Aug 2025");
}

TEST_CASE("a time is a date and what the clocks show, to the minute") {
  const Day october{std::chrono::year{2026} / 10 / 1};
  CHECK(english.time(october + std::chrono::hours{9} + std::chrono::minutes{5}) == "1 Oct 2026 09:05");
  CHECK(english.time(october + std::chrono::seconds{86'399}) == "1 Oct 2026 23:59");
}

TEST_CASE("a year goes without saying where it is that of the day of reference") {
  CHECK(english.date(testing::day("2026-10-01"), testing::day("2026-12-31")) == "1 Oct");
  CHECK(english.date(testing::day("2026-10-01"), testing::day("2027-01-01")) == "1 Oct 2026");
}

// In the tests of French, ~ is a no-break space and _ a narrow one.
namespace {

std::string visible(std::string text) {
  for (const auto& [space, sign] : {std::pair{"\u00a0", "~"}, std::pair{"\u202f", "_"}}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space)) {
      text.replace(at, std::string_view{space}.size(), sign);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("French groups digits by narrow no-break spaces, and has a decimal comma") {
  CHECK(french.number(999) == "999");
  CHECK(visible(french.number(24657)) == "24_657");
  CHECK(visible(french.number(-1234567)) == "-1_234_567");
  CHECK(french.decimal(49, 1) == "4,9");
  CHECK(english.decimal(49, 1) == "4.9");
  CHECK(visible(french.percentage(137, 24657, less_than_one_percent)) == "0,56~%");
  CHECK(visible(french.percentage(200, 20001, less_than_one_percent)) == "0,99995~%");
  CHECK(visible(french.target(less_than_two_and_a_half, Unit::ratio)) == "< 2,5~%");
  CHECK(visible(french.target(less_than_one_percent, Unit::ratio)) == "< 1~%");
  CHECK(visible(french.target({Comparator::less, 1200, 1}, Unit::count)) == "< 1_200");
  CHECK(visible(french.share(3, 4)) == "75~%");
}

TEST_CASE("French has a first day of the month, and its own short names of months") {
  CHECK(french.date(day("2012-05-27")) == "27 mai 2012");
  CHECK(french.date(day("2026-10-01")) == "1er oct. 2026");
  CHECK(french.date(day("2026-02-21")) == "21 févr. 2026");
  CHECK(french.date(day("2026-08-31"), day("2026-10-01")) == "31 août");
  CHECK(french.date(day("2025-12-01"), day("2026-10-01")) == "1er déc. 2025");
  CHECK(french.time(Day{std::chrono::year{2026} / 7 / 1} + std::chrono::minutes{65}) == "1er juil. 2026 01:05");
}

TEST_CASE("a French sentence says from which day to which, a table joins them by a dash") {
  CHECK(french.date_range(day("2026-06-01"), day("2026-08-31")) == "1er juin au 31 août 2026");
  CHECK(french.date_range(day("2025-11-03"), day("2026-01-31")) == "3 nov. 2025 au 31 janv. 2026");
  CHECK(french.date_range(day("2026-06-03"), day("2026-06-03")) == "3 juin 2026");
  CHECK(french.short_date_range(day("2026-03-03"), day("2026-04-05"), day("2026-10-01")) == "3 mars – 5 avr.");
}

TEST_CASE("French says none and one in the singular") {
  CHECK(french.counted(0, day_noun) == "0 jour");
  CHECK(french.counted(1, day_noun) == "1 jour");
  CHECK(french.counted(2, day_noun) == "2 jours");
  CHECK(english.counted(0, day_noun) == "0 days");
  CHECK(english.counted(1, day_noun) == "1 day");
  CHECK(visible(french.counted(1204, day_noun)) == "1_204 jours");
}

TEST_CASE("a duration is told in French as in English") {
  CHECK(french.duration(212400) == "2 jours 11 heures");
  CHECK(french.duration(86400) == "1 jour 0 heure");
  CHECK(visible(french.duration(48890)) == "13~h 34~min");
  CHECK(visible(french.duration(59)) == "0~min");
}

TEST_CASE("a French list has commas and an et") {
  using Items = std::vector<std::string>;
  CHECK(french.list(Items{"a", "b", "c"}) == "a, b et c");
  CHECK(french.alternatives(Items{"a", "b"}) == "a ou b");
}

TEST_CASE("texts go into the places of a phrase, in the order of the language") {
  CHECK(english("{} of {}", "2", "4") == "2 of 4");
  CHECK(french("{} of {}", "2", "4") == "2 sur 4");
  CHECK(english("{}: {} of {} could not be understood and were left out.", "a.csv", "2", "12 rows") ==
        "a.csv: 2 of 12 rows could not be understood and were left out.");
  CHECK(visible(french("{}: {} of {} could not be understood and were left out.", "a.csv", "2", "12 lignes")) ==
        "a.csv~: sur 12 lignes, 2 n'ont pas été comprises et ont été écartées.");
}

TEST_CASE("a value is quoted as the language does, but nobody's address is shown") {
  CHECK(english.quoted("Not as described") == "\"Not as described\"");
  CHECK(visible(french.quoted("Article non reçu")) == "«~Article non reçu~»");
  CHECK(english.quoted("write to jane@example.com") == "an e-mail address");
  CHECK(french.quoted("write to jane@example.com") == "une adresse e-mail");
}

TEST_CASE("what tells the translations of a phrase apart is not shown") {
  CHECK(english("canceller::seller") == "seller");
  CHECK(french("canceller::seller") == "le vendeur");
}

}  // namespace sellerhealth::render
