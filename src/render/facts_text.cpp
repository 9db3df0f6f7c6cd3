#include "render/facts_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "metric/order_states.hpp"
#include "render/facts.hpp"
#include "render/words.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::string_view joiner = " · ";

constexpr std::array outcomes{
    Wording{"unmatched_order", "no orders export holds it"},
    Wording{"undated", "without a purchase-date"},
    Wording{"not_marketplace", "sold outside the marketplace"},
    Wording{"filtered", "left out by --where"},
    Wording{"before_window", "too old for the window"},
    Wording{"after_window", "too young for the window"},
    Wording{"fulfilled_by_marketplace", "fulfilled by the marketplace"},
    Wording{"fulfilled_by_seller", "fulfilled by the seller"},
    Wording{"no_response_needed", "needs no response"},
    Wording{"pending_reply", "may still be answered in time"},
    Wording{"not_cancelled", "not cancelled"},
    Wording{"buyer_requested_cancel", "cancelled, as the buyer asked"},
    Wording{"cancelled_by_buyer", "cancelled by the buyer"},
    Wording{"cancelled", "cancelled, so never late"},
    Wording{"shipped_in_time", "shipped in time"},
    Wording{"not_due", "not late so far"},
    Wording{"late_within_rules", "shipped after the promise, but not late by the profile's rules"},
    Wording{"overdue_not_counted", "past its promise, but by the profile's rules late only once it is shipped"},
    Wording{"neutral_or_positive", "not negative"},
    Wording{"after_as_of", "not known yet"},
    Wording{"removed_feedback", "removed"},
    Wording{"withdrawn_claim", "withdrawn"},
    Wording{"denied_claim", "denied"},
    Wording{"fraud_chargeback", "for fraud"},
    Wording{"won_chargeback", "won"},
};

std::string dated(std::string_view what, const std::optional<Stamp>& date, const Telling& telling) {
  return date ? telling.say("what was filed::{} of {}", what, day_text(*date, telling))
              : telling.say("{} without a date", what);
}

/// " (granted)", if the export says so.
std::string in_brackets(std::string_view status) {
  const std::string_view words = util::words_to_show(status);
  return words.empty() ? "" : " (" + util::printable(words) + ")";
}

/// As the language writes it, if it is plainly a number with cents; otherwise as the export does.
std::string number_text(std::string_view number, const Speaker& say) {
  const std::size_t point = number.find('.');
  const bool plain = number.find_first_not_of("0123456789.") == number.npos && point == number.rfind('.');
  if (!plain || point == 0 || point == number.npos) {
    return util::printable(number);
  }
  const std::string_view cents = number.substr(point + 1);
  // Three digits may as well be thousands.
  return cents.empty() || cents.size() > 2 ? std::string{number} : say("{}.{}", number.substr(0, point), cents);
}

std::string promise_text(const OrderBook::Order& order, const Telling& telling) {
  const std::optional<Instant> promise = promise_of(order);
  return promise ? telling.say("promised for {}", day_text({*promise, *promise}, telling))
                 : telling.say("no promise known");
}

std::string late_text(const OrderBook::Order& order, const Telling& telling) {
  const std::int64_t days_late = render::days_late(order, telling.zone).value_or(0);
  const std::string late = days_late > 0 ? telling.say.counted(days_late, day_noun)
                                         : telling.say.duration((order.shipped.first - *promise_of(order)).count());
  return telling.say("{}, shipped on {}, {} late", promise_text(order, telling), day_text(order.shipped, telling),
                     late);
}

std::string cancelled_text(const OrderBook::Order& order, const Telling& telling) {
  const bool some = metric::some_items_cancelled(order);
  if (order.cancelled.first == OrderBook::never) {
    return some ? telling.say("some items cancelled") : telling.say("cancelled");
  }
  const std::string day = day_text(order.cancelled, telling);
  return some ? telling.say("some items cancelled on {}", day) : telling.say("cancelled on {}", day);
}

std::string part_text(std::string_view part, const CaseFacts& facts, const Telling& telling) {
  std::vector<std::string> texts;
  if (part == "negative_feedback") {
    for (const auto* filed : facts.feedback) {
      texts.push_back(feedback_text(filed->record, telling));
    }
  } else if (part == "claims") {
    for (const auto* filed : facts.claims) {
      texts.push_back(claim_text(filed->record, telling));
    }
  } else if (part == "chargebacks") {
    for (const auto* filed : facts.chargebacks) {
      texts.push_back(chargeback_text(filed->record, telling));
    }
  } else if (part == "seller") {
    texts.push_back(telling.say("{} by the seller", cancelled_text(*facts.order, telling)));
  } else if (part == "marketplace") {
    texts.push_back(telling.say("{} by the marketplace", cancelled_text(*facts.order, telling)));
  } else if (part == "shipped_late") {
    texts.push_back(late_text(*facts.order, telling));
  } else if (part == "overdue") {
    texts.push_back(telling.say("{}, not shipped", promise_text(*facts.order, telling)));
  } else if (part == "unanswered") {
    const Day received = telling.zone.day_of(facts.message->record.received_at.first);
    texts.push_back(
        telling.say("not answered for {}", telling.say.counted((telling.as_of - received).count(), day_noun)));
  } else {
    texts.push_back(message_text(facts.message->record, telling));
  }
  return fmt::format("{}", fmt::join(texts, joiner));
}

std::string orders_question_text(const OpenQuestion& question, const OrderBook::Order& order, const Telling& telling) {
  if (!question.column) {
    return telling.say("{}, not shipped when the exports end", promise_text(order, telling));
  }
  switch (*question.column) {
    case Column::cancelled_by:
      return telling.say("{}, by whom is not known", cancelled_text(order, telling));
    case Column::cancel_date:
      return telling.say("shipped and cancelled on {}, which was first is not known",
                         day_text(order.cancelled, telling));
    case Column::latest_ship_date:
      return telling.say("no promised ship date");
    case Column::ship_date:
      return question.to_the_second
                 ? telling.say("{}, shipped on that day, at what time is not known", promise_text(order, telling))
                 : telling.say("{}, shipped, when is not known", promise_text(order, telling));
    default:
      return telling.say("its status is not known");
  }
}

std::string question_text(const OpenQuestion& question, const CaseFacts& facts, const Telling& telling) {
  if (facts.order != nullptr && question.kind == Kind::orders) {
    return orders_question_text(question, *facts.order, telling);
  }
  if (question.kind == Kind::messages) {
    if (!question.column) {
      return telling.say("not answered when the exports end");
    }
    return question.to_the_second
               ? telling.say("{}, at what time is not known", message_text(facts.message->record, telling))
               : telling.say("whether it was answered is not known");
  }
  if (question.column == Column::chargeback_type) {
    const auto untyped = std::find_if(facts.chargebacks.begin(), facts.chargebacks.end(), [](const auto* filed) {
      return filed->record.type == Chargeback::Type::unknown;
    });
    return untyped == facts.chargebacks.end() ? telling.say("chargeback of unknown type")
                                              : chargeback_text((*untyped)->record, telling);
  }
  return telling.say("{} not given", telling.say(words_of(question.kind)));
}

std::string shown_id(std::string_view id, const Speaker& say) {
  return id.empty() ? say("(no id)") : util::printable(id);
}

}  // namespace

std::string day_text(const Stamp& stamp, const Telling& telling) {
  return telling.say.date(telling.zone.day_of(stamp.first), telling.as_of);
}

std::string amount_text(std::string_view amount, std::string_view currency, const Speaker& say) {
  const std::string_view number = util::words_to_show(amount);
  const std::string_view unit = number.empty() ? number : util::words_to_show(currency);
  return number_text(number, say) + (unit.empty() ? "" : " " + util::printable(unit));
}

std::string feedback_text(const Feedback& feedback, const Telling& telling) {
  return dated(telling.say.counted(feedback.rating, "{} star", "{} stars"), feedback.date, telling);
}

std::string claim_text(const Claim& claim, const Telling& telling) {
  const std::string text = dated(telling.say("claim"), claim.date, telling) + in_brackets(claim.status);
  std::string details = claim.reason.empty() ? "" : telling.say.quoted(claim.reason);
  if (const std::string amount = amount_text(claim.amount, claim.currency, telling.say); !amount.empty()) {
    details += (details.empty() ? "" : ", ") + amount;
  }
  return details.empty() ? text : telling.say("{}: {}", text, details);
}

std::string chargeback_text(const Chargeback& chargeback, const Telling& telling) {
  const std::string amount = amount_text(chargeback.amount, chargeback.currency, telling.say);
  const std::string what = chargeback.type == Chargeback::Type::unknown ? telling.say("chargeback of unknown type")
                                                                        : telling.say("chargeback");
  const std::string text = dated(what, chargeback.date, telling) + in_brackets(chargeback.status);
  return amount.empty() ? text : telling.say("{}: {}", text, amount);
}

std::string message_text(const Message& message, const Telling& telling) {
  if (!message.responded_at) {
    return telling.say("not answered");
  }
  const std::optional<std::int64_t> seconds = response_seconds(message);
  return seconds ? telling.say("answered after {}", telling.say.duration(*seconds))
                 : telling.say("answered on {}", day_text(*message.responded_at, telling));
}

std::string grounds_text(const CaseFacts& facts, const Grounds& grounds, const Telling& telling) {
  std::vector<std::string> texts;
  for (const std::string_view part : grounds.parts) {
    texts.push_back(part_text(part, facts, telling));
  }
  for (const OpenQuestion& question : grounds.questions) {
    texts.push_back(question_text(question, facts, telling));
  }
  if (facts.violation != nullptr) {
    texts.push_back(facts.violation->type.empty()
                        ? telling.say("a violation::open")
                        : telling.say("a violation::open: {}", telling.say.quoted(facts.violation->type)));
  }
  return fmt::format("{}", fmt::join(texts, joiner));
}

std::string id_text(const CaseFacts& facts, const Speaker& say) {
  if (facts.message != nullptr && !facts.message->record.order_id.empty()) {
    return say("{} (order {})", shown_id(facts.id(), say), util::printable(facts.message->record.order_id));
  }
  return shown_id(facts.id(), say);
}

std::string words_of_outcome(std::string_view code, const Speaker& say) { return said(outcomes, code, say); }

}  // namespace sellerhealth::render
