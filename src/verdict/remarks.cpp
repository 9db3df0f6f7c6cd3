#include "verdict/remarks.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "index/exclusion.hpp"
#include "index/message.hpp"
#include "metric/metric.hpp"
#include "metric/order_states.hpp"
#include "metric/tally.hpp"
#include "verdict/coverage.hpp"

namespace sellerhealth::verdict {

namespace {

using metric::Subject;

Subject subject_of(const CheckResult& check) { return metric::definition_of(check.check.metric).subject; }

bool anything_in(const OrderBook& book, const index::History& history, Subject subject, const CheckResult& check) {
  const auto inside = [&](Instant placed) {
    const Day day = history.day_of(placed);
    return check.first_day <= day && day <= check.last_day;
  };
  if (subject == Subject::order) {
    bool any = false;
    book.for_each_order([&](const OrderBook::Order& order, std::int64_t /*count*/) {
      any = any || (order.files != 0 && order.dated() && inside(order.purchased));
    });
    return any;
  }
  const auto is_inside = [&](const OrderBook::Filed<Message>& filed) { return inside(filed.record.received_at.first); };
  return std::any_of(book.messages().begin(), book.messages().end(), is_inside) ||
         std::any_of(book.alike_messages().begin(), book.alike_messages().end(),
                     [&](const OrderBook::AlikeMessages& alike) { return is_inside(alike.message); });
}

Diagnostic empty_window(const CheckResult& check, Day as_of, Kind kind, const Extent& extent) {
  return index::message_of(fact::EmptyWindow{.kind = kind,
                                             .window = check.check.window,
                                             .as_of = as_of,
                                             .first_given = extent.first,
                                             .last_given = extent.last});
}

Diagnostic window_not_covered(const CheckResult& check, Day as_of, const Beginning& beginning) {
  return index::message_of(fact::WindowNotCovered{
      .kind = beginning.kind, .beginning = *beginning.day, .window = check.check.window, .as_of = as_of});
}

void remark_on_windows(const OrderBook& book, const index::History& history, const std::vector<CheckResult>& checks,
                       const AssessOptions& options, std::vector<Diagnostic>& remarks) {
  const auto add = [&](Diagnostic remark) {
    const bool told = std::any_of(remarks.begin(), remarks.end(),
                                  [&](const Diagnostic& earlier) { return earlier.message == remark.message; });
    if (!told) {
      remarks.push_back(std::move(remark));
    }
  };
  const Coverage coverage{book, options.hindsight};
  const bool any_messages = std::any_of(checks.begin(), checks.end(), [&](const CheckResult& check) {
    return subject_of(check) == Subject::message && anything_in(book, history, Subject::message, check);
  });
  for (const CheckResult& check : checks) {
    const Subject subject = subject_of(check);
    const Kind kind = subject == Subject::order ? Kind::orders : Kind::messages;
    const std::optional<Extent> extent = subject == Subject::violation ? std::nullopt : extent_of(book, kind);
    if (extent && !anything_in(book, history, subject, check)) {
      // A shop may go for weeks without a message: a short window of none is nothing to mend while a longer one has
      // some.
      if (subject == Subject::message && any_messages) {
        continue;
      }
      add(empty_window(check, options.as_of, kind, *extent));
    } else if (const Beginning beginning = coverage.beginning(subject, options.as_of);
               check.checked && !check.covered && beginning.day) {
      add(window_not_covered(check, options.as_of, beginning));
    }
  }
}

/// How far the orders exports reach on the as-of day: the newest stamp known then, or the stated end.
struct EndOfOrders {
  Instant instant;
  Day last_day;  ///< The day that it belongs to.
};

std::optional<EndOfOrders> end_of_orders(const OrderBook& book, const AssessOptions& options) {
  if (options.data_through && book.has(Kind::orders)) {
    const Day through = std::min(*options.data_through, options.as_of - std::chrono::days{1});
    return EndOfOrders{book.zone().start_of(through + std::chrono::days{1}), through};
  }
  const Instant as_of = book.zone().start_of(options.as_of);
  std::optional<EndOfOrders> end;
  for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
    if (book.files()[file].kind != Kind::orders) {
      continue;
    }
    for (const auto& [day, instant] : book.newest_stamps(file)) {
      if ((instant < as_of || options.hindsight) && (!end || instant > end->instant)) {
        end = EndOfOrders{instant, day};
      }
    }
  }
  return end;
}

bool ends_before(const EndOfOrders& end, int days, const OrderBook& book, const AssessOptions& options) {
  return end.instant < book.zone().start_of(options.as_of - std::chrono::days{days});
}

void remark_on_age(const OrderBook& book, const AssessOptions& options, std::vector<Diagnostic>& remarks) {
  const std::optional<EndOfOrders> end = end_of_orders(book, options);
  if (end && ends_before(*end, options.max_age_days.value_or(default_max_age_days), book, options)) {
    remarks.push_back(index::message_of(fact::StaleExport{.last_day = end->last_day, .as_of = options.as_of}));
  }
}

void remark_on_unmatched(const OrderBook& book, const Ledger& ledger, std::vector<Diagnostic>& remarks) {
  constexpr std::int64_t one_in = 100;
  for (std::size_t file = 0; file < ledger.by_file.size(); ++file) {
    const LedgerLine& line = ledger.by_file[file];
    const auto unmatched = line.left_out.find(index::unmatched_order);
    if (unmatched != line.left_out.end() && unmatched->second * one_in > line.read) {
      remarks.push_back(index::message_of(fact::UnmatchedOrders{.count = unmatched->second, .rows = line.read},
                                          book.files()[file].path));
    }
  }
}

/// How many outcomes in the windows carry no date, so that a replay of a past day takes them as known already.
std::int64_t count_undated_outcomes(const OrderBook& book, const index::History& history,
                                    const std::vector<CheckResult>& checks, const Rules& rules,
                                    std::span<const Day> as_of_days) {
  const auto counts = [&](Subject subject, Instant placed) {
    const Day day = history.day_of(placed);
    return std::any_of(checks.begin(), checks.end(), [&](const CheckResult& check) {
      const metric::DayRange inside = metric::lifetime(check.check.window, day);
      const auto as_of = std::lower_bound(as_of_days.begin(), as_of_days.end(), inside.first);
      return subject_of(check) == subject && as_of != as_of_days.end() && *as_of < inside.end;
    });
  };
  const auto counts_in_window = [&](const OrderBook::Order& order) {
    return !index::exclusion_of(book, order) && counts(Subject::order, order.purchased);
  };
  const auto in_window = [&](OrderBook::OrderIndex index) { return counts_in_window(book.orders()[index]); };
  std::int64_t undated = 0;
  book.for_each_order([&](const OrderBook::Order& order, std::int64_t count) {
    if (counts_in_window(order) && order.seller_fulfilled()) {
      const metric::OrderStates states = metric::states_of(order, history);
      const bool always_cancelled = !states.cancelled.empty() && states.cancelled.first == index::always;
      const bool items_cancelled = rules.partial_cancellations_count && metric::some_items_cancelled(order) &&
                                   order.cancelled.first == OrderBook::never;
      undated += always_cancelled || items_cancelled || !states.undated.empty() ? count : 0;
    }
  });
  for (const auto& [file, order, feedback, files] : book.feedback()) {
    undated += feedback.rating <= most_negative_stars && in_window(order) &&
                       (!feedback.date || (feedback.removed && !feedback.removal_date))
                   ? 1
                   : 0;
  }
  for (const auto& [file, order, claim, files] : book.claims()) {
    const bool closed = (claim.withdrawn || claim.denied) && !rules.every_claim_counts;
    undated += in_window(order) && (!claim.date || (closed && !claim.closed_date)) ? 1 : 0;
  }
  for (const auto& [file, order, chargeback, files] : book.chargebacks()) {
    undated += in_window(order) && (!chargeback.date || (chargeback.cleared && !chargeback.closed_date)) ? 1 : 0;
  }
  for (const auto& [file, order, violation, files] : book.violations()) {
    undated +=
        counts(Subject::violation, violation.date.first) && violation.resolved && !violation.resolved_date ? 1 : 0;
  }
  return undated;
}

void remark_on_replay(const OrderBook& book, const index::History& history, const std::vector<CheckResult>& checks,
                      const AssessOptions& options, const Rules& rules, std::span<const Day> as_of_days,
                      std::vector<Diagnostic>& remarks) {
  const Day first = as_of_days.front();
  const Instant as_of = book.zone().start_of(first);
  bool replay = false;
  for (OrderBook::FileId file = 0; file < book.files().size(); ++file) {
    const auto& stamps = book.newest_stamps(file);
    const std::optional<Day> last_placed = book.files()[file].last_day;
    replay |= (last_placed && *last_placed >= first) || (!stamps.empty() && stamps.rbegin()->second >= as_of);
  }
  const std::int64_t undated =
      replay && !options.hindsight ? count_undated_outcomes(book, history, checks, rules, as_of_days) : 0;
  if (undated > 0) {
    remarks.push_back(index::message_of(
        fact::UndatedOutcomes{.count = undated, .first_as_of = first, .one_day = as_of_days.size() == 1}));
  }
}

void remark_on_undated(const OrderBook& book, std::vector<Diagnostic>& remarks) {
  const std::int64_t undated =
      std::count_if(book.orders().begin(), book.orders().end(),
                    [](const OrderBook::Order& order) { return order.files != 0 && !order.dated(); });
  if (undated > 0) {
    remarks.push_back(index::message_of(fact::UndatedOrders{undated}));
  }
}

void remark_on_filters(const OrderBook& book, std::vector<Diagnostic>& remarks) {
  bool any = false;
  book.for_each_order(
      [&](const OrderBook::Order& order, std::int64_t /*count*/) { any = any || book.passes_filters(order); });
  if (!any && !book.orders().empty()) {
    remarks.push_back(index::message_of(fact::NoMatch{}));
  }
}

}  // namespace

bool is_fresh(int days, const OrderBook& book, const AssessOptions& options) {
  const std::optional<EndOfOrders> end = end_of_orders(book, options);
  return end && !ends_before(*end, days, book, options);
}

std::vector<Diagnostic> remarks(const OrderBook& book, const index::History& history,
                                const std::vector<CheckResult>& checks, const Ledger& ledger,
                                const AssessOptions& options, const Rules& rules, std::span<const Day> as_of_days) {
  std::vector<Diagnostic> remarks{book.warnings().begin(), book.warnings().end()};
  remark_on_age(book, options, remarks);
  remark_on_windows(book, history, checks, options, remarks);
  remark_on_unmatched(book, ledger, remarks);
  remark_on_undated(book, remarks);
  remark_on_replay(book, history, checks, options, rules, as_of_days, remarks);
  remark_on_filters(book, remarks);
  return remarks;
}

}  // namespace sellerhealth::verdict
