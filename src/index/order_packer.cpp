#include "index/order_packer.hpp"

#include <algorithm>
#include <utility>

#include "normalize/rows.hpp"
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
      contents_{contents},
      rows_{rows},
      days_{zone} {
  for (std::size_t number = 0; number < headers.size(); ++number) {
    const normalize::Header& header = headers[number];
    if (!header.column) {
      continue;
    }
    switch (*header.column) {
      case Column::order_id:
        order_id_ = number;
        break;
      case Column::sales_channel:
        sales_channel_ = ValueColumn{number, *header.column, ValueMemory{header}};
        break;
      case Column::order_status:
      case Column::item_status:
      case Column::fulfillment_channel:
      case Column::cancelled_by:
      case Column::buyer_requested_cancel:
        values_.push_back({number, *header.column, ValueMemory{header}});
        break;
      case Column::purchase_date:
        purchase_ = DateColumn{number, &Cells::purchased};
        break;
      case Column::last_updated_date:
        dates_.push_back({number, &Cells::updated});
        break;
      case Column::ship_date:
        dates_.push_back({number, &Cells::shipped});
        break;
      case Column::cancel_date:
        dates_.push_back({number, &Cells::cancelled});
        break;
      case Column::latest_ship_date:
        deadline_ = DeadlineColumn{number};
        break;
      default:
        break;
    }
  }
}

bool OrderPacker::take(read::PlainRow& row) {
  if (!order_id_) {
    return false;
  }
  Cells cells;
  cells.order_id = row.field(*order_id_);
  if (!normalize::may_be_order_number(cells.order_id) ||
      (purchase_ && !read(*purchase_, row.field(purchase_->number), cells))) {
    return false;
  }
  const bool taken = is_kept(cells) ? take_kept(row, cells) : take_counted(row, cells);
  if (taken) {
    ++file_.rows;
    note_dates(cells);
  }
  return taken;
}

bool OrderPacker::is_kept(const Cells& cells) const {
  const std::uint32_t purchased = cells.purchased.first;
  // Rows without a purchase come from files that know another part of their orders.
  return purchased == 0 || kept_.cover(purchased) || kept_.orders.contains(cells.order_id);
}

bool OrderPacker::take_counted(read::PlainRow& row, Cells& cells) {
  if (sales_channel_ && !read(*sales_channel_, row.field(sales_channel_->number), cells)) {
    return false;
  }
  for (DateColumn& column : dates_) {
    const std::string_view date = row.field(column.number);
    if (!is_long_past(date, cells) && !read(column, date, cells)) {
      return false;
    }
  }
  if (row.needs_unquoting()) {
    return false;
  }
  find_days(cells);
  count(cells);
  return true;
}

bool OrderPacker::take_kept(read::PlainRow& row, Cells& cells) {
  for (DateColumn& column : dates_) {
    if (!read(column, row.field(column.number), cells)) {
      return false;
    }
  }
  if (deadline_ && !read_deadline(row.field(deadline_->number), zone_, deadline_->stamps, cells.too_late)) {
    return false;
  }
  if (sales_channel_ && !read(*sales_channel_, row.field(sales_channel_->number), cells)) {
    return false;
  }
  for (ValueColumn& column : values_) {
    if (!read(column, row.field(column.number), cells)) {
      return false;
    }
  }
  find_days(cells);
  const std::uint64_t order_number = normalize::parse_order_number(cells.order_id);
  return order_number != 0 && !row.needs_unquoting() && keep(order_number, cells);
}

bool OrderPacker::read(DateColumn& column, std::string_view text, Cells& cells) const {
  return read_moment(text, zone_, column.stamps, cells.*column.date);
}

bool OrderPacker::read(ValueColumn& column, std::string_view text, Cells& cells) {
  const int value = column.memory.value_of(text);
  if (value == ValueMemory::not_known) {
    return false;
  }
  if (value == ValueMemory::no_value) {
    return true;
  }
  switch (column.column) {
    case Column::order_status:
      cells.order_status.insert(static_cast<OrderStatus>(value));
      break;
    case Column::item_status:
      cells.item_status.insert(static_cast<OrderStatus>(value));
      break;
    case Column::fulfillment_channel:
      cells.fulfillment.insert(static_cast<Fulfillment>(value));
      break;
    case Column::cancelled_by:
      cells.cancelled_by.insert(static_cast<Canceller>(value));
      break;
    case Column::buyer_requested_cancel:
      cells.buyer_requested_cancel = value != 0;
      break;
    case Column::sales_channel:
      cells.not_marketplace = value != 0;
      break;
    default:
      break;
  }
  return true;
}

bool OrderPacker::is_long_past(std::string_view date, const Cells& cells) const {
  return passes_dates_ && cells.purchased.first < kept_.from && from_.is_after(date);
}

void OrderPacker::find_days(Cells& cells) {
  const auto day_of = [&](const Moment& moment) { return moment.first == 0 ? LocalDay{} : days_.at(moment.first); };
  cells.purchase_day = day_of(cells.purchased);
  cells.ship_day = day_of(cells.shipped);
  cells.cancel_day = day_of(cells.cancelled);
}

void OrderPacker::note_dates(const Cells& cells) {
  if (const std::uint32_t purchased = cells.purchased.first; purchased != 0) {
    file_.oldest_purchase = std::min(file_.oldest_purchase, purchased);
    file_.newest_purchase = std::max(file_.newest_purchase, purchased);
  }
  file_.has_undated |= cells.purchased.first == 0;
  const auto note = [&](const Moment& moment, const LocalDay& day) {
    if (moment.first != 0) {
      file_.newest.note(day.number, moment.first);
    }
  };
  if (!passes_dates_ || cells.purchased.first >= kept_.from) {
    note(cells.purchased, cells.purchase_day);
  }
  note(cells.shipped, cells.ship_day);
  note(cells.cancelled, cells.cancel_day);
  if (cells.updated.first != 0) {
    note(cells.updated, days_.at(cells.updated.first));
  }
}

void OrderPacker::count(const Cells& cells) {
  const std::uint32_t purchased = cells.purchased.first;
  const bool is_before = purchased < kept_.from;
  PackedFile::Counted& counted = is_before ? file_.before : file_.after;
  if (++counted.rows == 1 || (is_before ? purchased < counted.furthest : purchased > counted.furthest)) {
    counted.furthest = purchased;
  }
  file_.has_sold_elsewhere |= cells.not_marketplace;
}

bool OrderPacker::days_are_enough(const Cells& cells) {
  constexpr std::uint32_t first_days = 7 * 86400;  // of 1970, which may begin before it
  const auto none_or_instant = [](const Moment& moment) {
    return moment.first == 0 || (moment.is_instant() && moment.first > first_days);
  };
  const bool none_or_in_time =
      cells.shipped.first == 0 || (cells.shipped.first < cells.too_late && cells.cancelled.first == 0);
  return cells.updated.first == 0 && none_or_instant(cells.purchased) && none_or_instant(cells.shipped) &&
         none_or_in_time && (cells.cancelled.first == 0 || cells.cancelled.first > first_days);
}

bool OrderPacker::keep(std::uint64_t order_number, const Cells& cells) {
  const ContentTable::Id id = days_are_enough(cells) ? id_of(content_of(cells, true)) : ContentTable::none;
  if (id == ContentTable::none) {
    return keep_wide(order_number, cells);
  }
  if (last_number_ == order_number && last_->content == id && last_->repeats() < PackedRow::most_repeats) {
    last_->repeat();
  } else {
    last_ = &rows_.add(PackedRow{order_number, id});
    last_number_ = order_number;
  }
  return true;
}

RowContent OrderPacker::content_of(const Cells& cells, bool with_dates) {
  RowContent content{.file = file_id_,
                     .status = !cells.item_status.empty() ? cells.item_status : cells.order_status,
                     .fulfillment = cells.fulfillment,
                     .cancelled_by = cells.cancelled_by,
                     .buyer_requested_cancel = cells.buyer_requested_cancel,
                     .not_marketplace = cells.not_marketplace};
  if (lists_open_orders_) {
    content.status.insert(OrderStatus::open);
  }
  if (with_dates) {
    content.purchased = cells.purchase_day.begin;
    content.too_late = cells.too_late;
    content.shipped = cells.ship_day.begin;
    content.cancelled = cells.cancel_day.begin;
  }
  return content;
}

ContentTable::Id OrderPacker::id_of(const RowContent& content) {
  Known& known = known_[ContentHash{}(content) % known_.size()];
  if (known.id == ContentTable::none || known.content != content) {
    known = {content, contents_.id_of(content)};
  }
  return known.id;
}

bool OrderPacker::keep_wide(std::uint64_t order_number, const Cells& cells) {
  const ContentTable::Id id = id_of(content_of(cells, false));
  if (id == ContentTable::none) {
    return false;
  }
  rows_.add(WideRow{.order_number = order_number,
                    .purchased = cells.purchased.first,
                    .updated = cells.updated.first,
                    .too_late = cells.too_late,
                    .shipped = cells.shipped.first,
                    .shipped_last = cells.shipped.last,
                    .cancelled = cells.cancelled.first,
                    .cancelled_last = cells.cancelled.last,
                    .content = id});
  return true;
}

}  // namespace sellerhealth::index
