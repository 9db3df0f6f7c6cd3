#include "insight/findings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "insight/claim_reason.hpp"
#include "insight/open_duties.hpp"
#include "metric/cases.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "util/text.hpp"

namespace sellerhealth::insight {

namespace {

constexpr std::int64_t least_in_segment = 2;

using Causes = std::vector<const Cause*>;

bool has_part(const Cause& cause, std::string_view part) {
  const std::vector<std::string_view>& parts = cause.grounds.parts;
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

Causes with_part(const Causes& causes, std::string_view part) {
  Causes some;
  std::copy_if(causes.begin(), causes.end(), std::back_inserter(some),
               [&](const Cause* cause) { return has_part(*cause, part); });
  return some;
}

/// The part of a numerator that is a finding as it stands, in the order of the FindingKind enumeration.
struct PlainPart {
  std::string_view part;
  FindingKind kind;
};
constexpr PlainPart plain_parts[] = {
    {"chargebacks", FindingKind::chargeback},
    {"seller", FindingKind::cancelled_by_seller},
    {"marketplace", FindingKind::cancelled_by_marketplace},
    {"shipped_late", FindingKind::shipped_late},
    {"overdue", FindingKind::overdue},
    {"unanswered", FindingKind::unanswered},
    {"answered_late", FindingKind::answered_late},
};

/// In how many causes something is said, in whatever spelling.
class Sayings {
 public:
  /// What one cause says in turn counts once.
  void add(const Cause& cause, std::string_view words) {
    Saying& saying = sayings_[util::fold(words)];
    saying.count += saying.last != &cause ? 1 : 0;
    saying.last = &cause;
    if (saying.words.empty() || words < saying.words) {
      saying.words = words;
    }
  }

  [[nodiscard]] std::vector<Finding> findings(FindingKind kind, std::size_t of) const {
    std::vector<Finding> findings;
    for (const auto& [folded, saying] : sayings_) {
      findings.push_back({.kind = kind,
                          .count = saying.count,
                          .of = static_cast<std::int64_t>(of),
                          .value = std::string{util::words_to_show(saying.words)}});
    }
    return findings;
  }

 private:
  struct Saying {
    std::string_view words;
    std::int64_t count = 0;
    const Cause* last = nullptr;
  };
  std::map<std::string, Saying> sayings_;
};

class Finder {
 public:
  Finder(const Explanation& explanation, const verdict::Outlook& outlook)
      : explanation_{explanation},
        book_{*explanation.book},
        outlook_{outlook},
        as_of_{explanation.assessment.options.as_of} {}

  [[nodiscard]] std::vector<Finding> find(const Indicator& indicator) {
    Causes causes;
    std::vector<const CheckExplanation*> failing;
    std::unordered_set<const void*> seen;
    for (const CheckExplanation& behind : explanation_.checks) {
      const bool concerned = std::any_of(indicator.checks.begin(), indicator.checks.end(), [&](const CheckResult& one) {
        return one.check.id == behind.result.check.id;
      });
      if (!concerned || behind.result.verdict != Verdict::fail) {
        continue;
      }
      failing.push_back(&behind);
      for (const Cause& cause : behind.bad) {
        if (seen.insert(identity_of(cause.facts)).second) {
          causes.push_back(&cause);
        }
      }
    }
    add_claims(with_part(causes, "claims"));
    add_feedback(with_part(causes, "negative_feedback"));
    for (const PlainPart& plain : plain_parts) {
      add(plain.kind, with_part(causes, plain.part).size(), causes.size());
    }
    if (indicator.checks.front().check.metric == Metric::order_defect_rate) {
      add_other_faults(causes);
    }
    add_violations(causes);
    add_segments(failing);
    return std::move(findings_);
  }

 private:
  static const void* identity_of(const CaseFacts& facts) {
    return facts.order != nullptr     ? static_cast<const void*>(facts.order)
           : facts.message != nullptr ? static_cast<const void*>(facts.message)
                                      : static_cast<const void*>(facts.violation);
  }

  void add(FindingKind kind, std::size_t count, std::size_t of, std::optional<Day> until = {}) {
    if (count > 0) {
      findings_.push_back({.kind = kind,
                           .count = static_cast<std::int64_t>(count),
                           .of = static_cast<std::int64_t>(of),
                           .until = until});
    }
  }

  void add_by_frequency(std::vector<Finding> some) {
    std::stable_sort(some.begin(), some.end(), [](const Finding& a, const Finding& b) { return a.count > b.count; });
    std::move(some.begin(), some.end(), std::back_inserter(findings_));
  }

  /// The orders of the claims that deadlines lists at the last moment before the as-of day.
  [[nodiscard]] std::unordered_set<const OrderBook::Order*> orders_to_answer() const {
    const DeadlineOptions before{.now = outlook_.history.start_of(as_of_) - std::chrono::seconds{1}, .within = {}};
    const OpenDuties open =
        open_duties(book_, outlook_.history, as_of_, before, explanation_.assessment.options.hindsight);
    std::unordered_set<const OrderBook::Order*> orders;
    for (const OpenDuty& duty : open.duties) {
      if (duty.deadline.duty == Duty::answer_claim) {
        orders.insert(&book_.orders()[duty.order]);
      }
    }
    return orders;
  }

  void add_claims(const Causes& causes) {
    std::map<ClaimReason, std::size_t> orders;
    Sayings others;
    for (const Cause* cause : causes) {
      std::set<ClaimReason> reasons;
      for (const auto* filed : cause->facts.claims) {
        const std::string_view words = filed->record.reason;
        const ClaimReason reason = claim_reason_of(words);
        reasons.insert(reason);
        if (reason == ClaimReason::other) {
          others.add(*cause, words);
        }
      }
      for (const ClaimReason reason : reasons) {
        ++orders[reason];
      }
    }
    add(FindingKind::claim_not_received, orders[ClaimReason::not_received], causes.size());
    add(FindingKind::claim_not_as_described, orders[ClaimReason::not_as_described], causes.size());
    add(FindingKind::claim_not_refunded, orders[ClaimReason::not_refunded], causes.size());
    add_by_frequency(others.findings(FindingKind::claim_of_other_reason, causes.size()));
    add(FindingKind::claim_without_reason, orders[ClaimReason::not_told], causes.size());
    if (!causes.empty()) {
      const auto open = orders_to_answer();
      const auto to_answer = std::count_if(causes.begin(), causes.end(),
                                           [&](const Cause* cause) { return open.contains(cause->facts.order); });
      add(FindingKind::claim_to_answer, static_cast<std::size_t>(to_answer), causes.size());
    }
  }

  void add_feedback(const Causes& causes) {
    std::size_t withdrawable = 0;
    std::size_t past = 0;
    std::optional<Day> until;
    for (const Cause* cause : causes) {
      std::optional<Day> last_day;
      for (const auto* filed : cause->facts.feedback) {
        if (filed->record.date) {
          const Day last = last_day_to_withdraw(book_.zone().day_of(filed->record.date->first));
          last_day = std::min(last_day.value_or(last), last);
        }
      }
      if (last_day && *last_day >= as_of_) {
        ++withdrawable;
        until = std::min(until.value_or(*last_day), *last_day);
      } else {
        past += last_day ? 1U : 0U;
      }
    }
    add(FindingKind::feedback_withdrawable, withdrawable, causes.size(), until);
    add(FindingKind::feedback_past_withdrawal, past, causes.size());
  }

  /// Which of the orders with a defect count in other metrics too, whatever their windows.
  void add_other_faults(const Causes& causes) {
    std::unordered_set<const OrderBook::Order*> defects;
    std::transform(causes.begin(), causes.end(), std::inserter(defects, defects.end()),
                   [](const Cause* cause) { return cause->facts.order; });
    std::unordered_set<const OrderBook::Order*> answered_late;
    std::size_t shipped_late = 0;
    metric::for_each_case(book_, [&](const metric::Case& one) {
      if (one.order != nullptr) {
        shipped_late += defects.contains(one.order) && counts_in(metric::late_shipment_rate, one) ? 1U : 0U;
      } else if (one.message != nullptr && one.message->order != OrderBook::no_order) {
        const OrderBook::Order* order = &book_.orders()[one.message->order];
        if (defects.contains(order) && counts_in(metric::late_response_rate, one)) {
          answered_late.insert(order);
        }
      }
    });
    add(FindingKind::defect_answered_late, answered_late.size(), causes.size());
    add(FindingKind::defect_shipped_late, shipped_late, causes.size());
  }

  [[nodiscard]] bool counts_in(const metric::Definition& definition, const metric::Case& one) {
    spans_.clear();
    definition.count(one, outlook_.history, outlook_.given, spans_);
    return spans_.known.contains(as_of_);
  }

  void add_violations(const Causes& causes) {
    Sayings types;
    for (const Cause* cause : causes) {
      if (cause->facts.violation != nullptr) {
        types.add(*cause, cause->facts.violation->type);
      }
    }
    add_by_frequency(types.findings(FindingKind::violation, causes.size()));
  }

  /// Of the failing check that counts the most.
  void add_segments(const std::vector<const CheckExplanation*>& failing) {
    const auto most = std::max_element(
        failing.begin(), failing.end(),
        [](const CheckExplanation* a, const CheckExplanation* b) { return a->bad.size() < b->bad.size(); });
    const CheckResult& all = (*most)->result;
    std::vector<Finding> worse;
    for (const CheckResult& part : explanation_.assessment.checks) {
      if (!part.segment || part.check.id != all.check.id) {
        continue;
      }
      const Segment& segment = *part.segment;
      if (segment.value && segment.bad >= least_in_segment &&
          segment.bad * all.denominator.value_or(0) > segment.bad_of_all * part.denominator.value_or(0)) {
        worse.push_back({.kind = FindingKind::segment,
                         .count = segment.bad,
                         .of = segment.bad_of_all,
                         .value = *segment.value,
                         .by = segment.by});
      }
    }
    add_by_frequency(std::move(worse));
  }

  const Explanation& explanation_;
  const OrderBook& book_;
  const verdict::Outlook& outlook_;
  Day as_of_;
  metric::Spans spans_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> findings(const Indicator& indicator, const Explanation& explanation,
                              const verdict::Outlook& outlook) {
  return Finder{explanation, outlook}.find(indicator);
}

}  // namespace sellerhealth::insight
