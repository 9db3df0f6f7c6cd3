#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sellerhealth/records.hpp"
#include "support/account.hpp"
#include "support/slow_calendar.hpp"

namespace sellerhealth::support {

/// What all rows of all exports say of one order, merged as the contract says.
struct SlowOrder {
  std::optional<Stamp> purchased;
  std::optional<Stamp> shipped;
  std::optional<Stamp> cancelled;
  std::optional<Instant> too_late;  ///< The first instant that misses the promise.
  std::set<OrderStatus> statuses;   ///< Of the rows that speak.
  std::set<Canceller> cancellers;
  bool buyer_requested_cancel = false;
  bool seller_fulfilled = true;
  bool not_marketplace = false;
  bool a_file_has_ship_date = false;  ///< A file that names the order has the ship-date column.
  std::set<const Export*> files;      ///< The orders exports that name it.
};

/// Rows of one message, or a message of its own when it has no id.
struct SlowMessage {
  Stamp received;
  std::optional<Stamp> responded;
  bool no_response_needed = false;
  bool a_file_has_responded_at = false;
  std::set<const Export*> files;
};

struct SlowViolation {
  Stamp date;
  bool resolved = false;
  std::optional<Stamp> resolved_on;
};

/// Everything that the exports of an account say.
struct SlowFacts {
  std::map<std::string, SlowOrder> orders;  ///< By order id.
  std::vector<SlowMessage> messages;
  std::vector<SlowViolation> violations;
};

[[nodiscard]] SlowFacts facts_of(const Account& account, const SlowCalendar& calendar);

/// The stamp in a cell; nothing when the cell is empty or the column missing.
[[nodiscard]] std::optional<Stamp> stamp_in(const Export& file, const std::vector<std::string>& row,
                                            const std::string& column, const SlowCalendar& calendar);

[[nodiscard]] bool has_kind(const Account& account, Kind kind);
/// Whether any export of `kind` has `column`.
[[nodiscard]] bool has_column(const Account& account, Kind kind, const std::string& column);

}  // namespace sellerhealth::support
