#include "sellerhealth/feedback_summary.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "index/history.hpp"
#include "metric/metric.hpp"

namespace sellerhealth {

namespace {

constexpr std::array window_days{30, 90, 365};
constexpr int least_positive_stars = 4;

/// Reads the book as of one day.
class Reading {
 public:
  Reading(const OrderBook& book, const FeedbackOptions& options)
      : book_{book},
        as_of_{options.as_of},
        history_{book, options.as_of, options.as_of, std::chrono::days{window_days.back()}, {options.hindsight, {}}} {}

  /// Whether it belongs to the account, and was received.
  [[nodiscard]] bool includes(const OrderBook::Filed<Feedback>& filed) const {
    const OrderBook::Order& order = book_.orders()[filed.order];
    return !order.not_marketplace && book_.passes_filters(order) && is_known(filed.record.date);
  }

  [[nodiscard]] bool is_removed(const Feedback& feedback) const {
    return feedback.removed && is_known(feedback.removal_date);
  }

 private:
  [[nodiscard]] bool is_known(const std::optional<Stamp>& event) const { return history_.known_from(event) <= as_of_; }

  const OrderBook& book_;
  Day as_of_;
  index::History history_;
};

std::vector<FeedbackPeriod> empty_periods(const OrderBook& book, Day as_of) {
  FeedbackPeriod all_time;
  for (const auto& [column, answers] : {std::pair{Column::arrived_on_time, &FeedbackPeriod::arrived_on_time},
                                        std::pair{Column::item_as_described, &FeedbackPeriod::item_as_described},
                                        std::pair{Column::customer_service, &FeedbackPeriod::customer_service}}) {
    if (book.has(Kind::feedback, column)) {
      (all_time.*answers).emplace();
    }
  }
  std::vector<FeedbackPeriod> periods;
  for (const int days : window_days) {
    const Window window{.days = days, .lag_days = 0};
    periods.push_back(all_time);
    periods.back().window = {days, window.first_day(as_of), window.last_day(as_of)};
  }
  periods.push_back(all_time);
  return periods;
}

void add(Answer answer, std::optional<AnswerCounts>& counts) {
  ++(answer == Answer::yes ? counts->yes : answer == Answer::no ? counts->no : counts->none);
}

void add(const Feedback& feedback, bool removed, const ColumnSet& columns, FeedbackPeriod& period) {
  if (removed) {
    ++(feedback.struck_through ? period.struck_through : period.removed);
    return;
  }
  ++(feedback.rating >= least_positive_stars  ? period.positive
     : feedback.rating <= most_negative_stars ? period.negative
                                              : period.neutral);
  period.stars += feedback.rating;
  if (columns.contains(Column::arrived_on_time)) {
    add(feedback.arrived_on_time, period.arrived_on_time);
  }
  if (columns.contains(Column::item_as_described)) {
    add(feedback.item_as_described, period.item_as_described);
  }
  if (columns.contains(Column::customer_service)) {
    add(feedback.customer_service, period.customer_service);
  }
}

/// The paths of exports that have rows, and no rating above neutral in any of them.
std::vector<std::string> low_star_exports(const OrderBook& book) {
  std::vector<bool> has_rows(book.files().size(), false);
  std::vector<bool> has_high(book.files().size(), false);
  for (const auto& filed : book.feedback()) {
    has_rows[filed.file] = true;
    has_high[filed.file] = has_high[filed.file] || filed.record.rating >= least_positive_stars;
  }
  std::vector<std::string> paths;
  for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
    if (has_rows[file] && !has_high[file]) {
      paths.push_back(book.files()[file].path);
    }
  }
  return paths;
}

/// What feedback without a date, in all time only, leaves open.
void add_undated(const Feedback& feedback, FeedbackSummary& summary) {
  ++summary.undated;
  summary.undated_negative += feedback.rating <= most_negative_stars ? 1 : 0;
}

void add_dated(const Feedback& feedback, Day received, FeedbackSummary& summary) {
  const Day last_day = last_day_to_withdraw(received);
  if (feedback.rating <= most_negative_stars && last_day >= summary.options.as_of) {
    summary.withdrawable.push_back({std::string{feedback.order_id}, feedback.rating, received, last_day});
  }
}

}  // namespace

FeedbackSummary summarize_feedback(const OrderBook& book, const FeedbackOptions& options) {
  if (!book.has(Kind::feedback)) {
    throw UsageError{"no export of feedback among the files, expected one with the columns order-id, rating and date"};
  }
  FeedbackSummary summary;
  summary.options = options;
  summary.time_zone = book.zone().name();
  summary.where.assign(book.filters().begin(), book.filters().end());
  summary.warnings.assign(book.warnings().begin(), book.warnings().end());
  std::copy_if(book.files().begin(), book.files().end(), std::back_inserter(summary.inputs),
               [](const ExportFile& file) { return file.kind == Kind::feedback; });
  if (!options.complete) {
    summary.low_star_exports = low_star_exports(book);
  }
  summary.periods = empty_periods(book, options.as_of);

  const Reading reading{book, options};
  for (const auto& filed : book.feedback()) {
    if (!reading.includes(filed)) {
      continue;
    }
    const Feedback& feedback = filed.record;
    const bool removed = reading.is_removed(feedback);
    const std::optional<Day> received =
        feedback.date ? std::optional{book.zone().day_of(feedback.date->first)} : std::nullopt;
    for (FeedbackPeriod& period : summary.periods) {
      if (!period.window ||
          (received && period.window->first_day <= *received && *received <= period.window->last_day)) {
        add(feedback, removed, book.files()[filed.file].columns, period);
      }
    }
    if (received) {
      summary.first_day = std::min(summary.first_day.value_or(*received), *received);
      summary.last_day = std::max(summary.last_day.value_or(*received), *received);
    }
    if (!removed) {
      received ? add_dated(feedback, *received, summary) : add_undated(feedback, summary);
    }
  }
  std::sort(summary.withdrawable.begin(), summary.withdrawable.end(),
            [](const WithdrawableFeedback& a, const WithdrawableFeedback& b) {
              return std::tie(a.last_day, a.order_id, a.rating) < std::tie(b.last_day, b.order_id, b.rating);
            });
  return summary;
}

}  // namespace sellerhealth
