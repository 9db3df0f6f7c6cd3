#include "insight/against.hpp"

#include <algorithm>
#include <array>

#include "index/calendar.hpp"

namespace sellerhealth {

std::string_view name_of(Stance stance) {
  constexpr std::array<std::string_view, 4> names{"not_counted", "good", "possible", "bad"};
  return names[static_cast<std::size_t>(stance)];
}

namespace insight {

using metric::DayRange;
using metric::DaySet;
using metric::Spans;

Stance stance_on(Day as_of, const Check& check, const Spans& spans) {
  const bool is_ratio = unit_of(check.metric) == Unit::ratio;
  if (is_ratio && !spans.counted.contains(as_of)) {
    return Stance::not_counted;
  }
  if (spans.known.contains(as_of)) {
    return check.target.at_least() ? Stance::good : Stance::bad;
  }
  const bool open =
      std::any_of(spans.open.begin(), spans.open.end(), [&](const DaySet& days) { return days.contains(as_of); });
  // A plain count has no denominator, of which the rest could be bad.
  return open ? Stance::possible : is_ratio && check.target.at_least() ? Stance::bad : Stance::good;
}

DaySet days_of(Stance stance, const Check& check, const Spans& spans) {
  if (stance == Stance::bad && !check.target.at_least()) {
    return spans.known;
  }
  DaySet open;
  std::for_each(spans.open.begin(), spans.open.end(), [&](const DaySet& days) { open.insert(days); });
  if (stance == Stance::possible) {
    open.erase(spans.known);
    return open;
  }
  DaySet bad = spans.counted;
  bad.erase(spans.known);
  bad.erase(open);
  return bad;
}

DaySet as_it_stands(const DaySet& days, Day as_of, const DayRange& within) {
  const DayRange past{index::always, as_of};
  DaySet result;
  for (const DayRange& range : days.ranges()) {
    result.insert(intersection(intersection(range, past), within));
  }
  if (days.contains(as_of)) {
    result.insert(intersection({as_of, index::forever}, within));
  }
  return result;
}

Grounds grounds_on(Day as_of, Stance stance, const metric::Definition& definition, const Spans& spans) {
  Grounds grounds;
  if (stance != Stance::bad && stance != Stance::possible) {
    return grounds;
  }
  for (std::size_t i = 0; i < definition.components.size(); ++i) {
    if (definition.components[i].is_reason && spans.components[i].contains(as_of)) {
      grounds.parts.push_back(definition.components[i].name);
    }
  }
  for (std::size_t i = 0; stance == Stance::possible && i < definition.questions.size(); ++i) {
    if (spans.open[i].contains(as_of)) {
      const metric::Question& question = definition.questions[i];
      grounds.questions.push_back({question.kind, question.column, question.to_the_second});
    }
  }
  return grounds;
}

bool asked_of_all(const Grounds& grounds, const metric::Given& given) {
  return !grounds.questions.empty() &&
         std::all_of(grounds.questions.begin(), grounds.questions.end(),
                     [&](const OpenQuestion& question) { return !question.column && !given.has(question.kind); });
}

}  // namespace insight
}  // namespace sellerhealth
