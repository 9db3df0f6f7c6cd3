#include "render/words.hpp"

#include <algorithm>
#include <array>

namespace sellerhealth::render {

namespace {

/// In the order of the Metric enumeration.
constexpr std::array<MetricWords, 6> metrics{{
    {"Order defect rate", "orders", "orders", "are defects", "is no defect", "is a defect", "defects"},
    {"Cancellation rate", "seller-fulfilled orders", "orders", "were the seller's", "was not the seller's",
     "was the seller's", "cancellations"},
    {"Late shipment rate", "seller-fulfilled orders", "orders", "were late", "was not late", "was late",
     "late shipments"},
    {"Response under 24 h", "messages", "messages", "were answered in time", "was not answered in time",
     "was answered in time", "late answers"},
    {"Late responses", "messages", "messages", "were late", "was not late", "was late", "late answers"},
    {"Policy violations", "violations", "violations", "are open", "is not open", "is open", "open violations"},
}};

constexpr PlacingWords order_words{"order", "bought"};
constexpr PlacingWords message_words{"message", "received"};
constexpr PlacingWords violation_words{"violation", "noticed"};

struct ComponentWords {
  std::string_view component;
  std::string_view words;
};
constexpr std::array components{
    ComponentWords{"negative_feedback", "negative feedback"},
    ComponentWords{"claims", "claims"},
    ComponentWords{"chargebacks", "chargebacks"},
    ComponentWords{"seller", "by the seller"},
    ComponentWords{"marketplace", "by the marketplace"},
    ComponentWords{"shipped_late", "shipped late"},
    ComponentWords{"overdue", "overdue"},
    ComponentWords{"late", "late"},
    ComponentWords{"unanswered", "unanswered"},
    ComponentWords{"answered_late", "answered late"},
    ComponentWords{"mean_response_seconds", "mean answer after"},
};

/// Where each kind of export comes from. Amazon has no download of claims, chargebacks and messages: their pages show
/// what a file of one's own needs.
struct Origin {
  std::string_view columns;
  std::string_view place;
};
constexpr std::array<Origin, all_kinds.size()> origins{{
    {"order-id, purchase-date", "Seller Central > Reports > Fulfillment > All orders"},
    {"order-id, rating, date", "Seller Central > Performance > Feedback > Download report"},
    {"order-id, claim-date, claim-status", "Seller Central > Performance > A-to-z claims"},
    {"order-id, chargeback-date, chargeback-type", "Seller Central > Performance > Chargeback claims"},
    {"received-at, responded-at", "Seller Central > Buyer messages"},
    {"violation-date, violation-status", "Seller Central > Performance > Account health"},
}};

constexpr std::string_view orders_with_promise = "Seller Central > Orders > Order reports";

std::string advice_on_orders_column(Column column) {
  const std::string name{name_of(column)};
  switch (column) {
    case Column::cancelled_by:
      return "who cancelled: --assume-cancelled-by seller|buyer, or a file with order-id, " + name;
    case Column::cancel_date:
      return "cancel dates: a file with order-id, ship-date, cancel-date, to the second";
    case Column::latest_ship_date:
      return "promised ship dates: a file with order-id, " + name + " (" + std::string{orders_with_promise} + ")";
    case Column::ship_date:
      return "ship dates: a file with order-id, " + name + ", to the second (your shipping log)";
    default:
      return "order status: a file with order-id, " + name + " (" + std::string{origins[0].place} + ")";
  }
}

}  // namespace

const MetricWords& words_of(Metric metric) { return metrics[static_cast<std::size_t>(metric)]; }

std::string title_of(const Check& check) {
  const std::string title{words_of(check.metric).title};
  return !check.fulfillment                               ? title
         : *check.fulfillment == Fulfillment::marketplace ? title + ", marketplace-fulfilled"
                                                          : title + ", seller-fulfilled";
}

std::string_view words_of(IndicatorState state) {
  constexpr std::array<std::string_view, 5> words{"passing", "warning", "failing", "open", "no data"};
  return words[static_cast<std::size_t>(state)];
}

const PlacingWords& placing_words_of(Metric metric) {
  switch (metric) {
    case Metric::response_under_24h:
    case Metric::late_response_rate:
      return message_words;
    case Metric::policy_violations:
      return violation_words;
    default:
      return order_words;
  }
}

std::string_view words_of_component(std::string_view component) {
  const auto found = std::find_if(components.begin(), components.end(),
                                  [&](const ComponentWords& entry) { return entry.component == component; });
  return found == components.end() ? component : found->words;
}

std::string advice(const Need& need, bool kind_given) {
  const std::string kind{name_of(need.kind)};
  if (need.kind == Kind::orders && need.column) {
    return advice_on_orders_column(*need.column);
  }
  if (kind_given && !need.column) {
    return kind + ": a newer export, or --data-through DAY if nothing has happened since";
  }
  if (need.kind == Kind::messages && kind_given) {
    return "replies: a file with message-id, received-at, responded-at, to the second";
  }
  const Origin& origin = origins[static_cast<std::size_t>(need.kind)];
  // Stating that there are no orders or messages would leave nothing to judge.
  const bool none_helps = need.kind != Kind::orders && need.kind != Kind::messages && !kind_given;
  return kind + ": " + (none_helps ? "--none " + kind + ", or " : "") + "a file with " + std::string{origin.columns} +
         " (" + std::string{origin.place} + ")";
}

}  // namespace sellerhealth::render
