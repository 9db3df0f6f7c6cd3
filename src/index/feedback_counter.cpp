#include "index/feedback_counter.hpp"

#include <algorithm>
#include <optional>

namespace sellerhealth::index {

FeedbackCounter::FeedbackCounter(std::span<const normalize::Header> headers, const TimeZone& zone) : zone_{zone} {
  for (std::size_t i = 0; i < headers.size(); ++i) {
    // What a comment says matters to negative feedback only.
    if (const std::optional<Column> column = headers[i].column; column && *column != Column::comments) {
      columns_.push_back({i, *column, ValueMemory{headers[i]}});
    }
  }
}

bool FeedbackCounter::take(read::PlainRow& row) {
  Moment date;
  for (ReadColumn& column : columns_) {
    const std::string_view text = row.field(column.number);
    if (!is_trim(text) || !read(column, text, date)) {
      return false;
    }
  }
  if (row.needs_unquoting()) {
    return false;
  }
  ++rows_;
  if (date.first != 0) {
    oldest_ = oldest_ == 0 ? date.first : std::min(oldest_, date.first);
    newest_ = std::max(newest_, date.first);
  }
  return true;
}

bool FeedbackCounter::read(ReadColumn& column, std::string_view text, Moment& date) const {
  switch (column.column) {
    case Column::order_id:
      return !text.empty();
    case Column::rating:
      return text.size() == 1 && text.front() - '0' > most_negative_stars && text.front() <= '5';
    case Column::date:
      return read_moment(text, zone_, column.stamps, date);
    case Column::status:
      return column.memory.value_of(text) != ValueMemory::not_known;
    default:
      return text.empty();
  }
}

}  // namespace sellerhealth::index
