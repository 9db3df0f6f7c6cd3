#include "index/local_days.hpp"

#include "support/catch.hpp"

namespace sellerhealth::index {

TEST_CASE("days are those of the zone, in whatever order they are asked for") {
  for (const char* const name : {"UTC", "Europe/Paris", "Asia/Kathmandu", "Pacific/Apia", "America/Havana"}) {
    const TimeZone zone = *TimeZone::find(name);
    LocalDays days{zone};
    std::uint32_t seconds = 1'300'000'000;
    for (int i = 0; i < 20'000; ++i) {
      // Steps of a generator with full period, over all years.
      seconds = seconds * 1'664'525 + 1'013'904'223;
      const std::uint32_t asked = seconds % 4'000'000'000 + 100'000;
      CAPTURE(name, asked);
      REQUIRE(Day{std::chrono::days{days.day_of(asked)}} == zone.day_of(Instant{std::chrono::seconds{asked}}));
    }
  }
}

TEST_CASE("a day begins with its first second and ends with its last") {
  for (const char* const name : {"UTC", "Europe/Paris", "Pacific/Apia", "America/Havana"}) {
    const TimeZone zone = *TimeZone::find(name);
    LocalDays days{zone};
    for (Day day{std::chrono::year{2011} / 1 / 1}; day < Day{std::chrono::year{2013} / 1 / 1};
         day += std::chrono::days{1}) {
      const auto begin = static_cast<std::uint32_t>(zone.start_of(day).time_since_epoch().count());
      CAPTURE(name, begin);
      REQUIRE(Day{std::chrono::days{days.day_of(begin)}} == zone.day_of(zone.start_of(day)));
      REQUIRE(days.at(begin).begin == begin);
      REQUIRE(Day{std::chrono::days{days.day_of(begin - 1)}} ==
              zone.day_of(zone.start_of(day) - std::chrono::seconds{1}));
    }
  }
}

}  // namespace sellerhealth::index
