#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "sellerhealth/explanation.hpp"

/// What the exports say, in the form that text and JSON are made from.
namespace sellerhealth::render {

/// One column of an order, merged over its rows, and the exports that may have said so: all that name the order and
/// have the column.
struct OrderFact {
  Column column;
  std::variant<Stamp, std::vector<std::string_view>, bool> value;
  std::vector<std::string_view> paths;
  bool known = true;  ///< On the as-of day; else it happened later, or goes with what did.
};

/// What is said of the order; columns that no export has, and stamps that none gives, are left out.
[[nodiscard]] std::vector<OrderFact> facts_of(const OrderExplanation& explanation);

/// The values of OrderBook::segment_by() that the order has, or the one that the message is about.
[[nodiscard]] std::vector<std::string_view> segments_of(const CaseFacts& facts, const OrderBook& book);

/// Whether it names one instant, not a whole day.
[[nodiscard]] inline bool is_instant(const Stamp& stamp) { return stamp.first == stamp.last; }

/// The last instant that keeps the promised ship date; nothing when none was promised.
[[nodiscard]] std::optional<Instant> promise_of(const OrderBook::Order& order);

/// How many calendar days after the promised one the order was shipped; nothing when either is not known.
[[nodiscard]] std::optional<std::int64_t> days_late(const OrderBook::Order& order, const TimeZone& zone);

/// From receipt to reply; nothing when either names only a day, or there is no reply.
[[nodiscard]] std::optional<std::int64_t> response_seconds(const Message& message);

}  // namespace sellerhealth::render
