#include "insight/what_if.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <string>

#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth::insight {

namespace {

using Ids = std::vector<std::string_view>;

Ids sorted(std::span<const std::string> ids) {
  Ids result{ids.begin(), ids.end()};
  std::sort(result.begin(), result.end());
  return result;
}

bool contains(const Ids& ids, std::string_view id) { return std::binary_search(ids.begin(), ids.end(), id); }

/// Throws for ids that are not in `known`, which is a part of `ids`.
void require_all(const Ids& ids, Ids known, std::string_view option, std::string_view expected) {
  std::sort(known.begin(), known.end());
  std::string missing;
  for (const std::string_view id : ids) {
    if (!contains(known, id)) {
      missing += (missing.empty() ? "" : ", ") + util::quoted(id);
    }
  }
  if (!missing.empty()) {
    throw UsageError{std::string{option} + ": found " + missing + ", expected the id of " + std::string{expected} +
                     " in the exports"};
  }
}

}  // namespace

WhatIf::WhatIf(const OrderBook& book, const ForecastOptions& options)
    : won_{sorted(options.assume_won)}, without_{sorted(options.without)} {
  Ids orders;
  Ids others;
  const auto note = [&](std::string_view id, Ids& known) {
    if (!id.empty() && (contains(won_, id) || contains(without_, id))) {
      known.push_back(id);
    }
  };
  if (won_.empty() && without_.empty()) {
    return;
  }
  for (const OrderBook::Order& order : book.orders()) {
    if (order.files != 0) {
      note(order.id, orders);
    }
  }
  for (const auto& filed : book.messages()) {
    note(filed.record.message_id, others);
  }
  for (const auto& filed : book.violations()) {
    note(filed.record.violation_id, others);
  }
  require_all(won_, orders, "--assume-won", "an order");
  others.insert(others.end(), orders.begin(), orders.end());
  require_all(without_, others, "--without", "an order, message or violation");
}

bool WhatIf::leaves_out(const metric::Case& one) const {
  if (without_.empty()) {
    return false;
  }
  if (one.order != nullptr) {
    return contains(without_, one.order->id);
  }
  if (one.message != nullptr) {
    const Message& message = one.message->record;
    return contains(without_, message.message_id) || contains(without_, message.order_id);
  }
  return contains(without_, one.violation->violation_id);
}

metric::Case WhatIf::changed(metric::Case one) const {
  if (!won_.empty() && one.order != nullptr && contains(won_, one.order->id)) {
    one.feedback = {};
    one.claims = {};
    one.chargebacks = {};
  }
  return one;
}

void add_defects(Standing& standing, std::int64_t count) {
  const Window& window = standing.check.window;
  const bool at_least = standing.check.target.at_least();
  const Day oldest = window.first_day(standing.as_of);
  if (standing.is_count()) {
    standing.table.on(window.last_day(standing.as_of)).add({.rate = {count, count, count}});
    return;
  }
  // Each end on its own: where everything is possible, that end has no good orders left to turn.
  std::int64_t to_known = count;
  std::int64_t to_possible = count;
  for (Day day = window.last_day(standing.as_of); day >= oldest; day -= std::chrono::days{1}) {
    Rate& rate = standing.table.on(day).rate;
    const auto turn = [&](std::int64_t& end, std::int64_t& rest) {
      const std::int64_t turning = std::min(rest, at_least ? end : rate.denominator - end);
      end += at_least ? -turning : turning;
      rest -= turning;
    };
    turn(rate.known, to_known);
    turn(rate.possible, to_possible);
  }
  if (const std::int64_t rest = std::min(to_known, to_possible); rest > 0) {
    throw UsageError{"--add-defects: found \"" + std::to_string(count) + "\", expected at most " +
                     std::to_string(count - rest) + ": " + standing.check.id +
                     " has no more in its window to turn bad"};
  }
}

}  // namespace sellerhealth::insight
