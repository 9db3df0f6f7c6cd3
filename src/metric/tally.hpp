#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "index/history.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/rate.hpp"

namespace sellerhealth::metric {

/// The as-of days on which something placed on `day` lies in the window.
[[nodiscard]] DayRange lifetime(const Window& window, Day day);

/// How many count on each of a range of days.
class Series {
 public:
  explicit Series(const DayRange& days);

  void add(const DaySet& days, const DayRange& within, std::int64_t weight = 1);
  /// To be called once, after the last add().
  void sum_up();
  [[nodiscard]] std::int64_t at(Day day) const { return changes_[index_of(day)]; }

 private:
  [[nodiscard]] std::size_t index_of(Day day) const { return static_cast<std::size_t>((day - days_.first).count()); }

  DayRange days_;
  std::vector<std::int64_t> changes_;  ///< From day to day; sum_up() turns them into counts.
};

/// The figures of one check on one as-of day.
struct Counts {
  Rate rate;
  std::array<std::int64_t, most_components> components{};
  std::array<std::int64_t, most_questions> open{};  ///< How many hang on each question.
  std::optional<std::int64_t> mean;                 ///< Rounded half up; nothing to average: none.
};

/// The figures of one check on every as-of day of a range.
class Tally {
 public:
  Tally(const Check& check, const DayRange& as_of_days);

  [[nodiscard]] bool reaches(Day placed) const;
  /// Adds as many cases as `one` stands for.
  void add(Day placed, const Spans& spans, const Case& one = {});
  void sum_up();
  [[nodiscard]] Counts at(Day as_of) const;

 private:
  Window window_;
  DayRange as_of_days_;
  Series denominator_;
  Series known_;
  Series possible_;
  std::vector<Series> components_;
  std::vector<Series> open_;
  Series weight_;
  Series averaged_;
  DaySet scratch_;
};

/// The figures of one check on one as-of day alone: so small that there may be one for each of many segments.
class DayTally {
 public:
  DayTally(const Check& check, Day as_of) : window_{check.window}, as_of_{as_of} {}

  [[nodiscard]] bool reaches(Day placed) const { return lifetime(window_, placed).contains(as_of_); }
  /// Adds as many cases as `one`, which it reaches, stands for.
  void add(Day placed, const Spans& spans, const Case& one);
  /// Whether nothing that was added counts, or could.
  [[nodiscard]] bool empty() const { return rate_.denominator == 0 && rate_.possible == 0; }
  [[nodiscard]] Counts counts() const;

 private:
  Window window_;
  Day as_of_;
  Rate rate_;
  std::array<std::int64_t, most_components> components_{};
  std::array<std::int64_t, most_questions> open_{};
  std::int64_t weight_ = 0;
  std::int64_t averaged_ = 0;
};

/// Counts every order, message and violation of the book for each of the checks, on all as-of days at once.
[[nodiscard]] std::vector<Tally> tally(const OrderBook& book, const index::History& history, const Given& given,
                                       std::span<const Check> checks, const DayRange& as_of_days);

/// The same for each segment of the book by itself: in the order of OrderBook::segments(), and last what has no value.
/// A case counts once in each of its segments.
[[nodiscard]] std::vector<std::vector<Tally>> tally_segments(const OrderBook& book, const index::History& history,
                                                             const Given& given, std::span<const Check> checks,
                                                             const DayRange& as_of_days);

/// The same on one as-of day alone.
[[nodiscard]] std::vector<std::vector<DayTally>> tally_segments(const OrderBook& book, const index::History& history,
                                                                const Given& given, std::span<const Check> checks,
                                                                Day as_of);

}  // namespace sellerhealth::metric
