#include "insight/other_counts.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

#include "insight/against.hpp"
#include "metric/cases.hpp"
#include "metric/order_states.hpp"
#include "metric/tally.hpp"

namespace sellerhealth::insight {

namespace {

using metric::Case;

constexpr std::size_t most_other_counts = 3;
constexpr std::string_view those_of_the_check;
constexpr std::string_view all_orders = "all";
constexpr std::string_view seller_fulfilled = "seller_fulfilled";
constexpr std::string_view marketplace_fulfilled = "marketplace_fulfilled";
constexpr std::string_view shipped = "shipped";
constexpr std::string_view not_cancelled = "not_cancelled";

/// One way to count, and what it gives.
struct Candidate {
  OtherCount way;
  int difference;  ///< From the check, for the order of the answer.
  std::int64_t certain = 0;
  std::int64_t possible = 0;
  std::int64_t denominator = 0;
};

std::vector<std::string_view> sets_for(const Check& check) {
  if (metric::definition_of(check.metric).subject != metric::Subject::order) {
    return {those_of_the_check};
  }
  if (check.metric == Metric::order_defect_rate && !check.fulfillment) {
    return {those_of_the_check, seller_fulfilled, marketplace_fulfilled, shipped, not_cancelled};
  }
  return {those_of_the_check, all_orders, shipped, not_cancelled};
}

std::vector<Candidate> candidates_for(const Check& check) {
  constexpr int one_dimension = 1000;
  const Window own = check.window;
  std::vector<int> lags{
      own.lag_days, own.lag_days - 1, own.lag_days + 1, own.lag_days - 2, own.lag_days + 2, 0, 14, 15, 30};
  std::sort(lags.begin(), lags.end());
  lags.erase(std::unique(lags.begin(), lags.end()), lags.end());
  std::vector<Candidate> candidates;
  for (const int length : {own.days, own.days - 1, own.days + 1}) {
    for (const int lag : lags) {
      for (const std::string_view orders : sets_for(check)) {
        const Window window{.days = length, .lag_days = lag};
        const int shift = std::abs(lag - own.lag_days) + std::abs(length - own.days);
        const int dimensions = (lag != own.lag_days ? 1 : 0) + (length != own.days ? 1 : 0) + (orders.empty() ? 0 : 1);
        if (lag >= 0 && length >= 1 && dimensions > 0) {
          candidates.push_back({{window, orders}, dimensions * one_dimension + shift});
        }
      }
    }
  }
  return candidates;
}

/// The sets that an order belongs to on the as-of day.
struct Membership {
  bool counted = false;  ///< In the denominator of the check.
  bool is_order = false;
  bool seller_fulfilled = false;
  bool shipped = false;
  bool cancelled = false;

  [[nodiscard]] bool in(std::string_view orders) const {
    if (orders == all_orders) {
      return is_order;
    }
    return counted && (orders == those_of_the_check || (orders == insight::seller_fulfilled && seller_fulfilled) ||
                       (orders == marketplace_fulfilled && !seller_fulfilled) ||
                       (orders == insight::shipped && shipped) || (orders == not_cancelled && !cancelled));
  }
};

Membership membership_of(const Case& one, bool counted, const index::History& history, Day as_of) {
  Membership membership{.counted = counted, .is_order = one.order != nullptr};
  if (one.order != nullptr) {
    const metric::OrderStates states = metric::states_of(*one.order, history);
    membership.seller_fulfilled = one.order->seller_fulfilled();
    membership.shipped = states.shipped.contains(as_of) || states.undated.contains(as_of);
    membership.cancelled = states.cancelled.contains(as_of);
  }
  return membership;
}

}  // namespace

std::vector<OtherCount> other_counts(const OrderBook& book, const verdict::Outlook& outlook, const Check& check,
                                     Day as_of, const Figure& wanted) {
  const metric::Definition& definition = metric::definition_of(check.metric);
  std::vector<Candidate> candidates = candidates_for(check);
  metric::Spans spans;
  metric::for_each_case(book, [&](const Case& one) {
    if (definition.subject != one.subject()) {
      return;
    }
    const Day placed = outlook.history.day_of(one.placed());
    spans.clear();
    definition.count(one, outlook.history, outlook.given, spans);
    const Stance stance = stance_on(as_of, check, spans);
    const Membership membership =
        membership_of(one, metric::concerns(check, one) && stance != Stance::not_counted, outlook.history, as_of);
    for (Candidate& candidate : candidates) {
      if (metric::lifetime(candidate.way.window, placed).contains(as_of) && membership.in(candidate.way.orders)) {
        candidate.denominator += one.count;
        candidate.certain += stance == Stance::bad ? one.count : 0;
        candidate.possible += stance >= Stance::possible ? one.count : 0;
      }
    }
  });
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return candidate.denominator != wanted.denominator || candidate.certain != wanted.bad ||
           candidate.possible != wanted.bad;
  });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.difference < b.difference; });
  std::vector<OtherCount> ways;
  for (std::size_t i = 0; i < std::min(candidates.size(), most_other_counts); ++i) {
    ways.push_back(candidates[i].way);
  }
  return ways;
}

}  // namespace sellerhealth::insight
