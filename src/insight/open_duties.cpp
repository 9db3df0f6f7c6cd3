#include "insight/open_duties.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "index/exclusion.hpp"
#include "metric/metric.hpp"
#include "metric/order_states.hpp"
#include "util/text.hpp"

namespace sellerhealth::insight {

namespace {

constexpr std::chrono::seconds one_second{1};

Instant filed_at(const std::optional<Stamp>& date) { return date ? date->first : OrderBook::never; }

std::string_view reason_of(const Claim& claim) { return claim.reason; }
std::string_view reason_of(const Chargeback& /*chargeback*/) { return {}; }

/// Answered, so that others decide now.
bool is_answered(const Claim& claim) { return claim.under_review; }
bool is_answered(const Chargeback& /*chargeback*/) { return false; }

class Finder {
 public:
  Finder(const OrderBook& book, const index::History& history, Day present, const DeadlineOptions& options,
         bool hindsight)
      : book_{book}, history_{history}, present_{present}, options_{options}, hindsight_{hindsight} {}

  /// Rows of one order that were filed at the same moment, in exports of different days, are about one claim: it is
  /// open if none of them knows better.
  template <typename Record>
  void add_filings(std::span<const OrderBook::Filed<Record>> filings, Duty duty) {
    std::vector<const OrderBook::Filed<Record>*> rows;
    for (const auto& filed : filings) {
      const OrderBook::Order& order = book_.orders()[filed.order];
      if (!order.not_marketplace && book_.passes_filters(order) && has_happened(filed.record.date)) {
        rows.push_back(&filed);
      }
    }
    const auto key = [](const auto* row) { return std::pair{row->order, filed_at(row->record.date)}; };
    const auto fullness = [&](const auto* row) {
      const Record& record = row->record;
      return std::tuple{key(row), record.too_late, reason_of(record), record.amount, record.currency};
    };
    std::sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) { return fullness(a) < fullness(b); });
    for (auto row = rows.begin(); row != rows.end();) {
      const auto next = std::find_if(row, rows.end(), [&](const auto* other) { return key(other) != key(*row); });
      if (std::none_of(row, next, [&](const auto* same) { return is_done(same->record); })) {
        add_filing(**(next - 1), duty);
      }
      row = next;
    }
  }

  void add_messages() {
    for (const auto& filed : book_.messages()) {
      const Message& message = filed.record;
      if (message.no_response_needed || !has_happened(message.received_at) || index::exclusion_of(book_, filed)) {
        continue;
      }
      if (!history_.columns(filed.files).contains(Column::responded_at)) {
        ++found_.untold_messages;
      } else if (!message.responded_at || !has_happened(message.responded_at)) {
        OpenDuty duty{.deadline = {.duty = Duty::answer_message}, .message = &filed};
        duty.deadline.order_id = message.order_id;
        duty.deadline.message_id = message.message_id;
        duty.deadline.since = book_.zone().day_of(message.received_at.first);
        add(std::move(duty), message.received_at.last + time_to_respond + one_second, filed.files);
      }
    }
  }

  void add_orders() {
    for (OrderBook::OrderIndex i = 0; i < book_.orders().size(); ++i) {
      const OrderBook::Order& order = book_.orders()[i];
      if (!order.seller_fulfilled() || index::exclusion_of(book_, order) || order.purchased > options_.now) {
        continue;
      }
      const metric::OrderStates states = states_now(order);
      if (states.unknown.contains(present_)) {
        ++found_.untold_orders;
      }
      if (states.open.contains(present_)) {
        OpenDuty duty{.deadline = {.duty = Duty::ship_order}, .order = i};
        duty.deadline.order_id = order.id;
        duty.deadline.since = book_.zone().day_of(order.purchased);
        add(std::move(duty), order.too_late == OrderBook::never ? std::nullopt : std::optional{order.too_late},
            order.files);
      }
    }
  }

  [[nodiscard]] OpenDuties finish() {
    std::sort(found_.duties.begin(), found_.duties.end(), [](const OpenDuty& a, const OpenDuty& b) {
      const auto key = [](const Deadline& deadline) {
        return std::tuple{deadline.due.value_or(Instant::max()), deadline.duty, std::string_view{deadline.order_id},
                          std::string_view{deadline.message_id}};
      };
      return key(a.deadline) < key(b.deadline);
    });
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool has_happened(const std::optional<Stamp>& event) const {
    return !event || hindsight_ || event->first <= options_.now;
  }

  template <typename Record>
  [[nodiscard]] bool is_done(const Record& record) const {
    return is_answered(record) || (record.closed && has_happened(record.closed_date));
  }

  /// The metrics' own states know whole days: what comes after the present instant is put off to the next one.
  [[nodiscard]] metric::OrderStates states_now(const OrderBook::Order& order) const {
    if (has_happened(order.shipped) && has_happened(order.cancelled)) {
      return metric::states_of(order, history_);
    }
    OrderBook::Order known = order;
    for (Stamp* event : {&known.shipped, &known.cancelled}) {
      if (!has_happened(*event)) {
        *event = {std::max(event->first, history_.start_of(present_)),
                  std::max(event->last, history_.start_of(present_))};
      }
    }
    return metric::states_of(known, history_);
  }

  template <typename Record>
  void add_filing(const OrderBook::Filed<Record>& filed, Duty kind) {
    const Record& record = filed.record;
    OpenDuty duty{.deadline = {.duty = kind}, .order = filed.order, .filed = record.date};
    duty.deadline.order_id = record.order_id;
    duty.deadline.since = record.date ? std::optional{book_.zone().day_of(record.date->first)} : std::nullopt;
    duty.deadline.reason = util::words_to_show(reason_of(record));
    duty.deadline.amount = util::words_to_show(record.amount);
    duty.deadline.currency = util::words_to_show(record.currency);
    add(std::move(duty), record.too_late, filed.files);
  }

  /// `files`: those that would show that it was done.
  void add(OpenDuty duty, std::optional<Instant> too_late, OrderBook::FileSetId files) {
    if (!too_late && options_.within) {
      ++found_.without_deadline;
      return;
    }
    if (too_late) {
      Deadline& deadline = duty.deadline;
      deadline.due = *too_late - one_second;
      deadline.time_left = *deadline.due - options_.now;
      if (options_.within && *deadline.time_left > *options_.within) {
        return;
      }
      deadline.missed = *too_late <= options_.now && history_.certain_from(files, *too_late) <= present_;
    }
    found_.duties.push_back(std::move(duty));
  }

  const OrderBook& book_;
  const index::History& history_;
  Day present_;
  const DeadlineOptions& options_;
  bool hindsight_;
  OpenDuties found_;
};

}  // namespace

OpenDuties open_duties(const OrderBook& book, const index::History& history, Day present,
                       const DeadlineOptions& options, bool hindsight) {
  Finder finder{book, history, present, options, hindsight};
  finder.add_filings(book.claims(), Duty::answer_claim);
  finder.add_filings(book.chargebacks(), Duty::answer_chargeback);
  finder.add_messages();
  finder.add_orders();
  return finder.finish();
}

}  // namespace sellerhealth::insight
