#include "sellerhealth/rate.hpp"

#include <string>

#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"

namespace sellerhealth {

namespace {

using Text = std::string;

Target ratio(std::string_view text) { return Target::parse(text, Unit::ratio); }
Target count(std::string_view text) { return Target::parse(text, Unit::count); }

/// Compares count / denominator with the target by arithmetic that cannot be mistaken for the one under test.
bool meets(const Target& target, std::int64_t count, std::int64_t denominator) {
  __extension__ using Wide = __int128;
  const Wide difference = Wide{count} * target.scale - Wide{target.value} * denominator;
  switch (target.comparator) {
    case Comparator::less:
      return difference < 0;
    case Comparator::less_or_equal:
      return difference <= 0;
    case Comparator::greater:
      return difference > 0;
    case Comparator::greater_or_equal:
      return difference >= 0;
    case Comparator::equal:
      break;
  }
  return difference == 0;
}

}  // namespace

TEST_CASE("a target is a comparator and a percentage") {
  CHECK(ratio("< 1%") == Target{Comparator::less, 1, 100});
  CHECK(ratio("< 2.5 %") == Target{Comparator::less, 25, 1000});
  CHECK(ratio("<=2%") == Target{Comparator::less_or_equal, 2, 100});
  CHECK(ratio("> 90%") == Target{Comparator::greater, 90, 100});
  CHECK(ratio("  >=  90  % ") == Target{Comparator::greater_or_equal, 90, 100});
  CHECK(ratio("≤ 10 %") == Target{Comparator::less_or_equal, 10, 100});
  CHECK(ratio("≥ 90%") == Target{Comparator::greater_or_equal, 90, 100});
}

TEST_CASE("a target may be a fraction of one") {
  CHECK(ratio("< 0.01").met_by(1, 101));
  CHECK_FALSE(ratio("< 0.01").met_by(1, 100));
  CHECK(ratio("<= 0.025").met_by(1, 40));
  CHECK(ratio("<= 0").met_by(0, 40));
}

TEST_CASE("the target of a count is a whole number") {
  CHECK(count("= 0") == Target{Comparator::equal, 0, 1});
  CHECK(count("<= 3") == Target{Comparator::less_or_equal, 3, 1});
  CHECK(count("<2").met_by(1, 1));
}

TEST_CASE("what is no comparator with a percentage is no target of a rate") {
  const Text text = GENERATE(as<Text>{}, "", "1%", "< ", "<", "< %", "< x%", "< 1 5%", "< -1%", "< 1.5.2%", "< 2",
                             "> 90", "< 1", "== 1%", "!= 1%", "< 1%%", "< 1% or so", "< 1e-2", "< 1,5%", "<> 1%",
                             "< +1%", "< 99999999999999999999%");
  CAPTURE(text);
  CHECK_THROWS_AS(ratio(text), UsageError);
}

TEST_CASE("what is no comparator with a whole number is no target of a count") {
  const Text text = GENERATE(as<Text>{}, "", "0", "= 0%", "= 0.5", "= -1", "= none");
  CAPTURE(text);
  CHECK_THROWS_AS(count(text), UsageError);
}

TEST_CASE("the refusal of a target says what was found and what was expected") {
  CHECK_THROWS_WITH(ratio("1 percent"), Catch::Matchers::ContainsSubstring("\"1 percent\"") &&
                                            Catch::Matchers::ContainsSubstring("expected"));
}

TEST_CASE("a percentage has up to seven decimals, so that its scale is at most 10^9") {
  CHECK(ratio("< 2.1234567%") == Target{Comparator::less, 21'234'567, 1'000'000'000});
  CHECK_THROWS_AS(ratio("< 2.12345678%"), UsageError);
}

TEST_CASE("a fraction has up to nine decimals") {
  CHECK(ratio("< 0.012345678") == Target{Comparator::less, 12'345'678, 1'000'000'000});
  CHECK_THROWS_AS(ratio("< 0.0123456789"), UsageError);
}

TEST_CASE("each comparator has its sign") {
  CHECK(symbol_of(Comparator::less) == "<");
  CHECK(symbol_of(Comparator::less_or_equal) == "<=");
  CHECK(symbol_of(Comparator::greater) == ">");
  CHECK(symbol_of(Comparator::greater_or_equal) == ">=");
  CHECK(symbol_of(Comparator::equal) == "=");
}

TEST_CASE("more is better where the target is a lower one") {
  CHECK(ratio("> 90%").at_least());
  CHECK(ratio(">= 90%").at_least());
  CHECK_FALSE(ratio("< 1%").at_least());
  CHECK_FALSE(ratio("<= 1%").at_least());
  CHECK_FALSE(count("= 0").at_least());
}

TEST_CASE("the seller who cancels one of 40 has not stayed under 2.5 per cent, of 41 he has") {
  CHECK_FALSE(ratio("< 2.5%").met_by(1, 40));
  CHECK(ratio("<= 2.5%").met_by(1, 40));
  CHECK(ratio("< 2.5%").met_by(1, 41));
  CHECK_FALSE(ratio("> 90%").met_by(9, 10));
  CHECK(ratio(">= 90%").met_by(9, 10));
  CHECK(count("= 0").met_by(0, 1));
  CHECK_FALSE(count("= 0").met_by(1, 1));
}

TEST_CASE("large accounts are compared as exactly as small ones") {
  constexpr std::int64_t many = 8'000'000'000;
  const Target third{Comparator::less, 333'333'333, 1'000'000'000};
  CHECK(third.met_by(2'666'666'663, many));
  CHECK_FALSE(third.met_by(2'666'666'664, many));
  CHECK(third.limit(many) == 2'666'666'663);
}

TEST_CASE("counts meet targets, and limits are where they begin to, in every small account") {
  const Text percentage = GENERATE(as<Text>{}, "0%", "1%", "2.5%", "4%", "33.3333333%", "50%", "90%", "100%");
  const Text sign = GENERATE(as<Text>{}, "<", "<=", ">", ">=");
  const Target target = ratio(sign + percentage);
  CAPTURE(sign, percentage);
  for (std::int64_t denominator = 1; denominator <= 130; ++denominator) {
    const std::int64_t limit = target.limit(denominator);
    for (std::int64_t found = 0; found <= denominator; ++found) {
      REQUIRE(target.met_by(found, denominator) == meets(target, found, denominator));
      REQUIRE(target.met_by(found, denominator) == (target.at_least() ? found >= limit : found <= limit));
    }
    // Beyond the possible counts too the limit is the first, or last, that passes.
    REQUIRE(meets(target, limit, denominator));
    REQUIRE_FALSE(meets(target, target.at_least() ? limit - 1 : limit + 1, denominator));
  }
}

}  // namespace sellerhealth
