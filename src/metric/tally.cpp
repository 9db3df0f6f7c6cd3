#include "metric/tally.hpp"

#include <algorithm>

#include "metric/cases.hpp"

namespace sellerhealth::metric {

DayRange lifetime(const Window& window, Day day) {
  const Day first = day + std::chrono::days{window.lag_days + 1};
  return {first, first + std::chrono::days{window.days}};
}

Series::Series(const DayRange& days)
    : days_{days}, changes_(static_cast<std::size_t>((days.end - days.first).count()) + 1, 0) {}

void Series::add(const DaySet& days, const DayRange& within, std::int64_t weight) {
  for (const DayRange& range : days.ranges()) {
    const DayRange counted = intersection(range, within);
    if (!counted.empty()) {
      changes_[index_of(counted.first)] += weight;
      changes_[index_of(counted.end)] -= weight;
    }
  }
}

void Series::sum_up() {
  for (std::size_t i = 1; i < changes_.size(); ++i) {
    changes_[i] += changes_[i - 1];
  }
}

Tally::Tally(const Check& check, const DayRange& as_of_days)
    : metric_{check.metric},
      window_{check.window},
      as_of_days_{as_of_days},
      denominator_{as_of_days},
      known_{as_of_days},
      possible_{as_of_days},
      components_(most_components, Series{as_of_days}),
      open_(most_questions, Series{as_of_days}),
      weight_{as_of_days},
      averaged_{as_of_days} {}

bool Tally::reaches(Day placed) const { return !intersection(lifetime(window_, placed), as_of_days_).empty(); }

void Tally::add(Day placed, const Spans& spans) {
  const DayRange within = intersection(lifetime(window_, placed), as_of_days_);
  denominator_.add(spans.counted, within);
  known_.add(spans.known, within);
  for (std::size_t i = 0; i < most_components; ++i) {
    components_[i].add(spans.components[i], within);
  }
  scratch_ = spans.known;
  for (const DaySet& open : spans.open) {
    scratch_.insert(open);
  }
  possible_.add(scratch_, within);
  for (std::size_t i = 0; i < most_questions; ++i) {
    scratch_ = spans.open[i];
    scratch_.erase(spans.known);
    open_[i].add(scratch_, within);
  }
  averaged_.add(spans.averaged, within);
  weight_.add(spans.averaged, within, spans.weight);
}

void Tally::sum_up() {
  for (Series* series : {&denominator_, &known_, &possible_, &weight_, &averaged_}) {
    series->sum_up();
  }
  for (std::vector<Series>* all : {&components_, &open_}) {
    std::for_each(all->begin(), all->end(), [](Series& series) { series.sum_up(); });
  }
}

Counts Tally::at(Day as_of) const {
  Counts counts{.rate = {known_.at(as_of), possible_.at(as_of), denominator_.at(as_of)}};
  const auto value = [&](const Series& series) { return series.at(as_of); };
  std::transform(components_.begin(), components_.end(), counts.components.begin(), value);
  std::transform(open_.begin(), open_.end(), counts.open.begin(), value);
  if (const std::int64_t n = averaged_.at(as_of); n > 0) {
    counts.mean = (2 * weight_.at(as_of) + n) / (2 * n);
  }
  return counts;
}

namespace {

/// The tallies, each metric's together, so that a case is weighed once for all windows of a metric.
class Counter {
 public:
  Counter(std::vector<Tally>& tallies, const index::History& history, const Given& given)
      : tallies_{tallies}, history_{history}, given_{given} {}

  void add(const Case& one) {
    const Day day = history_.day_of(one.placed());
    std::optional<Metric> weighed;
    for (Tally& tally : tallies_) {
      const Definition& definition = definition_of(tally.metric());
      if (definition.subject != one.subject() || !tally.reaches(day)) {
        continue;
      }
      if (weighed != definition.metric) {
        spans_.clear();
        definition.count(one, history_, given_, spans_);
        weighed = definition.metric;
      }
      tally.add(day, spans_);
    }
  }

 private:
  std::vector<Tally>& tallies_;
  const index::History& history_;
  const Given& given_;
  Spans spans_;
};

}  // namespace

std::vector<Tally> tally(const OrderBook& book, const index::History& history, const Given& given,
                         std::span<const Check> checks, const DayRange& as_of_days) {
  std::vector<Tally> tallies;
  for (const Check& check : checks) {
    tallies.emplace_back(check, as_of_days);
  }
  Counter counter{tallies, history, given};
  for_each_case(book, [&](const Case& one) { counter.add(one); });
  for (Tally& each : tallies) {
    each.sum_up();
  }
  return tallies;
}

}  // namespace sellerhealth::metric
