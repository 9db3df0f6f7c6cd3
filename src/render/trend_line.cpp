#include "render/trend_line.hpp"

#include <algorithm>

#include "render/remark.hpp"
#include "verdict/judge.hpp"

namespace sellerhealth::render {

namespace {

/// In the order of the Step enumeration.
constexpr std::array<StepWords, 3> steps{{{day_noun, "every day"},
                                          {{"{} week", "{} weeks"}, "each Monday and the last day"},
                                          {{"{} month", "{} months"}, "the first of each month and the last day"}}};

/// The count that is shown of an open rate: the less favorable end, unless that is all or nothing and so says nothing.
std::int64_t shown_count(const CheckResult& point) {
  if (point.check.target.at_least()) {
    return *point.known > 0 ? *point.known : *point.possible;
  }
  return point.denominator && *point.possible == *point.denominator ? *point.known : *point.possible;
}

}  // namespace

const StepWords& words_of(Step step) { return steps[static_cast<std::size_t>(step)]; }

std::optional<double> value_of(const CheckResult& point) {
  if (!point.checked || point.denominator == 0) {
    return std::nullopt;
  }
  return static_cast<double>(shown_count(point)) / static_cast<double>(point.denominator.value_or(1));
}

std::string figure(const CheckResult& point, const Speaker& say) {
  if (!value_of(point)) {
    return "–";
  }
  const std::int64_t count = shown_count(point);
  const std::string_view end = point.known == point.possible ? "" : count == *point.known ? "≥ " : "≤ ";
  return std::string{end} + (point.denominator
                                 ? say.percentage(count, *point.denominator, point.check.target_for(*point.denominator))
                                 : say.number(count));
}

TrendLine::TrendLine(const CheckTrend& trend, const std::vector<Day>& days) : trend_{trend}, days_{days} {
  for (std::size_t i = 0; i < days.size(); ++i) {
    const CheckResult& point = trend.points[i];
    ++counts_[static_cast<std::size_t>(point.verdict)];
    if (const std::optional<double> value = value_of(point)) {
      first_ = first_.value_or(i);
      worst_ = worst_ && !is_worse(*value, *value_of(trend.points[*worst_])) ? worst_ : i;
    }
  }
}

std::vector<Mark> TrendLine::marks(std::size_t count) const {
  std::vector<Mark> marks(count);
  for (std::size_t i = 0; i < days_.size(); ++i) {
    Mark& mark = marks[i * count / days_.size()];
    const CheckResult& point = trend_.points[i];
    if (verdict::severity(point.verdict) > verdict::severity(mark.verdict)) {
      mark.verdict = point.verdict;
    }
    if (const std::optional<double> value = value_of(point); value && (!mark.value || is_worse(*value, *mark.value))) {
      mark.value = value;
    }
  }
  return marks;
}

Scale TrendLine::scale() const {
  const Target& target = trend_.check.target;
  const double wanted = static_cast<double>(target.value) / static_cast<double>(target.scale);
  Scale scale{wanted, wanted};
  for (const CheckResult& point : trend_.points) {
    const double value = value_of(point).value_or(wanted);
    scale = {std::min(scale.low, value), std::max(scale.high, value)};
  }
  return scale;
}

std::vector<std::string> TrendLine::details(Step step, const Assessment& assessment, const Speaker& say) const {
  if (!first_) {
    return {remark_on(last(), assessment, say)};
  }
  std::vector<std::string> details;
  const auto at = [&](Phrase<2> what, std::size_t i) {
    details.push_back(say(what, figure(trend_.points[i], say), say.date(days_[i])));
  };
  at("first {} on {}", *first_);
  at("worst {} on {}", *worst_);
  const auto count_of = [&](Verdict verdict) { return counts_[static_cast<std::size_t>(verdict)]; };
  const std::int64_t failing = count_of(Verdict::fail);
  details.push_back(say.plural(failing, "of days::{} of {} fails", "of days::{} of {} fail", say.number(failing),
                               say.counted(std::ssize(days_), words_of(step).counted)));
  if (const std::int64_t open = count_of(Verdict::undetermined); open > 0) {
    details.push_back(say.counted(open, "of days::{} is open", "of days::{} are open"));
  }
  if (const std::int64_t no_data = count_of(Verdict::no_data); no_data > 0) {
    details.push_back(say("of days::{} without data", say.number(no_data)));
  }
  return details;
}

}  // namespace sellerhealth::render
