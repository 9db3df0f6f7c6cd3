#include <cstdio>
#include <string>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/render.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/slow_oracle.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

std::string stamp(Dice& dice, std::int64_t day) {
  std::string text(32, '\0');
  const std::int64_t second = dice.below(86400);
  // Days of 2026, as if every month had 28.
  const int length =
      std::snprintf(text.data(), text.size(), "2026-%02d-%02dT%02d:%02d:%02d%s", static_cast<int>(day / 28 + 1),
                    static_cast<int>(day % 28 + 1), static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60),
                    static_cast<int>(second % 60), dice.chance(50) ? "Z" : "+02:00");
  text.resize(static_cast<std::size_t>(length));
  return text;
}

/// An orders export of several megabytes, most of whose rows are plain.
std::string large_export(Dice& dice) {
  std::string text =
      "order-id,product-name,purchase-date,order-status,fulfillment-channel,latest-ship-date,ship-date,"
      "cancel-date,cancelled-by\n";
  for (int i = 0; i < 40'000; ++i) {
    // Rows of one order agree about its day.
    const std::int64_t number = dice.below(25'000);
    const std::int64_t day = number * 7 % 300;
    const std::string name = dice.chance(10) ? "\"Lampe \"\"Étoile\"\", rouge\"" : "Lampe " + std::string(60, 'x');
    const bool cancelled = dice.chance(3);
    text += "402-" + std::to_string(1'000'000 + number) + "-1234567," + name + "," + stamp(dice, day) + "," +
            (cancelled        ? "Cancelled"
             : dice.chance(2) ? "Pending"
                              : "Shipped") +
            "," + (dice.chance(30) ? "Amazon" : "Merchant") + "," + stamp(dice, day + 2) + "," +
            (cancelled        ? ""
             : dice.chance(1) ? "12 Nov 2026"
                              : stamp(dice, day + dice.below(3))) +
            "," + (cancelled ? stamp(dice, day + 1) : "") + "," +
            (cancelled ? dice.pick<std::string>({"seller", "buyer", ""}) : "") + "\n";
  }
  return text;
}

std::string answer(const OrderBook& book, Day as_of) {
  AssessOptions options;
  options.as_of = as_of;
  Assessment assessment = assess(book, profile_of(checks_of_the_contract()), options);
  add_prospects(book, assessment);
  for (ExportFile& input : assessment.inputs) {
    input.path.clear();
  }
  return render_json(assessment);
}

}  // namespace

TEST_CASE("any number of threads gives the answer of the exact reader") {
  Dice dice(1);
  const std::string text = large_export(dice);
  REQUIRE(text.size() > 6'000'000);
  const Day as_of{std::chrono::year{2026} / 10 / 1};
  const DaySpan asked = days_of_check(profile_of(checks_of_the_contract()), as_of);
  const std::string expected = answer(read_texts({text}, "Europe/Paris"), as_of);
  for (unsigned threads = 1; threads <= 4; ++threads) {
    CAPTURE(threads);
    CHECK(answer(read_texts({text}, "Europe/Paris", {.counts_only = true, .threads = threads}), as_of) == expected);
    CHECK(answer(read_texts({text}, "Europe/Paris", {.counts_only = true, .asked_days = asked, .threads = threads}),
                 as_of) == expected);
  }
}

}  // namespace sellerhealth::support
