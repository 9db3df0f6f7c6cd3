#include "util/dates.hpp"

#include "support/catch.hpp"

namespace sellerhealth::util {

TEST_CASE("a day is written year, month, day with all zeros") {
  using std::chrono::year;
  CHECK(iso_date(Day{year{2026} / 9 / 3}) == "2026-09-03");
  CHECK(iso_date(Day{year{2012} / 2 / 29}) == "2012-02-29");
  CHECK(iso_date(Day{year{2026} / 12 / 31}) == "2026-12-31");
  CHECK(iso_date(first_supported_day) == "1970-01-01");
  CHECK(iso_date(last_supported_day) == "2105-12-31");
}

TEST_CASE("an instant is written in UTC, to the second") {
  CHECK(iso_instant(Instant{std::chrono::seconds{0}}) == "1970-01-01T00:00:00Z");
  CHECK(iso_instant(Instant{std::chrono::seconds{1'790'815'805}}) == "2026-10-01T00:50:05Z");
}

}  // namespace sellerhealth::util
