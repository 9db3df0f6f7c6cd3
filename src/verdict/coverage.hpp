#pragma once

#include <optional>
#include <span>

#include "metric/metric.hpp"
#include "sellerhealth/assessment.hpp"

/// How far back the exports reach.
namespace sellerhealth::verdict {

/// How much later than the first day of a window exports may begin and still cover it: a shop may have a few days
/// without orders.
inline constexpr std::chrono::days coverage_slack{3};

/// What tells where the exports begin, and where that is.
struct Beginning {
  Kind kind;
  std::optional<Day> day;
};

class Coverage {
 public:
  Coverage(const OrderBook& book, bool hindsight);

  /// As known on the as-of day. A shop has orders every day but may go for weeks without a message, so messages tell
  /// only where there are no orders; and having no violations is no gap.
  [[nodiscard]] Beginning beginning(metric::Subject subject, Day as_of) const;

  /// Sets `covered` of checks as of that day, as known then: the exports reach back to the window's first day, give or
  /// take three days. Before anything in them has happened they do not; where none is given, there is nothing to
  /// reach.
  void mark(std::span<CheckResult> checks, Day as_of) const;

 private:
  /// Whether there are exports that may have a beginning.
  [[nodiscard]] bool is_given(metric::Subject subject) const;

  std::optional<Day> orders_;
  std::optional<Day> messages_;
  bool orders_given_;
  bool messages_given_;
  bool hindsight_;
};

/// The first and the last day on which an order was placed, a message received, a violation dated.
struct Extent {
  Day first;
  Day last;
};

/// That of all exports of the kind, row by row; nothing when they name no day.
[[nodiscard]] std::optional<Extent> extent_of(const OrderBook& book, Kind kind);
[[nodiscard]] std::optional<Day> first_day_of(const OrderBook& book, Kind kind);

}  // namespace sellerhealth::verdict
