#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/columns.hpp"
#include "support/account_generator.hpp"
#include "support/dice.hpp"
#include "support/slow_calendar.hpp"

namespace sellerhealth::support {

/// What truly happened to an order. Its exports may know less, and contradict each other.
struct TrueOrder {
  struct Item {
    bool shipped = false;    ///< The order's shipment is this item's.
    bool cancelled = false;  ///< The order's cancellation is this item's.
  };

  std::string id;
  std::optional<Instant> purchased;
  std::optional<Instant> promise;
  std::optional<Instant> shipped;
  std::optional<Instant> cancelled;
  bool ends_cancelled = false;  ///< What the status says of an item both shipped and cancelled.
  std::string cancelled_by;
  std::string buyer_requested_cancel;
  std::string fulfillment_channel;
  std::string sales_channel;
  std::vector<Item> items;
};

/// A feedback, claim or chargeback.
struct TrueDefect {
  std::string order_id;
  std::optional<Instant> filed;
  std::optional<Instant> closed;
  std::string status_before;
  std::string status_after;  ///< Once closed.
  std::string rating;        ///< Feedback.
  std::string comments;      ///< Feedback.
  std::string type;          ///< Chargebacks.
};

struct TrueMessage {
  std::string id;
  std::string order_id;
  Instant received;
  std::optional<Instant> responded;
  std::string no_response_needed;
};

struct TrueViolation {
  std::string id;
  Instant date;
  std::optional<Instant> resolved_on;
  bool resolved = false;
};

enum class StampStyle { offset, zulu, local, day };

/// One download: what it is about, what it can know, and how it writes stamps.
struct Download {
  Kind kind = Kind::orders;
  std::vector<std::string> columns;
  Instant at;        ///< Nothing later is in it.
  int share = 100;   ///< How many of the orders, claims … it names, in percent.
  bool log = false;  ///< A shipping log: one row for each shipment.
  StampStyle style = StampStyle::offset;
  std::uint64_t seed = 0;  ///< Of the choices made in its cells.
};

/// An account's truth and which exports of it were downloaded.
struct Story {
  std::vector<TrueOrder> orders;
  std::vector<TrueDefect> feedback;
  std::vector<TrueDefect> claims;
  std::vector<TrueDefect> chargebacks;
  std::vector<TrueMessage> messages;
  std::vector<TrueViolation> violations;
  std::vector<Download> downloads;
};

[[nodiscard]] Story invent_story(const AccountRecipe& recipe, const SlowCalendar& calendar);

/// Writes the exports of a story down.
[[nodiscard]] Account tell(const Story& story, const AccountRecipe& recipe, const SlowCalendar& calendar);

}  // namespace sellerhealth::support
