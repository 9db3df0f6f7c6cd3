#include "insight/freeze.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "insight/what_if.hpp"
#include "metric/cases.hpp"
#include "metric/order_states.hpp"

namespace sellerhealth::insight {

namespace {

using metric::Case;
using metric::Definition;
using metric::Spans;
using std::chrono::days;

/// As what one case counts on a day.
struct Stance {
  bool counted;
  bool known;
  bool possible;
  bool awaited;
};

Stance stance_on(Day as_of, const Definition& definition, const Spans& spans) {
  const bool known = spans.known.contains(as_of);
  const bool counted = definition.unit == Unit::count ? known : spans.counted.contains(as_of);
  const auto first_question = spans.open.begin();
  const bool open =
      !known && std::any_of(first_question, first_question + static_cast<std::ptrdiff_t>(definition.questions.size()),
                            [&](const metric::DaySet& question) { return question.contains(as_of); });
  const auto ranges = spans.counted.ranges();
  return {counted, known, known || open, !counted && !ranges.empty() && ranges.back().first > as_of};
}

/// How many kinds of filings make it a defect.
std::size_t sources_on(Day as_of, const Definition& definition, const Spans& spans) {
  std::size_t sources = 0;
  for (std::size_t i = 0; i < definition.components.size(); ++i) {
    sources += static_cast<std::size_t>(definition.components[i].source && spans.components[i].contains(as_of));
  }
  return sources;
}

std::string_view id_of(const Case& one) {
  return one.order != nullptr     ? one.order->id
         : one.message != nullptr ? one.message->record.message_id
                                  : one.violation->violation_id;
}

/// An order that is neither shipped nor cancelled, and still has time.
bool waits_for_shipment(const Case& one, Metric metric, const Stance& stance, const index::History& history,
                        Day as_of) {
  if (metric != Metric::late_shipment_rate || !stance.counted || stance.possible) {
    return false;
  }
  return metric::states_of(*one.order, history).open.contains(as_of);
}

class Freezer {
 public:
  Freezer(std::vector<Standing>& standings, const verdict::Outlook& outlook, Day as_of, const WhatIf& what_if,
          Detail detail)
      : standings_{standings}, outlook_{outlook}, as_of_{as_of}, what_if_{what_if}, detail_{detail} {
    for (const Standing& standing : standings) {
      oldest_ = std::min(oldest_, outlook.history.start_of(standing.table.days().first));
    }
  }

  void add(const Case& as_it_is) {
    if (as_it_is.placed() < oldest_ || what_if_.leaves_out(as_it_is)) {
      return;
    }
    const Case one = what_if_.changed(as_it_is);
    const Day day = outlook_.history.day_of(one.placed());
    std::optional<Metric> weighed;
    for (Standing& standing : standings_) {
      const Definition& definition = metric::definition_of(standing.check.metric);
      if (!metric::concerns(standing.check, one) || !standing.table.contains(day)) {
        continue;
      }
      if (weighed != definition.metric) {
        spans_.clear();
        definition.count(one, outlook_.history, outlook_.given, spans_);
        stance_ = stance_on(as_of_, definition, spans_);
        weighed = definition.metric;
      }
      add_to(standing, one, day);
    }
  }

 private:
  void add_to(Standing& standing, const Case& one, Day day) {
    DayCounts& counts = standing.table.on(day);
    counts.rate.denominator += stance_.counted ? one.count : 0;
    counts.rate.known += stance_.known ? one.count : 0;
    counts.rate.possible += stance_.possible ? one.count : 0;
    counts.awaited += stance_.awaited ? one.count : 0;
    if (detail_ == Detail::sums) {
      return;
    }
    const bool bad = standing.check.target.at_least() ? stance_.counted && !stance_.possible : stance_.known;
    if (bad) {
      const Definition& definition = metric::definition_of(standing.check.metric);
      standing.bad.push_back({std::string{id_of(one)}, day, sources_on(as_of_, definition, spans_)});
    }
    if (stance_.awaited || waits_for_shipment(one, standing.check.metric, stance_, outlook_.history, as_of_)) {
      standing.at_risk.emplace_back(id_of(one));
    }
  }

  std::vector<Standing>& standings_;
  const verdict::Outlook& outlook_;
  Day as_of_;
  const WhatIf& what_if_;
  Detail detail_;
  Instant oldest_ = Instant::max();  ///< What is placed before lies in no table.
  Spans spans_;
  Stance stance_{};
};

/// How far back the account reaches. A shop has orders every day but may go for weeks without a message, so messages
/// tell only where there are no orders.
class Reach {
 public:
  void see(const Case& one) {
    std::optional<Instant>& oldest = one.order != nullptr ? oldest_order_ : oldest_other_;
    oldest = oldest ? std::min(*oldest, one.placed()) : one.placed();
  }

  [[nodiscard]] days before(Day as_of, const index::History& history) const {
    const std::optional<Instant>& oldest = oldest_order_ ? oldest_order_ : oldest_other_;
    return oldest ? std::clamp(as_of - history.day_of(*oldest), days{0}, pace_days) : days{0};
  }

 private:
  std::optional<Instant> oldest_order_;
  std::optional<Instant> oldest_other_;
};

}  // namespace

Rate Standing::later(const DayCounts& counts) const {
  Rate rate = counts.rate;
  rate.denominator += counts.awaited;
  if (check.metric == Metric::response_under_24h) {
    rate.known += counts.awaited;
    rate.possible += counts.awaited;
  }
  return rate;
}

verdict::Outlook outlook_to_freeze(const OrderBook& book, const Assessment& assessment) {
  Profile profile{.name = assessment.profile, .rules = assessment.rules, .checks = {}};
  for (const CheckResult& result : assessment.checks) {
    if (!result.segment) {
      profile.checks.push_back(result.check);
    }
  }
  const Day as_of = assessment.options.as_of;
  return verdict::outlook(book, profile, assessment.options, {as_of - pace_days, as_of + days{1}});
}

std::vector<Standing> freeze(const OrderBook& book, const verdict::Outlook& outlook, Day as_of, const WhatIf& what_if,
                             Detail detail) {
  std::vector<Standing> standings;
  for (const Check& check : outlook.checks) {
    const days reach = std::max(as_of - check.window.first_day(as_of), pace_days);
    standings.push_back(
        {.check = check, .as_of = as_of, .table = DayTable{{as_of - reach, as_of}}, .bad = {}, .at_risk = {}});
  }
  Freezer freezer{standings, outlook, as_of, what_if, detail};
  Reach reach;
  metric::for_each_case(book, [&](const Case& one) {
    reach.see(one);
    freezer.add(one);
  });
  for (Standing& standing : standings) {
    standing.history = reach.before(as_of, outlook.history);
  }
  return standings;
}

}  // namespace sellerhealth::insight
