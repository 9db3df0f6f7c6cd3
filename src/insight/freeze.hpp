#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "insight/day_table.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/order_book.hpp"
#include "verdict/outlook.hpp"

namespace sellerhealth::insight {

class WhatIf;

/// The days before the as-of day that tell how many new orders to reckon with.
inline constexpr std::chrono::days pace_days{28};

/// How the account stands on an as-of day for one check, whatever happens later. For a plain count, the denominator is
/// the count itself.
struct Standing {
  Check check;
  Day as_of;
  DayTable table;
  std::chrono::days history{0};      ///< How many days of orders there are, as far as the pace asks.
  std::vector<BadCase> bad;          ///< Of all days of the table; only of `Detail::ids`.
  std::vector<std::string> at_risk;  ///< The same.

  /// What `counts` come to after the as-of day: messages that still had time are then answered in time.
  [[nodiscard]] Rate later(const DayCounts& counts) const;

  [[nodiscard]] bool is_count() const { return unit_of(check.metric) == Unit::count; }
};

enum class Detail : std::uint8_t { sums, ids };

/// The outlook that freeze() needs of the account on `as_of`.
[[nodiscard]] verdict::Outlook outlook_to_freeze(const OrderBook& book, const Assessment& assessment);

/// Reduces each order, message and violation placed before `as_of` to what it counts as on that day; one standing for
/// each check of the outlook.
[[nodiscard]] std::vector<Standing> freeze(const OrderBook& book, const verdict::Outlook& outlook, Day as_of,
                                           const WhatIf& what_if, Detail detail);

}  // namespace sellerhealth::insight
