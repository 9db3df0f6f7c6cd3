#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "support/dice.hpp"

/// Writes the exports of an account of any size, the same on every machine: what benchmarks read.
///
/// usage: bench_exports ORDERS DIRECTORY
///
/// A year of orders up to 1 Oct 2026, in the order of their purchase, as one row an item: an eighth of them have
/// several. Shares of late shipments, cancellations, defects and messages are those of a shop in good health.
namespace sellerhealth::bench {
namespace {

using support::Dice;

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t end = 1'790'812'800;  // 2026-10-01T00:00:00Z
constexpr std::int64_t begin = end - 365 * day;

std::string stamp(std::int64_t seconds) {
  const std::chrono::sys_seconds instant{std::chrono::seconds{seconds}};
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{midnight};
  const std::int64_t time = (instant - midnight).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, time / hour, time / 60 % 60, time % 60);
}

/// The files of one account.
struct Files {
  explicit Files(const std::string& directory)
      : orders{directory + "/orders.csv"},
        feedback{directory + "/feedback.csv"},
        claims{directory + "/claims.csv"},
        chargebacks{directory + "/chargebacks.csv"},
        messages{directory + "/messages.csv"} {
    orders
        << "order-id,purchase-date,order-status,fulfillment-channel,sales-channel,sku,product-name,quantity,currency,"
           "item-price,latest-ship-date,ship-date,cancel-date,cancelled-by,ship-city\n";
    feedback << "date,rating,comments,order-id,status\n";
    claims << "claim-date,order-id,claim-status,claim-reason,claim-amount\n";
    chargebacks << "chargeback-date,order-id,chargeback-type,chargeback-status,amount\n";
    messages << "message-id,order-id,received-at,responded-at,no-response-needed\n";
  }

  std::ofstream orders;
  std::ofstream feedback;
  std::ofstream claims;
  std::ofstream chargebacks;
  std::ofstream messages;
};

void write_defects(Files& files, Dice& dice, const std::string& id, std::int64_t bought) {
  if (dice.chance(12)) {
    const std::int64_t one_in_thousand = dice.below(1000);
    const int rating = one_in_thousand < 20 ? 1 : one_in_thousand < 35 ? 2 : one_in_thousand < 50 ? 3 : 5;
    files.feedback << stamp(bought + 3 * day + dice.below(25 * day)) << ',' << rating << ','
                   << (rating < 3 ? "\"Never arrived, no answer.\"" : "Fine") << ',' << id << ",active\n";
  }
  if (dice.below(1000) < 3) {
    files.claims << stamp(bought + 5 * day + dice.below(30 * day)) << ',' << id << ','
                 << (dice.chance(30) ? "denied" : "granted") << ",not received," << dice.between(5, 99) << ".00\n";
  }
  if (dice.below(10'000) < 8) {
    files.chargebacks << stamp(bought + 10 * day + dice.below(40 * day)) << ',' << id << ','
                      << (dice.chance(50) ? "fraud" : "service") << ",lost," << dice.between(5, 99) << ".00\n";
  }
  if (dice.chance(6)) {
    const std::int64_t received = bought + day + dice.below(6 * day);
    const std::int64_t answered = received + (dice.chance(93) ? dice.below(day) : day + dice.below(2 * day));
    files.messages << 'M' << id << ',' << id << ',' << stamp(received) << ','
                   << (dice.chance(98) ? stamp(answered) : "") << ",false\n";
  }
}

void write_order(Files& files, Dice& dice, std::int64_t number, std::int64_t bought) {
  const std::array<const char*, 4> cities{"Lyon", "Saint-Étienne", "Köln", "Leeds"};
  const std::string id =
      fmt::format("4{:02}-{:07}-{:07}", dice.below(100), number % 10'000'000, dice.below(10'000'000));
  const bool cancelled = dice.chance(3);
  const std::int64_t promised = bought / day * day + dice.between(2, 3) * day + day - 1;
  const std::int64_t shipped = dice.chance(4) ? promised + dice.below(4 * day) : dice.between(bought, promised);
  const std::int64_t items = dice.chance(12) ? dice.between(2, 4) : 1;
  const bool by_marketplace = dice.chance(30);
  const std::string dates = stamp(promised) + ',' + (cancelled ? "" : stamp(shipped)) + ',' +
                            (cancelled ? stamp(bought + dice.below(2 * day)) : "") + ',' +
                            (!cancelled        ? ""
                             : dice.chance(60) ? "seller"
                                               : "buyer");
  for (std::int64_t item = 0; item < items; ++item) {
    const std::int64_t sku = dice.below(50'000);
    files.orders << id << ',' << stamp(bought) << ',' << (cancelled ? "Cancelled" : "Shipped") << ','
                 << (by_marketplace ? "Amazon" : "Merchant") << ",Amazon.fr," << fmt::format("SKU-{:05},", sku)
                 << (sku % 9 == 0 ? "\"Watch \"\"Nurse\"\", red\"" : "Stainless steel bracelet") << ','
                 << dice.between(1, 3) << ",EUR," << dice.between(5, 200) << ".00," << dates << ','
                 << cities[static_cast<std::size_t>(dice.below(4))] << '\n';
  }
  if (!cancelled) {
    write_defects(files, dice, id, bought);
  }
}

}  // namespace
}  // namespace sellerhealth::bench

int main(int argc, char** argv) {
  using namespace sellerhealth::bench;
  const std::int64_t orders = argc == 3 ? std::atoll(argv[1]) : 0;
  if (orders <= 0) {
    std::cerr << "usage: bench_exports ORDERS DIRECTORY\n";
    return 2;
  }
  Files files{argv[2]};
  sellerhealth::support::Dice dice{1};
  for (std::int64_t i = 0; i < orders; ++i) {
    write_order(files, dice, i, begin + i * ((end - begin) / orders) + dice.below(hour));
  }
  return files.orders.good() ? 0 : 1;
}
