#include "insight/sales_spike.hpp"

#include <algorithm>

#include "index/exclusion.hpp"
#include "verdict/coverage.hpp"
#include "verdict/remarks.hpp"

namespace sellerhealth::insight {

namespace {

constexpr std::chrono::days one_day{1};
constexpr std::chrono::days week{7};
constexpr std::chrono::days before{28};
constexpr std::int64_t least_orders = 20;
constexpr std::int64_t times_the_pace = 2;

template <typename Visit>
void for_each_purchase(const OrderBook& book, Visit visit) {
  for (const OrderBook::Order& order : book.orders()) {
    if (!index::exclusion_of(book, order)) {
      visit(order.purchased);
    }
  }
}

}  // namespace

std::optional<SalesSpike> sales_spike(const OrderBook& book, Day as_of) {
  const TimeZone& zone = book.zone();
  const Instant now = zone.start_of(as_of);
  Instant oldest = Instant::max();
  Instant newest = OrderBook::never;
  for_each_purchase(book, [&](Instant purchased) {
    oldest = std::min(oldest, purchased);
    newest = purchased < now ? std::max(newest, purchased) : newest;
  });
  if (newest == OrderBook::never) {
    return std::nullopt;
  }
  const Day last_day = zone.day_of(newest);
  const Day first_day = last_day + one_day - week;
  if (last_day < as_of - std::chrono::days{verdict::default_max_age_days} ||
      zone.day_of(oldest) > first_day - before + verdict::coverage_slack) {
    return std::nullopt;
  }
  SalesSpike spike{.first_day = first_day, .last_day = last_day};
  const Instant begin = zone.start_of(first_day - before);
  const Instant turn = zone.start_of(first_day);
  for_each_purchase(book, [&](Instant purchased) {
    if (begin <= purchased && purchased < now) {
      ++(purchased < turn ? spike.orders_before : spike.orders);
    }
  });
  const bool rises =
      spike.orders >= least_orders && spike.orders * (before / week) >= times_the_pace * spike.orders_before;
  return rises ? std::optional{spike} : std::nullopt;
}

}  // namespace sellerhealth::insight
