#pragma once

#include <cstdint>
#include <string_view>

namespace sellerhealth {

/// A count of orders or messages out of many, kept as integers to the end.
///
/// What the exports leave open is carried, not guessed: `known` are certain, `possible` (never fewer) are those that
/// could count if everything open turned out so.
struct Rate {
  std::int64_t known = 0;
  std::int64_t possible = 0;
  std::int64_t denominator = 0;
};

/// A rate of something out of many, or a plain count.
enum class Unit : unsigned char { ratio, count };

enum class Comparator : unsigned char { less, less_or_equal, greater, greater_or_equal, equal };

/// "<", "<=", ">", ">=" or "=".
[[nodiscard]] std::string_view symbol_of(Comparator comparator);

/// What a metric must be, as an exact decimal: `value / scale`. "< 2.5 %" is {less, 25, 1000}, "= 0" is {equal, 0, 1}.
struct Target {
  Comparator comparator = Comparator::less;
  std::int64_t value = 0;
  std::int64_t scale = 1;  ///< At most 10^9; a power of ten, but for the target of a count floor.

  /// Reads "< 1%", "<=0.02" or "≥ 90 %" for a rate, which is less than 1 unless written in per cent; "= 0" for a count.
  /// At most nine decimals, in per cent seven. Throws UsageError that says what was expected.
  [[nodiscard]] static Target parse(std::string_view text, Unit unit);

  /// Whether `count` of `denominator` meets the target, by integer arithmetic (both below 2^33). For a plain
  /// count, `denominator` is 1.
  [[nodiscard]] bool met_by(std::int64_t count, std::int64_t denominator) const;

  /// The largest count of `denominator` that meets an upper target, the smallest that meets a lower one. It may lie
  /// outside [0, denominator]: then none, or every, count meets it. Not defined for `equal`.
  [[nodiscard]] std::int64_t limit(std::int64_t denominator) const;

  /// Whether more is better: the target is a lower one.
  [[nodiscard]] bool at_least() const {
    return comparator == Comparator::greater || comparator == Comparator::greater_or_equal;
  }

  friend bool operator==(const Target&, const Target&) = default;
};

}  // namespace sellerhealth
