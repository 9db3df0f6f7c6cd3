#include "render/advice_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "metric/metric.hpp"
#include "render/segments.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "render/words.hpp"
#include "sellerhealth/feedback_summary.hpp"

namespace sellerhealth::render {

namespace {

/// What a measure means and asks for, in the order of the Measure enumeration.
constexpr std::array<Phrase<0>, 4> meanings{
    "Somebody looks at the account. There is nothing to do unless you are asked.",
    "Review: a part of the payments is held back for a time. Improve what fails before it lasts.",
    "Suspension: no sales, no payments. Hand in a plan of action: what went wrong, what is mended, why it stays so;\n"
    "  go on with orders and claims meanwhile. What cannot be mended at once: take the offers offline until it is.",
    "Block: no sales any more, and payments are held for 90 days. Go on with orders and claims.",
};

/// What a finding is a part of, what was found, and its remedy.
struct FindingWords {
  const Plural<1>* noun;  ///< Null: the one of the metric.
  Phrase<0> found;
  Phrase<0> remedy;
};
constexpr Plural<1> claims{"{} claim", "{} claims"};
constexpr Plural<1> negative_ratings{"{} negative rating", "{} negative ratings"};

/// In the order of the FindingKind enumeration.
constexpr std::array<FindingWords, 19> findings{{
    {&claims, "item not received",
     "Ship what you send yourself with tracking, and answer buyers who ask for their parcel before they claim."},
    {&claims, "not as described", "Describe the items exactly, their condition too, and check what is packed."},
    {&claims, "refund missing", "Refund a returned item as soon as it is back."},
    {&claims, "", "Settle such cases, by a refund if need be, before the buyer claims."},
    {&claims, "the export tells no reason", "A column claim-reason would tell what to mend."},
    {&claims, "still to be answered", "Refund the buyer or state your case: sellerhealth deadlines lists them."},
    {&negative_ratings, "can still be withdrawn by the buyer",
     "Solve the problem, then ask for the withdrawal; offer nothing in return."},
    {&negative_ratings, "too old for the buyer to withdraw",
     "Ask the marketplace to remove those that are about the product, or a delivery of its own."},
    {nullptr, "chargeback for your service",
     "Ship only to the address given, valuable goods with tracking; send what the bank asks for while it asks."},
    {nullptr, "the buyer's message was answered late, or never",
     "Set time aside for messages every day, and keep templates for what is often asked."},
    {nullptr, "shipped late, or overdue", "Offer a handling time that you can keep."},
    {nullptr, "by the seller", "Update the stock of your offers every day, by file or by a stock system."},
    {nullptr, "by the marketplace",
     "It cancels what is not confirmed as shipped in time: confirm each shipment on its day."},
    {nullptr, "shipped after the promise", "Offer a handling time that you can keep."},
    {nullptr, "not shipped though the promise is past", "Ship these first, or refund them and tell the buyers."},
    {nullptr, "not answered", "Answer them today; mark those that need no answer: they do not count then."},
    {nullptr, "answered after more than 24 hours",
     "Set time aside for messages every day, and keep templates for what is often asked."},
    {nullptr, "", "Stop what the notice names and answer it at once, or contest it if it is wrong."},
    {nullptr, "", "Begin there: it does worse than the account as a whole."},
}};

std::string finding_text(const Finding& finding, Metric metric, const Speaker& say) {
  const FindingWords& words = findings[static_cast<std::size_t>(finding.kind)];
  const Plural<1>& noun = words.noun == nullptr ? words_of(metric).counted_bad : *words.noun;
  std::string found = say(words.found);
  if (finding.by) {
    found = fmt::format("{} {}", name_of(*finding.by), say.quoted(finding.value));
  } else if (found.empty()) {
    found = finding.value.empty() ? say("of a kind that is not told") : say.quoted(finding.value);
  } else if (finding.until) {
    const std::string day = say.date(*finding.until);
    found = finding.count > 1 ? say("{}, the first until {}", found, day) : say("{}, until {}", found, day);
  }
  return "      " + say("{} of {}: {}", say.number(finding.count), say.counted(finding.of, noun), found) +
         "\n          " + say(words.remedy) + "\n";
}

std::string consequences_text(const IndicatorAdvice& advice, Metric metric, const Speaker& say) {
  if (!advice.measures.empty()) {
    switch (advice.measures.back()) {
      case Measure::block:
        return say("can lead to suspension and, if it is grave, to a block");
      case Measure::suspension:
        return say("can lead to a review of the account and, if it lasts, to suspension");
      default:
        return say("can lead to a review of the account");
    }
  }
  const bool of_messages = metric::definition_of(metric).subject == metric::Subject::message;
  return of_messages ? say("suspends nobody, but buyers who get no answer leave negative feedback and claim")
                     : say("suspends nobody");
}

std::string spike_text(const SalesSpike& spike, const TextStyle& style) {
  const Speaker say{style.language};
  return " " + colored("!", sign_of(IndicatorState::warning).color, style) + "  " +
         say("Sales rose suddenly: {} in 7 days ({}), {} in the 28 days before",
             say.counted(spike.orders, "{} order", "{} orders"), say.date_range(spike.first_day, spike.last_day),
             say.number(spike.orders_before)) +
         "\n      " + say(meanings[static_cast<std::size_t>(Measure::sales_check)]) + "\n      " +
         say("See that no price is wrong, and that stock and shipping keep up.") + "\n";
}

std::string indicator_text(const Indicator& indicator, const IndicatorAdvice& advice, const TextStyle& style) {
  const Speaker say{style.language};
  const Check& check = indicator.checks.front().check;
  const Sign sign = sign_of(indicator.state);
  std::string text = " " + colored(sign.text, sign.color, style) + "  " +
                     say("{}: {}", title_of(check, say), consequences_text(advice, check.metric, say)) + "\n";
  // Findings of a kind stand together, the most frequent first.
  constexpr std::ptrdiff_t most_of_a_kind = 3;
  for (auto first = advice.findings.begin(); first != advice.findings.end();) {
    const auto end =
        std::find_if(first, advice.findings.end(), [&](const Finding& finding) { return finding.kind != first->kind; });
    const auto shown = first + std::min(end - first, most_of_a_kind);
    for (; first != shown; ++first) {
      text += finding_text(*first, check.metric, say);
    }
    if (shown != end) {
      text += "      " + say("… and {} more (--format json)", say.number(end - shown)) + "\n";
    }
    first = end;
  }
  return text;
}

/// What the measures that were named mean, each once.
std::string meanings_text(const Advice& advice, const Speaker& say) {
  std::string text;
  for (const Measure measure : {Measure::account_review, Measure::suspension, Measure::block}) {
    const bool named = std::any_of(advice.indicators.begin(), advice.indicators.end(), [&](const auto& indicator) {
      return std::find(indicator.measures.begin(), indicator.measures.end(), measure) != indicator.measures.end();
    });
    text += named ? say(meanings[static_cast<std::size_t>(measure)]) + "\n" : "";
  }
  return text;
}

}  // namespace

std::string advice_text(const Assessment& assessment, const TextStyle& style) {
  if (!assessment.advice) {
    return "";
  }
  const Speaker say{style.language};
  const Advice& advice = *assessment.advice;
  if (!advice.sales_spike && advice.indicators.empty()) {
    return "\n" + say("Nothing to advise: no check fails.") + "\n";
  }
  std::string text = "\n" + say("What to reckon with, and what to do about what your files show:") + "\n";
  text += advice.sales_spike ? spike_text(*advice.sales_spike, style) : "";
  for (const Indicator& indicator : indicators_of(checks_of_whole(assessment))) {
    const auto found = std::find_if(advice.indicators.begin(), advice.indicators.end(),
                                    [&](const IndicatorAdvice& one) { return one.id == indicator.id; });
    text += found == advice.indicators.end() ? "" : indicator_text(indicator, *found, style);
  }
  return text + meanings_text(advice, say);
}

}  // namespace sellerhealth::render
