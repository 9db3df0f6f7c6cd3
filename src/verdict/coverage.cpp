#include "verdict/coverage.hpp"

#include <algorithm>

namespace sellerhealth::verdict {

Coverage::Coverage(const OrderBook& book, bool hindsight)
    : orders_{first_day_of(book, Kind::orders)},
      messages_{first_day_of(book, Kind::messages)},
      orders_given_{book.has(Kind::orders)},
      messages_given_{book.has(Kind::messages)},
      hindsight_{hindsight} {}

Beginning Coverage::beginning(metric::Subject subject, Day as_of) const {
  const auto known = [&](const std::optional<Day>& day) {
    return day && (hindsight_ || *day < as_of) ? day : std::nullopt;
  };
  if (subject == metric::Subject::violation) {
    return {Kind::violations, std::nullopt};
  }
  const Beginning orders{Kind::orders, known(orders_)};
  return subject == metric::Subject::order || orders.day ? orders : Beginning{Kind::messages, known(messages_)};
}

bool Coverage::is_given(metric::Subject subject) const {
  switch (subject) {
    case metric::Subject::order:
      return orders_given_;
    case metric::Subject::message:
      return orders_given_ || messages_given_;
    case metric::Subject::violation:
      break;
  }
  return false;
}

void Coverage::mark(std::span<CheckResult> checks, Day as_of) const {
  for (CheckResult& check : checks) {
    const metric::Subject subject = metric::definition_of(check.check.metric).subject;
    const std::optional<Day> begin = beginning(subject, as_of).day;
    check.covered = begin ? *begin <= check.first_day + coverage_slack : !is_given(subject);
  }
}

std::optional<Extent> extent_of(const OrderBook& book, Kind kind) {
  std::optional<Extent> extent;
  for (const ExportFile& file : book.files()) {
    if (file.kind == kind && file.first_day && file.last_day) {
      extent = extent ? Extent{std::min(extent->first, *file.first_day), std::max(extent->last, *file.last_day)}
                      : Extent{*file.first_day, *file.last_day};
    }
  }
  return extent;
}

std::optional<Day> first_day_of(const OrderBook& book, Kind kind) {
  const std::optional<Extent> extent = extent_of(book, kind);
  return extent ? std::optional{extent->first} : std::nullopt;
}

}  // namespace sellerhealth::verdict
