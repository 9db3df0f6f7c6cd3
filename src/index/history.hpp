#pragma once

#include <optional>
#include <vector>

#include "index/calendar.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// What counts as known on an as-of day.
struct Knowledge {
  bool hindsight = false;           ///< Every event in the files, whenever it happened; clocks still run.
  std::optional<Day> data_through;  ///< The exports are complete to the end of this day, whatever their stamps.
};

/// When each fact of a book became known, in as-of days.
class History {
 public:
  /// Exact for as-of days in [first, last] and for orders placed from `first - reach` on.
  History(const OrderBook& book, Day first, Day last, std::chrono::days reach, const Knowledge& knowledge);

  /// First as-of day on which the event is known. An event without a date is known from its order on: always.
  [[nodiscard]] Day known_from(const std::optional<Stamp>& event) const;
  [[nodiscard]] Day known_from(Instant event) const;

  /// First as-of day on which `moment` has been reached.
  [[nodiscard]] Day reached(Instant moment) const { return calendar_.reached(moment); }

  /// First as-of day on which the exports in `files` are known to reach `moment`, so that what they do not show by then
  /// has not happened.
  [[nodiscard]] Day certain_from(OrderBook::FileSetId files, Instant moment) const;

  /// The local day of `instant`; days before all windows, or after the last as-of day, may be told as any such day.
  [[nodiscard]] Day day_of(Instant instant) const { return calendar_.known_from(instant) - std::chrono::days{1}; }

  /// The first instant of the local day that comes `days` after that of `instant`.
  [[nodiscard]] Instant start_of_later_day(Instant instant, std::chrono::days days) const;

  /// The columns that any of the exports in `files` has.
  [[nodiscard]] const ColumnSet& columns(OrderBook::FileSetId files) const { return columns_[files]; }

  [[nodiscard]] Instant start_of(Day as_of) const { return calendar_.start_of(as_of); }

 private:
  /// The newest stamp of a file on one day, and the first as-of day on which it is known.
  struct Newest {
    Instant stamp;
    Day known_from;
  };

  const OrderBook& book_;
  Calendar calendar_;
  bool hindsight_;
  std::optional<Instant> stated_end_;
  std::vector<ColumnSet> columns_;
  std::vector<std::vector<Newest>>
      newest_;  ///< For each file, in rising order. Files are few, sets of them may be many.
};

}  // namespace sellerhealth::index
