#include "index/message_packer.hpp"

#include <algorithm>
#include <string_view>

#include "index/repeat_finder.hpp"

namespace sellerhealth::index {

namespace {

Stamp stamp_of(const Moment& moment) {
  return {Instant{std::chrono::seconds{moment.first}}, Instant{std::chrono::seconds{moment.last}}};
}

}  // namespace

MessagePacker::MessagePacker(std::span<const normalize::Header> headers, const TimeZone& zone, const KeptRows& kept)
    : zone_{zone}, kept_{kept}, days_{zone} {
  for (std::size_t number = 0; number < headers.size(); ++number) {
    const normalize::Header& header = headers[number];
    if (!header.column) {
      continue;
    }
    switch (*header.column) {
      case Column::order_id:
        break;
      case Column::message_id:
        id_ = number;
        break;
      case Column::received_at:
        received_ = DateColumn{number};
        break;
      case Column::responded_at:
        responded_ = DateColumn{number};
        break;
      case Column::no_response_needed:
        no_response_needed_ = ValueColumn{number, ValueMemory{header}};
        break;
      default:
        has_other_columns_ = true;
    }
  }
}

bool MessagePacker::take(read::PlainRow& row) {
  Packed message{};
  if (has_other_columns_ || (received_ && !received_->read(row, zone_, message.received)) ||
      (responded_ && !responded_->read(row, zone_, message.responded))) {
    return false;
  }
  if (no_response_needed_) {
    const int value = no_response_needed_->read(row);
    if (value == ValueMemory::not_known) {
      return false;
    }
    message.no_response_needed = value > 0;
  }
  const std::string_view id = id_ ? row.field(*id_) : std::string_view{};
  const bool replied_before = message.responded.first != 0 && message.responded.last < message.received.first;
  if (!is_trim(id) || row.needs_unquoting() || message.received.first == 0 || replied_before) {
    return false;
  }
  note_dates(message);
  message.id_hash = id.empty() ? 0 : RepeatFinder::hash_of(id);
  if (kept_.cover(message.received.first)) {
    message.id_size = static_cast<std::uint32_t>(id.size());
    ids_ += id;
    messages_.push_back(message);
    return true;
  }
  count_only(message);
  if (message.id_hash != 0) {
    counted_ids_.push_back(message.id_hash);
  }
  return true;
}

void MessagePacker::note_dates(const Packed& message) {
  oldest_receipt_ = std::min(oldest_receipt_, message.received.first);
  newest_receipt_ = std::max(newest_receipt_, message.received.first);
  newest_.note(days_.day_of(message.received.first), message.received.first);
  if (message.responded.first != 0) {
    newest_.note(days_.day_of(message.responded.first), message.responded.first);
  }
}

void MessagePacker::count_only(const Packed& message) {
  const bool before = kept_.begin_after(message.received.first);
  Counted& counted = counted_[(before ? 0U : 2U) + (message.no_response_needed ? 1U : 0U)];
  const bool further = before ? message.received.first < counted.furthest.received.first
                              : message.received.first > counted.furthest.received.first;
  if (++counted.rows == 1 || further) {
    counted.furthest = message;
  }
}

Message MessagePacker::unpacked(const Packed& packed) {
  Message message{};
  message.received_at = stamp_of(packed.received);
  if (packed.responded.first != 0) {
    message.responded_at = stamp_of(packed.responded);
  }
  message.no_response_needed = packed.no_response_needed;
  return message;
}

void MessagePacker::add_counts_to(OrderBook& book, OrderBook::FileId file) const {
  book.file(file).rows += static_cast<std::int64_t>(messages_.size());
  for (const Counted& counted : counted_) {
    if (counted.rows == 0) {
      continue;
    }
    book.add(OrderBook::AlikeMessages{
        .message = {.file = file, .record = unpacked(counted.furthest), .files = book.file_set_of(std::span{&file, 1})},
        .rows = counted.rows});
    book.file(file).rows += counted.rows;
  }
  if (newest_receipt_ != 0) {
    for (const std::uint32_t seconds : {oldest_receipt_, newest_receipt_}) {
      book.place(file, Instant{std::chrono::seconds{seconds}});
    }
  }
  newest_.for_each([&](Instant instant) { book.happened(file, instant); });
}

}  // namespace sellerhealth::index
