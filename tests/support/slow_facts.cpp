#include "support/slow_facts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace sellerhealth::support {
namespace {

using Row = std::vector<std::string>;

/// Status: "Shipped…, Shipping, PartiallyShipped, Complete, Delivered", "Cancelled, Canceled", "Pending…,
/// Unshipped, InvoiceUnconfirmed, Unfulfillable", or a value not listed.
OrderStatus status_of(std::string_view text) {
  if (text.starts_with("Shipped") || text == "Shipping" || text == "PartiallyShipped" || text == "Complete" ||
      text == "Delivered") {
    return OrderStatus::shipped;
  }
  if (text == "Cancelled" || text == "Canceled") {
    return OrderStatus::cancelled;
  }
  if (text.starts_with("Pending") || text == "Unshipped" || text == "InvoiceUnconfirmed" || text == "Unfulfillable") {
    return OrderStatus::open;
  }
  return OrderStatus::unknown;
}

/// Left out: "ids of the form S0n-7digits-7digits".
bool is_not_marketplace_id(std::string_view id) {
  const std::string_view form = "S0n-nnnnnnn-nnnnnnn";
  if (id.size() != form.size()) {
    return false;
  }
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == 'n' ? id[i] < '0' || id[i] > '9' : id[i] != form[i]) {
      return false;
    }
  }
  return true;
}

/// Each end on its own: the earliest of several instants that are known to a day lies between these.
void keep_earliest(std::optional<Stamp>& kept, const std::optional<Stamp>& stamp) {
  if (stamp && kept) {
    kept = Stamp{std::min(kept->first, stamp->first), std::min(kept->last, stamp->last)};
  } else if (stamp) {
    kept = stamp;
  }
}

void keep_latest(std::optional<Stamp>& kept, const std::optional<Stamp>& stamp) {
  if (stamp && kept) {
    kept = Stamp{std::max(kept->first, stamp->first), std::max(kept->last, stamp->last)};
  } else if (stamp) {
    kept = stamp;
  }
}

struct OrderRowAt {
  const Export* file;
  const Row* row;
};

/// Status: which rows speak, and what they say.
std::set<OrderStatus> statuses_that_speak(const std::vector<OrderRowAt>& rows, const SlowCalendar& calendar) {
  struct Said {
    OrderStatus status;
    std::optional<Stamp> updated;
  };
  std::vector<Said> said;
  for (const auto& [file, row] : rows) {
    // "Item-status counts where present, else order-status."
    std::string_view text = cell(*file, *row, "item-status");
    if (text.empty()) {
      text = cell(*file, *row, "order-status");
    }
    // "A row without item-status and order-status says nothing."
    if (!text.empty()) {
      said.push_back({status_of(text), stamp_in(*file, *row, "last-updated-date", calendar)});
    }
  }
  // "Where rows of one order carry different last-updated-dates, only the latest speak (those without one do not)."
  std::optional<Instant> latest;
  for (const Said& row : said) {
    if (row.updated && (!latest || row.updated->first > *latest)) {
      latest = row.updated->first;
    }
  }
  std::set<OrderStatus> statuses;
  for (const Said& row : said) {
    if (!latest || (row.updated && row.updated->first == *latest)) {
      statuses.insert(row.status);
    }
  }
  return statuses;
}

SlowOrder merge(const std::string& id, const std::vector<OrderRowAt>& rows, const SlowCalendar& calendar) {
  SlowOrder order;
  bool names_a_channel = false;
  bool all_by_marketplace = true;
  order.not_marketplace = is_not_marketplace_id(id);
  for (const auto& [file, row] : rows) {
    order.files.insert(file);
    // "purchase-date the earliest"; "ship-date, cancel-date the latest".
    keep_earliest(order.purchased, stamp_in(*file, *row, "purchase-date", calendar));
    keep_latest(order.shipped, stamp_in(*file, *row, "ship-date", calendar));
    keep_latest(order.cancelled, stamp_in(*file, *row, "cancel-date", calendar));
    // "latest-ship-date the latest"; "A date-only deadline is missed by anything at or after the first instant of the
    // next local day."
    const std::string_view promise = cell(*file, *row, "latest-ship-date");
    if (!promise.empty()) {
      const Instant too_late = is_date_only(promise) ? calendar.start_of(day_named_by(promise) + std::chrono::days{1})
                                                     : calendar.parse(promise).first + std::chrono::seconds{1};
      order.too_late = std::max(order.too_late.value_or(too_late), too_late);
    }
    // "seller-fulfilled unless every row that names a channel says Amazon/AFN".
    const std::string_view channel = cell(*file, *row, "fulfillment-channel");
    names_a_channel = names_a_channel || !channel.empty();
    all_by_marketplace = all_by_marketplace && (channel.empty() || channel == "Amazon" || channel == "AFN");
    const std::string_view canceller = cell(*file, *row, "cancelled-by");
    if (canceller == "seller" || canceller == "merchant") {
      order.cancellers.insert(Canceller::seller);
    } else if (canceller == "marketplace" || canceller == "amazon") {
      order.cancellers.insert(Canceller::marketplace);
    } else if (canceller == "buyer") {
      order.cancellers.insert(Canceller::buyer);
    }
    order.buyer_requested_cancel =
        order.buyer_requested_cancel || cell(*file, *row, "buyer-requested-cancel") == "true";
    order.not_marketplace = order.not_marketplace || cell(*file, *row, "sales-channel").starts_with("Non-Amazon");
    order.a_file_has_ship_date = order.a_file_has_ship_date || has_column(*file, "ship-date");
  }
  order.seller_fulfilled = !names_a_channel || !all_by_marketplace;
  order.statuses = statuses_that_speak(rows, calendar);
  return order;
}

std::map<std::string, SlowOrder> orders_of(const Account& account, const SlowCalendar& calendar) {
  std::map<std::string, std::vector<OrderRowAt>> rows;
  for (const Export& file : account.exports) {
    if (file.kind == Kind::orders) {
      for (const Row& row : file.rows) {
        rows[std::string(cell(file, row, "order-id"))].push_back({&file, &row});
      }
    }
  }
  std::map<std::string, SlowOrder> orders;
  for (const auto& [id, rows_of_order] : rows) {
    orders[id] = merge(id, rows_of_order, calendar);
  }
  return orders;
}

std::vector<SlowMessage> messages_of(const Account& account, const SlowCalendar& calendar) {
  std::vector<SlowMessage> messages;
  std::map<std::string, std::size_t> position_of_id;
  for (const Export& file : account.exports) {
    if (file.kind != Kind::messages) {
      continue;
    }
    for (const Row& row : file.rows) {
      SlowMessage message{.received = *stamp_in(file, row, "received-at", calendar),
                          .responded = stamp_in(file, row, "responded-at", calendar),
                          .no_response_needed = cell(file, row, "no-response-needed") == "true",
                          .a_file_has_responded_at = has_column(file, "responded-at"),
                          .files = {&file}};
      // "Messages with the same non-empty id are one (earliest stamps; flag true if any); without id each row is one."
      const std::string id{cell(file, row, "message-id")};
      const auto known = position_of_id.find(id);
      if (id.empty() || known == position_of_id.end()) {
        if (!id.empty()) {
          position_of_id[id] = messages.size();
        }
        messages.push_back(std::move(message));
        continue;
      }
      SlowMessage& merged = messages[known->second];
      std::optional<Stamp> received = merged.received;
      keep_earliest(received, message.received);
      merged.received = *received;
      keep_earliest(merged.responded, message.responded);
      merged.no_response_needed = merged.no_response_needed || message.no_response_needed;
      merged.a_file_has_responded_at = merged.a_file_has_responded_at || message.a_file_has_responded_at;
      merged.files.insert(&file);
    }
  }
  return messages;
}

std::vector<SlowViolation> violations_of(const Account& account, const SlowCalendar& calendar) {
  std::vector<SlowViolation> violations;
  std::map<std::string, std::size_t> position_of_id;
  for (const Export& file : account.exports) {
    if (file.kind != Kind::violations) {
      continue;
    }
    for (const Row& row : file.rows) {
      const SlowViolation violation{.date = *stamp_in(file, row, "violation-date", calendar),
                                    .resolved = cell(file, row, "violation-status") == "resolved",
                                    .resolved_on = stamp_in(file, row, "resolved-date", calendar)};
      const std::string id{cell(file, row, "violation-id")};
      const auto known = position_of_id.find(id);
      if (id.empty() || known == position_of_id.end()) {
        if (!id.empty()) {
          position_of_id[id] = violations.size();
        }
        violations.push_back(violation);
        continue;
      }
      SlowViolation& merged = violations[known->second];
      std::optional<Stamp> date = merged.date;
      keep_earliest(date, violation.date);
      merged.date = *date;
      merged.resolved = merged.resolved || violation.resolved;
      keep_earliest(merged.resolved_on, violation.resolved_on);
    }
  }
  return violations;
}

}  // namespace

std::optional<Stamp> stamp_in(const Export& file, const Row& row, const std::string& column,
                              const SlowCalendar& calendar) {
  const std::string_view text = cell(file, row, column);
  return text.empty() ? std::nullopt : std::optional(calendar.parse(text));
}

bool has_kind(const Account& account, Kind kind) {
  return std::any_of(account.exports.begin(), account.exports.end(),
                     [&](const Export& file) { return file.kind == kind; });
}

bool has_column(const Account& account, Kind kind, const std::string& column) {
  return std::any_of(account.exports.begin(), account.exports.end(),
                     [&](const Export& file) { return file.kind == kind && has_column(file, column); });
}

SlowFacts facts_of(const Account& account, const SlowCalendar& calendar) {
  return {orders_of(account, calendar), messages_of(account, calendar), violations_of(account, calendar)};
}

}  // namespace sellerhealth::support
