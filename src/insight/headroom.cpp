#include "insight/headroom.hpp"

#include <algorithm>
#include <cstdlib>

namespace sellerhealth::insight {

namespace {

constexpr std::int64_t floor_of(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

constexpr std::int64_t ceiling_of(std::int64_t dividend, std::int64_t divisor) { return -floor_of(-dividend, divisor); }

/// Whether meeting the target exactly does not meet it.
bool is_strict(const Target& target) {
  return target.comparator == Comparator::less || target.comparator == Comparator::greater;
}

/// The smallest whole number above (or, unless strict, at) dividend / divisor.
std::int64_t least_above(std::int64_t dividend, std::int64_t divisor, bool strict) {
  return strict ? floor_of(dividend, divisor) + 1 : ceiling_of(dividend, divisor);
}

}  // namespace

std::int64_t headroom(const Target& target, std::int64_t count, std::int64_t denominator) {
  const std::int64_t limit = target.limit(denominator);
  if (target.comparator == Comparator::equal) {
    return -std::abs(count - limit);
  }
  return target.at_least() ? count - limit : limit - count;
}

// With p = value, q = scale, n = count, m = denominator and k orders more: n/(m + k) must lie below p/q, or
// (n + k)/(m + k) above it.
std::optional<std::int64_t> good_orders_needed(const Target& target, std::int64_t count, std::int64_t denominator) {
  const std::int64_t least = denominator == 0 ? 1 : 0;
  const std::int64_t p = target.value;
  const std::int64_t q = target.scale;
  const bool strict = is_strict(target);
  if (target.at_least() ? p >= q : p == 0) {
    const bool stays_met = count == (target.at_least() ? denominator : 0) && p == (target.at_least() ? q : 0);
    return !strict && stays_met ? std::optional{least} : std::nullopt;
  }
  const std::int64_t needed = target.at_least() ? least_above(p * denominator - count * q, q - p, strict)
                                                : least_above(count * q, p, strict) - denominator;
  return std::max(needed, least);
}

// (n + k)/(m + k) must lie below p/q, or n/(m + k) above it.
std::optional<std::int64_t> bad_orders_allowed(const Target& target, std::int64_t count, std::int64_t denominator) {
  const std::int64_t p = target.value;
  const std::int64_t q = target.scale;
  if (target.at_least() ? p == 0 : p >= q) {
    return std::nullopt;
  }
  const std::int64_t to_spare = target.at_least() ? count * q - p * denominator : p * denominator - count * q;
  return floor_of(to_spare - (is_strict(target) ? 1 : 0), target.at_least() ? p : q - p);
}

// (n - k)/(m - k) must lie below p/q, or n/(m - k) above it.
std::optional<std::int64_t> bad_orders_to_leave(const Target& target, std::int64_t count, std::int64_t denominator) {
  const std::int64_t p = target.value;
  const std::int64_t q = target.scale;
  if (target.at_least() ? p == 0 : p >= q) {
    return std::nullopt;
  }
  const std::int64_t missing = target.at_least() ? p * denominator - count * q : count * q - p * denominator;
  const std::int64_t leaving = least_above(missing, target.at_least() ? p : q - p, is_strict(target));
  const std::int64_t bad = target.at_least() ? denominator - count : count;
  return leaving <= bad && leaving < denominator ? std::optional{leaving} : std::nullopt;
}

}  // namespace sellerhealth::insight
