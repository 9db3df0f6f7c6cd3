#include "index/history.hpp"

#include <algorithm>

namespace sellerhealth::index {

namespace {

/// For each day of the calendar, the newest stamp before it in any of the files.
std::vector<Instant> newest_before(const OrderBook& book, std::span<const OrderBook::FileId> files,
                                   const Calendar& calendar) {
  std::vector<Instant> newest(calendar.size(), OrderBook::never);
  const auto days = static_cast<std::ptrdiff_t>(newest.size());
  for (const OrderBook::FileId file : files) {
    for (const auto& [day, instant] : book.newest_stamps(file)) {
      const std::ptrdiff_t next_day = std::max<std::ptrdiff_t>((day - calendar.first()).count() + 1, 0);
      if (next_day < days) {
        Instant& known = newest[static_cast<std::size_t>(next_day)];
        known = std::max(known, instant);
      }
    }
  }
  for (std::size_t i = 1; i < newest.size(); ++i) {
    newest[i] = std::max(newest[i], newest[i - 1]);
  }
  return newest;
}

Instant newest_of_all(const OrderBook& book, std::span<const OrderBook::FileId> files) {
  Instant newest = OrderBook::never;
  for (const OrderBook::FileId file : files) {
    if (const auto& stamps = book.newest_stamps(file); !stamps.empty()) {
      newest = std::max(newest, stamps.rbegin()->second);
    }
  }
  return newest;
}

}  // namespace

History::History(const OrderBook& book, Day first, Day last, std::chrono::days reach, const Knowledge& knowledge)
    : calendar_{book.zone(), first - reach, last}, hindsight_{knowledge.hindsight} {
  if (knowledge.data_through) {
    stated_end_ = book.zone().start_of(*knowledge.data_through + std::chrono::days{1});
  }
  for (OrderBook::FileSetId set = 0; set < book.file_set_count(); ++set) {
    ColumnSet columns;
    for (const OrderBook::FileId file : book.files_in(set)) {
      columns.insert(book.files()[file].columns);
    }
    columns_.push_back(columns);
    newest_before_.push_back(hindsight_ ? std::vector{newest_of_all(book, book.files_in(set))}
                                        : newest_before(book, book.files_in(set), calendar_));
  }
}

Day History::known_from(const std::optional<Stamp>& event) const { return event ? known_from(event->first) : always; }

Day History::known_from(Instant event) const { return hindsight_ ? always : calendar_.known_from(event); }

Day History::certain_from(OrderBook::FileSetId files, Instant moment) const {
  if (stated_end_) {
    return *stated_end_ >= moment ? calendar_.reached(moment) : forever;
  }
  const std::vector<Instant>& newest = newest_before_[files];
  if (hindsight_) {
    return newest.front() >= moment ? calendar_.reached(moment) : forever;
  }
  const auto certain = std::lower_bound(newest.begin(), newest.end(), moment);
  return certain == newest.end() ? forever : calendar_.first() + std::chrono::days{certain - newest.begin()};
}

}  // namespace sellerhealth::index
