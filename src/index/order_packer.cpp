#include "index/order_packer.hpp"

#include <algorithm>
#include <utility>

#include "normalize/rows.hpp"
#include "util/dates.hpp"

namespace sellerhealth::index {

namespace {

bool has_values(Column column) {
  switch (column) {
    case Column::order_status:
    case Column::item_status:
    case Column::fulfillment_channel:
    case Column::sales_channel:
    case Column::cancelled_by:
    case Column::buyer_requested_cancel:
      return true;
    default:
      return false;
  }
}

/// Whether it tells nothing about a row that is only counted.
bool may_be_passed(Column column) {
  return column == Column::latest_ship_date || (has_values(column) && column != Column::sales_channel);
}

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
      days_of_purchase_{zone},
      days_of_shipment_{zone},
      other_days_{zone},
      known_(1024) {
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const std::optional<Column> column = headers[i].column;
    if (column && (*column == Column::order_id || has_values(*column) || normalize::is_date(*column))) {
      columns_.push_back({i, *column, has_values(*column), may_be_passed(*column), ValueMemory{headers[i]}});
    }
  }
}

bool OrderPacker::take(read::PlainRow& row) {
  Cells cells;
  bool kept = true;
  for (ReadColumn& column : columns_) {
    if (!kept && column.may_be_passed) {
      continue;
    }
    const std::string_view text = row.field(column.number);
    if (!kept && !column.has_values && is_long_past(text, cells)) {
      continue;
    }
    if (!read(column, text, cells)) {
      return false;
    }
    if (column.column == Column::order_id || column.column == Column::purchase_date) {
      kept = is_kept(cells);
    }
  }
  if (row.needs_unquoting()) {
    return false;
  }
  if (!kept) {
    count_only(cells);
  } else {
    cells.order_number = normalize::parse_order_number(cells.order_id).value_or(0);
    if (cells.order_number == 0 || !keep(cells)) {
      return false;
    }
  }
  ++file_.rows;
  note_dates(cells);
  return true;
}

bool OrderPacker::read(ReadColumn& column, std::string_view text, Cells& cells) const {
  if (column.has_values) {
    return read_value(column, text, cells);
  }
  switch (column.column) {
    case Column::order_id:
      cells.order_id = text;
      return normalize::may_be_order_number(text);
    case Column::purchase_date:
      return read_moment(text, zone_, column.stamps, cells.purchased);
    case Column::last_updated_date:
      return read_moment(text, zone_, column.stamps, cells.updated);
    case Column::ship_date:
      return read_moment(text, zone_, column.stamps, cells.shipped);
    case Column::cancel_date:
      return read_moment(text, zone_, column.stamps, cells.cancelled);
    case Column::latest_ship_date:
      return read_deadline(text, zone_, column.stamps, cells.too_late);
    default:
      return true;
  }
}

bool OrderPacker::read_value(ReadColumn& column, std::string_view text, Cells& cells) {
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

bool OrderPacker::is_kept(const Cells& cells) const {
  const std::uint32_t purchased = cells.purchased.first;
  // Rows without a purchase come from files that know another part of their orders.
  return purchased == 0 || kept_.cover(purchased) || cells.order_id.empty() || kept_.orders.contains(cells.order_id);
}

void OrderPacker::note_dates(const Cells& cells) {
  if (const std::uint32_t purchased = cells.purchased.first; purchased != 0) {
    file_.oldest_purchase = std::min(file_.oldest_purchase, purchased);
    file_.newest_purchase = std::max(file_.newest_purchase, purchased);
  }
  file_.has_undated |= cells.purchased.first == 0;
  const auto note = [&](const Moment& moment, LocalDays& days) {
    if (moment.first != 0) {
      file_.newest.note(days.day_of(moment.first), moment.first);
    }
  };
  if (!passes_dates_ || cells.purchased.first >= kept_.from) {
    note(cells.purchased, days_of_purchase_);
  }
  note(cells.shipped, days_of_shipment_);
  note(cells.updated, other_days_);
  note(cells.cancelled, other_days_);
}

void OrderPacker::count_only(const Cells& cells) {
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

bool OrderPacker::keep(const Cells& cells) {
  const ContentTable::Id id = days_are_enough(cells) ? id_of(content_of(cells, true)) : ContentTable::none;
  if (id == ContentTable::none) {
    return keep_wide(cells);
  }
  if (last_number_ == cells.order_number && last_->content == id && last_->repeats() < PackedRow::most_repeats) {
    last_->repeat();
  } else {
    last_ = &rows_.add(PackedRow{cells.order_number, id});
    last_number_ = cells.order_number;
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
    const auto begin_of = [](const Moment& moment, LocalDays& days) {
      return moment.first == 0 ? 0 : days.begin_of_day(moment.first);
    };
    content.purchased = begin_of(cells.purchased, days_of_purchase_);
    content.too_late = cells.too_late;
    content.shipped = begin_of(cells.shipped, days_of_shipment_);
    content.cancelled = begin_of(cells.cancelled, other_days_);
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

bool OrderPacker::keep_wide(const Cells& cells) {
  const ContentTable::Id id = id_of(content_of(cells, false));
  if (id == ContentTable::none) {
    return false;
  }
  rows_.add(WideRow{.order_number = cells.order_number,
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
