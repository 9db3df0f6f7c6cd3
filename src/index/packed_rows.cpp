#include "index/packed_rows.hpp"

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

}  // namespace

ContentTable::Id ContentTable::id_of(const RowContent& content) {
  constexpr std::size_t most = std::size_t{1} << 18U;
  const std::scoped_lock lock{mutex_};
  if (const auto known = ids_.find(content); known != ids_.end()) {
    return known->second;
  }
  if (contents_.size() == most) {
    return none;
  }
  const auto id = static_cast<Id>(contents_.size());
  contents_.push_back(content);
  ids_.emplace(content, id);
  return id;
}

OrderRow unpacked(const RowContent& content) {
  OrderRow row;
  row.purchase_date = stamp_of(content.purchased, content.purchased);
  row.status = content.values.status();
  row.fulfillment = content.values.fulfillment();
  row.too_late = instant_of(content.too_late);
  row.ship_date = stamp_of(content.shipped, content.shipped);
  row.cancel_date = stamp_of(content.cancelled, content.cancelled);
  row.cancelled_by = content.values.cancelled_by();
  row.buyer_requested_cancel = content.values.buyer_requested_cancel();
  row.not_marketplace = content.values.not_marketplace();
  return row;
}

OrderRow unpacked(const WideRow& wide, const RowContent& content) {
  OrderRow row = unpacked(content);
  row.purchase_date = stamp_of(wide.purchased, wide.purchased);
  row.last_updated_date = stamp_of(wide.updated, wide.updated);
  row.too_late = instant_of(wide.too_late);
  row.ship_date = stamp_of(wide.shipped, wide.shipped_last);
  row.cancel_date = stamp_of(wide.cancelled, wide.cancelled_last);
  return row;
}

}  // namespace sellerhealth::index
