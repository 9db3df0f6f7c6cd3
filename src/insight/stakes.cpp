#include "insight/stakes.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "metric/cases.hpp"
#include "metric/metric.hpp"
#include "metric/tally.hpp"
#include "verdict/judge.hpp"

namespace sellerhealth::insight {

namespace {

using metric::Case;
using metric::DayRange;
using metric::DaySet;
using metric::Spans;

constexpr DayRange every_day{index::always, index::forever};
/// After everything that ever happens.
constexpr Day last_day = index::forever - std::chrono::days{1};

using Duties = std::vector<const OpenDuty*>;

/// A case as it would be if its duties were all met, or all missed. Nothing else about it changes.
class Hypothesis {
 public:
  /// Orders: as of a day by which everything until `now` is known.
  Hypothesis(const Case& one, const Duties& duties, bool met, Instant now) : case_{one} {
    if (one.order != nullptr) {
      suppose_order(duties, met, now);
    } else {
      suppose_message(met);
    }
  }
  Hypothesis(const Hypothesis&) = delete;
  Hypothesis& operator=(const Hypothesis&) = delete;

  [[nodiscard]] const Case& subject() const { return case_; }

 private:
  void suppose_order(const Duties& duties, bool met, Instant now) {
    order_ = *case_.order;
    case_.order = &*order_;
    for (const OpenDuty* duty : duties) {
      if (duty->deadline.duty == Duty::ship_order) {
        // Shipped now, in time or, by any rule, late: it is the promise that moves, so that all is known by now.
        constexpr std::chrono::days by_far{365};
        order_->cancelled = {OrderBook::never, OrderBook::never};
        order_->too_late = met ? now + std::chrono::seconds{1} : now - by_far;
        order_->shipped = {now, now};
      } else if (met) {
        suppose_won(case_.claims, claims_, claim_rows_, *duty, Duty::answer_claim,
                    [](Claim& claim) { claim.denied = true; });
        suppose_won(case_.chargebacks, chargebacks_, chargeback_rows_, *duty, Duty::answer_chargeback,
                    [](Chargeback& chargeback) { chargeback.cleared = true; });
      }
    }
  }

  template <typename Record, typename Win>
  static void suppose_won(metric::Filings<Record>& filings, std::vector<OrderBook::Filed<Record>>& copies,
                          std::vector<const OrderBook::Filed<Record>*>& rows, const OpenDuty& duty, Duty kind,
                          const Win& win) {
    if (duty.deadline.duty != kind) {
      return;
    }
    std::vector<OrderBook::Filed<Record>> won;
    for (const auto* filed : filings) {
      won.push_back(*filed);
      if (filed->record.date == duty.filed) {
        win(won.back().record);
        won.back().record.closed_date.reset();
      }
    }
    copies = std::move(won);
    rows.clear();
    for (const auto& copy : copies) {
      rows.push_back(&copy);
    }
    filings = rows;
  }

  void suppose_message(bool met) {
    message_ = *case_.message;
    const Instant due = message_->record.received_at.last + time_to_respond;
    const Instant answered = met ? message_->record.received_at.last : due + std::chrono::seconds{1};
    message_->record.responded_at = Stamp{answered, answered};
    case_.message = &*message_;
  }

  Case case_;
  std::optional<OrderBook::Order> order_;
  std::vector<OrderBook::Filed<Claim>> claims_;
  std::vector<const OrderBook::Filed<Claim>*> claim_rows_;
  std::vector<OrderBook::Filed<Chargeback>> chargebacks_;
  std::vector<const OrderBook::Filed<Chargeback>*> chargeback_rows_;
  std::optional<OrderBook::Filed<Message>> message_;
};

/// Makes what holds on `day` hold on every day: from there on only the window moves.
void freeze(Spans& spans, Day day) {
  const auto freeze_set = [&](DaySet& days) {
    const bool holds = days.contains(day);
    days.clear();
    if (holds) {
      days.insert(every_day);
    }
  };
  freeze_set(spans.counted);
  freeze_set(spans.known);
  std::for_each(spans.components.begin(), spans.components.end(), freeze_set);
  std::for_each(spans.open.begin(), spans.open.end(), freeze_set);
  freeze_set(spans.averaged);
}

bool differ(const Spans& a, const Spans& b) {
  const auto holds = [](const DaySet& days) { return days.contains(last_day); };
  return holds(a.counted) != holds(b.counted) || holds(a.known) != holds(b.known) ||
         !std::equal(a.open.begin(), a.open.end(), b.open.begin(),
                     [&](const DaySet& x, const DaySet& y) { return holds(x) == holds(y); });
}

/// One check under both hypotheses, on a range of as-of days.
struct Scenario {
  Scenario(const Check& check, const DayRange& as_of_days)
      : window{check.window},
        days{as_of_days},
        met{check, as_of_days},
        missed{check, as_of_days},
        concerned{as_of_days} {}

  void add(Day placed, const Spans& if_met, const Spans& if_missed, const Case& one) {
    met.add(placed, if_met, one);
    missed.add(placed, if_missed, one);
    if (differ(if_met, if_missed)) {
      DaySet all;
      all.insert(every_day);
      concerned.add(all, metric::intersection(metric::lifetime(window, placed), days), one.count);
    }
  }

  /// The earliest day on which the greatest number of the cases that make a difference counts; nothing when none ever
  /// does.
  [[nodiscard]] std::optional<Day> decisive_day() {
    std::optional<Day> decisive;
    for (Day day = days.first; day < days.end; day += std::chrono::days{1}) {
      if (concerned.at(day) > (decisive ? concerned.at(*decisive) : 0)) {
        decisive = day;
      }
    }
    return decisive;
  }

  Window window;
  DayRange days;
  metric::Tally met;
  metric::Tally missed;
  metric::Series concerned;  ///< How many cases in the window make a difference.
};

/// The duties that can still turn out either way, by what they are about.
class DutiesByCase {
 public:
  DutiesByCase(std::span<const OpenDuty> duties, const OrderBook& book) {
    for (const OpenDuty& duty : duties) {
      const bool promised = duty.deadline.due || duty.deadline.duty != Duty::ship_order;
      if (!duty.deadline.missed && promised) {
        if (duty.message != nullptr) {
          of_messages_[duty.message].push_back(&duty);
        } else {
          of_orders_[&book.orders()[duty.order]].push_back(&duty);
        }
      }
    }
  }

  /// Null: none.
  [[nodiscard]] const Duties* of(const Case& one) const {
    return one.message != nullptr ? find(of_messages_, one.message) : find(of_orders_, one.order);
  }

 private:
  template <typename Key>
  static const Duties* find(const std::map<Key, Duties>& duties, Key key) {
    const auto found = duties.find(key);
    return found == duties.end() ? nullptr : &found->second;
  }

  std::map<const OrderBook::Order*, Duties> of_orders_;
  std::map<const OrderBook::Filed<Message>*, Duties> of_messages_;
};

DayRange days_to_look_at(const std::vector<Check>& checks, Day as_of, Day present) {
  int lag_days = 0;
  for (const Check& check : checks) {
    lag_days = std::max(lag_days, check.window.lag_days);
  }
  // What is placed on the present day is in every window by then.
  return {as_of, std::max(as_of, present) + std::chrono::days{lag_days + 1}};
}

}  // namespace

std::vector<Stake> stakes(const OrderBook& book, const verdict::Outlook& outlook, std::span<const OpenDuty> duties,
                          std::span<const CheckResult> today, Day as_of, Day present, Instant end) {
  const DutiesByCase by_case{duties, book};
  const index::History& history = outlook.history;
  const Instant now = history.start_of(present) - std::chrono::seconds{1};
  std::vector<Scenario> scenarios;
  for (const CheckResult& check : today) {
    scenarios.emplace_back(check.check, days_to_look_at(outlook.checks, as_of, present));
  }
  Spans if_met;
  Spans if_missed;
  const auto count = [&](const metric::Definition& definition, const Case& one, Day day, Spans& spans) {
    spans.clear();
    definition.count(one, history, outlook.given, spans);
    freeze(spans, day);
  };
  metric::for_each_case(book, [&](const Case& one) {
    if (one.placed() > end) {
      return;
    }
    const Duties* of_case = by_case.of(one);
    const Day placed = history.day_of(one.placed());
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
      const metric::Definition& definition = metric::definition_of(today[i].check.metric);
      if (!metric::concerns(today[i].check, one) || !scenarios[i].met.reaches(placed)) {
        continue;
      }
      if (of_case == nullptr) {
        count(definition, one, present, if_met);
        scenarios[i].add(placed, if_met, if_met, one);
        continue;
      }
      const Day settled = one.message != nullptr ? last_day : present;
      count(definition, Hypothesis{one, *of_case, true, now}.subject(), settled, if_met);
      count(definition, Hypothesis{one, *of_case, false, now}.subject(), settled, if_missed);
      scenarios[i].add(placed, if_met, if_missed, one);
    }
  });
  std::vector<Stake> result;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    Scenario& scenario = scenarios[i];
    scenario.met.sum_up();
    scenario.missed.sum_up();
    scenario.concerned.sum_up();
    if (const std::optional<Day> day = today[i].checked ? scenario.decisive_day() : std::nullopt) {
      const auto judge = [&](const metric::Tally& tally) {
        return verdict::judge(book, today[i].check, outlook.given, tally.at(*day), *day);
      };
      result.push_back({today[i], *day, judge(scenario.missed), judge(scenario.met)});
    }
  }
  return result;
}

}  // namespace sellerhealth::insight
