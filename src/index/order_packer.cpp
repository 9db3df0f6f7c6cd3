#include "index/order_packer.hpp"

#include <algorithm>

#include "util/dates.hpp"

namespace sellerhealth::index {

namespace {

Day utc_day_before(std::uint32_t seconds) {
  return Day{std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds}) - std::chrono::days{1}};
}

}  // namespace

OrderPacker::OrderPacker(OrderBook::FileId file, std::span<const normalize::Header> headers, bool lists_open_orders,
                         const TimeZone& zone, const KeptRows& kept, bool passes_dates, ContentTable& contents,
                         PartedRows& rows)
    : file_id_{file},
      lists_open_orders_{lists_open_orders},
      zone_{zone},
      kept_{kept},
      passes_dates_{passes_dates},
      from_{util::iso_date(utc_day_before(kept.from))},
      days_{zone},
      rows_{contents, rows} {
  for (std::size_t number = 0; number < headers.size(); ++number) {
    const normalize::Header& header = headers[number];
    if (!header.column) {
      continue;
    }
    const auto value = [&](RowValues::Column of_values) {
      return OrderValue{{number, ValueMemory{header}}, &Cells::values, of_values};
    };
    switch (*header.column) {
      case Column::order_id:
        order_id_ = number;
        break;
      case Column::sales_channel:
        sales_channel_ = value(RowValues::Column::not_marketplace);
        break;
      case Column::order_status:
        values_.push_back(value(RowValues::Column::status));
        break;
      case Column::item_status:
        values_.push_back(value(RowValues::Column::status));
        values_.back().values = &Cells::item;
        break;
      case Column::fulfillment_channel:
        values_.push_back(value(RowValues::Column::fulfillment));
        break;
      case Column::cancelled_by:
        values_.push_back(value(RowValues::Column::cancelled_by));
        break;
      case Column::buyer_requested_cancel:
        values_.push_back(value(RowValues::Column::buyer_requested_cancel));
        break;
      case Column::purchase_date:
        purchase_ = DateColumn{number};
        break;
      case Column::last_updated_date:
        dates_.push_back({{number}, &Cells::updated});
        break;
      case Column::ship_date:
        dates_.push_back({{number}, &Cells::shipped});
        break;
      case Column::cancel_date:
        dates_.push_back({{number}, &Cells::cancelled});
        break;
      case Column::latest_ship_date:
        deadline_ = DateColumn{number};
        break;
      default:
        break;
    }
  }
}

// What is done for every row, or for every cell, is inline: else compilers leave some of it out as too large.

inline bool OrderPacker::read(OrderValue& value, read::PlainRow& row, Cells& cells) {
  const int number = value.column.read(row);
  if (number == ValueMemory::not_known) [[unlikely]] {
    return false;
  }
  if (number != ValueMemory::no_value) {
    (cells.*value.values).insert(value.of_values, number);
  }
  return true;
}

inline bool OrderPacker::is_kept(std::string_view order_id, const Cells& cells) const {
  const std::uint32_t purchased = cells.purchased.first;
  // Rows without a purchase come from files that know another part of their orders.
  return purchased == 0 || kept_.cover(purchased) || kept_.orders.contains(order_id);
}

inline bool OrderPacker::is_long_past(std::string_view date, const Cells& cells) const {
  return passes_dates_ && kept_.begin_after(cells.purchased.first) && from_.is_after(date);
}

inline void OrderPacker::note_purchase(const Cells& cells) {
  const std::uint32_t purchased = cells.purchased.first;
  if (purchased != 0) {
    file_.oldest_purchase = std::min(file_.oldest_purchase, purchased);
    file_.newest_purchase = std::max(file_.newest_purchase, purchased);
  }
  file_.has_undated |= purchased == 0;
}

inline LocalDay OrderPacker::day_of(const Moment& moment) {
  return moment.first == 0 ? LocalDay{} : days_.at(moment.first);
}

inline void OrderPacker::note(const Moment& moment, const LocalDay& day) {
  if (moment.first != 0) {
    file_.newest.note(day.number, moment.first);
  }
}

inline void OrderPacker::count(const Cells& cells) {
  const std::uint32_t purchased = cells.purchased.first;
  const bool is_before = kept_.begin_after(purchased);
  PackedFile::Counted& counted = is_before ? file_.before : file_.after;
  if (++counted.rows == 1 || (is_before ? purchased < counted.furthest : purchased > counted.furthest)) {
    counted.furthest = purchased;
  }
  file_.has_sold_elsewhere |= cells.values.not_marketplace();
}

bool OrderPacker::take_counted(read::PlainRow& row, Cells& cells) {
  if (sales_channel_ && !read(*sales_channel_, row, cells)) [[unlikely]] {
    return false;
  }
  for (OrderDate& date : dates_) {
    const std::string_view text = row.field(date.column.number);
    if (!is_long_past(text, cells) && !date.column.read(text, zone_, cells.*date.date)) [[unlikely]] {
      return false;
    }
  }
  if (row.needs_unquoting()) [[unlikely]] {
    return false;
  }
  count(cells);
  // Of dates that are passed over, none is noted, in whatever column.
  if (!passes_dates_ || !kept_.begin_after(cells.purchased.first)) {
    note(cells.purchased, day_of(cells.purchased));
  }
  for (const OrderDate& date : dates_) {
    note(cells.*date.date, day_of(cells.*date.date));
  }
  return true;
}

inline bool OrderPacker::days_are_enough(const Cells& cells) {
  constexpr std::uint32_t first_days = 7 * 86400;  // of 1970, which may begin before it
  const auto none_or_instant = [](const Moment& moment) {
    return moment.first == 0 || (moment.is_instant() && moment.first > first_days);
  };
  const bool none_or_in_time =
      cells.shipped.first == 0 || (cells.shipped.first < cells.too_late && cells.cancelled.first == 0);
  return cells.updated.first == 0 && none_or_instant(cells.purchased) && none_or_instant(cells.shipped) &&
         none_or_in_time && (cells.cancelled.first == 0 || cells.cancelled.first > first_days);
}

inline RowContent OrderPacker::content_of(const Cells& cells) const {
  RowContent content{.file = file_id_, .values = cells.values};
  content.values.prefer_status_of(cells.item);
  if (lists_open_orders_) {
    content.values.insert(RowValues::Column::status, static_cast<int>(OrderStatus::open));
  }
  return content;
}

inline RowContent OrderPacker::content_with_days(const Cells& cells, const Days& days) const {
  RowContent content = content_of(cells);
  content.purchased = days.purchased.begin;
  content.too_late = cells.too_late;
  content.shipped = days.shipped.begin;
  content.cancelled = days.cancelled.begin;
  return content;
}

inline bool OrderPacker::pack(std::uint64_t order_number, const Cells& cells, const Days& days) {
  if (days_are_enough(cells) && rows_.pack(order_number, content_with_days(cells, days))) [[likely]] {
    return true;
  }
  return rows_.pack(
      WideRow{
          .order_number = order_number,
          .purchased = cells.purchased.first,
          .updated = cells.updated.first,
          .too_late = cells.too_late,
          .shipped = cells.shipped.first,
          .shipped_last = cells.shipped.last,
          .cancelled = cells.cancelled.first,
          .cancelled_last = cells.cancelled.last,
      },
      content_of(cells));
}

bool OrderPacker::take_kept(std::string_view order_id, read::PlainRow& row, Cells& cells) {
  for (OrderDate& date : dates_) {
    if (!date.column.read(row, zone_, cells.*date.date)) [[unlikely]] {
      return false;
    }
  }
  if (deadline_ && !deadline_->read_deadline(row, zone_, cells.too_late)) [[unlikely]] {
    return false;
  }
  if (sales_channel_ && !read(*sales_channel_, row, cells)) [[unlikely]] {
    return false;
  }
  for (OrderValue& value : values_) {
    if (!read(value, row, cells)) [[unlikely]] {
      return false;
    }
  }
  const Days days{day_of(cells.purchased), day_of(cells.shipped), day_of(cells.cancelled)};
  const std::uint64_t order_number = normalize::number_of_order(order_id);
  if (order_number == 0 || row.needs_unquoting() || !pack(order_number, cells, days)) [[unlikely]] {
    return false;
  }
  note(cells.purchased, days.purchased);
  note(cells.shipped, days.shipped);
  note(cells.cancelled, days.cancelled);
  note(cells.updated, day_of(cells.updated));
  return true;
}

bool OrderPacker::take(read::PlainRow& row) {
  if (!order_id_) [[unlikely]] {
    return false;
  }
  Cells cells;
  const std::string_view order_id = row.field(*order_id_);
  if (!normalize::may_be_order_number(order_id) || (purchase_ && !purchase_->read(row, zone_, cells.purchased)))
      [[unlikely]] {
    return false;
  }
  const bool taken = is_kept(order_id, cells) ? take_kept(order_id, row, cells) : take_counted(row, cells);
  if (taken) {
    ++file_.rows;
    note_purchase(cells);
  }
  return taken;
}

}  // namespace sellerhealth::index
