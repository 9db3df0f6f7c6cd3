#include "metric/tally.hpp"

#include <algorithm>
#include <utility>

#include "metric/cases.hpp"

namespace sellerhealth::metric {

namespace {

/// Rounded half up; nothing to average: none.
std::optional<std::int64_t> mean_of(std::int64_t weight, std::int64_t averaged) {
  return averaged == 0 ? std::nullopt : std::optional{(2 * weight + averaged) / (2 * averaged)};
}

}  // namespace

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

void Tally::add(Day placed, const Spans& spans, const Case& one) {
  const std::int64_t count = one.count;
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
  weight_.add(spans.averaged, within, count * spans.weight + one.further_weight);
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
  counts.mean = mean_of(weight_.at(as_of), averaged_.at(as_of));
  return counts;
}

void DayTally::add(Day /*placed*/, const Spans& spans, const Case& one) {
  const auto counted = [&](const DaySet& days) { return days.contains(as_of_) ? one.count : 0; };
  const std::int64_t known = counted(spans.known);
  std::int64_t possible = known;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const std::int64_t open = counted(spans.open[i]);
    open_[i] += known == 0 ? open : 0;
    possible = std::max(possible, open);
  }
  rate_.known += known;
  rate_.possible += possible;
  rate_.denominator += counted(spans.counted);
  for (std::size_t i = 0; i < components_.size(); ++i) {
    components_[i] += counted(spans.components[i]);
  }
  const std::int64_t averaged = counted(spans.averaged);
  averaged_ += averaged;
  weight_ += averaged == 0 ? 0 : averaged * spans.weight + one.further_weight;
}

Counts DayTally::counts() const {
  return {.rate = rate_, .components = components_, .open = open_, .mean = mean_of(weight_, averaged_)};
}

namespace {

/// Adds cases to groups of tallies that count the same checks, one tally a check. A case is weighed once for all
/// windows of a metric.
template <typename TallyOfCheck>
class Counter {
 public:
  using Group = std::vector<TallyOfCheck>;

  /// `as_of`: the days, or the day, that the tallies are of.
  template <typename AsOf>
  Counter(std::span<const Check> checks, const AsOf& as_of, std::size_t groups, const index::History& history,
          const Given& given)
      : checks_{checks}, history_{history}, given_{given} {
    Group group;
    for (const Check& check : checks) {
      group.emplace_back(check, as_of);
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
        groups_[group][check].add(day, spans_, one);
      }
    }
  }

  [[nodiscard]] std::vector<Group> take() { return std::move(groups_); }

 private:
  std::vector<Group> groups_;
  std::span<const Check> checks_;
  const index::History& history_;
  const Given& given_;
  Spans spans_;
};

template <typename TallyOfCheck, typename AsOf>
std::vector<std::vector<TallyOfCheck>> count_segments(const OrderBook& book, const index::History& history,
                                                      const Given& given, std::span<const Check> checks,
                                                      const AsOf& as_of) {
  const std::array without_value{static_cast<OrderBook::SegmentId>(book.segments().size())};
  Counter<TallyOfCheck> counter{checks, as_of, book.segments().size() + 1, history, given};
  for_each_case(book, [&](const Case& one) {
    counter.add(one, one.segments.empty() ? std::span<const OrderBook::SegmentId>{without_value} : one.segments);
  });
  return counter.take();
}

}  // namespace

std::vector<Tally> tally(const OrderBook& book, const index::History& history, const Given& given,
                         std::span<const Check> checks, const DayRange& as_of_days) {
  constexpr std::array<std::uint32_t, 1> the_account{0};
  Counter<Tally> counter{checks, as_of_days, 1, history, given};
  for_each_case(book, [&](const Case& one) { counter.add(one, the_account); });
  std::vector<Tally> tallies = std::move(counter.take().front());
  std::for_each(tallies.begin(), tallies.end(), [](Tally& tally) { tally.sum_up(); });
  return tallies;
}

std::vector<std::vector<Tally>> tally_segments(const OrderBook& book, const index::History& history, const Given& given,
                                               std::span<const Check> checks, const DayRange& as_of_days) {
  auto segments = count_segments<Tally>(book, history, given, checks, as_of_days);
  for (std::vector<Tally>& tallies : segments) {
    std::for_each(tallies.begin(), tallies.end(), [](Tally& tally) { tally.sum_up(); });
  }
  return segments;
}

std::vector<std::vector<DayTally>> tally_segments(const OrderBook& book, const index::History& history,
                                                  const Given& given, std::span<const Check> checks, Day as_of) {
  return count_segments<DayTally>(book, history, given, checks, as_of);
}

}  // namespace sellerhealth::metric
