#include "sellerhealth/order_book.hpp"

#include <algorithm>
#include <utility>

#include "util/text.hpp"

namespace sellerhealth {

namespace {

/// The latest of two stamps, each of which may be any instant of its range.
Stamp latest(const Stamp& a, const Stamp& b) { return {std::max(a.first, b.first), std::max(a.last, b.last)}; }
Stamp earliest(const Stamp& a, const Stamp& b) { return {std::min(a.first, b.first), std::min(a.last, b.last)}; }

void keep_earliest(std::optional<Stamp>& kept, const std::optional<Stamp>& other) {
  if (other) {
    kept = kept ? earliest(*kept, *other) : *other;
  }
}

/// Amazon numbers orders of its multi-channel fulfillment, sold elsewhere, S01-1234567-1234567.
bool sold_elsewhere(std::string_view order_id) {
  constexpr std::string_view form = "S0n-nnnnnnn-nnnnnnn";
  return std::equal(order_id.begin(), order_id.end(), form.begin(), form.end(),
                    [](char c, char expected) { return expected == 'n' ? c >= '0' && c <= '9' : c == expected; });
}

}  // namespace

SetTable::Id SetTable::with(Id set, Member member) {
  if (std::binary_search(sets_[set].begin(), sets_[set].end(), member)) {
    return set;
  }
  const auto [known, is_new] = with_.try_emplace({set, member}, 0);
  if (is_new) {
    std::vector<Member> members = sets_[set];
    members.insert(std::upper_bound(members.begin(), members.end(), member), member);
    // The same set may be reached by adding its members in another order.
    const auto [same, is_new_set] = ids_.try_emplace(members, static_cast<Id>(sets_.size()));
    if (is_new_set) {
      sets_.push_back(std::move(members));
    }
    known->second = same->second;
  }
  return known->second;
}

TextTable::Id TextTable::id_of(std::string_view text) {
  if (slots_.size() < 2 * texts_.size() + 2) {
    grow();
  }
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot].id != free; slot = behind(slot)) {
    if (slots_[slot].hash == hash && texts_[slots_[slot].id] == text) {
      return slots_[slot].id;
    }
  }
  const auto id = static_cast<Id>(texts_.size());
  slots_[slot] = {id, hash};
  char* const kept = static_cast<char*>(memory_->allocate(text.size(), 1));
  texts_.emplace_back(kept, text.copy(kept, text.size()));
  return id;
}

void TextTable::grow() {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& text : before) {
    if (text.id != free) {
      std::size_t slot = text.hash & (slots_.size() - 1);
      while (slots_[slot].id != free) {
        slot = behind(slot);
      }
      slots_[slot] = text;
    }
  }
}

OrderBook::OrderBook(TimeZone zone, std::vector<Filter> filters, std::optional<Column> segment_by)
    : zone_{std::move(zone)}, filters_{std::move(filters)}, segment_by_{segment_by} {}

OrderBook::FileId OrderBook::add_file(ExportFile file) {
  files_.push_back(std::move(file));
  rows_.emplace_back();
  newest_.emplace_back();
  return static_cast<FileId>(files_.size() - 1);
}

OrderBook::OrderIndex OrderBook::index_of(std::string_view order_id) {
  if (order_id.empty()) {
    return no_order;
  }
  const OrderIndex index = order_ids_.id_of(order_id);
  if (index == orders_.size()) {
    orders_.push_back({.id = order_ids_[index], .not_marketplace = sold_elsewhere(order_id)});
  }
  return index;
}

OrderBook::OrderIndex OrderBook::required_index_of(std::string_view order_id) {
  if (order_id.empty()) {
    throw UsageError{"a record without an order id"};
  }
  return index_of(order_id);
}

OrderBook::SegmentId OrderBook::segment_of(std::string_view value) {
  const SegmentId id = segment_ids_.id_of(util::lower_case(value));
  if (id == segments_.size()) {
    segments_.emplace_back(value);
  } else if (std::string& shown = segments_[id]; value < shown) {
    shown = value;
  }
  return id;
}

void OrderBook::place(FileId file, Instant instant) {
  ExportFile& placed = files_[file];
  const Day day = zone_.day_of(instant);
  placed.first_day = placed.first_day ? std::min(*placed.first_day, day) : day;
  placed.last_day = placed.last_day ? std::max(*placed.last_day, day) : day;
}

void OrderBook::happened(FileId file, Instant instant) {
  Instant& newest = newest_[file].try_emplace(zone_.day_of(instant), never).first->second;
  newest = std::max(newest, instant);
}

void OrderBook::Order::merge(const OrderRow& row) {
  if (row.purchase_date) {
    purchased = std::min(purchased, row.purchase_date->first);
    last_purchased = std::max(last_purchased, row.purchase_date->first);
  }
  if (row.too_late) {
    too_late = std::max(too_late, *row.too_late);
  }
  if (row.ship_date) {
    shipped = latest(shipped, *row.ship_date);
  }
  if (row.cancel_date) {
    cancelled = latest(cancelled, *row.cancel_date);
  }
  if (!row.status.empty()) {
    const Instant updated = row.last_updated_date ? row.last_updated_date->first : never;
    if (updated > status_updated) {
      status_updated = updated;
      status = row.status;
    } else if (updated == status_updated) {
      status.insert(row.status);
    }
  }
  fulfillment.insert(row.fulfillment);
  cancelled_by.insert(row.cancelled_by);
  buyer_requested_cancel |= row.buyer_requested_cancel;
  not_marketplace |= row.not_marketplace;
  filters_met |= row.filters_met;
}

OrderBook::OrderIndex OrderBook::merge(FileId file, const OrderRow& row, std::int64_t rows) {
  const OrderIndex index = required_index_of(row.order_id);
  Order& order = orders_[index];
  order.merge(row);
  order.files = file_sets_.with(order.files, file);
  for (const std::string_view value : row.segments) {
    order.segments = segment_sets_.with(order.segments, segment_of(value));
  }
  rows_[file].insert(rows_[file].end(), static_cast<std::size_t>(rows), index);
  return index;
}

void OrderBook::add(FileId file, const OrderRow& row) {
  merge(file, row, 1);
  if (row.purchase_date) {
    place(file, row.purchase_date->first);
  }
  for (const auto& stamp : {row.purchase_date, row.last_updated_date, row.ship_date, row.cancel_date}) {
    if (stamp) {
      happened(file, stamp->first);
    }
  }
}

void OrderBook::add(Alike alike) { alike_.push_back(std::move(alike)); }

void OrderBook::add(AlikeMessages alike) { alike_messages_.push_back(std::move(alike)); }

OrderBook::FileSetId OrderBook::file_set_of(std::span<const FileId> files) {
  FileSetId set = 0;
  for (const FileId file : files) {
    set = file_sets_.with(set, file);
  }
  return set;
}

void OrderBook::add(FileId file, const Feedback& feedback) {
  const OrderIndex order = required_index_of(feedback.order_id);
  feedback_.push_back({.file = file, .order = order, .record = feedback});
  feedback_.back().record.order_id = orders_[order].id;
  if (feedback.date) {
    place(file, feedback.date->first);
  }
}

void OrderBook::add(FileId file, const Claim& claim) {
  const OrderIndex order = required_index_of(claim.order_id);
  claims_.push_back({.file = file, .order = order, .record = claim});
  Claim& kept = claims_.back().record;
  kept.order_id = orders_[order].id;
  for (std::string_view* text : {&kept.status, &kept.reason, &kept.amount, &kept.currency}) {
    *text = keep(*text);
  }
  if (claim.date) {
    place(file, claim.date->first);
  }
}

void OrderBook::add(FileId file, const Chargeback& chargeback) {
  const OrderIndex order = required_index_of(chargeback.order_id);
  chargebacks_.push_back({.file = file, .order = order, .record = chargeback});
  Chargeback& kept = chargebacks_.back().record;
  kept.order_id = orders_[order].id;
  for (std::string_view* text : {&kept.status, &kept.amount, &kept.currency}) {
    *text = keep(*text);
  }
  if (chargeback.date) {
    place(file, chargeback.date->first);
  }
}

void OrderBook::add(FileId file, const Message& message) {
  place(file, message.received_at.first);
  happened(file, message.received_at.first);
  if (message.responded_at) {
    happened(file, message.responded_at->first);
  }
  const OrderIndex order = index_of(message.order_id);
  std::string_view kept_id;
  if (!message.message_id.empty()) {
    const TextTable::Id id = message_ids_.id_of(message.message_id);
    if (id < messages_by_id_.size()) {
      Filed<Message>& merged = messages_[messages_by_id_[id]];
      merged.files = file_sets_.with(merged.files, file);
      merged.record.received_at = earliest(merged.record.received_at, message.received_at);
      keep_earliest(merged.record.responded_at, message.responded_at);
      merged.record.no_response_needed |= message.no_response_needed;
      // Rows that name different orders: the smaller id, so that the order of the rows makes no difference.
      if (order != no_order && (merged.order == no_order || orders_[order].id < orders_[merged.order].id)) {
        merged.order = order;
        merged.record.order_id = orders_[order].id;
      }
      // Of the first of its exports, in whatever order they are added.
      ++files_[std::max(merged.file, file)].repeated;
      merged.file = std::min(merged.file, file);
      return;
    }
    messages_by_id_.push_back(messages_.size());
    kept_id = message_ids_[id];
  }
  messages_.push_back({.file = file, .order = order, .record = message, .files = file_sets_.with(0, file)});
  messages_.back().record.message_id = kept_id;
  messages_.back().record.order_id = order == no_order ? std::string_view{} : orders_[order].id;
}

void OrderBook::add(FileId file, const Violation& violation) {
  place(file, violation.date.first);
  std::string_view kept_id;
  if (!violation.violation_id.empty()) {
    const TextTable::Id id = violation_ids_.id_of(violation.violation_id);
    if (id < violations_by_id_.size()) {
      Violation& merged = violations_[violations_by_id_[id]].record;
      merged.date = earliest(merged.date, violation.date);
      merged.resolved |= violation.resolved;
      keep_earliest(merged.resolved_date, violation.resolved_date);
      // Rows that differ: the smaller text, so that the order of the rows makes no difference.
      if (merged.type.empty() || (!violation.type.empty() && violation.type < merged.type)) {
        merged.type = keep(violation.type);
      }
      ++files_[file].repeated;
      return;
    }
    violations_by_id_.push_back(violations_.size());
    kept_id = violation_ids_[id];
  }
  violations_.push_back({.file = file, .record = violation});
  violations_.back().record.violation_id = kept_id;
  violations_.back().record.type = keep(violation.type);
}

void OrderBook::warn(Diagnostic warning) { warnings_.push_back(std::move(warning)); }

bool OrderBook::has(Kind kind) const {
  return std::any_of(files_.begin(), files_.end(), [&](const ExportFile& file) { return file.kind == kind; });
}

bool OrderBook::has(Kind kind, Column column) const {
  return std::any_of(files_.begin(), files_.end(),
                     [&](const ExportFile& file) { return file.kind == kind && file.columns.contains(column); });
}

std::optional<Instant> OrderBook::newest_purchase() const {
  std::optional<Instant> newest;
  for_each_order([&](const Order& order, std::int64_t /*count*/) {
    if (order.dated() && (!newest || order.purchased > *newest)) {
      newest = order.purchased;
    }
  });
  return newest;
}

bool OrderBook::passes_filters(const Order& order) const {
  const auto all = static_cast<std::uint32_t>((std::uint64_t{1} << filters_.size()) - 1);
  return (order.filters_met & all) == all;
}

}  // namespace sellerhealth
