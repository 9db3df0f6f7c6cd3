#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/stamps.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

/// Accounts of a few rows, put into an order book by hand.
namespace sellerhealth::testing {

inline TimeZone zone_called(std::string_view name) { return TimeZone::find(name).value(); }

/// The stamp that `text` spells.
inline Stamp at(std::string_view text, const TimeZone& zone = TimeZone::utc()) {
  return normalize::stamp_of(normalize::parse_iso_date(text).value(), zone);
}

/// The first instant that misses the deadline that `text` spells.
inline Instant past(std::string_view text, const TimeZone& zone = TimeZone::utc()) {
  return normalize::deadline_of(normalize::parse_iso_date(text).value(), zone);
}

inline Instant instant(std::string_view text) { return at(text).first; }

inline Day day(std::string_view text) { return normalize::parse_day(text).value(); }

/// An order book and the exports that fill it. Rows go to the export of their kind that was given last; one of all
/// columns is given when there is none.
class SmallAccount {
 public:
  explicit SmallAccount(TimeZone zone = TimeZone::utc(), std::vector<Filter> filters = {})
      : book{std::move(zone), std::move(filters)} {}
  SmallAccount(const SmallAccount&) = delete;
  SmallAccount& operator=(const SmallAccount&) = delete;

  OrderBook::FileId give(Kind kind) {
    ColumnSet all;
    for (std::size_t i = 0; i < column_count; ++i) {
      all.insert(static_cast<Column>(i));
    }
    return give_file(kind, all);
  }

  /// An export that has no columns but these.
  OrderBook::FileId give(Kind kind, std::initializer_list<Column> columns) {
    ColumnSet some;
    for (const Column column : columns) {
      some.insert(column);
    }
    return give_file(kind, some);
  }

  SmallAccount& add(const OrderRow& row) { return add_to(Kind::orders, row); }
  SmallAccount& add(const Feedback& row) { return add_to(Kind::feedback, row); }
  SmallAccount& add(const Claim& row) { return add_to(Kind::claims, row); }
  SmallAccount& add(const Chargeback& row) { return add_to(Kind::chargebacks, row); }
  SmallAccount& add(const Message& row) { return add_to(Kind::messages, row); }
  SmallAccount& add(const Violation& row) { return add_to(Kind::violations, row); }

  /// Orders of the seller's own, bought then, that nothing is wrong with.
  SmallAccount& add_good_orders(int count, std::string_view bought) {
    for (int i = 0; i < count; ++i) {
      const std::string id = "good-" + std::to_string(++good_orders_);
      const Stamp purchase = at(bought, book.zone());
      add(OrderRow{.order_id = id,
                   .purchase_date = purchase,
                   .status = OrderStatus::shipped,
                   .fulfillment = Fulfillment::seller,
                   .too_late = purchase.last + std::chrono::hours{48},
                   .ship_date = purchase});
    }
    return *this;
  }

  [[nodiscard]] const OrderBook::Order& order(std::string_view id) const {
    for (const OrderBook::Order& order : book.orders()) {
      if (order.id == id) {
        return order;
      }
    }
    throw std::out_of_range{"no order " + std::string{id}};
  }

  OrderBook book;

 private:
  OrderBook::FileId give_file(Kind kind, const ColumnSet& columns) {
    const std::string name{name_of(kind)};
    const OrderBook::FileId file = book.add_file(
        {.path = name + ".csv", .kind = kind, .format = "csv", .encoding = "utf-8", .mark = name, .columns = columns});
    current_[static_cast<std::size_t>(kind)] = file;
    return file;
  }

  template <typename Record>
  SmallAccount& add_to(Kind kind, const Record& record) {
    std::optional<OrderBook::FileId>& current = current_[static_cast<std::size_t>(kind)];
    const OrderBook::FileId file = current ? *current : give(kind);
    ++book.file(file).rows;
    book.add(file, record);
    return *this;
  }

  std::array<std::optional<OrderBook::FileId>, all_kinds.size()> current_;
  int good_orders_ = 0;
};

}  // namespace sellerhealth::testing
