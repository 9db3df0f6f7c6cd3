#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "index/local_days.hpp"
#include "sellerhealth/order_book.hpp"

/// Orders that no metric tells apart on any as-of day: then only how many there are matters (OrderBook::Alike).
///
/// Metrics see the day of an instant, which of two instants comes first, and, of a promise that was missed or is still
/// open, the instant itself: whether the exports reach so far decides what is certain.
namespace sellerhealth::index {

/// What such orders have in common.
struct AlikeKey {
  std::int32_t purchase_day = 0;
  std::int32_t ship_day = no_day;
  std::int32_t cancel_day = no_day;
  std::uint32_t too_late = no_promise;  ///< Seconds since 1970, or one of the names below.
  SetOf<OrderStatus> status{};
  SetOf<Fulfillment> fulfillment{};
  SetOf<Canceller> cancelled_by{};
  bool buyer_requested_cancel = false;
  bool not_marketplace = false;
  OrderBook::FileSetId files = 0;

  static constexpr std::int32_t no_day = -1;
  static constexpr std::uint32_t no_promise = 0;
  static constexpr std::uint32_t in_time = 1;  ///< Shipped before it was too late.

  friend bool operator==(const AlikeKey&, const AlikeKey&) = default;
  friend auto operator<=>(const AlikeKey& a, const AlikeKey& b) = default;
};

struct AlikeHash {
  std::size_t operator()(const AlikeKey& key) const;
};

/// The key of an order about which nothing was filed; `files` are left to the caller. None: the order is to be kept. So
/// are those whose rows contradict each other about the purchase, whose stamps name only days that do not decide, and
/// those both shipped and cancelled. Instants lie between 1970 and 2106; `days` are in the account's zone.
[[nodiscard]] std::optional<AlikeKey> alike_key(const OrderBook::Order& order, LocalDays& days);

/// One of the orders that `key` stands for, with the first instants of its days that it may have.
[[nodiscard]] OrderBook::Order order_of(const AlikeKey& key, const TimeZone& zone);

}  // namespace sellerhealth::index
