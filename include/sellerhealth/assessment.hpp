#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/advice.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/exit_code.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/rate.hpp"
#include "sellerhealth/reconciliation.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

enum class Verdict : std::uint8_t { pass, fail, undetermined, no_data };

/// "pass", "fail", "undetermined" or "no_data".
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// What would settle an open question: an export of `kind`, or a column in it. `count` orders or messages hang on it.
struct Need {
  Kind kind = Kind::orders;
  std::optional<Column> column;
  std::int64_t count = 0;
};

/// A named part of a numerator, or a figure beside it. No value: its source was not given, or there is nothing to
/// average.
struct Component {
  std::string_view name;
  std::optional<std::int64_t> value;
};

/// A part of the account: what has one value in the column that it is split by.
struct Segment {
  Column by;
  std::optional<std::string> value;  ///< Nothing: the orders without a value.
  /// Certain defects (cancellations, late shipments, late answers) in it, and in the whole account. What has several
  /// values counts in each, so the parts may sum to more.
  std::int64_t bad = 0;
  std::int64_t bad_of_all = 0;
};

/// What new orders (messages, violations) a look ahead reckons with. Those that the exports hold are not assumed.
enum class Assumption : std::uint8_t {
  no_new_orders,     ///< Nobody buys any more.
  no_new_defects,    ///< As many a day as in the last 28 days, none of them bad.
  same_defect_rate,  ///< As many, and as bad as those in the window of the as-of day.
};
inline constexpr std::array all_assumptions{Assumption::no_new_orders, Assumption::no_new_defects,
                                            Assumption::same_defect_rate};

/// "no_new_orders", "no_new_defects" or "same_defect_rate".
[[nodiscard]] std::string_view name_of(Assumption assumption);

/// What becomes of a check after the as-of day, if nothing happens to the orders in the exports any more.
struct Prospect {
  /// A new verdict, and the first day that has it.
  struct Turn {
    Day day;
    Verdict verdict = Verdict::no_data;

    friend bool operator==(const Turn&, const Turn&) = default;
  };

  Assumption assumption = Assumption::no_new_orders;
  int horizon_days = 0;
  std::vector<Turn> turns;    ///< Within the horizon, in order of time.
  bool never_passes = false;  ///< On no day after the as-of day, however far the horizon.

  /// The first day with this verdict, of those on which the verdict turns.
  [[nodiscard]] std::optional<Day> first(Verdict verdict) const;
};

/// One judged line of the checklist.
struct CheckResult {
  Check check;
  std::optional<Segment> segment;  ///< Nothing: the whole account.
  Verdict verdict = Verdict::no_data;
  Day first_day;        ///< First included day of the window.
  Day last_day;         ///< Last included day of the window.
  bool covered = true;  ///< The exports reach back to the window's first day, give or take three days.

  /// Not judged because nothing to judge by was given: no source of the metric, or not the column that it stands on.
  /// Then there are no numerators, and no denominator unless the orders (or messages) were given.
  bool checked = true;
  std::optional<std::int64_t> known;
  std::optional<std::int64_t> possible;
  std::optional<std::int64_t> denominator;  ///< Never for a count.
  std::vector<Component> components;
  std::vector<Need> needs;
  std::optional<Reconciliation> expected;  ///< If reconcile() held it against the marketplace's figure.
  std::vector<Prospect> prospects;         ///< One for each assumption, if add_prospects() was asked for them.
};

/// How the checks of an indicator came out together: all that have data pass; some fail; all of them fail.
enum class IndicatorState : std::uint8_t { passing, warning, failing, undetermined, no_data };

/// "passing", "warning", "failing", "undetermined" or "no_data".
[[nodiscard]] std::string_view name_of(IndicatorState state);

/// The checks that a marketplace shows under one heading: one metric over several windows, mostly.
struct Indicator {
  std::string id;
  IndicatorState state = IndicatorState::no_data;
  std::vector<CheckResult> checks;
};

/// `checks` of one account by indicator, in the order of the first of each.
[[nodiscard]] std::vector<Indicator> indicators_of(std::span<const CheckResult> checks);

/// Where rows of one kind went: read = used + left out + rejected.
struct LedgerLine {
  Kind kind = Kind::orders;
  std::int64_t read = 0;
  std::int64_t used = 0;
  std::map<std::string_view, std::int64_t> left_out;  ///< By reason.
  std::int64_t rejected = 0;
  std::optional<std::int64_t> orders_in_window;  ///< Distinct orders; only in the sum of orders.
};

/// The account of every row that was read.
struct Ledger {
  std::vector<LedgerLine> by_file;  ///< Parallel to OrderBook::files().
  std::vector<LedgerLine> by_kind;  ///< Their sums, of the kinds that were given.
};

struct AssessOptions {
  Day as_of;
  std::vector<Kind> none;  ///< Kinds of which there are none, stated by the seller: empty, complete sources.
  std::optional<Canceller> assume_cancelled_by;  ///< Of cancelled orders whose canceller no export names.
  bool hindsight = false;                        ///< Take everything in the files as known on the as-of day.
  std::optional<Day> data_through;               ///< The exports are complete to the end of this day.
  bool skip_bad_rows = false;       ///< For the record: the import left out rows that it could not understand.
  bool strict = false;              ///< What has no data is undetermined; a window that is not covered is no pass.
  bool allow_undetermined = false;  ///< Exit code 0 when nothing fails.
  std::optional<int> max_age_days;  ///< An export that ends earlier than this is no pass.
  bool judge_segments = true;       ///< Of a book that is split by a column: each of its values by itself too.
};

/// The answer of `check`.
struct Assessment {
  AssessOptions options;
  std::string time_zone;
  std::string profile;        ///< Its name.
  Rules rules;                ///< The profile's.
  std::vector<Filter> where;  ///< What the account was restricted to.
  std::optional<Column> segment_by;
  Verdict verdict = Verdict::no_data;  ///< Of the whole account; split by seller, of every seller.
  ExitCode exit_code = ExitCode::undetermined;
  bool fresh =
      true;  ///< Whether the orders exports are known to be no older than `options.max_age_days`, if that is set.
  /// Of the whole account, then of its segments: check by check, the worst segment first; split by seller, each of whom
  /// is an account of its own, seller by seller, and none of the whole.
  std::vector<CheckResult> checks;
  std::vector<ExportFile> inputs;
  Ledger ledger;
  std::vector<Diagnostic> warnings;
  std::optional<Advice> advice;  ///< If add_advice() was asked for it.
};

/// Judges the account in `book` by `profile` on the as-of day, as known then. Throws UsageError for options that
/// contradict the book (`none` of a kind that was given) and for windows that no calendar has.
[[nodiscard]] Assessment assess(const OrderBook& book, const Profile& profile, const AssessOptions& options);

}  // namespace sellerhealth
