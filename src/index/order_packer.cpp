#include "index/order_packer.hpp"

#include <algorithm>
#include <utility>

#include "normalize/plain_forms.hpp"
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

}  // namespace

OrderPacker::OrderPacker(OrderBook::FileId file, std::span<const normalize::Header> headers, bool lists_open_orders,
                         const TimeZone& zone, const KeptRows& kept, ShapeTable& shapes, PartedRows& rows)
    : file_id_{file},
      lists_open_orders_{lists_open_orders},
      zone_{zone},
      kept_{kept},
      shapes_{shapes},
      rows_{rows},
      file_{zone},
      known_shapes_(std::size_t{1} << 11U, ShapeTable::none) {
  constexpr std::chrono::days longest_offset{1};
  from_ = util::iso_date(Day{std::chrono::floor<std::chrono::days>(std::chrono::seconds{kept.from}) - longest_offset});
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
    if (!is_trim(text) || !read(column, text, cells)) {
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
  } else if (!keep(cells)) {
    return false;
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
    case Column::order_id: {
      const std::optional<std::uint64_t> number = normalize::parse_order_number(text);
      cells.order_number = number.value_or(0);
      return number.has_value();
    }
    case Column::purchase_date:
      return read_moment(text, zone_, cells.purchased);
    case Column::last_updated_date:
      return read_moment(text, zone_, cells.updated);
    case Column::ship_date:
      return read_moment(text, zone_, cells.shipped);
    case Column::cancel_date:
      return read_moment(text, zone_, cells.cancelled);
    case Column::latest_ship_date:
      return read_deadline(text, zone_, cells.too_late);
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
  constexpr std::string_view iso = "2026-06-03";
  // An instant of that day or later is written as the day before at the earliest, and `from_` has more leeway.
  return cells.purchased.first < kept_.from && date.size() >= iso.size() && date[4] == '-' && date[7] == '-' &&
         date.compare(0, iso.size(), from_) < 0;
}

bool OrderPacker::is_kept(const Cells& cells) const {
  const std::uint32_t purchased = cells.purchased.first;
  // Rows without a purchase come from files that know another part of their orders.
  return purchased == 0 || kept_.cover(purchased) || cells.order_number == 0 ||
         kept_.orders.contains(cells.order_number);
}

void OrderPacker::note_dates(const Cells& cells) {
  if (const std::uint32_t purchased = cells.purchased.first; purchased != 0) {
    file_.oldest_purchase = std::min(file_.oldest_purchase, purchased);
    file_.newest_purchase = std::max(file_.newest_purchase, purchased);
  }
  file_.has_undated |= cells.purchased.first == 0;
  for (const Moment* moment : {&cells.purchased, &cells.updated, &cells.shipped, &cells.cancelled}) {
    if (moment->first != 0) {
      file_.newest.note(moment->first);
    }
  }
}

void OrderPacker::count_only(const Cells& cells) {
  const bool is_before = cells.purchased.first < kept_.from;
  PackedFile::Counted& counted = is_before ? file_.before : file_.after;
  if (++counted.rows == 1) {
    counted.furthest = cells.purchased.first;
  }
  counted.furthest =
      is_before ? std::min(counted.furthest, cells.purchased.first) : std::max(counted.furthest, cells.purchased.first);
  file_.has_sold_elsewhere |= cells.not_marketplace;
}

ShapeTable::Id OrderPacker::shape_of(const Cells& cells) {
  RowShape shape{.file = file_id_,
                 .status = !cells.item_status.empty() ? cells.item_status : cells.order_status,
                 .fulfillment = cells.fulfillment,
                 .cancelled_by = cells.cancelled_by,
                 .buyer_requested_cancel = cells.buyer_requested_cancel,
                 .not_marketplace = cells.not_marketplace};
  if (lists_open_orders_) {
    shape.status.insert(OrderStatus::open);
  }
  const std::size_t number =
      shape.status.bits() | std::size_t{shape.fulfillment.bits()} << 4U | std::size_t{shape.cancelled_by.bits()} << 6U |
      std::size_t{shape.buyer_requested_cancel} << 9U | std::size_t{shape.not_marketplace} << 10U;
  ShapeTable::Id& known = known_shapes_[number];
  if (known == ShapeTable::none) {
    known = shapes_.id_of(shape);
  }
  return known;
}

bool OrderPacker::keep(const Cells& cells) {
  const ShapeTable::Id shape = shape_of(cells);
  if (shape == ShapeTable::none) {
    return false;
  }
  const auto is_instant = [](const Moment& moment) { return moment.first == moment.last; };
  if (cells.updated.first == 0 && cells.cancelled.first == 0 && is_instant(cells.purchased) &&
      is_instant(cells.shipped) && shape < 1U << PackedRow::shape_bits) {
    PackedRow row{cells.order_number, shape};
    row.purchased = cells.purchased.first;
    row.too_late = cells.too_late;
    row.shipped = cells.shipped.first;
    if (last_ != nullptr && last_->says_the_same(row) && last_->repeats() < PackedRow::most_repeats) {
      last_->repeat();
    } else {
      last_ = &rows_.add(row);
    }
    return true;
  }
  rows_.add(WideRow{.order_number = cells.order_number,
                    .purchased = cells.purchased.first,
                    .updated = cells.updated.first,
                    .too_late = cells.too_late,
                    .shipped = cells.shipped.first,
                    .shipped_last = cells.shipped.last,
                    .cancelled = cells.cancelled.first,
                    .cancelled_last = cells.cancelled.last,
                    .shape = shape});
  return true;
}

}  // namespace sellerhealth::index
