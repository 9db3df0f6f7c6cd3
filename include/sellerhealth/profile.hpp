#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/rate.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"
#include "sellerhealth/window.hpp"

namespace sellerhealth {

/// What is measured. The definition of each metric stands in its own file under src/metric.
enum class Metric : std::uint8_t {
  order_defect_rate,
  cancellation_rate,
  late_shipment_rate,
  response_under_24h,
  late_response_rate,
  policy_violations,
};

/// The metric's name in options and JSON: "order_defect_rate".
[[nodiscard]] std::string_view name_of(Metric metric);
[[nodiscard]] Unit unit_of(Metric metric);
[[nodiscard]] std::optional<Metric> find_metric(std::string_view name);
[[nodiscard]] std::vector<std::string_view> metric_names();

/// What failing a check may cost: the account, or nothing but a bad impression. Both count in the verdict.
enum class Severity : std::uint8_t { suspending, informative };

/// "suspending" or "informative".
[[nodiscard]] std::string_view name_of(Severity severity);

/// A plain count as the target of a small account, in which one case would make a high rate.
struct CountFloor {
  std::int64_t below = 0;    ///< Of fewer orders (or messages) than this …
  std::int64_t at_most = 0;  ///< … so many may count, instead of the target.

  friend bool operator==(const CountFloor&, const CountFloor&) = default;
};

/// One line of the checklist: a metric over a window against a target.
struct Check {
  std::string id;  ///< Unique within a profile.
  Metric metric = Metric::order_defect_rate;
  Window window;
  Target target;
  bool only_if_given = false;  ///< Left out of the checklist when the account has no export for it.
  std::string indicator;       ///< What it is a window of, see Indicator; empty: of its metric. Of checks that count
                               ///< the same: one metric's, or those of answers.
  Severity severity = Severity::suspending;
  std::optional<Fulfillment> fulfillment;  ///< Only orders that are fulfilled so; nothing: all.
  std::int64_t minimum_orders = 0;         ///< Of fewer orders (or messages) there is no verdict.
  std::optional<CountFloor> count_floor;   ///< Only with an upper target.

  /// What `denominator` orders (or messages) must meet: the target or, below the count floor, its count, as a rate of
  /// just that many (with `denominator` as scale).
  [[nodiscard]] Target target_for(std::int64_t denominator) const;

  friend bool operator==(const Check&, const Check&) = default;
};

/// How a marketplace counts, where marketplaces differ. As it stands here, the default.
struct Rules {
  bool every_claim_counts = false;           ///< Also one that was withdrawn or denied.
  bool partial_cancellations_count = false;  ///< Some items of an order cancelled, from its latest cancel-date on.
  int late_after_days = 0;     ///< 0: after the promise; k: k or more local days after the day of the promise.
  bool overdue_counts = true;  ///< An open order past its promise is late; else only a shipment can be.

  friend bool operator==(const Rules&, const Rules&) = default;
};

/// The rules of a marketplace: what it checks, and how it counts.
struct Profile {
  std::string name;
  std::string title = {};
  std::string source = {};  ///< Where the rules are written.
  Day effective_date = {};  ///< The day as of which the source states them.
  Rules rules = {};
  std::vector<Check> checks;

  /// The check called `id`. Throws UsageError that lists the ids.
  [[nodiscard]] Check& check(std::string_view id);
};

/// A profile that comes with the library.
struct BuiltInProfile {
  std::string_view name;
  std::string_view json;  ///< What parse_profile() reads it from, to begin one's own with.
};

/// "default" first.
[[nodiscard]] std::span<const BuiltInProfile> built_in_profiles();

/// Throws UsageError that lists the names.
[[nodiscard]] const BuiltInProfile& built_in_profile(std::string_view name);

/// Reads a profile from its JSON (data/profiles/README.md describes it). Throws UsageError that names the profile by
/// `origin`, the key or the line, what was found there and what was expected.
[[nodiscard]] Profile parse_profile(std::string_view json, std::string_view origin);

/// The built-in profile of that name, or the profile in the file of that path. Throws UsageError.
[[nodiscard]] Profile load_profile(const std::string& name_or_path);

/// Order defects < 1 %, cancellations < 2.5 %, late shipments < 4 % and answers under 24 h > 90 %, all over 90 days
/// with a lag of 30; no open policy violation in 180 days, when such an export is given.
[[nodiscard]] Profile default_profile();

}  // namespace sellerhealth
