#include <algorithm>
#include <utility>

#include "index/exclusion.hpp"
#include "insight/against.hpp"
#include "insight/facts.hpp"
#include "insight/other_counts.hpp"
#include "insight/outcome.hpp"
#include "metric/cases.hpp"
#include "metric/tally.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/reconciliation.hpp"
#include "util/text.hpp"
#include "verdict/outlook.hpp"
#include "verdict/reasons.hpp"

namespace sellerhealth {

namespace {

using metric::Case;
using metric::DayRange;
using std::chrono::days;

/// The bad ones, for certain and at most.
struct BadCount {
  std::int64_t certain;
  std::int64_t possible;
};

BadCount bad_in(const CheckResult& result) {
  if (!result.check.target.at_least()) {
    return {*result.known, *result.possible};
  }
  return {*result.denominator - *result.possible, *result.denominator - *result.known};
}

std::int64_t bad_in(const Expectation& expected, const Check& check) {
  return check.target.at_least() ? *expected.denominator - expected.numerator : expected.numerator;
}

/// Finds the cases that the marketplace may count otherwise.
class Suspicion {
 public:
  /// `fewer`: the marketplace counts fewer bad ones, so that some of ours are in doubt; else more.
  Suspicion(const verdict::Outlook& outlook, const Check& check, Day as_of, bool fewer)
      : outlook_{outlook},
        check_{check},
        definition_{metric::definition_of(check.metric)},
        as_of_{as_of},
        fewer_{fewer} {}

  void add(const Case& one) {
    const Day placed = outlook_.history.day_of(one.placed());
    const DayRange lifetime = metric::lifetime(check_.window, placed);
    if (!metric::concerns(check_, one) || as_of_ < lifetime.first - edge || as_of_ >= lifetime.end + edge) {
      return;
    }
    spans_.clear();
    definition_.count(one, outlook_.history, outlook_.given, spans_);
    const Stance stance = insight::stance_on(as_of_, check_, spans_);
    const bool counts = lifetime.contains(as_of_);
    if (fewer_ && counts && stance == Stance::bad) {
      note(one, placed, true, doubts_of_bad(one, lifetime));
    } else if (!fewer_ && !counts && stance == Stance::bad) {
      note(one, placed, false, {"window_edge"});
    } else if (!fewer_ && counts && stance == Stance::good) {
      note(one, placed, false, doubts_of_good(one));
    }
  }

  void note(const Case& one, Day placed, bool bad, std::vector<std::string_view> doubts) {
    if (!doubts.empty()) {
      suspects_.push_back({std::string{insight::facts_of(one).id()}, placed, bad, std::move(doubts)});
    }
  }

  /// An order that no visit of cases sees, because it is left out altogether.
  void note_left_out(const OrderBook::Order& order, std::string_view reason) {
    const bool told =
        std::any_of(suspects_.begin(), suspects_.end(), [&](const Suspect& suspect) { return suspect.id == order.id; });
    if (!told) {
      const std::optional<Day> placed =
          order.dated() ? std::optional{outlook_.history.day_of(order.purchased)} : std::nullopt;
      suspects_.push_back({std::string{order.id}, placed, false, {reason}});
    }
  }

  [[nodiscard]] std::vector<Suspect> take() {
    std::stable_sort(suspects_.begin(), suspects_.end(), [](const Suspect& a, const Suspect& b) {
      return a.placed != b.placed ? a.placed < b.placed : a.id < b.id;
    });
    return std::move(suspects_);
  }

 private:
  static constexpr days edge{2};
  static constexpr days recent{2};

  [[nodiscard]] std::vector<std::string_view> doubts_of_bad(const Case& one, const DayRange& lifetime) const {
    std::vector<std::string_view> doubts;
    if (as_of_ < lifetime.first + edge || as_of_ >= lifetime.end - edge) {
      doubts.emplace_back("window_edge");
    }
    const Day yesterday = as_of_ - recent - days{1};
    if (insight::stance_on(yesterday, check_, spans_) != Stance::bad) {
      doubts.emplace_back("recent");
    }
    if (one.order == nullptr) {
      return doubts;
    }
    const CaseFacts facts = insight::effective(insight::facts_of(one), outlook_.given.rules, outlook_.history, as_of_);
    if (is_undated(facts)) {
      doubts.emplace_back("undated");
    }
    if (!one.order->seller_fulfilled()) {
      doubts.emplace_back("fulfilled_by_marketplace");
    }
    if (check_.metric == Metric::order_defect_rate && facts.feedback.empty() && facts.chargebacks.empty() &&
        std::all_of(facts.claims.begin(), facts.claims.end(),
                    [](const auto* filed) { return util::folds_to(filed->record.status, "granted"); })) {
      doubts.emplace_back("claim_granted");
    }
    return doubts;
  }

  /// Whether no day is known on which it turned bad.
  [[nodiscard]] bool is_undated(const CaseFacts& facts) const {
    if (check_.metric == Metric::cancellation_rate) {
      return facts.order->cancelled.first == OrderBook::never;
    }
    const auto all_undated = [](const auto& filings) {
      return std::none_of(filings.begin(), filings.end(),
                          [](const auto* filed) { return filed->record.date.has_value(); });
    };
    return check_.metric == Metric::order_defect_rate && all_undated(facts.feedback) && all_undated(facts.claims) &&
           all_undated(facts.chargebacks);
  }

  [[nodiscard]] std::vector<std::string_view> doubts_of_good(const Case& one) const {
    std::vector<std::string_view> doubts;
    if (check_.metric == Metric::order_defect_rate) {
      const auto add_reasons = [&](const auto& filings) {
        for (const auto* filed : filings) {
          const verdict::Reason reason =
              verdict::reason_of(filed->record, outlook_.given.rules, outlook_.history, as_of_);
          if (reason && reason != "neutral_or_positive") {
            doubts.push_back(*reason);
          }
        }
      };
      add_reasons(one.feedback);
      add_reasons(one.claims);
      add_reasons(one.chargebacks);
    } else if (check_.metric == Metric::cancellation_rate) {
      const verdict::Reason outcome =
          insight::outcome_of(check_.metric, *one.order, outlook_.given.rules, outlook_.history, as_of_);
      if (outcome && outcome != "not_cancelled") {
        doubts.push_back(*outcome);
      }
    }
    return doubts;
  }

  const verdict::Outlook& outlook_;
  const Check& check_;
  const metric::Definition& definition_;
  Day as_of_;
  bool fewer_;
  metric::Spans spans_;
  std::vector<Suspect> suspects_;
};

/// Defects that are left out with their orders, which no visit of cases sees.
template <typename Record>
void add_left_out(const OrderBook& book, const verdict::Outlook& outlook, Day as_of,
                  std::span<const OrderBook::Filed<Record>> records, Suspicion& suspicion) {
  for (const auto& filed : records) {
    const OrderBook::Order& order = book.orders()[filed.order];
    const verdict::Reason excluded = index::exclusion_of(book, order);
    if (excluded && excluded != "filtered" &&
        !verdict::reason_of(filed.record, outlook.given.rules, outlook.history, as_of)) {
      suspicion.note_left_out(order, *excluded);
    }
  }
}

std::vector<Suspect> suspects(const OrderBook& book, const verdict::Outlook& outlook, const Check& check, Day as_of,
                              bool fewer) {
  Suspicion suspicion{outlook, check, as_of, fewer};
  metric::for_each_case(book, [&](const Case& one) { suspicion.add(one); });
  if (!fewer && check.metric == Metric::order_defect_rate) {
    add_left_out(book, outlook, as_of, book.feedback(), suspicion);
    add_left_out(book, outlook, as_of, book.claims(), suspicion);
    add_left_out(book, outlook, as_of, book.chargebacks(), suspicion);
  }
  return suspicion.take();
}

Reconciliation reconciled(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                          const CheckResult& result, const Expectation& expected) {
  Reconciliation reconciliation{.expected = expected, .other_counts = {}, .suspects = {}};
  if (!result.checked) {
    return reconciliation;
  }
  const BadCount here = bad_in(result);
  const std::int64_t there = bad_in(expected, result.check);
  const bool same_bad = here.certain <= there && there <= here.possible;
  reconciliation.agrees = same_bad && result.denominator == expected.denominator;
  if (reconciliation.agrees) {
    return reconciliation;
  }
  // So that other windows, a little longer or older, can be told as exactly.
  const verdict::Outlook outlook = verdict::outlook(
      book, profile, options, {options.as_of - insight::reach_of_other_counts, options.as_of + days{1}});
  if (expected.denominator) {
    reconciliation.other_counts =
        insight::other_counts(book, outlook, result.check, options.as_of, {there, *expected.denominator});
  }
  if (!same_bad) {
    reconciliation.suspects = suspects(book, outlook, result.check, options.as_of, there < here.certain);
  }
  return reconciliation;
}

}  // namespace

void reconcile(const OrderBook& book, const Profile& profile, Assessment& assessment,
               std::span<const Expectation> expectations) {
  for (const Expectation& expected : expectations) {
    const auto result = std::find_if(
        assessment.checks.begin(), assessment.checks.end(),
        [&](const CheckResult& candidate) { return candidate.check.id == expected.check && !candidate.segment; });
    if (result == assessment.checks.end()) {
      throw UsageError{"--expect: the check " + util::quoted(expected.check) +
                       (assessment.segment_by == Column::seller_id
                            ? " is made of each seller, and not of the whole account; expected --where seller-id=…"
                            : " is not made, as no export for it is given")};
    }
    result->expected = reconciled(book, profile, assessment.options, *result, expected);
  }
}

}  // namespace sellerhealth
