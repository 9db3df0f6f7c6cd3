#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

struct FeedbackOptions {
  Day as_of;
  bool hindsight = false;      ///< Take everything in the files as known on the as-of day.
  bool complete = false;       ///< The exports hold feedback of every rating, whatever it looks like.
  bool skip_bad_rows = false;  ///< For the record: the import left out rows that it could not understand.
};

/// How buyers answered one question of the feedback form.
struct AnswerCounts {
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t none = 0;  ///< Not answered.
};

/// The days before the as-of day in which feedback was received.
struct FeedbackWindow {
  int days = 0;
  Day first_day;
  Day last_day;
};

/// The feedback of some days, by the date on which it was received.
struct FeedbackPeriod {
  std::optional<FeedbackWindow> window;  ///< Nothing: all time, which also has the feedback without a date.
  // What counts: neither removed nor struck through.
  std::int64_t positive = 0;  ///< 4 and 5 stars.
  std::int64_t neutral = 0;   ///< 3 stars.
  std::int64_t negative = 0;  ///< 1 and 2 stars.
  std::int64_t stars = 0;     ///< The sum of all stars.
  // What does not count any more.
  std::int64_t removed = 0;
  std::int64_t struck_through = 0;
  // Of what counts, in the exports that have the question; nothing when none has it.
  std::optional<AnswerCounts> arrived_on_time;
  std::optional<AnswerCounts> item_as_described;
  std::optional<AnswerCounts> customer_service;

  [[nodiscard]] std::int64_t ratings() const { return positive + neutral + negative; }
};

/// Negative feedback that its buyer can still withdraw.
struct WithdrawableFeedback {
  std::string order_id;
  int rating = 0;
  Day date;      ///< On which it was received.
  Day last_day;  ///< On which it can be withdrawn.
};

/// What buyers think of the seller: the answer of `feedback`.
struct FeedbackSummary {
  FeedbackOptions options;
  std::string time_zone;
  std::vector<Filter> where;  ///< What the account was restricted to.
  /// Exports without any 4 or 5: lists of low ratings, such as Amazon's report. While there is one, the positive
  /// feedback, all shares and the average are unknown.
  std::vector<std::string> low_star_exports;
  std::optional<Day> first_day;                    ///< Of the feedback known on the as-of day that has a date.
  std::optional<Day> last_day;                     ///< The same.
  std::vector<FeedbackPeriod> periods;             ///< 30, 90 and 365 days, and all time.
  std::int64_t undated = 0;                        ///< Of what counts, how much has no date.
  std::int64_t undated_negative = 0;               ///< Negative, and whether it can still be withdrawn is not known.
  std::vector<WithdrawableFeedback> withdrawable;  ///< The one with the least time left first.
  std::vector<ExportFile> inputs;                  ///< Exports of feedback.
  std::vector<Diagnostic> warnings;

  /// Whether shares and average can be told.
  [[nodiscard]] bool every_rating() const { return low_star_exports.empty(); }
  /// Of the last 365 days.
  [[nodiscard]] const FeedbackPeriod& last_year() const { return periods[2]; }
};

/// How long a buyer can withdraw feedback, in days from the one on which it was received.
inline constexpr int days_to_withdraw_feedback = 60;

/// The last day on which the buyer can withdraw it.
[[nodiscard]] constexpr Day last_day_to_withdraw(Day received) {
  return received + std::chrono::days{days_to_withdraw_feedback};
}

/// Sums up the feedback in `book`, whether or not an orders export holds the orders that it is about. The answers to
/// the questions of the form are there only if the import was told to read them.
///
/// Throws UsageError when there is no export of feedback.
[[nodiscard]] FeedbackSummary summarize_feedback(const OrderBook& book, const FeedbackOptions& options);

}  // namespace sellerhealth
