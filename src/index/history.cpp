#include "index/history.hpp"

#include <algorithm>

namespace sellerhealth::index {

History::History(const OrderBook& book, Day first, Day last, std::chrono::days reach, const Knowledge& knowledge)
    : book_{book}, calendar_{book.zone(), first - reach, last}, hindsight_{knowledge.hindsight} {
  if (knowledge.data_through) {
    stated_end_ = book.zone().start_of(*knowledge.data_through + std::chrono::days{1});
  }
  for (OrderBook::FileSetId set = 0; set < book.file_set_count(); ++set) {
    ColumnSet columns;
    for (const OrderBook::FileId file : book.files_in(set)) {
      columns.insert(book.files()[file].columns);
    }
    columns_.push_back(columns);
  }
  for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
    std::vector<Newest>& newest = newest_.emplace_back();
    for (const auto& [day, stamp] : book.newest_stamps(file)) {
      newest.push_back({stamp, day + std::chrono::days{1}});
    }
  }
}

Day History::known_from(const std::optional<Stamp>& event) const { return event ? known_from(event->first) : always; }

Day History::known_from(Instant event) const { return hindsight_ ? always : calendar_.known_from(event); }

Instant History::start_of_later_day(Instant instant, std::chrono::days days) const {
  return book_.zone().start_of(book_.zone().day_of(instant) + days);
}

Day History::certain_from(OrderBook::FileSetId files, Instant moment) const {
  if (stated_end_) {
    return *stated_end_ >= moment ? calendar_.reached(moment) : forever;
  }
  Day known = forever;
  for (const OrderBook::FileId file : book_.files_in(files)) {
    const std::vector<Newest>& newest = newest_[file];
    const auto reaching = std::lower_bound(newest.begin(), newest.end(), moment,
                                           [](const Newest& entry, Instant instant) { return entry.stamp < instant; });
    if (reaching != newest.end()) {
      known = std::min(known, reaching->known_from);
    }
  }
  return hindsight_ && known != forever ? calendar_.reached(moment) : known;
}

}  // namespace sellerhealth::index
