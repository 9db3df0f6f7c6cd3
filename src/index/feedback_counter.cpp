#include "index/feedback_counter.hpp"

#include <algorithm>
#include <string_view>

namespace sellerhealth::index {

namespace {

bool is_id(std::string_view text) { return !text.empty() && is_trim(text); }

bool is_harmless(std::string_view rating) {
  return rating.size() == 1 && rating.front() - '0' > most_negative_stars && rating.front() <= '5';
}

}  // namespace

FeedbackCounter::FeedbackCounter(std::span<const normalize::Header> headers, const TimeZone& zone) : zone_{zone} {
  for (std::size_t number = 0; number < headers.size(); ++number) {
    const normalize::Header& header = headers[number];
    if (!header.column) {
      continue;
    }
    switch (*header.column) {
      case Column::order_id:
        order_id_ = number;
        break;
      case Column::rating:
        rating_ = number;
        break;
      case Column::date:
        date_ = DateColumn{number};
        break;
      case Column::status:
        status_ = ValueColumn{number, ValueMemory{header}};
        break;
      case Column::comments:
        break;  // What it says matters to negative feedback only.
      default:
        empty_.push_back(number);
    }
  }
}

bool FeedbackCounter::take(read::PlainRow& row) {
  Moment date;
  if ((order_id_ && !is_id(row.field(*order_id_))) || (rating_ && !is_harmless(row.field(*rating_))) ||
      (date_ && !date_->read(row, zone_, date)) || (status_ && status_->read(row) == ValueMemory::not_known) ||
      !std::all_of(empty_.begin(), empty_.end(), [&](std::size_t column) { return row.field(column).empty(); }) ||
      row.needs_unquoting()) {
    return false;
  }
  ++rows_;
  if (date.first != 0) {
    oldest_ = oldest_ == 0 ? date.first : std::min(oldest_, date.first);
    newest_ = std::max(newest_, date.first);
  }
  return true;
}

}  // namespace sellerhealth::index
