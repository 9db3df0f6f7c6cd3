#include "index/date_orders.hpp"

#include <chrono>
#include <set>
#include <string>

#include <fmt/format.h>

#include "index/order_dates.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "util/dates.hpp"
#include "util/text.hpp"

namespace sellerhealth::index {

namespace {

/// What settles nothing, the years of two digits of a marketplace that writes them first, is refused before.
std::optional<DateOrder> only_one_of(const std::set<DateOrder>& orders) {
  const bool settled = orders.size() == 1 && *orders.begin() != DateOrder::ymd;
  return settled ? std::optional{*orders.begin()} : std::nullopt;
}

InputError contradictory_dates(const RecognizedInput& input, const DateSurvey& survey) {
  const bool day_first_comes_first = survey.day_first->line <= survey.month_first->line;
  const SeenDate& earlier = day_first_comes_first ? *survey.day_first : *survey.month_first;
  const SeenDate& later = day_first_comes_first ? *survey.month_first : *survey.day_first;
  return InputError{
      {.code = "contradictory_dates",
       .file = input.input.name(),
       .line = later.line,
       .column = later.column,
       .message = fmt::format("found {}, which has the {} first, and in line {} {}, which has the {} first, "
                              "expected one order; say which is right with --date-order",
                              util::quoted_value(later.text), day_first_comes_first ? "month" : "day", earlier.line,
                              util::quoted_value(earlier.text), day_first_comes_first ? "day" : "month")}};
}

InputError ambiguous_dates(const RecognizedInput& input, const SeenDate& seen) {
  return InputError{
      {.code = "ambiguous_dates",
       .file = input.input.name(),
       .line = seen.line,
       .column = seen.column,
       .message = fmt::format("found {}, which is {} with --date-order dmy and {} with --date-order mdy; "
                              "nothing in the files tells which, so say it",
                              util::quoted_value(seen.text), util::iso_date(*seen.date.day(DateOrder::dmy)),
                              util::iso_date(*seen.date.day(DateOrder::mdy)))}};
}

/// A date of two-digit numbers that is a day, too, when its first one is the year.
const SeenDate* maybe_year_first(const DateSurvey& survey) {
  for (const std::optional<SeenDate>* seen : {&survey.ambiguous, &survey.day_first, &survey.month_first}) {
    if (*seen && (*seen)->date.day(DateOrder::ymd)) {
      return &**seen;
    }
  }
  return nullptr;
}

InputError year_may_be_first(const RecognizedInput& input, const SeenDate& seen) {
  const bool day_first = seen.date.day(DateOrder::dmy).has_value();
  const DateOrder other = day_first ? DateOrder::dmy : DateOrder::mdy;
  return InputError{{.code = "ambiguous_dates",
                     .file = input.input.name(),
                     .line = seen.line,
                     .column = seen.column,
                     .message = fmt::format(
                         "found {}, which is {} with --date-order ymd, as its marketplace writes dates, and {} with "
                         "--date-order {}; say which it is",
                         util::quoted_value(seen.text), util::iso_date(*seen.date.day(DateOrder::ymd)),
                         util::iso_date(*seen.date.day(other)), day_first ? "dmy" : "mdy")}};
}

}  // namespace

DateOrders::DateOrders(std::span<const RecognizedInput> inputs, const TimeZone& zone, std::optional<DateOrder> stated)
    : inputs_{inputs}, zone_{zone}, stated_{stated} {}

DateOrder DateOrders::order_of(const RecognizedInput& input) {
  if (stated_) {
    return *stated_;
  }
  const DateSurvey& survey = survey_of(input);
  if (const SeenDate* seen = maybe_year_first(survey);
      seen != nullptr && orders_of_marketplaces(input) == std::set{DateOrder::ymd}) {
    throw year_may_be_first(input, *seen);
  }
  if (survey.day_first && survey.month_first) {
    throw contradictory_dates(input, survey);
  }
  if (const std::optional<DateOrder> order = settled_order(input)) {
    return *order;
  }
  if (survey.ambiguous) {
    throw ambiguous_dates(input, *survey.ambiguous);
  }
  return DateOrder::dmy;  // no date depends on it
}

const DateSurvey& DateOrders::survey_of(const RecognizedInput& input) {
  const auto known = surveys_.find(&input);
  return known != surveys_.end() ? known->second : surveys_.emplace(&input, survey_dates(input)).first->second;
}

std::optional<DateOrder> DateOrders::settled_order(const RecognizedInput& input) {
  const std::optional<DateOrder> order = told_without_purchases(input);
  return order || !survey_of(input).ambiguous ? order : told_by_purchases(input);
}

std::optional<DateOrder> DateOrders::told_without_purchases(const RecognizedInput& input) {
  const DateSurvey& survey = survey_of(input);
  if (survey.day_first || survey.month_first) {
    return survey.day_first ? DateOrder::dmy : DateOrder::mdy;
  }
  return told_by_marketplaces(input);
}

std::optional<DateOrder> DateOrders::told_by_marketplaces(const RecognizedInput& input) {
  return only_one_of(orders_of_marketplaces(input));
}

std::set<DateOrder> DateOrders::orders_of_marketplaces(const RecognizedInput& input) {
  if (const std::set<DateOrder>& own = survey_of(input).marketplaces; !own.empty()) {
    return own;
  }
  std::set<DateOrder> all;
  for (const RecognizedInput& other : inputs_) {
    if (other.may_hold_orders()) {
      all.merge(std::set{survey_of(other).marketplaces});
    }
  }
  return all;
}

std::optional<DateOrder> DateOrders::told_by_purchases(const RecognizedInput& input) {
  OrderDates dates{input, zone_};
  for (const RecognizedInput& other : inputs_) {
    if (&other != &input && other.may_hold_orders()) {
      // Two orders files that need each other's purchases would ask in a circle.
      dates.add_purchases(other, input.may_hold_orders() ? told_without_purchases(other) : settled_order(other));
    }
  }
  return dates.plausible_order();
}

}  // namespace sellerhealth::index
