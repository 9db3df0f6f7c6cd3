#pragma once

#include <span>

#include "index/packed_rows.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// Puts packed rows, which several threads have read, into a book, part by part in so many threads, and gives their
/// memory back.
///
/// Most orders are alike: shipped in time, or shipped by the marketplace, with nothing filed about them. No metric can
/// tell those of one day of purchase and one day of shipment apart, on any as-of day, so they are only counted
/// (OrderBook::Alike). All others become orders of the book; so do those that the book knows already, since something
/// was filed about them or other rows of theirs were not packed.
void settle(std::span<PartedRows> rows, const ShapeTable& shapes, unsigned threads, OrderBook& book);

}  // namespace sellerhealth::index
