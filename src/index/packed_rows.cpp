#include "index/packed_rows.hpp"

#include <algorithm>
#include <optional>

namespace sellerhealth::index {

namespace {

std::optional<Instant> instant_of(std::uint32_t seconds) {
  return seconds == 0 ? std::nullopt : std::optional{Instant{std::chrono::seconds{seconds}}};
}

std::optional<Stamp> stamp_of(std::uint32_t first, std::uint32_t last) {
  const std::optional<Instant> begin = instant_of(first);
  return begin ? std::optional{Stamp{*begin, Instant{std::chrono::seconds{last}}}} : std::nullopt;
}

OrderRow row_of(const RowShape& shape) {
  OrderRow row;
  row.status = shape.status;
  row.fulfillment = shape.fulfillment;
  row.cancelled_by = shape.cancelled_by;
  row.buyer_requested_cancel = shape.buyer_requested_cancel;
  row.not_marketplace = shape.not_marketplace;
  return row;
}

}  // namespace

ShapeTable::Id ShapeTable::id_of(const RowShape& shape) {
  const std::scoped_lock lock{mutex_};
  const auto known = std::find(shapes_.begin(), shapes_.end(), shape);
  if (known != shapes_.end()) {
    return static_cast<Id>(known - shapes_.begin());
  }
  if (shapes_.size() == none) {
    return none;
  }
  shapes_.push_back(shape);
  return static_cast<Id>(shapes_.size() - 1);
}

OrderRow unpacked(const PackedRow& packed, const RowShape& shape) {
  OrderRow row = row_of(shape);
  row.purchase_date = stamp_of(packed.purchased, packed.purchased);
  row.too_late = instant_of(packed.too_late);
  row.ship_date = stamp_of(packed.shipped, packed.shipped);
  return row;
}

OrderRow unpacked(const WideRow& wide, const RowShape& shape) {
  OrderRow row = row_of(shape);
  row.purchase_date = stamp_of(wide.purchased, wide.purchased);
  row.last_updated_date = stamp_of(wide.updated, wide.updated);
  row.too_late = instant_of(wide.too_late);
  row.ship_date = stamp_of(wide.shipped, wide.shipped_last);
  row.cancel_date = stamp_of(wide.cancelled, wide.cancelled_last);
  return row;
}

}  // namespace sellerhealth::index
