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
std::string moving_text(const Batch& batch, std::string_view one, std::string_view several) {
  const auto count = static_cast<std::int64_t>(batch.bad.size());
  if (count == 1) {
    return fmt::format("{} {}", ids_text(batch.bad, 1), one);
  }
  const bool few = count <= static_cast<std::int64_t>(most_ids);
  return fmt::format("{} {}{}", grouped(count), several, few ? ": " + ids_text(batch.bad, count) : "");
}

std::string event_text(const CheckForecast& forecast, const ForecastDay& day) {
  std::vector<std::string> events;
  if (!day.leaving.bad.empty()) {
    events.push_back(moving_text(day.leaving, "leaves", "leave"));
  }
  if (!day.entering.bad.empty()) {
    events.push_back(moving_text(day.entering, "comes in", "come in"));
  }
  if (events.empty() && day.leaving.rate.denominator > 0) {
    events.push_back(fmt::format("{} {}",
                                 counted(day.leaving.rate.denominator, "good " + std::string{noun_of(forecast.today)}),
                                 day.leaving.rate.denominator == 1 ? "leaves" : "leave"));
  }
  return list_text(events, ", ");
}

std::string rate_text(const ForecastDay& day, bool is_count) {
  const std::string count =
      grouped(day.rate.known) + (day.rate.known == day.rate.possible ? "" : " – " + grouped(day.rate.possible));
  return is_count ? count : fmt::format("{} of {}", count, grouped(day.rate.denominator));
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

std::string_view noun_of(const CheckResult& check) {
  const std::string_view nouns = words_of(check.check.metric).placed;
  return nouns.substr(0, nouns.size() - 1);
}

std::string_view verb_of(Verdict verdict) {
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

std::string ids_text(const std::vector<BadCase>& cases, std::int64_t all) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < std::min(cases.size(), most_ids); ++i) {
    items.push_back(cases[i].id.empty() ? "one without id" : util::printable(cases[i].id));
  }
  if (const std::int64_t more = all - static_cast<std::int64_t>(items.size()); more > 0) {
    items.push_back(grouped(more) + " more");
  }
  return list_text(items);
}

std::vector<std::string> roll_off(const CheckForecast& forecast, const TextStyle& style) {
  const bool is_count = unit_of(forecast.today.check.metric) == Unit::count;
  const std::vector<Event> events = events_of(forecast);
  const std::size_t shown = events.size() <= most_rows + 1 ? events.size() : most_rows;
  std::size_t day_width = 0;
  std::size_t rate_width = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    day_width = std::max(day_width, width_of(date_text(events[i].day->day)));
    rate_width = std::max(rate_width, width_of(rate_text(*events[i].day, is_count)));
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [day, turns] = events[i];
    std::string line = fmt::format("  {}  {}  {}", padded(date_text(day->day), day_width),
                                   padded(rate_text(*day, is_count), rate_width), event_text(forecast, *day));
    if (turns) {
      line += (line.ends_with(' ') ? "" : ": ") + colored(verb_of(day->verdict), sign_of(day->verdict).color, style);
    }
    lines.push_back(std::move(line));
  }
  if (shown < events.size()) {
    lines.push_back(fmt::format("  and {} more days until {} (--format json lists all)", events.size() - shown,
                                date_text(events.back().day->day)));
  }
  return lines;
}

}  // namespace sellerhealth::render
