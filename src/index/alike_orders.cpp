#include "index/alike_orders.hpp"

#include <algorithm>
#include <chrono>

#include "util/hash.hpp"

namespace sellerhealth::index {

namespace {

bool has(const Stamp& stamp) { return stamp.first != OrderBook::never; }

std::uint32_t seconds_of(Instant instant) { return static_cast<std::uint32_t>(instant.time_since_epoch().count()); }

Instant instant_of(std::uint32_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

/// What there is to know of the promise of an order that the seller ships. None: days do not decide whether it was met.
std::optional<std::uint32_t> promise_of(const OrderBook::Order& order) {
  if (order.too_late == OrderBook::never) {
    return AlikeKey::no_promise;
  }
  if (has(order.shipped) && order.shipped.last < order.too_late) {
    return AlikeKey::in_time;
  }
  const bool decided = !has(order.shipped) || order.shipped.first >= order.too_late;
  return decided ? std::optional{seconds_of(order.too_late)} : std::nullopt;
}

}  // namespace

std::size_t AlikeHash::operator()(const AlikeKey& key) const {
  const auto mix = [](std::uint64_t hash, std::uint64_t value) {
    hash = util::spread(hash ^ value);
    return hash ^ hash >> 32U;
  };
  const auto both = [](auto high, auto low) {
    return std::uint64_t{static_cast<std::uint32_t>(high)} << 32U | static_cast<std::uint32_t>(low);
  };
  const unsigned sets = key.status.bits() | unsigned{key.fulfillment.bits()} << 8U |
                        unsigned{key.cancelled_by.bits()} << 16U | unsigned{key.buyer_requested_cancel} << 24U |
                        unsigned{key.not_marketplace} << 25U;
  return mix(mix(mix(0, both(key.purchase_day, key.ship_day)), both(key.cancel_day, key.too_late)),
             both(sets, key.files));
}

std::optional<AlikeKey> alike_key(const OrderBook::Order& order, LocalDays& days) {
  if (!order.dated() || order.contradicts_itself()) {
    return std::nullopt;
  }
  AlikeKey key{.purchase_day = days.day_of(seconds_of(order.purchased)),
               .fulfillment = order.fulfillment,
               .not_marketplace = order.not_marketplace};
  if (!order.seller_fulfilled()) {
    return key;  // what becomes of it is not the seller's doing
  }
  key.status = order.status;
  key.cancelled_by = order.cancelled_by;
  key.buyer_requested_cancel = order.buyer_requested_cancel;
  if (has(order.cancelled)) {
    key.cancel_day = days.day_of(seconds_of(order.cancelled.first));
  }
  if (has(order.shipped)) {
    key.ship_day = days.day_of(seconds_of(order.shipped.first));
    if (has(order.cancelled) || days.day_of(seconds_of(order.shipped.last)) != key.ship_day) {
      return std::nullopt;
    }
  }
  const std::optional<std::uint32_t> promise = promise_of(order);
  key.too_late = promise.value_or(AlikeKey::no_promise);
  return promise ? std::optional{key} : std::nullopt;
}

OrderBook::Order order_of(const AlikeKey& key, const TimeZone& zone) {
  const auto start_of = [&](std::int32_t day) { return zone.start_of(Day{std::chrono::days{day}}); };
  OrderBook::Order order;
  order.purchased = order.last_purchased = start_of(key.purchase_day);
  order.status = key.status;
  order.fulfillment = key.fulfillment;
  order.cancelled_by = key.cancelled_by;
  order.buyer_requested_cancel = key.buyer_requested_cancel;
  order.not_marketplace = key.not_marketplace;
  order.files = key.files;
  if (key.cancel_day != AlikeKey::no_day) {
    const Instant cancelled = start_of(key.cancel_day);
    order.cancelled = {cancelled, cancelled};
  }
  const bool is_late = key.too_late != AlikeKey::no_promise && key.too_late != AlikeKey::in_time;
  if (is_late) {
    order.too_late = instant_of(key.too_late);
  }
  if (key.ship_day != AlikeKey::no_day) {
    const Instant shipped = is_late ? std::max(start_of(key.ship_day), order.too_late) : start_of(key.ship_day);
    order.shipped = {shipped, shipped};
    if (key.too_late == AlikeKey::in_time) {
      order.too_late = shipped + std::chrono::seconds{1};
    }
  }
  return order;
}

}  // namespace sellerhealth::index
