#include "render/facts.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace sellerhealth::render {

namespace {

constexpr std::array<std::pair<OrderStatus, std::string_view>, 4> statuses{{{OrderStatus::shipped, "shipped"},
                                                                            {OrderStatus::cancelled, "cancelled"},
                                                                            {OrderStatus::open, "open"},
                                                                            {OrderStatus::unknown, "unknown"}}};
constexpr std::array<std::pair<Fulfillment, std::string_view>, 2> channels{
    {{Fulfillment::seller, "seller"}, {Fulfillment::marketplace, "marketplace"}}};
constexpr std::array<std::pair<Canceller, std::string_view>, 3> cancellers{
    {{Canceller::seller, "seller"}, {Canceller::marketplace, "marketplace"}, {Canceller::buyer, "buyer"}}};

template <typename Value, std::size_t size>
std::vector<std::string_view> names_in(SetOf<Value> set,
                                       const std::array<std::pair<Value, std::string_view>, size>& names) {
  std::vector<std::string_view> found;
  for (const auto& [value, name] : names) {
    if (set.contains(value)) {
      found.push_back(name);
    }
  }
  return found;
}

bool has(const Stamp& stamp) { return stamp.first != OrderBook::never; }

/// Puts together the facts of one order.
class Facts {
 public:
  Facts(const OrderBook& book, const OrderBook::Order& order, bool is_bought)
      : book_{book}, order_{order}, is_bought_{is_bought} {}

  void add(Column column, const Stamp& stamp, bool known = true) {
    if (has(stamp)) {
      facts_.push_back({column, stamp, paths_with({column}), is_bought_ && known});
    }
  }

  void add(Column column, std::vector<std::string_view> values, std::initializer_list<Column> said_by,
           bool known = true) {
    if (!values.empty()) {
      facts_.push_back({column, std::move(values), paths_with(said_by), is_bought_ && known});
    }
  }

  void add(Column column, bool flag) {
    if (std::vector<std::string_view> paths = paths_with({column}); !paths.empty()) {
      facts_.push_back({column, flag, std::move(paths), is_bought_});
    }
  }

  [[nodiscard]] std::vector<OrderFact> take() { return std::move(facts_); }

 private:
  [[nodiscard]] std::vector<std::string_view> paths_with(std::initializer_list<Column> columns) const {
    std::vector<std::string_view> paths;
    for (const OrderBook::FileId id : book_.files_in(order_.files)) {
      const ExportFile& file = book_.files()[id];
      if (std::any_of(columns.begin(), columns.end(), [&](Column column) { return file.columns.contains(column); })) {
        paths.push_back(file.path);
      }
    }
    return paths;
  }

  const OrderBook& book_;
  const OrderBook::Order& order_;
  bool is_bought_;  ///< By the as-of day; before, nothing of the order is known.
  std::vector<OrderFact> facts_;
};

}  // namespace

std::vector<OrderFact> facts_of(const OrderExplanation& explanation) {
  const OrderBook::Order& order = *explanation.order;
  const Stamp purchased{order.purchased, order.purchased};
  const bool shipment_known = !has(order.shipped) || explanation.knows(order.shipped);
  const bool cancellation_known = !has(order.cancelled) || explanation.knows(order.cancelled);
  // A status is known with the event that it tells of.
  const bool status_known = (shipment_known || !order.status.contains(OrderStatus::shipped)) &&
                            (cancellation_known || !order.status.contains(OrderStatus::cancelled));
  Facts facts{*explanation.book, order, !order.dated() || explanation.knows(purchased)};
  if (order.dated()) {
    facts.add(Column::purchase_date, purchased);
  }
  facts.add(Column::order_status, names_in(order.status, statuses), {Column::order_status, Column::item_status},
            status_known);
  facts.add(Column::fulfillment_channel, names_in(order.fulfillment, channels), {Column::fulfillment_channel});
  if (const std::optional<Instant> promise = promise_of(order)) {
    facts.add(Column::latest_ship_date, Stamp{*promise, *promise});
  }
  facts.add(Column::ship_date, order.shipped, shipment_known);
  facts.add(Column::cancel_date, order.cancelled, cancellation_known);
  facts.add(Column::cancelled_by, names_in(order.cancelled_by, cancellers), {Column::cancelled_by}, cancellation_known);
  facts.add(Column::buyer_requested_cancel, order.buyer_requested_cancel);
  return facts.take();
}

std::vector<std::string_view> segments_of(const CaseFacts& facts, const OrderBook& book) {
  const OrderBook::Order* order = facts.order;
  if (facts.message != nullptr && facts.message->order != OrderBook::no_order) {
    order = &book.orders()[facts.message->order];
  }
  std::vector<std::string_view> values;
  if (order != nullptr) {
    for (const OrderBook::SegmentId id : book.segments_in(order->segments)) {
      values.push_back(book.segments()[id]);
    }
  }
  return values;
}

std::optional<Instant> promise_of(const OrderBook::Order& order) {
  return order.too_late == OrderBook::never ? std::nullopt : std::optional{order.too_late - std::chrono::seconds{1}};
}

std::optional<std::int64_t> days_late(const OrderBook::Order& order, const TimeZone& zone) {
  const std::optional<Instant> promise = promise_of(order);
  if (!promise || order.shipped.first == OrderBook::never || order.shipped.last < order.too_late) {
    return std::nullopt;
  }
  return (zone.day_of(order.shipped.first) - zone.day_of(*promise)).count();
}

std::optional<std::int64_t> response_seconds(const Message& message) {
  if (!message.responded_at || !is_instant(message.received_at) || !is_instant(*message.responded_at)) {
    return std::nullopt;
  }
  return (message.responded_at->first - message.received_at.first).count();
}

}  // namespace sellerhealth::render
