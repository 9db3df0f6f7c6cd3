#include "sellerhealth/rate.hpp"

#include <array>
#include <string>
#include <utility>

#include "sellerhealth/diagnostic.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

/// Of a target's value and scale: with counts below 2^33 all products stay in 64 bits.
constexpr std::int64_t largest = 1'000'000'000;

struct Symbol {
  std::string_view text;
  Comparator comparator;
};
/// Longer symbols before those that they begin with. The first of a comparator is the one that is printed.
constexpr std::array symbols{
    Symbol{"<=", Comparator::less_or_equal}, Symbol{">=", Comparator::greater_or_equal},
    Symbol{"≤", Comparator::less_or_equal},  Symbol{"≥", Comparator::greater_or_equal},
    Symbol{"<", Comparator::less},           Symbol{">", Comparator::greater},
    Symbol{"=", Comparator::equal},
};

constexpr std::int64_t floor_of(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

/// The whole text as a decimal number without sign; false when it is none, or too long for exact products.
bool read_decimal(std::string_view text, Target& target) {
  bool point = false;
  bool digits = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9' && target.value < largest / 10 && (!point || target.scale < largest)) {
      target.value = target.value * 10 + (c - '0');
      target.scale *= point ? 10 : 1;
      digits = true;
    } else {
      return false;
    }
  }
  return digits;
}

}  // namespace

std::string_view symbol_of(Comparator comparator) {
  for (const Symbol& symbol : symbols) {
    if (symbol.comparator == comparator) {
      return symbol.text;
    }
  }
  return {};
}

Target Target::parse(std::string_view text, Unit unit) {
  const auto refusal = [&] {
    return UsageError{"found " + util::quoted(text) + ", expected " +
                      (unit == Unit::ratio ? "a comparator and a percentage, such as \"< 2%\""
                                           : "a comparator and a whole number, such as \"= 0\"")};
  };
  std::string_view rest = util::trim(text);
  Target target;
  bool found = false;
  for (const Symbol& symbol : symbols) {
    if (rest.starts_with(symbol.text)) {
      target.comparator = symbol.comparator;
      rest = util::trim(rest.substr(symbol.text.size()));
      found = true;
      break;
    }
  }
  const bool percent = rest.ends_with('%');
  if (percent) {
    rest = util::trim(rest.substr(0, rest.size() - 1));
  }
  if (!found || !read_decimal(rest, target)) {
    throw refusal();
  }
  if (percent && target.scale > largest / 100) {
    throw refusal();
  }
  target.scale *= percent ? 100 : 1;
  // No rate can be expected to hit a value exactly.
  const bool plausible = unit == Unit::ratio ? target.comparator != Comparator::equal &&
                                                   (percent || target.value < target.scale || target.value == 0)
                                             : !percent && target.scale == 1;
  if (!plausible) {
    throw refusal();
  }
  return target;
}

bool Target::met_by(std::int64_t count, std::int64_t denominator) const {
  const std::int64_t found = count * scale;
  const std::int64_t wanted = value * denominator;
  switch (comparator) {
    case Comparator::less:
      return found < wanted;
    case Comparator::less_or_equal:
      return found <= wanted;
    case Comparator::greater:
      return found > wanted;
    case Comparator::greater_or_equal:
      return found >= wanted;
    case Comparator::equal:
      return found == wanted;
  }
  return false;
}

std::int64_t Target::limit(std::int64_t denominator) const {
  const std::int64_t wanted = value * denominator;
  switch (comparator) {
    case Comparator::less:
      return floor_of(wanted - 1, scale);
    case Comparator::greater:
      return floor_of(wanted, scale) + 1;
    case Comparator::greater_or_equal:
      return -floor_of(-wanted, scale);
    case Comparator::less_or_equal:
    case Comparator::equal:
      break;
  }
  return floor_of(wanted, scale);
}

}  // namespace sellerhealth
