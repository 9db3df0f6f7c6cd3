#include <algorithm>
#include <string>

#include "index/exclusion.hpp"
#include "insight/against.hpp"
#include "insight/facts.hpp"
#include "insight/outcome.hpp"
#include "metric/metric.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/explanation.hpp"
#include "util/text.hpp"
#include "verdict/assess.hpp"
#include "verdict/judge.hpp"
#include "verdict/outlook.hpp"
#include "verdict/reasons.hpp"

namespace sellerhealth {

namespace {

using metric::Case;
using metric::DayRange;
using verdict::Reason;

OrderBook::OrderIndex find_order(const OrderBook& book, std::string_view order_id) {
  const auto orders = book.orders();
  const auto index_of = [&](auto matches) {
    return std::find_if(orders.begin(), orders.end(), matches) - orders.begin();
  };
  const auto found = index_of([&](const OrderBook::Order& order) { return order.id == order_id; });
  if (const auto index = static_cast<OrderBook::OrderIndex>(found); index < orders.size()) {
    return index;
  }
  const std::string folded = util::fold(order_id);
  const auto similar = static_cast<std::size_t>(
      index_of([&](const OrderBook::Order& order) { return util::folds_to(order.id, folded); }));
  throw UsageError{"no export names the order " + util::quoted(order_id) +
                   (similar < orders.size() ? ", but there is " + util::quoted(orders[similar].id) : "")};
}

template <typename Record>
std::vector<const OrderBook::Filed<Record>*> about(OrderBook::OrderIndex order,
                                                   std::span<const OrderBook::Filed<Record>> records) {
  std::vector<const OrderBook::Filed<Record>*> found;
  for (const auto& filed : records) {
    if (filed.order == order) {
      found.push_back(&filed);
    }
  }
  return found;
}

std::vector<AsOfDays> inclusive(const metric::DaySet& days) {
  std::vector<AsOfDays> result;
  for (const DayRange& range : days.ranges()) {
    result.push_back({range.first, range.end - std::chrono::days{1}});
  }
  return result;
}

Reason fulfilled_by(const OrderBook::Order& order) {
  return order.seller_fulfilled() ? "fulfilled_by_seller" : "fulfilled_by_marketplace";
}

class OrderExplainer {
 public:
  OrderExplainer(const OrderBook& book, const verdict::Outlook& outlook, Day as_of)
      : book_{book}, outlook_{outlook}, as_of_{as_of} {}

  [[nodiscard]] CheckStanding standing(const Check& check, const Case& one, const Reason& excluded) {
    const metric::Definition& definition = metric::definition_of(check.metric);
    CheckStanding standing{
        .check = check,
        .facts = insight::effective(insight::facts_of(one), outlook_.given.rules, outlook_.history, as_of_)};
    standing.left_out = excluded;
    if (excluded == "undated" || excluded == index::unmatched_order) {
      return standing;
    }
    if (!metric::concerns(check, one)) {
      standing.left_out = excluded ? excluded : fulfilled_by(*one.order);
      return standing;
    }
    spans_.clear();
    definition.count(one, outlook_.history, outlook_.given, spans_);
    const DayRange lifetime = metric::lifetime(check.window, book_.zone().day_of(one.placed()));
    if (!excluded) {
      note_days(standing, lifetime);
    }
    if (!excluded && lifetime.contains(as_of_)) {
      standing.stance = insight::stance_on(as_of_, check, spans_);
      standing.grounds = insight::grounds_on(as_of_, standing.stance, definition, spans_);
    }
    if (!standing.left_out) {
      standing.left_out = reason(standing, one, lifetime);
    }
    return standing;
  }

 private:
  void note_days(CheckStanding& standing, const DayRange& lifetime) const {
    const std::vector<AsOfDays> counted = inclusive(insight::as_it_stands(spans_.counted, as_of_, lifetime));
    if (!counted.empty()) {
      standing.counted = AsOfDays{counted.front().first, counted.back().last};
    }
    standing.bad =
        inclusive(insight::as_it_stands(insight::days_of(Stance::bad, standing.check, spans_), as_of_, lifetime));
  }

  [[nodiscard]] Reason reason(const CheckStanding& standing, const Case& one, const DayRange& lifetime) const {
    if (one.order != nullptr && spans_.counted.ranges().empty()) {
      return fulfilled_by(*one.order);
    }
    if (one.message != nullptr && one.message->record.no_response_needed) {
      return "no_response_needed";
    }
    if (!lifetime.contains(as_of_)) {
      return as_of_ < lifetime.first ? "after_window" : "before_window";
    }
    if (standing.stance == Stance::not_counted) {
      return "pending_reply";
    }
    return standing.stance == Stance::good && one.order != nullptr
               ? insight::outcome_of(standing.check.metric, *one.order, outlook_.given.rules, outlook_.history, as_of_)
               : std::nullopt;
  }

  const OrderBook& book_;
  const verdict::Outlook& outlook_;
  Day as_of_;
  metric::Spans spans_;
};

}  // namespace

bool OrderExplanation::knows(const std::optional<Stamp>& event) const {
  return !event || assessment.options.hindsight || book->zone().day_of(event->first) < assessment.options.as_of;
}

OrderExplanation explain_order(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                               std::string_view order_id) {
  const OrderBook::OrderIndex index = find_order(book, order_id);
  const OrderBook::Order& order = book.orders()[index];
  const auto feedback = about(index, book.feedback());
  const auto claims = about(index, book.claims());
  const auto chargebacks = about(index, book.chargebacks());
  // From the day of the purchase on, so that every day on which it counted is told.
  const Day bought = order.dated() ? book.zone().day_of(order.purchased) : options.as_of;
  const metric::DayRange days{std::min(bought, options.as_of), options.as_of + std::chrono::days{1}};
  const verdict::Outlook outlook = verdict::outlook(book, profile, options, days);
  const std::vector<metric::Tally> tallies =
      metric::tally(book, outlook.history, outlook.given, outlook.checks, {options.as_of, days.end});
  OrderExplanation answer{
      .assessment = verdict::assess(book, profile, options, outlook, tallies, std::span{&options.as_of, 1}),
      .book = &book,
      .order = &order,
      .messages = about(index, book.messages())};
  const auto account_for = [&](const auto& filings, auto& accounts) {
    for (const auto* filed : filings) {
      accounts.push_back({filed, answer.knows(filed->record.date)
                                     ? verdict::reason_of(filed->record, profile.rules, outlook.history, options.as_of)
                                     : Reason{"after_as_of"}});
    }
  };
  account_for(feedback, answer.feedback);
  account_for(claims, answer.claims);
  account_for(chargebacks, answer.chargebacks);

  const std::vector<CheckResult> results = verdict::judge_account(book, outlook, tallies, options);
  OrderExplainer explainer{book, outlook, options.as_of};
  for (std::size_t i = 0; i < outlook.checks.size(); ++i) {
    const Check& check = outlook.checks[i];
    const metric::Subject subject = metric::definition_of(check.metric).subject;
    const std::size_t before = answer.standings.size();
    if (subject == metric::Subject::order) {
      const Case one{.order = &order, .feedback = feedback, .claims = claims, .chargebacks = chargebacks};
      answer.standings.push_back(explainer.standing(check, one, index::exclusion_of(book, order)));
    } else if (subject == metric::Subject::message) {
      for (const auto* message : answer.messages) {
        const Reason excluded = index::exclusion_of(book, *message);
        answer.standings.push_back(explainer.standing(check, {.message = message}, excluded));
      }
    }
    for (std::size_t j = before; j < answer.standings.size(); ++j) {
      answer.standings[j].checked = results[i].checked;
    }
  }
  return answer;
}

}  // namespace sellerhealth
