#include "insight/projection.hpp"

#include <algorithm>
#include <array>

#include "verdict/judge.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, all_assumptions.size()> assumption_names{"no_new_orders", "no_new_defects",
                                                                                "same_defect_rate"};

}  // namespace

std::string_view name_of(Assumption assumption) { return assumption_names[static_cast<std::size_t>(assumption)]; }

std::optional<Day> Prospect::first(Verdict verdict) const {
  const auto found =
      std::find_if(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.verdict == verdict; });
  return found == turns.end() ? std::nullopt : std::optional{found->day};
}

namespace insight {

using std::chrono::days;

Projection::Projection(const Standing& standing) : standing_{standing}, today_{in_exports(standing.as_of)} {
  const DayCounts recent = standing.table.sum({standing.as_of - standing.history, standing.as_of});
  pace_orders_ = recent.rate.denominator + recent.awaited;
}

Rate Projection::in_exports(Day day) const {
  const Window& window = standing_.check.window;
  const DayCounts counts = standing_.table.sum({window.first_day(day), window.last_day(day) + days{1}});
  return day > standing_.as_of ? standing_.later(counts) : counts.rate;
}

std::int64_t Projection::new_orders(days in_first) const {
  return in_first.count() <= 0 || standing_.history.count() == 0
             ? 0
             : in_first.count() * pace_orders_ / standing_.history.count();
}

/// Rounded for a window, not for a day: else a steady rate could recover by rounding alone.
std::int64_t Projection::counted_of(std::int64_t orders, bool as_today, std::int64_t count_today) const {
  const bool at_least = standing_.check.target.at_least();
  if (standing_.is_count()) {
    return as_today ? orders : 0;
  }
  if (!as_today || today_.denominator == 0) {
    return at_least ? orders : 0;
  }
  const std::int64_t round_up = at_least ? 0 : today_.denominator - 1;
  return (orders * count_today + round_up) / today_.denominator;
}

Rate Projection::rate_on(Day day, Assumption assumption) const {
  Rate rate = in_exports(day);
  if (assumption == Assumption::no_new_orders || day == standing_.as_of) {
    return rate;
  }
  const Window& window = standing_.check.window;
  const days newest = window.last_day(day) + days{1} - standing_.as_of;
  const std::int64_t orders = new_orders(newest) - new_orders(newest - days{window.days});
  const bool as_today = assumption == Assumption::same_defect_rate;
  rate.known += counted_of(orders, as_today, today_.known);
  rate.possible += counted_of(orders, as_today, today_.possible);
  rate.denominator += orders;
  return rate;
}

Verdict Projection::verdict_on(Day day, Assumption assumption) const {
  return verdict::compare(standing_.check, rate_on(day, assumption));
}

Prospect Projection::prospect(Assumption assumption, int horizon_days) const {
  const Window& window = standing_.check.window;
  const days until_repetition = days{window.days + window.lag_days} + standing_.history;
  const days all = std::max(until_repetition, days{horizon_days});
  Prospect prospect{.assumption = assumption, .horizon_days = horizon_days, .turns = {}, .never_passes = true};
  Verdict before = verdict_on(standing_.as_of, assumption);
  for (days ahead{1}; ahead <= all; ++ahead) {
    const Day day = standing_.as_of + ahead;
    const Verdict verdict = verdict_on(day, assumption);
    prospect.never_passes &= verdict != Verdict::pass;
    if (verdict != before && ahead.count() <= horizon_days) {
      prospect.turns.push_back({day, verdict});
    }
    before = verdict;
  }
  return prospect;
}

}  // namespace insight
}  // namespace sellerhealth
