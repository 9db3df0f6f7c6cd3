#include "metric/metric.hpp"

/// Order defect rate: orders with at least one defect / all orders, whatever their status.
///
/// A defect is feedback of one or two stars that was not removed or struck through; a claim that was not withdrawn or
/// denied, or any at all by the rule that every claim counts (Amazon in 2012: "all such claims"); a chargeback of type
/// service that was not won and for which the seller was found responsible. One order is
/// one defect however many it has, placed by its purchase-date (Amazon: "order-correlated", Seller Central G202124800).
/// While a source is not given, every order is a possible defect.
namespace sellerhealth::metric {

namespace {

enum Component { negative_feedback, claims, chargebacks };
constexpr Part components[] = {
    {"negative_feedback", Kind::feedback}, {"claims", Kind::claims}, {"chargebacks", Kind::chargebacks}};

enum OpenQuestion { feedback_missing, claims_missing, chargebacks_missing, chargeback_type };
constexpr Question questions[] = {{Kind::feedback, std::nullopt},
                                  {Kind::claims, std::nullopt},
                                  {Kind::chargebacks, std::nullopt},
                                  {Kind::chargebacks, Column::chargeback_type}};
constexpr std::span<const Question> sources{questions, 3};

void count_feedback(const Case& subject, const index::History& history, DaySet& days) {
  for (const auto* filed : subject.feedback) {
    const Feedback& feedback = filed->record;
    if (feedback.rating <= most_negative_stars) {
      days.insert(DayRange{history.known_from(feedback.date),
                           feedback.removed ? history.known_from(feedback.removal_date) : index::forever});
    }
  }
}

void count_claims(const Case& subject, const index::History& history, const Rules& rules, DaySet& days) {
  for (const auto* filed : subject.claims) {
    const Claim& claim = filed->record;
    const bool cleared = (claim.withdrawn || claim.denied) && !rules.every_claim_counts;
    days.insert(
        DayRange{history.known_from(claim.date), cleared ? history.known_from(claim.closed_date) : index::forever});
  }
}

void count_chargebacks(const Case& subject, const index::History& history, DaySet& days, DaySet& possible_days) {
  for (const auto* filed : subject.chargebacks) {
    const Chargeback& chargeback = filed->record;
    const DayRange range{history.known_from(chargeback.date),
                         chargeback.cleared ? history.known_from(chargeback.closed_date) : index::forever};
    if (chargeback.type == Chargeback::Type::service) {
      days.insert(range);
    } else if (chargeback.type == Chargeback::Type::unknown) {
      possible_days.insert(range);
    }
  }
}

void count(const Case& subject, const index::History& history, const Given& given, Spans& spans) {
  constexpr DayRange every_day{index::always, index::forever};
  spans.counted.insert(every_day);
  count_feedback(subject, history, spans.components[negative_feedback]);
  count_claims(subject, history, given.rules, spans.components[claims]);
  count_chargebacks(subject, history, spans.components[chargebacks], spans.open[chargeback_type]);
  for (const Component component : {negative_feedback, claims, chargebacks}) {
    spans.known.insert(spans.components[component]);
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!given.has(sources[i].kind)) {
      spans.open[i].insert(every_day);
    }
  }
}

}  // namespace

const Definition order_defect_rate{
    .metric = Metric::order_defect_rate,
    .name = "order_defect_rate",
    .subject = Subject::order,
    .components = components,
    .questions = questions,
    .stands_on = sources,
    .count = count,
};

}  // namespace sellerhealth::metric
