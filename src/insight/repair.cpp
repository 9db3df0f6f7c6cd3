#include "insight/repair.hpp"

#include <algorithm>
#include <tuple>

#include "insight/headroom.hpp"

namespace sellerhealth::insight {

namespace {

/// The bad ones of today's window, the easiest to take back first, then those that stay longest.
std::vector<BadCase> candidates(const Standing& standing) {
  const Window& window = standing.check.window;
  std::vector<BadCase> cases;
  std::copy_if(standing.bad.begin(), standing.bad.end(), std::back_inserter(cases), [&](const BadCase& bad) {
    return window.first_day(standing.as_of) <= bad.placed && bad.placed <= window.last_day(standing.as_of);
  });
  std::sort(cases.begin(), cases.end(), [](const BadCase& a, const BadCase& b) {
    return std::tie(a.sources, b.placed, a.id) < std::tie(b.sources, a.placed, b.id);
  });
  return cases;
}

/// Below its count floor, a check asks for a count and not for a rate: how many orders are missing to the floor.
std::int64_t missing_to_floor(const Check& check, std::int64_t denominator) {
  return check.count_floor ? std::max<std::int64_t>(check.count_floor->below - denominator, 0) : 0;
}

std::optional<std::int64_t> good_needed(const Check& check, std::int64_t count, std::int64_t denominator) {
  const std::int64_t missing = missing_to_floor(check, denominator);
  if (missing > 0 && count <= check.count_floor->at_most) {
    return 0;
  }
  const std::optional<std::int64_t> needed = good_orders_needed(check.target, count, denominator);
  return needed ? std::optional{std::max(*needed, missing)} : std::nullopt;
}

std::optional<std::int64_t> bad_allowed(const Check& check, std::int64_t count, std::int64_t denominator) {
  const std::optional<std::int64_t> allowed = bad_orders_allowed(check.target, count, denominator);
  const std::int64_t missing = missing_to_floor(check, denominator);
  if (missing == 0) {
    return allowed;
  }
  const std::int64_t below_floor = std::min(check.count_floor->at_most - count, missing - 1);
  return below_floor < missing - 1       ? std::optional{below_floor}
         : allowed && *allowed < missing ? std::optional{missing - 1}
                                         : allowed;
}

/// What stays must be enough for a verdict.
std::optional<std::int64_t> bad_to_leave(const Check& check, std::int64_t count, std::int64_t denominator) {
  std::optional<std::int64_t> leaving;
  if (missing_to_floor(check, denominator) == 0) {
    leaving = bad_orders_to_leave(check.target, count, denominator);
  }
  if (check.count_floor && (!leaving || missing_to_floor(check, denominator - *leaving) > 0)) {
    leaving = std::max(denominator - check.count_floor->below + 1, count - check.count_floor->at_most);
  }
  const std::int64_t bad = check.target.at_least() ? denominator - count : count;
  const bool enough =
      leaving && *leaving <= bad && *leaving < denominator && denominator - *leaving >= check.minimum_orders;
  return enough ? leaving : std::nullopt;
}

}  // namespace

Margin margin_of(const Check& check, std::int64_t count, std::int64_t denominator) {
  const Target target = check.target_for(denominator);
  Margin margin{.headroom = headroom(target, count, denominator), .good_orders_needed = {}, .bad_orders_allowed = {}};
  if (unit_of(check.metric) == Unit::ratio) {
    margin.good_orders_needed = good_needed(check, count, denominator);
    if (target.met_by(count, denominator)) {
      margin.bad_orders_allowed = bad_allowed(check, count, denominator);
    }
  }
  return margin;
}

std::optional<Repair> repair_of(const Standing& standing, const Rate& rate) {
  const std::int64_t denominator = standing.is_count() ? 1 : rate.denominator;
  const Target target = standing.check.target_for(denominator);
  const std::int64_t count = target.at_least() ? rate.possible : rate.known;
  std::vector<BadCase> cases = candidates(standing);
  const std::int64_t needed = -headroom(target, count, denominator);
  const std::int64_t bad = target.at_least() ? denominator - count : count;
  if (needed <= 0 || needed > bad || !target.met_by(target.at_least() ? count + needed : count - needed, denominator)) {
    return std::nullopt;
  }
  Repair repair{.take_back = needed, .cases = {}, .leave = {}};
  cases.resize(std::min(cases.size(), static_cast<std::size_t>(needed)));
  repair.cases = std::move(cases);
  repair.leave = standing.is_count() ? needed : bad_to_leave(standing.check, count, denominator);
  return repair;
}

}  // namespace sellerhealth::insight
