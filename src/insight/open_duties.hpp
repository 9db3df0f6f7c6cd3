#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "index/history.hpp"
#include "sellerhealth/deadlines.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::insight {

/// A deadline, and what in the book it comes from.
struct OpenDuty {
  Deadline deadline;
  OrderBook::OrderIndex order = OrderBook::no_order;  ///< Of all but messages.
  std::optional<Stamp> filed = {};                    ///< Of claims and chargebacks.
  const OrderBook::Filed<Message>* message = nullptr;
};

/// What the seller still has to do at one instant.
struct OpenDuties {
  std::vector<OpenDuty> duties;  ///< In the order of Deadlines::deadlines.
  std::int64_t without_deadline = 0;
  std::int64_t untold_orders = 0;
  std::int64_t untold_messages = 0;
};

/// `history` must know the as-of day `present`, the first that begins after `options.now`. With hindsight everything in
/// the files has happened by now.
[[nodiscard]] OpenDuties open_duties(const OrderBook& book, const index::History& history, Day present,
                                     const DeadlineOptions& options, bool hindsight);

}  // namespace sellerhealth::insight
