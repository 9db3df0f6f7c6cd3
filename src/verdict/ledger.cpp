#include "verdict/ledger.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "verdict/reasons.hpp"

namespace sellerhealth::verdict {

namespace {

void enter(LedgerLine& line, const Reason& reason, std::int64_t rows = 1) {
  (reason ? line.left_out[*reason] : line.used) += rows;
}

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
  std::int64_t used = std::count(of_orders.begin(), of_orders.end(), std::nullopt);
  for (const OrderBook::Alike& alike : book.alike()) {
    const Reason reason = reasons.of(alike.order);
    used += reason ? 0 : alike.count;
    const auto files = book.files_in(alike.order.files);
    for (std::size_t i = 0; i < files.size(); ++i) {
      enter(lines[files[i]], reason, alike.rows[i]);
    }
  }
  return used;
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
    if (file.harmless > 0) {
      line.left_out["neutral_or_positive"] = file.harmless;
    }
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
  for (const OrderBook::AlikeMessages& alike : book.alike_messages()) {
    enter(ledger.by_file[alike.message.file], reasons.of(alike.message), alike.rows);
  }
  enter_all(ledger.by_file, reasons, book.violations());
  ledger.by_kind = sum_by_kind(ledger.by_file, orders_in_window);
  return ledger;
}

}  // namespace sellerhealth::verdict
