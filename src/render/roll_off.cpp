#include "render/roll_off.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/sign.hpp"
#include "render/words.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::size_t most_rows = 5;
constexpr std::size_t many_days = 20;
constexpr std::size_t most_ids = 3;

/// "A leaves", "3 leave: A, B and C", "18 leave".
std::string moving_text(const Batch& batch, Phrase<1> one, Phrase<1> several, Phrase<2> few, const Speaker& say) {
  const auto count = static_cast<std::int64_t>(batch.bad.size());
  if (count == 1) {
    return say(one, ids_text(batch.bad, 1, say));
  }
  return count <= static_cast<std::int64_t>(most_ids) ? say(few, say.number(count), ids_text(batch.bad, count, say))
                                                      : say(several, say.number(count));
}

std::string event_text(const CheckForecast& forecast, const ForecastDay& day, const Speaker& say) {
  std::vector<std::string> events;
  if (!day.leaving.bad.empty()) {
    events.push_back(moving_text(day.leaving, "{} leaves", "{} leave", "{} leave: {}", say));
  }
  if (!day.entering.bad.empty()) {
    events.push_back(moving_text(day.entering, "{} comes in", "{} come in", "{} come in: {}", say));
  }
  if (events.empty() && day.leaving.rate.denominator > 0) {
    events.push_back(
        say.counted(day.leaving.rate.denominator, subject_words_of(forecast.today.check.metric).good->good_ones_leave));
  }
  return fmt::format("{}", fmt::join(events, ", "));
}

std::string rate_text(const ForecastDay& day, bool is_count, const Speaker& say) {
  const std::string count =
      say.number(day.rate.known) + (day.rate.known == day.rate.possible ? "" : " – " + say.number(day.rate.possible));
  return is_count ? count : say("{} of {}", count, say.number(day.rate.denominator));
}

struct Event {
  const ForecastDay* day;
  bool turns;
};

std::vector<Event> events_of(const CheckForecast& forecast) {
  std::vector<Event> events;
  Verdict before = forecast.today.verdict;
  for (const ForecastDay& day : forecast.days) {
    const bool turns = day.verdict != before;
    if (turns || !day.leaving.bad.empty() || !day.entering.bad.empty()) {
      events.push_back({&day, turns});
    }
    before = day.verdict;
  }
  if (events.size() > many_days) {
    std::erase_if(events, [](const Event& event) { return !event.turns; });
  }
  return events;
}

}  // namespace

Phrase<0> words_of_turn(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "passes";
    case Verdict::fail:
      return "fails";
    case Verdict::undetermined:
      return "is open";
    case Verdict::no_data:
      break;
  }
  return "no verdict";
}

std::string ids_text(const std::vector<BadCase>& cases, std::int64_t all, const Speaker& say) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < std::min(cases.size(), most_ids); ++i) {
    items.push_back(cases[i].id.empty() ? say("one without id") : util::printable(cases[i].id));
  }
  if (const std::int64_t more = all - static_cast<std::int64_t>(items.size()); more > 0) {
    items.push_back(say("{} more", say.number(more)));
  }
  return say.list(items);
}

std::vector<std::string> roll_off(const CheckForecast& forecast, const TextStyle& style) {
  const Speaker say{style.language};
  const bool is_count = unit_of(forecast.today.check.metric) == Unit::count;
  const std::vector<Event> events = events_of(forecast);
  const std::size_t shown = events.size() <= most_rows + 1 ? events.size() : most_rows;
  std::size_t day_width = 0;
  std::size_t rate_width = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    day_width = std::max(day_width, width_of(say.date(events[i].day->day)));
    rate_width = std::max(rate_width, width_of(rate_text(*events[i].day, is_count, say)));
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [day, turns] = events[i];
    std::string line = fmt::format("  {}  {}  {}", padded(say.date(day->day), day_width),
                                   padded(rate_text(*day, is_count, say), rate_width), event_text(forecast, *day, say));
    if (turns) {
      const std::string turn = colored(say(words_of_turn(day->verdict)), sign_of(day->verdict).color, style);
      line = line.ends_with(' ') ? line + turn : say("{}: {}", line, turn);
    }
    lines.push_back(std::move(line));
  }
  if (shown < events.size()) {
    lines.push_back("  " + say("and {} more days until {} (--format json lists all)",
                               std::to_string(events.size() - shown), say.date(events.back().day->day)));
  }
  return lines;
}

}  // namespace sellerhealth::render
