#pragma once

#include "metric/day_set.hpp"
#include "metric/metric.hpp"
#include "sellerhealth/explanation.hpp"
#include "sellerhealth/profile.hpp"

/// What counts against the seller: what a target keeps few. The numerator of an upper target, the rest of the
/// denominator of a lower one.
namespace sellerhealth::insight {

/// As what a case with these spans counts on an as-of day of its window.
[[nodiscard]] Stance stance_on(Day as_of, const Check& check, const metric::Spans& spans);

/// The as-of days on which a case with these spans counts as `stance` (possible or bad), whatever the window.
[[nodiscard]] metric::DaySet days_of(Stance stance, const Check& check, const metric::Spans& spans);

/// `days` as far as they are known on `as_of`, and as they go on if nothing else happens; those of `within`.
[[nodiscard]] metric::DaySet as_it_stands(const metric::DaySet& days, Day as_of, const metric::DayRange& within);

/// Why it counts so on that day.
[[nodiscard]] Grounds grounds_on(Day as_of, Stance stance, const metric::Definition& definition,
                                 const metric::Spans& spans);

/// Whether the questions are all of exports that were not given at all, so that they are asked of every case.
[[nodiscard]] bool asked_of_all(const Grounds& grounds, const metric::Given& given);

}  // namespace sellerhealth::insight
