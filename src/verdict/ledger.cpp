#include "verdict/ledger.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "index/exclusion.hpp"
#include "metric/metric.hpp"
#include "metric/tally.hpp"

namespace sellerhealth::verdict {

namespace {

/// The ledger code of a row that is left out; nothing for one that is used.
using Reason = std::optional<std::string_view>;

/// The reasons of rows on one as-of day.
class Reasons {
 public:
  Reasons(const OrderBook& book, const index::History& history, std::span<const Check> checks, const Rules& rules,
          Day as_of)
      : book_{book}, history_{history}, checks_{checks}, rules_{rules}, as_of_{as_of} {}

  [[nodiscard]] Reason of(const OrderBook::Order& order) const {
    if (const Reason excluded = index::exclusion_of(book_, order)) {
      return excluded;
    }
    return outside_windows(metric::Subject::order, order.purchased);
  }

  [[nodiscard]] Reason of(const OrderBook::Filed<Feedback>& filed) const {
    const Feedback& feedback = filed.record;
    if (feedback.rating > metric::most_negative_stars) {
      return is_unmatched(filed.order) ? index::unmatched_order : "neutral_or_positive";
    }
    if (const Reason other = of_defect(filed.order, Kind::feedback, feedback.date)) {
      return other;
    }
    return feedback.removed && is_known(feedback.removal_date) ? Reason{"removed_feedback"} : std::nullopt;
  }

  [[nodiscard]] Reason of(const OrderBook::Filed<Claim>& filed) const {
    const Claim& claim = filed.record;
    if (const Reason other = of_defect(filed.order, Kind::claims, claim.date)) {
      return other;
    }
    if ((claim.withdrawn || claim.denied) && !rules_.every_claim_counts && is_known(claim.closed_date)) {
      return claim.withdrawn ? "withdrawn_claim" : "denied_claim";
    }
    return std::nullopt;
  }

  [[nodiscard]] Reason of(const OrderBook::Filed<Chargeback>& filed) const {
    const Chargeback& chargeback = filed.record;
    if (chargeback.type == Chargeback::Type::fraud) {
      return is_unmatched(filed.order) ? index::unmatched_order : "fraud_chargeback";
    }
    if (const Reason other = of_defect(filed.order, Kind::chargebacks, chargeback.date)) {
      return other;
    }
    return chargeback.cleared && is_known(chargeback.closed_date) ? Reason{"won_chargeback"} : std::nullopt;
  }

  [[nodiscard]] Reason of(const OrderBook::Filed<Message>& filed) const {
    const Message& message = filed.record;
    if (const Reason excluded = index::exclusion_of(book_, filed)) {
      return excluded;
    }
    if (message.no_response_needed) {
      return "no_response_needed";
    }
    if (const Reason outside = outside_windows(metric::Subject::message, message.received_at.first)) {
      return outside;
    }
    metric::Spans spans;
    metric::response_under_24h.count({.message = &filed}, history_, {}, spans);
    return spans.counted.contains(as_of_) ? std::nullopt : Reason{"pending_reply"};
  }

  [[nodiscard]] Reason of(const OrderBook::Filed<Violation>& filed) const {
    const Violation& violation = filed.record;
    if (const Reason outside = outside_windows(metric::Subject::violation, violation.date.first)) {
      return outside;
    }
    return violation.resolved && is_known(violation.resolved_date) ? Reason{"resolved_violation"} : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_known(const std::optional<Stamp>& event) const { return history_.known_from(event) <= as_of_; }

  [[nodiscard]] bool is_unmatched(OrderBook::OrderIndex order) const { return book_.orders()[order].files == 0; }

  [[nodiscard]] Reason of_defect(OrderBook::OrderIndex index, Kind source, const std::optional<Stamp>& date) const {
    const OrderBook::Order& order = book_.orders()[index];
    if (const Reason excluded = index::exclusion_of(book_, order)) {
      return excluded;
    }
    if (const Reason outside = outside_windows(metric::Subject::order, order.purchased, source)) {
      return outside;
    }
    return is_known(date) ? std::nullopt : Reason{"after_as_of"};
  }

  /// Outside the windows of all checks that count such a subject (and, if `source` is given, records of that kind).
  [[nodiscard]] Reason outside_windows(metric::Subject subject, Instant placed, std::optional<Kind> source = {}) const {
    const Day day = history_.day_of(placed);
    bool counted = false;
    bool before_all = true;
    bool after_all = true;
    for (const Check& check : checks_) {
      const metric::Definition& definition = metric::definition_of(check.metric);
      if (definition.subject == subject && (!source || draws_on(definition, *source))) {
        const bool before = day < check.window.first_day(as_of_);
        const bool after = day > check.window.last_day(as_of_);
        if (!before && !after) {
          return std::nullopt;
        }
        counted = true;
        before_all &= before;
        after_all &= after;
      }
    }
    if (!counted) {
      return "not_checked";
    }
    return before_all ? "before_window" : after_all ? "after_window" : "between_windows";
  }

  [[nodiscard]] static bool draws_on(const metric::Definition& definition, Kind source) {
    return std::any_of(definition.components.begin(), definition.components.end(),
                       [&](const metric::Part& part) { return part.source == source; });
  }

  const OrderBook& book_;
  const index::History& history_;
  std::span<const Check> checks_;
  const Rules& rules_;
  Day as_of_;
};

void enter(LedgerLine& line, const Reason& reason) { ++(reason ? line.left_out[*reason] : line.used); }

template <typename Record>
void enter_all(std::vector<LedgerLine>& lines, const Reasons& reasons,
               std::span<const OrderBook::Filed<Record>> records) {
  for (const auto& filed : records) {
    enter(lines[filed.file], reasons.of(filed));
  }
}

/// Returns how many orders are used.
std::int64_t enter_orders(std::vector<LedgerLine>& lines, const OrderBook& book, const Reasons& reasons) {
  std::vector<Reason> of_orders;
  of_orders.reserve(book.orders().size());
  for (const OrderBook::Order& order : book.orders()) {
    of_orders.push_back(reasons.of(order));
  }
  for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
    for (const OrderBook::OrderIndex order : book.rows_of(file)) {
      enter(lines[file], of_orders[order]);
    }
  }
  return std::count(of_orders.begin(), of_orders.end(), std::nullopt);
}

std::vector<LedgerLine> sum_by_kind(const std::vector<LedgerLine>& files, std::int64_t orders_in_window) {
  std::vector<LedgerLine> sums;
  for (const Kind kind : all_kinds) {
    LedgerLine sum{.kind = kind};
    bool given = false;
    for (const LedgerLine& line : files) {
      if (line.kind == kind) {
        given = true;
        sum.read += line.read;
        sum.used += line.used;
        sum.rejected += line.rejected;
        for (const auto& [reason, rows] : line.left_out) {
          sum.left_out[reason] += rows;
        }
      }
    }
    if (given) {
      sums.push_back(std::move(sum));
    }
    if (given && kind == Kind::orders) {
      sums.back().orders_in_window = orders_in_window;
    }
  }
  return sums;
}

}  // namespace

Ledger ledger(const OrderBook& book, const index::History& history, std::span<const Check> checks, const Rules& rules,
              Day as_of) {
  const Reasons reasons{book, history, checks, rules, as_of};
  Ledger ledger;
  for (const ExportFile& file : book.files()) {
    LedgerLine line{.kind = file.kind, .read = file.rows, .rejected = file.rejected};
    if (file.repeated > 0) {
      line.left_out["duplicate"] = file.repeated;
    }
    ledger.by_file.push_back(std::move(line));
  }
  const std::int64_t orders_in_window = enter_orders(ledger.by_file, book, reasons);
  enter_all(ledger.by_file, reasons, book.feedback());
  enter_all(ledger.by_file, reasons, book.claims());
  enter_all(ledger.by_file, reasons, book.chargebacks());
  enter_all(ledger.by_file, reasons, book.messages());
  enter_all(ledger.by_file, reasons, book.violations());
  ledger.by_kind = sum_by_kind(ledger.by_file, orders_in_window);
  return ledger;
}

}  // namespace sellerhealth::verdict
