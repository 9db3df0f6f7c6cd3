#include "normalize/month_names.hpp"

namespace sellerhealth::normalize {

namespace {

template <typename Value>
struct Name {
  std::string_view name;
  unsigned number;
};

using MonthName = Name<std::chrono::month>;
using WeekdayName = Name<std::chrono::weekday>;

/// The short forms are those of Amazon's French and English pages, of spreadsheets, and of the Unicode locale data.
constexpr MonthName months[] = {
    {"january", 1}, {"jan", 1},       {"janvier", 1},   {"janv", 1},  {"february", 2},  {"feb", 2},
    {"fevrier", 2}, {"fevr", 2},      {"fev", 2},       {"march", 3}, {"mar", 3},       {"mars", 3},
    {"april", 4},   {"apr", 4},       {"avril", 4},     {"avr", 4},   {"may", 5},       {"mai", 5},
    {"june", 6},    {"jun", 6},       {"juin", 6},      {"july", 7},  {"jul", 7},       {"juillet", 7},
    {"juil", 7},    {"august", 8},    {"aug", 8},       {"aout", 8},  {"september", 9}, {"sept", 9},
    {"sep", 9},     {"septembre", 9}, {"october", 10},  {"oct", 10},  {"octobre", 10},  {"november", 11},
    {"nov", 11},    {"novembre", 11}, {"december", 12}, {"dec", 12},  {"decembre", 12},
};

constexpr WeekdayName weekdays[] = {
    {"monday", 1},   {"mon", 1},      {"lundi", 1},     {"lun", 1},   {"tuesday", 2},  {"tues", 2},   {"tue", 2},
    {"mardi", 2},    {"mar", 2},      {"wednesday", 3}, {"wed", 3},   {"mercredi", 3}, {"mer", 3},    {"thursday", 4},
    {"thurs", 4},    {"thur", 4},     {"thu", 4},       {"jeudi", 4}, {"jeu", 4},      {"friday", 5}, {"fri", 5},
    {"vendredi", 5}, {"ven", 5},      {"saturday", 6},  {"sat", 6},   {"samedi", 6},   {"sam", 6},    {"sunday", 7},
    {"sun", 7},      {"dimanche", 7}, {"dim", 7},
};

template <typename Value, std::size_t size>
std::optional<Value> find(std::string_view name, const Name<Value> (&names)[size]) {
  for (const Name<Value>& candidate : names) {
    if (candidate.name == name) {
      return Value{candidate.number};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::chrono::month> find_month(std::string_view name) { return find(name, months); }
std::optional<std::chrono::weekday> find_weekday(std::string_view name) { return find(name, weekdays); }

}  // namespace sellerhealth::normalize
