#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "normalize/vocabularies.hpp"
#include "sellerhealth/message_facts.hpp"

/// The sentence of each fact, once for all languages. Who says it fills the phrases' places: message.cpp in English,
/// with ISO dates, for Diagnostic::message; render/message_text.cpp in other languages, which translates the phrases.
namespace sellerhealth::index {

template <typename Say>
std::string words_of(const std::monostate& /*none*/, const Say& /*say*/) {
  return {};
}

template <typename Say>
std::string words_of(const fact::SkippedFile& skipped, const Say& say) {
  return say("skipped: {}", say.reason_of(skipped));
}

template <typename Say>
std::string words_of(const fact::SameContent& same, const Say& say) {
  return say("has the same content as {}, read once", same.earlier);
}

/// What becomes of rows whose value in `column` is not known.
template <typename Say>
std::string treated_as(Column column, const Say& say) {
  switch (column) {
    case Column::order_status:
    case Column::item_status:
      return say("such an order counts as one of unknown status");
    case Column::cancelled_by:
      return say("who cancelled such an order counts as unknown");
    case Column::chargeback_type:
      return say("such a chargeback counts as a possible defect");
    case Column::status:
      return say("such feedback counts as active");
    default:
      return say("it counts as open");
  }
}

/// How to tell which value of that column an unknown one means.
template <typename Say>
std::string advice_on_value(Kind kind, Column column, const Say& say) {
  const std::span<const std::string_view> names = normalize::vocabulary_of(column)->names;
  std::string others;
  for (const std::string_view name : names.subspan(1)) {
    others += (others.empty() ? "" : ", ") + std::string{name};
  }
  return say("--value {}.{}.{}=VALUE settles it (or {})", name_of(kind), name_of(column), names.front(), others);
}

template <typename Say>
std::string words_of(const fact::UnknownValue& unknown, const Say& say) {
  return say("{} is not a known value; {}. {}", say.quoted(unknown.value), treated_as(unknown.column, say),
             advice_on_value(unknown.kind, unknown.column, say)) +
         (unknown.last ? say(" (further values are not reported)") : "");
}

template <typename Say>
std::string words_of(const fact::StaleExport& stale, const Say& say) {
  const auto days = (stale.as_of - stale.last_day).count();
  return say.plural(days, "the orders exports end on {}, {} day before {}: download newer ones",
                    "the orders exports end on {}, {} days before {}: download newer ones", say.date(stale.last_day),
                    say.number(days), say.date(stale.as_of));
}

/// "from 2026-06-03 to 2026-08-31", or "on 2026-06-03".
template <typename Say>
std::string window_words(const Window& window, Day as_of, const Say& say) {
  const std::string first = say.date(window.first_day(as_of));
  return window.days == 1 ? say("on {}", first) : say("from {} to {}", first, say.date(window.last_day(as_of)));
}

template <typename Say>
std::string longer_export(const Window& window, const Say& say) {
  return say.counted(window.days + window.lag_days, ". Give an export of the last {} day",
                     ". Give an export of the last {} days");
}

template <typename Say>
std::string words_of(const fact::EmptyWindow& empty, const Say& say) {
  const std::string window = window_words(empty.window, empty.as_of, say);
  const std::string first = say.date(empty.first_given);
  const std::string last = say.date(empty.last_given);
  const bool one_day = empty.first_given == empty.last_given;
  const std::string text =
      empty.kind == Kind::orders
          ? (one_day ? say("no orders {}; the exports hold orders of {}", window, first)
                     : say("no orders {}; the exports hold orders of {} to {}", window, first, last))
          : (one_day ? say("no messages {}; the exports hold messages of {}", window, first)
                     : say("no messages {}; the exports hold messages of {} to {}", window, first, last));
  if (empty.first_given > empty.window.last_day(empty.as_of)) {
    return text + longer_export(empty.window, say) +
           (empty.window.lag_days > 0 ? say(", or try --lag 0 or another --as-of") : say(", or try another --as-of"));
  }
  return text + (empty.last_given < empty.window.first_day(empty.as_of)
                     ? say(". Give a newer export, or try another --as-of")
                     : "");
}

template <typename Say>
std::string words_of(const fact::WindowNotCovered& part, const Say& say) {
  const Day last_day = part.window.last_day(part.as_of);
  const auto covered = part.beginning > last_day ? 0 : (last_day - part.beginning).count() + 1;
  const std::array<std::string, 4> texts{say.date(part.beginning), say.number(covered),
                                         say.counted(part.window.days, "{} day", "{} days"),
                                         window_words(part.window, part.as_of, say)};
  const auto& [beginning, days, all_days, words] = texts;
  return (part.kind == Kind::orders
              ? say("the orders begin on {}: {} of the {} {} are covered", beginning, days, all_days, words)
              : say("the messages begin on {}: {} of the {} {} are covered", beginning, days, all_days, words)) +
         longer_export(part.window, say);
}

template <typename Say>
std::string words_of(const fact::UnmatchedOrders& unmatched, const Say& say) {
  return say.plural(unmatched.count, "{} of {} names an order that no orders export holds; left out",
                    "{} of {} name orders that no orders export holds; left out", say.number(unmatched.count),
                    say.counted(unmatched.rows, "{} row", "{} rows"));
}

template <typename Say>
std::string words_of(const fact::UndatedOrders& undated, const Say& say) {
  return say.counted(undated.count, "{} order without a purchase-date in any file; left out",
                     "{} orders without a purchase-date in any file; left out");
}

template <typename Say>
std::string words_of(const fact::UndatedOutcomes& undated, const Say& say) {
  const std::string day = say.date(undated.first_as_of);
  return say.counted(undated.count, "{} outcome without a date, taken as known",
                     "{} outcomes without a date, taken as known") +
         (undated.one_day ? say(" on {} already, so this may differ from what that day would have shown", day)
                          : say(" on every day from {} on, so a day may differ from what it would have shown", day));
}

template <typename Say>
std::string words_of(const fact::NoMatch& /*none*/, const Say& say) {
  return say("no order meets the filters of --where");
}

template <typename Say>
std::string words_of(const fact::BadRows& rows, const Say& say) {
  return say.counted(rows.count, "{} row could not be understood", "{} rows could not be understood") +
         (rows.count == rows.shown ? "" : say(", the first {} are above", say.number(rows.shown))) +
         say.plural(rows.count, "; nothing was judged. --skip-bad-rows goes on without it",
                    "; nothing was judged. --skip-bad-rows goes on without them");
}

}  // namespace sellerhealth::index
