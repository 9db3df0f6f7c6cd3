#include "normalize/stamps.hpp"

#include <chrono>
#include <string>

#include "support/catch.hpp"

using namespace std::chrono_literals;

namespace sellerhealth::normalize {

namespace {

constexpr Day day(int year, unsigned month, unsigned day_of_month) {
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month}};
}

constexpr Instant utc(int year, unsigned month, unsigned day_of_month, std::chrono::seconds time = 0s) {
  return Instant{day(year, month, day_of_month).time_since_epoch()} + time;
}

Stamp only(Instant instant) { return {instant, instant}; }

std::optional<Stamp> parse_stamp(std::string_view text, const TimeZone& zone) {
  const std::optional<DateTime> date = parse_iso_date(text);
  return date ? std::optional{stamp_of(*date, zone)} : std::nullopt;
}

std::optional<Instant> parse_deadline(std::string_view text, const TimeZone& zone) {
  const std::optional<DateTime> date = parse_iso_date(text);
  return date ? std::optional{deadline_of(*date, zone)} : std::nullopt;
}

const TimeZone paris = TimeZone::find("Europe/Paris").value();

}  // namespace

TEST_CASE("a stamp with an offset is that instant in every zone") {
  const std::string_view text = GENERATE(
      "2026-09-30T10:56:01Z", "2026-09-30T10:56:01+00:00", "2026-09-30T10:56:01-00:00", "2026-09-30T12:56:01+02:00",
      "2026-09-30T12:56:01+0200", "2026-09-30T12:56:01+02", "2026-09-30T02:56:01-08:00", "2026-09-30T02:56:01-08",
      "2026-10-01T00:26:01+13:30", "2026-09-30 10:56:01Z", "2026-09-30 12:56:01+02:00", "2026-09-30 12:56:01 +02:00");
  CAPTURE(text);
  CHECK(parse_stamp(text, TimeZone::utc()) == only(utc(2026, 9, 30, 10h + 56min + 1s)));
  CHECK(parse_stamp(text, paris) == only(utc(2026, 9, 30, 10h + 56min + 1s)));
}

TEST_CASE("a stamp without an offset is a time of the seller's zone") {
  const std::string_view text = GENERATE("2026-09-30T10:56:01", "2026-09-30 10:56:01");
  CAPTURE(text);
  CHECK(parse_stamp(text, TimeZone::utc()) == only(utc(2026, 9, 30, 10h + 56min + 1s)));
  CHECK(parse_stamp(text, paris) == only(utc(2026, 9, 30, 8h + 56min + 1s)));
}

TEST_CASE("seconds may be missing and fractions of them are dropped") {
  CHECK(parse_stamp("2026-09-30T10:56Z", paris) == only(utc(2026, 9, 30, 10h + 56min)));
  CHECK(parse_stamp("2026-09-30 10:56", TimeZone::utc()) == only(utc(2026, 9, 30, 10h + 56min)));
  CHECK(parse_stamp("2026-09-30T10:56:01.25Z", paris) == only(utc(2026, 9, 30, 10h + 56min + 1s)));
  CHECK(parse_stamp("2026-09-30T10:56:01.999999999+02:00", paris) == only(utc(2026, 9, 30, 8h + 56min + 1s)));
}

TEST_CASE("a stamp without a time is any instant of that local day") {
  CHECK(parse_stamp("2026-09-30", TimeZone::utc()) == Stamp{utc(2026, 9, 30), utc(2026, 10, 1) - 1s});
  CHECK(parse_stamp("2026-09-30", paris) == Stamp{utc(2026, 9, 29, 22h), utc(2026, 9, 30, 22h) - 1s});
  const Stamp long_day = parse_stamp("2026-10-25", paris).value();
  CHECK(long_day.last - long_day.first == 25h - 1s);
}

TEST_CASE("a local time in the repeated hour is the first, one in the skipped hour the end of the gap") {
  CHECK(parse_stamp("2026-10-25T02:30:00", paris) == only(utc(2026, 10, 25, 0h + 30min)));
  CHECK(parse_stamp("2026-03-29T02:30:00", paris) == only(utc(2026, 3, 29, 1h)));
}

TEST_CASE("the last day of February is one in a leap year only") {
  CHECK(parse_day("2024-02-29") == day(2024, 2, 29));
  CHECK(parse_day("2000-02-29") == day(2000, 2, 29));
  CHECK_FALSE(parse_day("2023-02-29"));
  CHECK_FALSE(parse_day("2100-02-29"));
  CHECK_FALSE(parse_stamp("2023-02-29T10:00:00Z", paris));
}

TEST_CASE("stamps lie from 1970 to 2105") {
  CHECK(parse_day("1970-01-01") == first_supported_day);
  CHECK(parse_day("2105-12-31") == last_supported_day);
  CHECK(parse_stamp("2105-12-31T23:59:59Z", TimeZone::utc()) == only(utc(2106, 1, 1) - 1s));
  const std::string_view text = GENERATE("1969-12-31", "1969-12-31T23:59:59Z", "2106-01-01", "0001-01-01", "9999-12-31",
                                         "0000-00-00", "2106-01-01T00:00:00+02:00");
  CAPTURE(text);
  CHECK_FALSE(parse_stamp(text, TimeZone::utc()));
}

TEST_CASE("the edges of the supported days can be read in every zone and with every offset") {
  const TimeZone zone = TimeZone::find(GENERATE("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")).value();
  CAPTURE(zone.name());
  const Stamp first = parse_stamp("1970-01-01", zone).value();
  CHECK(first.last - first.first == 24h - 1s);
  CHECK(zone.day_of(first.first) == first_supported_day);
  CHECK(parse_stamp("1970-01-01T00:00:00+14:00", zone) == only(utc(1969, 12, 31, 10h)));
  CHECK(parse_stamp("2105-12-31T23:59:59-12:00", zone) == only(utc(2106, 1, 1, 12h) - 1s));
}

TEST_CASE("what is no day of the calendar is no stamp") {
  const std::string_view text = GENERATE("2026-13-01", "2026-00-10", "2026-09-31", "2026-09-00", "2026-9-30",
                                         "26-09-30", "2026-09", "20260930", "2026-09-30T", "", " ", "soon", "-");
  CAPTURE(text);
  CHECK_FALSE(parse_stamp(text, paris));
  CHECK_FALSE(parse_day(text));
  CHECK_FALSE(parse_deadline(text, paris));
}

TEST_CASE("what is no time of the day is no stamp") {
  const std::string_view text =
      GENERATE("2026-09-30T24:00:00Z", "2026-09-30T24:00", "2026-09-30T25:00:00Z", "2026-09-30T10:60:00Z",
               "2026-09-30T10:56:60Z", "2026-09-30T10", "2026-09-30T1:56", "2026-09-30T10:56:1Z",
               "2026-09-30T10:56:01.Z", "2026-09-30T10:56:01,5Z", "2026-09-30_10:56", "2026-09-30T-1:56");
  CAPTURE(text);
  CHECK_FALSE(parse_stamp(text, paris));
  CHECK_FALSE(parse_deadline(text, paris));
}

TEST_CASE("what is no offset is no stamp") {
  const std::string_view text =
      GENERATE("2026-09-30T10:56:01+", "2026-09-30T10:56:01+2", "2026-09-30T10:56:01+02:", "2026-09-30T10:56:01+02:0",
               "2026-09-30T10:56:01+24:00", "2026-09-30T10:56:01+02:60", "2026-09-30T10:56:01Zulu",
               "2026-09-30T10:56:01 PDT", "2026-09-30T10:56:01Z trailing", "2026-09-30T10:56:01+02:00:00");
  CAPTURE(text);
  CHECK_FALSE(parse_stamp(text, paris));
}

TEST_CASE("a deadline with a time is missed by the second after it") {
  CHECK(parse_deadline("2026-09-30T21:59:59Z", paris) == utc(2026, 9, 30, 22h));
  CHECK(parse_deadline("2026-09-30 12:00:00", paris) == utc(2026, 9, 30, 10h) + 1s);
}

TEST_CASE("a deadline without a time is missed by the first instant of the next local day") {
  CHECK(parse_deadline("2026-09-30", TimeZone::utc()) == utc(2026, 10, 1));
  CHECK(parse_deadline("2026-09-30", paris) == utc(2026, 9, 30, 22h));
  CHECK(parse_deadline("2026-10-25", paris) == utc(2026, 10, 25, 23h));
  CHECK(parse_deadline("2105-12-31", TimeZone::utc()) == utc(2106, 1, 1));
}

TEST_CASE("a day that the zone skipped is a deadline that the next day misses") {
  const TimeZone apia = TimeZone::find("Pacific/Apia").value();
  CHECK(parse_deadline("2011-12-30", apia) == apia.start_of(day(2011, 12, 31)));
}

}  // namespace sellerhealth::normalize
