#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/time_zone.hpp"
#include "sellerhealth/window.hpp"

namespace sellerhealth {

struct Assessment;
struct Profile;
class OrderBook;

/// The marketplace's own figure of a check.
struct Expectation {
  std::string check;                        ///< Its id.
  std::int64_t numerator = 0;               ///< As CheckResult counts it.
  std::optional<std::int64_t> denominator;  ///< Of a rate.
};

/// Another way to count that gives exactly the marketplace's figure.
struct OtherCount {
  Window window;
  /// Which orders of it: "all" (in the denominator too), "seller_fulfilled", "marketplace_fulfilled", "shipped",
  /// "not_cancelled"; empty: those that the check counts.
  std::string_view orders;
};

/// An order (message, violation) that the marketplace may count otherwise.
struct Suspect {
  std::string id;
  std::optional<Day> placed;  ///< Nothing: no export dates it.
  bool bad = false;           ///< Whether it is bad here: then it may not be there, else it may.
  /// Why: "window_edge" (placed within two days of an end of the window), "recent" (known for three days at most),
  /// "undated", "fulfilled_by_marketplace", "claim_granted"; or why it does not count here, as a ledger code or
  /// "buyer_requested_cancel", "cancelled_by_buyer".
  std::vector<std::string_view> doubts;
};

/// A check held against the marketplace's figure.
struct Reconciliation {
  Expectation expected;
  bool agrees = false;                   ///< The same, or within what is possible.
  std::vector<OtherCount> other_counts;  ///< At most three, the most similar first.
  std::vector<Suspect> suspects;         ///< If the marketplace counts fewer bad ones, or more: which.
};

/// Sets CheckResult::expected of the checks that are named. `assessment` must be of `book` and `profile`. Throws
/// UsageError for a check that is not in it.
void reconcile(const OrderBook& book, const Profile& profile, Assessment& assessment,
               std::span<const Expectation> expectations);

}  // namespace sellerhealth
