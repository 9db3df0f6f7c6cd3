#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/import.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/rate.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

inline constexpr int default_horizon_days = 180;
inline constexpr int longest_horizon_days = 3650;

struct ForecastOptions {
  int horizon_days = default_horizon_days;  ///< How far to look, from 1 to `longest_horizon_days`.

  // What if …
  std::vector<std::string> assume_won;  ///< Nothing that was filed about these orders counts: disputes won, feedback
                                        ///< withdrawn.
  std::int64_t add_defects = 0;         ///< So many more of today's orders turn bad: the newest, which stay longest.
  std::vector<std::string> without;     ///< These orders (with their messages), messages or violations were not there.

  [[nodiscard]] bool any_what_if() const { return !assume_won.empty() || add_defects != 0 || !without.empty(); }
};

/// An order (message, violation) that counts against the seller for certain.
struct BadCase {
  std::string id;           ///< Empty: the export gives none.
  Day placed;               ///< The day of purchase (receipt, violation).
  std::size_t sources = 0;  ///< By how many kinds of filings it is a defect: what would have to be taken back.
};

/// How far one end of a rate is from its target. "Bad" is what a target keeps few.
struct Margin {
  /// How many more of today's orders may turn bad while the check passes; negative: it fails by so many.
  std::int64_t headroom = 0;
  /// How many further orders, all good, would make it pass; 0 if it does. No value: no number would.
  std::optional<std::int64_t> good_orders_needed;
  /// How many further orders may come that are all bad, while it passes. No value: any number, or it does not pass.
  std::optional<std::int64_t> bad_orders_allowed;
};

/// The smallest change of today's facts by which a failing check would pass (if it is open, could pass).
struct Repair {
  std::int64_t take_back = 0;  ///< So many bad ones would have to turn good …
  std::vector<BadCase> cases;  ///< … such as these: with the fewest sources first, then the newest, then by id.
  std::optional<std::int64_t> leave;  ///< Or so many would have to leave altogether; no value: that does not do.
};

/// How many orders the purchase day that comes into, or leaves, the window carries.
struct Batch {
  Rate rate;
  std::vector<BadCase> bad;
};

/// One day of the future, if nobody buys any more.
struct ForecastDay {
  Day day;
  Rate rate;  ///< A count has the denominator 0.
  Verdict verdict = Verdict::no_data;
  Batch leaving;   ///< Counted the day before, and no more.
  Batch entering;  ///< Bought (or received) already, and old enough from this day on.
};

/// What becomes of one check.
struct CheckForecast {
  CheckResult today;                    ///< With what was assumed of today's orders; without components.
  std::optional<CheckResult> as_it_is;  ///< Without, if anything was assumed.
  /// New orders of so many days, which the assumptions take to go on.
  std::int64_t pace_orders = 0;
  int pace_days = 0;
  std::optional<Margin> known;     ///< Of the known end; none without a denominator.
  std::optional<Margin> possible;  ///< Of the possible end.
  std::optional<Repair> repair;    ///< If it fails, and can be repaired so.
  /// Not counted yet, or not yet late, and taken to end well: open orders, messages that wait
  /// (empty: without an id).
  std::vector<std::string> at_risk;
  std::vector<ForecastDay> days;  ///< Of the horizon.
};

/// The answer of `forecast`.
struct Forecast {
  Assessment assessment;
  ForecastOptions options;
  std::vector<CheckForecast> checks;  ///< Parallel to assessment.checks.
};

/// Looks ahead from the as-of day of `assessment`, which must be of `book`.
///
/// The account stays as it stands at the beginning of that day: no new feedback, claim or cancellation; what is overdue
/// stays late, open orders ship in time, messages that wait are answered in time. Only the window moves. Throws
/// UsageError for a horizon out of range, an unknown id, more defects than there are orders to turn bad, and for an
/// account that is split.
[[nodiscard]] Forecast forecast(const OrderBook& book, Assessment assessment, const ForecastOptions& options);

/// Adds to each check of the whole account in `assessment`, which must be of `book`, what becomes of it within the
/// default horizon.
void add_prospects(const OrderBook& book, Assessment& assessment);

/// The days of purchase that matter to assess() and add_prospects() as of `as_of`: see ImportOptions::asked_days.
[[nodiscard]] DaySpan days_of_check(const Profile& profile, Day as_of);

}  // namespace sellerhealth
