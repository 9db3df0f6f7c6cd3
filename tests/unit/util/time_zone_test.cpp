#include "sellerhealth/time_zone.hpp"

#include <chrono>

#include "support/catch.hpp"

using namespace std::chrono_literals;

namespace sellerhealth {

namespace {

TimeZone zone(std::string_view name) {
  const std::optional<TimeZone> found = TimeZone::find(name);
  REQUIRE(found);
  return *found;
}

constexpr Day day(int year, unsigned month, unsigned day_of_month) {
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month}};
}

constexpr Instant utc(int year, unsigned month, unsigned day_of_month, std::chrono::seconds time = 0s) {
  return Instant{day(year, month, day_of_month).time_since_epoch()} + time;
}

}  // namespace

TEST_CASE("in UTC every day is the 24 hours from midnight on") {
  const TimeZone zone = TimeZone::utc();
  CHECK(zone.name() == "UTC");
  CHECK(zone.start_of(day(2026, 3, 29)) == utc(2026, 3, 29));
  CHECK(zone.instant_of(day(2026, 3, 29) + 2h + 30min) == utc(2026, 3, 29, 2h + 30min));
  CHECK(zone.day_of(utc(2026, 3, 29)) == day(2026, 3, 29));
  CHECK(zone.day_of(utc(2026, 3, 30) - 1s) == day(2026, 3, 29));
}

TEST_CASE("a zone is found by the name of its area and city") {
  CHECK(zone("UTC").name() == "UTC");
  CHECK(zone("Europe/Paris").name() == "Europe/Paris");
}

TEST_CASE("a zone that the database does not have is not found") {
  const std::string_view name = GENERATE("Europe/Atlantis", "", "europe/paris/", "../passwd", "+02:00");
  CAPTURE(name);
  CHECK_FALSE(TimeZone::find(name));
}

TEST_CASE("a copy of a zone answers as the zone does") {
  const TimeZone original = zone("Europe/Paris");
  const TimeZone copy = original;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(copy.name() == original.name());
  CHECK(copy.start_of(day(2026, 7, 1)) == original.start_of(day(2026, 7, 1)));
}

TEST_CASE("Paris is one hour ahead in winter and two in summer") {
  const TimeZone paris = zone("Europe/Paris");
  CHECK(paris.start_of(day(2026, 1, 15)) == utc(2026, 1, 14, 23h));
  CHECK(paris.start_of(day(2026, 7, 15)) == utc(2026, 7, 14, 22h));
}

TEST_CASE("a local time that occurs twice is the first of the two") {
  const TimeZone paris = zone("Europe/Paris");
  // 2026-10-25, 03:00 summer time is 02:00 again: 02:30 is 00:30 UTC, then 01:30 UTC.
  CHECK(paris.instant_of(day(2026, 10, 25) + 2h) == utc(2026, 10, 25, 0h));
  CHECK(paris.instant_of(day(2026, 10, 25) + 2h + 30min) == utc(2026, 10, 25, 0h + 30min));
  CHECK(paris.instant_of(day(2026, 10, 25) + 3h - 1s) == utc(2026, 10, 25, 1h) - 1s);
  CHECK(paris.instant_of(day(2026, 10, 25) + 3h) == utc(2026, 10, 25, 2h));
}

TEST_CASE("a local time that the clocks skip is the first instant after the gap") {
  const TimeZone paris = zone("Europe/Paris");
  // 2026-03-29, 02:00 is 03:00 at once, at 01:00 UTC.
  const Instant after_gap = utc(2026, 3, 29, 1h);
  CHECK(paris.instant_of(day(2026, 3, 29) + 2h - 1s) == after_gap - 1s);
  CHECK(paris.instant_of(day(2026, 3, 29) + 2h) == after_gap);
  CHECK(paris.instant_of(day(2026, 3, 29) + 2h + 30min) == after_gap);
  CHECK(paris.instant_of(day(2026, 3, 29) + 3h - 1s) == after_gap);
  CHECK(paris.instant_of(day(2026, 3, 29) + 3h) == after_gap);
  CHECK(paris.instant_of(day(2026, 3, 29) + 3h + 1s) == after_gap + 1s);
}

TEST_CASE("the days of the two changes have 23 and 25 hours") {
  const TimeZone paris = zone("Europe/Paris");
  CHECK(paris.start_of(day(2026, 3, 30)) - paris.start_of(day(2026, 3, 29)) == 23h);
  CHECK(paris.start_of(day(2026, 10, 26)) - paris.start_of(day(2026, 10, 25)) == 25h);
  CHECK(paris.whole_day(day(2026, 10, 25)) == Stamp{utc(2026, 10, 24, 22h), utc(2026, 10, 25, 23h) - 1s});
}

TEST_CASE("an instant belongs to a day from its first to its last second") {
  const TimeZone any = zone(GENERATE("Europe/Paris", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo"));
  CAPTURE(any.name());
  for (Day each = day(2026, 1, 1); each < day(2027, 1, 1); each += std::chrono::days{1}) {
    const Stamp whole = any.whole_day(each);
    REQUIRE(any.day_of(whole.first) == each);
    REQUIRE(any.day_of(whole.last) == each);
    REQUIRE(any.start_of(each + std::chrono::days{1}) == whole.last + 1s);
  }
}

TEST_CASE("a day whose midnight is skipped begins at the first instant after the gap") {
  const TimeZone havana = zone("America/Havana");
  // 2024-03-10, 00:00 is 01:00 at once, at 05:00 UTC.
  CHECK(havana.start_of(day(2024, 3, 10)) == utc(2024, 3, 10, 5h));
  CHECK(havana.day_of(utc(2024, 3, 10, 5h)) == day(2024, 3, 10));
  CHECK(havana.day_of(utc(2024, 3, 10, 5h) - 1s) == day(2024, 3, 9));
  CHECK(havana.start_of(day(2024, 3, 11)) - havana.start_of(day(2024, 3, 10)) == 23h);
}

TEST_CASE("a day whose midnight occurs twice begins at the first of the two") {
  const TimeZone havana = zone("America/Havana");
  // 2024-11-03, 01:00 is 00:00 again, at 05:00 UTC.
  CHECK(havana.start_of(day(2024, 11, 3)) == utc(2024, 11, 3, 4h));
  CHECK(havana.day_of(utc(2024, 11, 3, 4h)) == day(2024, 11, 3));
  CHECK(havana.day_of(utc(2024, 11, 3, 5h)) == day(2024, 11, 3));
  CHECK(havana.start_of(day(2024, 11, 4)) - havana.start_of(day(2024, 11, 3)) == 25h);
}

TEST_CASE("a day that has begun goes on when the clocks fall back over midnight") {
  const TimeZone newfoundland = zone("America/St_Johns");
  // 2010-11-07, 00:01 is 23:01 of the day before, at 02:31 UTC; midnight comes at 02:30 and again at 03:30.
  const Instant first_midnight = utc(2010, 11, 7, 2h + 30min);
  CHECK(newfoundland.start_of(day(2010, 11, 7)) == first_midnight);
  CHECK(newfoundland.day_of(first_midnight - 1s) == day(2010, 11, 6));
  CHECK(newfoundland.day_of(first_midnight) == day(2010, 11, 7));
  CHECK(newfoundland.day_of(first_midnight + 30min) == day(2010, 11, 7));
  CHECK(newfoundland.day_of(first_midnight + 24h) == day(2010, 11, 7));
  CHECK(newfoundland.day_of(first_midnight + 25h) == day(2010, 11, 8));
}

TEST_CASE("a day that the zone skipped altogether has no instant of its own") {
  const TimeZone apia = zone("Pacific/Apia");
  // After 2011-12-29 came 2011-12-31, at 10:00 UTC of the 30th.
  const Instant change = utc(2011, 12, 30, 10h);
  CHECK(apia.start_of(day(2011, 12, 29)) == change - 24h);
  CHECK(apia.start_of(day(2011, 12, 30)) == change);
  CHECK(apia.start_of(day(2011, 12, 31)) == change);
  CHECK(apia.start_of(day(2012, 1, 1)) == change + 24h);
  CHECK(apia.day_of(change - 1s) == day(2011, 12, 29));
  CHECK(apia.day_of(change) == day(2011, 12, 31));
  CHECK(apia.instant_of(day(2011, 12, 30) + 15h) == change);
}

TEST_CASE("the stamp of a day that the zone skipped is where the next day begins") {
  const TimeZone apia = zone("Pacific/Apia");
  const Instant change = utc(2011, 12, 30, 10h);
  CHECK(apia.whole_day(day(2011, 12, 30)) == Stamp{change, change});
}

TEST_CASE("the first and the last supported day have their edges in every zone") {
  const TimeZone any = zone(GENERATE("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris"));
  CAPTURE(any.name());
  for (const Day each : {first_supported_day, last_supported_day}) {
    const Stamp whole = any.whole_day(each);
    CHECK(whole.last - whole.first == 24h - 1s);
    CHECK(any.day_of(whole.first) == each);
    CHECK(any.day_of(whole.first - 1s) == each - std::chrono::days{1});
    CHECK(any.day_of(whole.last) == each);
    CHECK(any.day_of(whole.last + 1s) == each + std::chrono::days{1});
  }
}

TEST_CASE("clocks show the time of their zone, twice the same where they fall back") {
  const TimeZone paris = zone("Europe/Paris");
  CHECK(paris.wall_clock_of(utc(2026, 7, 1, 10h)) == day(2026, 7, 1) + 12h);
  // On 25 October 2026 at 01:00 UTC clocks go from 3 back to 2.
  CHECK(paris.wall_clock_of(utc(2026, 10, 25, 0h)) == day(2026, 10, 25) + 2h);
  CHECK(paris.wall_clock_of(utc(2026, 10, 25, 1h)) == day(2026, 10, 25) + 2h);
}

}  // namespace sellerhealth
