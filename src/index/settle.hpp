#pragma once

#include <span>

#include "index/packed_rows.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// Puts packed rows, which several threads have read, into a book, part by part in so many threads, at least 1, and
/// gives their memory back.
///
/// Most orders are alike (index/alike_orders.hpp), so they are only counted. All others become orders of the book; so
/// do those that the book knows already, since something was filed about them or other rows of theirs were not packed.
///
/// Returns false, and the book is void, if only the exact reader can tell what an order comes to: it was shipped and
/// cancelled, and only the days were packed.
[[nodiscard]] bool settle(std::span<PartedRows> rows, const ContentTable& contents, unsigned threads, OrderBook& book);

}  // namespace sellerhealth::index
