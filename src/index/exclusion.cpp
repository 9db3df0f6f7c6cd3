#include "index/exclusion.hpp"

namespace sellerhealth::index {

std::optional<std::string_view> exclusion_of(const OrderBook& book, const OrderBook::Order& order) {
  if (order.files == 0) {
    return unmatched_order;
  }
  if (!order.dated()) {
    return "undated";
  }
  if (order.not_marketplace) {
    return "not_marketplace";
  }
  if (!book.passes_filters(order)) {
    return "filtered";
  }
  return std::nullopt;
}

std::optional<std::string_view> exclusion_of(const OrderBook& book, const OrderBook::Filed<Message>& message) {
  if (book.filters().empty()) {
    return std::nullopt;
  }
  const bool passes = message.order != OrderBook::no_order && book.passes_filters(book.orders()[message.order]);
  return passes ? std::nullopt : std::optional<std::string_view>{"filtered"};
}

}  // namespace sellerhealth::index
