#include "index/calendar.hpp"

#include <chrono>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using namespace std::chrono_literals;

namespace sellerhealth::index {

using testing::day;
using testing::instant;
using testing::zone_called;

TEST_CASE("an event is known from the first day that begins after it, a moment is reached by one that begins with it") {
  const Calendar calendar{TimeZone::utc(), day("2026-06-01"), day("2026-06-30")};
  struct Example {
    std::string_view moment;
    std::string_view known;
    std::string_view reached;
  };
  const Example example = GENERATE(Example{"2026-06-10T00:00:00Z", "2026-06-11", "2026-06-10"},
                                   Example{"2026-06-10T00:00:01Z", "2026-06-11", "2026-06-11"},
                                   Example{"2026-06-10T23:59:59Z", "2026-06-11", "2026-06-11"},
                                   Example{"2026-06-09T23:59:59Z", "2026-06-10", "2026-06-10"});
  CAPTURE(example.moment);
  CHECK(calendar.known_from(instant(example.moment)) == day(example.known));
  CHECK(calendar.reached(instant(example.moment)) == day(example.reached));
}

TEST_CASE("days begin where the zone says") {
  const Calendar calendar{zone_called("Europe/Paris"), day("2026-10-20"), day("2026-10-30")};
  CHECK(calendar.start_of(day("2026-10-25")) == instant("2026-10-24T22:00:00Z"));
  CHECK(calendar.start_of(day("2026-10-26")) == instant("2026-10-25T23:00:00Z"));
  CHECK(calendar.start_of(day("2026-10-31")) == instant("2026-10-30T23:00:00Z"));
}

TEST_CASE("a day of 25 hours is one day") {
  const Calendar calendar{zone_called("Europe/Paris"), day("2026-10-20"), day("2026-10-30")};
  CHECK(calendar.known_from(instant("2026-10-24T22:00:00Z")) == day("2026-10-26"));
  CHECK(calendar.known_from(instant("2026-10-25T22:59:59Z")) == day("2026-10-26"));
  CHECK(calendar.known_from(instant("2026-10-25T23:00:00Z")) == day("2026-10-27"));
  // 24 hours after half past midnight of that day it is half past eleven of the same day.
  CHECK(calendar.reached(instant("2026-10-24T22:30:00Z") + 24h) == day("2026-10-26"));
}

TEST_CASE("a day of 23 hours is one day") {
  const Calendar calendar{zone_called("Europe/Paris"), day("2026-03-20"), day("2026-04-05")};
  CHECK(calendar.known_from(instant("2026-03-28T23:00:00Z")) == day("2026-03-30"));
  CHECK(calendar.reached(instant("2026-03-29T22:00:00Z")) == day("2026-03-30"));
  // 24 hours after half past eleven of the day before it is half past midnight of the day after.
  CHECK(calendar.reached(instant("2026-03-28T22:30:00Z") + 24h) == day("2026-03-31"));
}

TEST_CASE("nothing happens on a day that the zone skipped") {
  const Calendar calendar{zone_called("Pacific/Apia"), day("2011-12-25"), day("2012-01-05")};
  const Instant change = instant("2011-12-30T10:00:00Z");
  CHECK(calendar.start_of(day("2011-12-30")) == change);
  CHECK(calendar.start_of(day("2011-12-31")) == change);
  CHECK(calendar.known_from(change - 1s) == day("2011-12-30"));
  CHECK(calendar.known_from(change) == day("2012-01-01"));
  CHECK(calendar.reached(change) == day("2011-12-30"));
}

TEST_CASE("both functions agree with their definitions on every second around every midnight") {
  const TimeZone zone = zone_called(GENERATE("UTC", "Europe/Paris", "America/Havana", "Pacific/Apia"));
  CAPTURE(zone.name());
  const Day first = day(zone.name() == "Pacific/Apia" ? "2011-12-20" : "2024-03-01");
  const Day last = first + std::chrono::days{30};
  const Calendar calendar{zone, first, last};
  for (Day each = first; each <= last; each += std::chrono::days{1}) {
    for (const std::chrono::seconds offset : {-3600s, -1s, 0s, 1s, 3600s, 43200s}) {
      const Instant moment = zone.start_of(each) + offset;
      Day known = first;
      while (known <= last && zone.start_of(known) <= moment) {
        known += std::chrono::days{1};
      }
      Day reached = first;
      while (reached <= last && zone.start_of(reached) < moment) {
        reached += std::chrono::days{1};
      }
      if (known <= last) {
        REQUIRE(calendar.known_from(moment) == known);
      } else {
        REQUIRE(calendar.known_from(moment) > last);
      }
      if (reached <= last) {
        REQUIRE(calendar.reached(moment) == reached);
      } else {
        REQUIRE(calendar.reached(moment) > last);
      }
    }
  }
}

}  // namespace sellerhealth::index
