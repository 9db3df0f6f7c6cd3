#include "metric/tally.hpp"

#include <algorithm>
#include <utility>

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
    : window_{check.window},
      as_of_days_{as_of_days},
      denominator_{as_of_days},
      known_{as_of_days},
      possible_{as_of_days},
      components_(definition_of(check.metric).components.size(), Series{as_of_days}),
      open_(definition_of(check.metric).questions.size(), Series{as_of_days}),
      weight_{as_of_days},
      averaged_{as_of_days} {}

bool Tally::reaches(Day placed) const { return !intersection(lifetime(window_, placed), as_of_days_).empty(); }

void Tally::add(Day placed, const Spans& spans, std::int64_t count) {
  const DayRange within = intersection(lifetime(window_, placed), as_of_days_);
  denominator_.add(spans.counted, within, count);
  known_.add(spans.known, within, count);
  for (std::size_t i = 0; i < components_.size(); ++i) {
    components_[i].add(spans.components[i], within, count);
  }
  scratch_ = spans.known;
  for (const DaySet& open : spans.open) {
    scratch_.insert(open);
  }
  possible_.add(scratch_, within, count);
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (!spans.open[i].ranges().empty()) {
      scratch_ = spans.open[i];
      scratch_.erase(spans.known);
      open_[i].add(scratch_, within, count);
    }
  }
  averaged_.add(spans.averaged, within, count);
  weight_.add(spans.averaged, within, count * spans.weight);
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

/// One tally a check.
using Group = std::vector<Tally>;

/// Adds cases to groups of tallies that count the same checks. A case is weighed once for all windows of a metric.
class Counter {
 public:
  Counter(std::span<const Check> checks, const DayRange& as_of_days, std::size_t groups, const index::History& history,
          const Given& given)
      : checks_{checks}, history_{history}, given_{given} {
    Group group;
    for (const Check& check : checks) {
      group.emplace_back(check, as_of_days);
    }
    groups_.assign(groups, group);
  }

  /// `groups`: the numbers of those that the case belongs to; at least one.
  void add(const Case& one, std::span<const std::uint32_t> groups) {
    const Day day = history_.day_of(one.placed());
    const Group& any = groups_.front();
    std::optional<Metric> weighed;
    for (std::size_t check = 0; check < any.size(); ++check) {
      if (!concerns(checks_[check], one) || !any[check].reaches(day)) {
        continue;
      }
      const Definition& definition = definition_of(checks_[check].metric);
      if (weighed != definition.metric) {
        spans_.clear();
        definition.count(one, history_, given_, spans_);
        weighed = definition.metric;
      }
      for (const std::uint32_t group : groups) {
        groups_[group][check].add(day, spans_, one.count);
      }
    }
  }

  /// The counts, once every case is added.
  [[nodiscard]] std::vector<Group> finish() {
    for (Group& group : groups_) {
      std::for_each(group.begin(), group.end(), [](Tally& tally) { tally.sum_up(); });
    }
    return std::move(groups_);
  }

 private:
  std::vector<Group> groups_;
  std::span<const Check> checks_;
  const index::History& history_;
  const Given& given_;
  Spans spans_;
};

}  // namespace

std::vector<Tally> tally(const OrderBook& book, const index::History& history, const Given& given,
                         std::span<const Check> checks, const DayRange& as_of_days) {
  constexpr std::array<std::uint32_t, 1> the_account{0};
  Counter counter{checks, as_of_days, 1, history, given};
  for_each_case(book, [&](const Case& one) { counter.add(one, the_account); });
  return std::move(counter.finish().front());
}

std::vector<std::vector<Tally>> tally_segments(const OrderBook& book, const index::History& history, const Given& given,
                                               std::span<const Check> checks, const DayRange& as_of_days) {
  const std::array without_value{static_cast<OrderBook::SegmentId>(book.segments().size())};
  Counter counter{checks, as_of_days, book.segments().size() + 1, history, given};
  for_each_case(book, [&](const Case& one) {
    counter.add(one, one.segments.empty() ? std::span<const OrderBook::SegmentId>{without_value} : one.segments);
  });
  return counter.finish();
}

}  // namespace sellerhealth::metric
