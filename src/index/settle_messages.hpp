#pragma once

#include <deque>

#include "index/message_packer.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// What all threads have read of one export of messages.
struct PackedMessages {
  OrderBook::FileId file = 0;
  std::deque<MessagePacker> packers;
};

/// Puts packed messages into a book once all exports of messages are read: only then can be told which messages have
/// one row. Of these, no metric can tell apart those that were received on one day and answered in time on one day, nor
/// those of a day that need no response, so they are only counted (OrderBook::AlikeMessages). All others are added one
/// by one.
///
/// Returns false if a row that was only counted because of its day may be about the message of another row: then rows
/// must not be left out by their days alone, and the book is void.
[[nodiscard]] bool settle_messages(const std::deque<PackedMessages>& files, OrderBook& book);

}  // namespace sellerhealth::index
