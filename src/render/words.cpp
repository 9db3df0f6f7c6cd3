#include "render/words.hpp"

#include <algorithm>
#include <array>

#include "metric/metric.hpp"

namespace sellerhealth::render {

namespace {

/// In the order of the Metric enumeration.
constexpr std::array<MetricWords, 6> metrics{{
    {"Order defect rate",
     "orders",
     OpenWords{"are defects", "of none::are defects", "is no defect", "is a defect"},
     "defects",
     {"{} defect", "{} defects"}},
    {"Cancellation rate",
     "seller-fulfilled orders",
     OpenWords{"were the seller's", "of none::were the seller's", "was not the seller's", "was the seller's"},
     "cancellations",
     {"{} cancellation", "{} cancellations"}},
    {"Late shipment rate",
     "seller-fulfilled orders",
     OpenWords{"were late", "of none::were late", "was not late", "was late"},
     "late shipments",
     {"{} late shipment", "{} late shipments"}},
    {"Response under 24 h",
     "messages",
     OpenWords{"were answered in time", "of none::were answered in time", "was not answered in time",
               "was answered in time"},
     "late answers",
     {"{} late answer", "{} late answers"}},
    {"Late responses",
     "messages",
     OpenWords{"were late", "of none::were late", "was not late", "was late"},
     "late answers",
     {"{} late answer", "{} late answers"}},
    {"Policy violations", "violations", std::nullopt, "open violations", {"{} open violation", "{} open violations"}},
}};

constexpr SubjectWords order_words{
    "order",
    "orders",
    "bought",
    "bought {}",
    {"{} order", "{} orders"},
    "no new orders",
    GoodWords{{"{} more good order", "{} more good orders"},
              {"{} further order may go wrong", "{} further orders may all go wrong"},
              {"{} good order leaves", "{} good orders leave"}},
};
constexpr SubjectWords message_words{
    "message",
    "messages",
    "received",
    "received {}",
    {"{} message", "{} messages"},
    "no new messages",
    GoodWords{{"{} more good message", "{} more good messages"},
              {"{} further message may go wrong", "{} further messages may all go wrong"},
              {"{} good message leaves", "{} good messages leave"}},
};
constexpr SubjectWords violation_words{
    "violation",         "violations", "noticed", "noticed {}", {"{} violation", "{} violations"},
    "no new violations", std::nullopt,
};

constexpr std::array components{
    Wording{"negative_feedback", "negative feedback"},
    Wording{"claims", "claims"},
    Wording{"chargebacks", "chargebacks"},
    Wording{"seller", "by the seller"},
    Wording{"marketplace", "by the marketplace"},
    Wording{"shipped_late", "shipped late"},
    Wording{"overdue", "overdue"},
    Wording{"late", "late"},
    Wording{"unanswered", "unanswered"},
    Wording{"answered_late", "answered late"},
    Wording{"mean_response_seconds", "mean answer after"},
};

/// Where each kind of export comes from. Amazon has no download of claims, chargebacks and messages: their pages show
/// what a file of one's own needs.
struct Origin {
  std::string_view columns;
  Phrase<0> place;
};
constexpr std::array<Origin, all_kinds.size()> origins{{
    {"order-id, purchase-date", "Seller Central > Reports > Fulfillment > All orders"},
    {"order-id, rating, date", "Seller Central > Performance > Feedback > Download report"},
    {"order-id, claim-date, claim-status", "Seller Central > Performance > A-to-z claims"},
    {"order-id, chargeback-date, chargeback-type", "Seller Central > Performance > Chargeback claims"},
    {"received-at, responded-at", "Seller Central > Buyer messages"},
    {"violation-date, violation-status", "Seller Central > Performance > Account health"},
}};

std::string how_to_settle_orders_column(Column column, const Speaker& say) {
  switch (column) {
    case Column::cancelled_by:
      return say("who cancelled: --assume-cancelled-by seller|buyer, or a file with order-id, {}", name_of(column));
    case Column::cancel_date:
      return say("cancel dates: a file with order-id, ship-date, cancel-date, to the second");
    case Column::latest_ship_date:
      return say("promised ship dates: a file with order-id, {} (Seller Central > Orders > Order reports)",
                 name_of(column));
    case Column::ship_date:
      return say("ship dates: a file with order-id, {}, to the second (your shipping log)", name_of(column));
    default:
      return say("order status: a file with order-id, {} ({})", name_of(column), say(origins[0].place));
  }
}

}  // namespace

std::string said(std::span<const Wording> wordings, std::string_view code, const Speaker& say) {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [&](const Wording& wording) { return wording.code == code; });
  return found == wordings.end() ? std::string{code} : say(found->words);
}

const MetricWords& words_of(Metric metric) { return metrics[static_cast<std::size_t>(metric)]; }

const SubjectWords& subject_words_of(Metric metric) {
  switch (metric::definition_of(metric).subject) {
    case metric::Subject::message:
      return message_words;
    case metric::Subject::violation:
      return violation_words;
    case metric::Subject::order:
      break;
  }
  return order_words;
}

std::string title_of(const Check& check, const Speaker& say) {
  const std::string title = say(words_of(check.metric).title);
  return !check.fulfillment                               ? title
         : *check.fulfillment == Fulfillment::marketplace ? say("{}, marketplace-fulfilled", title)
                                                          : say("{}, seller-fulfilled", title);
}

Phrase<0> words_of(IndicatorState state) {
  constexpr std::array<Phrase<0>, 5> words{"passing", "warning", "failing", "open", "no data"};
  return words[static_cast<std::size_t>(state)];
}

Phrase<0> words_of(Severity severity) {
  constexpr std::array<Phrase<0>, 2> words{"suspending", "informative"};
  return words[static_cast<std::size_t>(severity)];
}

Phrase<0> words_of(Kind kind) {
  constexpr std::array<Phrase<0>, all_kinds.size()> words{"orders",      "feedback", "claims",
                                                          "chargebacks", "messages", "violations"};
  return words[static_cast<std::size_t>(kind)];
}

std::string words_of_component(std::string_view component, const Speaker& say) {
  return said(components, component, say);
}

std::string how_to_settle(const Need& need, bool kind_given, const Speaker& say) {
  if (need.kind == Kind::orders && need.column) {
    return how_to_settle_orders_column(*need.column, say);
  }
  const std::string kind = say(words_of(need.kind));
  if (kind_given && !need.column) {
    return say("{}: a newer export, or --data-through DAY if nothing has happened since", kind);
  }
  if (need.kind == Kind::messages && kind_given) {
    return say("replies: a file with message-id, received-at, responded-at, to the second");
  }
  const Origin& origin = origins[static_cast<std::size_t>(need.kind)];
  // Stating that there are no orders or messages would leave nothing to judge.
  const bool none_helps = need.kind != Kind::orders && need.kind != Kind::messages && !kind_given;
  return none_helps
             ? say("{}: --none {}, or a file with {} ({})", kind, name_of(need.kind), origin.columns, say(origin.place))
             : say("{}: a file with {} ({})", kind, origin.columns, say(origin.place));
}

}  // namespace sellerhealth::render
