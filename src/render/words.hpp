#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

/// What metrics, parts and missing exports are called in text for people.
namespace sellerhealth::render {

/// What people are told for a code.
struct Wording {
  std::string_view code;
  Phrase<0> words;
};

/// The words for `code`, or itself where none are.
[[nodiscard]] std::string said(std::span<const Wording> wordings, std::string_view code, const Speaker& say);

/// What open ones may turn out to be.
struct OpenWords {
  Phrase<0> turned_out;       ///< Completes "passes if at most 431 of the 542 open ones …".
  Phrase<0> none_turned_out;  ///< Completes "passes only if none of the 542 open ones …".
  Phrase<0> is_not_bad;       ///< Completes "passes if the open one …", where more is worse.
  Phrase<0> is_good;          ///< The same, where more is better.
};

struct MetricWords {
  Phrase<0> title;                ///< "Cancellation rate".
  Phrase<0> denominator;          ///< What there is none of: "seller-fulfilled orders".
  std::optional<OpenWords> open;  ///< Not of what is never open.
  Phrase<0> bad_ones;             ///< What there should be few of: "cancellations".
  Plural<1> counted_bad;          ///< "3 cancellations".
};
[[nodiscard]] const MetricWords& words_of(Metric metric);

/// What is said of good ones, and of further ones: of a rate, which they change.
struct GoodWords {
  Plural<1> more_good;        ///< "187 more good orders".
  Plural<1> may_go_wrong;     ///< "2 further orders may all go wrong".
  Plural<1> good_ones_leave;  ///< "3 good orders leave".
};

/// What a metric counts, and places on days: orders, messages or violations.
struct SubjectWords {
  Phrase<0> one;                  ///< "order".
  Phrase<0> several;              ///< "orders".
  Phrase<0> placed;               ///< "bought".
  Phrase<1> placed_on;            ///< "bought 3 Jun – 31 Aug".
  Plural<1> counted;              ///< "4 orders".
  Phrase<0> no_new;               ///< "no new orders".
  std::optional<GoodWords> good;  ///< Not of what is only counted.
};
[[nodiscard]] const SubjectWords& subject_words_of(Metric metric);

/// "Order defect rate", and whose orders it is of if not all.
[[nodiscard]] std::string title_of(const Check& check, const Speaker& say);

/// "passing", "warning", "failing", "open" or "no data".
[[nodiscard]] Phrase<0> words_of(IndicatorState state);

/// "suspending" or "informative".
[[nodiscard]] Phrase<0> words_of(Severity severity);

/// "claims", what an export is of.
[[nodiscard]] Phrase<0> words_of(Kind kind);

/// "by the seller" for the component "seller".
[[nodiscard]] std::string words_of_component(std::string_view component, const Speaker& say);

/// How to settle an open question, or have a metric checked at all: an option, or an export and where to download it.
[[nodiscard]] std::string how_to_settle(const Need& need, bool kind_given, const Speaker& say);

}  // namespace sellerhealth::render
