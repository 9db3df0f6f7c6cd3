#include "support/slow_rates.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sellerhealth::support {
namespace {

using Row = std::vector<std::string>;

/// Whether an order or message counts in a numerator, as far as the exports say.
enum class Answer { no, maybe, yes };

/// What all the instants that a date-only stamp may stand for agree on: "where both ends of the day agree the
/// answer is decided, else possible".
Answer agreed(const std::vector<Answer>& answers) {
  const bool same = std::all_of(answers.begin(), answers.end(), [&](Answer answer) { return answer == answers[0]; });
  return same ? answers[0] : Answer::maybe;
}

std::vector<std::optional<Instant>> ends_of(const std::optional<Stamp>& stamp) {
  if (!stamp) {
    return {std::nullopt};
  }
  return {stamp->first, stamp->last};
}

/// The instants of a shipment that matter: the ends of its day and, as it may also fall between a promise and a
/// cancellation of that day, those of the cancellation.
std::vector<std::optional<Instant>> shipments_of(const SlowOrder& order) {
  std::vector<std::optional<Instant>> instants = ends_of(order.shipped);
  if (order.shipped && order.cancelled) {
    for (const Instant instant : {order.cancelled->first, order.cancelled->last}) {
      if (order.shipped->first <= instant && instant <= order.shipped->last) {
        instants.push_back(instant);
      }
    }
  }
  return instants;
}

/// "An order is placed by its purchase-date." without one, or sold elsewhere, it is left out.
bool counts(const Question& question, const SlowOrder& order) {
  // amazon: "seller-fulfilled and FBA apart"
  if (question.asked.fulfillment && (question.asked.fulfillment == Fulfillment::seller) != order.seller_fulfilled) {
    return false;
  }
  return order.purchased && !order.not_marketplace && question.in_window(*order.purchased);
}

/// End of data: "the newest stamp before T of what happened (… not promises)", here for each file of a kind.
class EndsOfData {
 public:
  EndsOfData(const Question& question, Kind kind, const std::vector<std::string>& columns_of_what_happened) {
    if (question.options.data_through) {
      stated_ = question.calendar.start_of(*question.options.data_through + std::chrono::days{1});
    }
    for (const Export& file : question.account.exports) {
      for (const Row& row : file.rows) {
        for (const std::string& column : columns_of_what_happened) {
          const auto stamp = file.kind == kind ? stamp_in(file, row, column, question.calendar) : std::nullopt;
          if (stamp && question.happened(*stamp)) {
            newest_[&file] = std::max(newest_.try_emplace(&file, stamp->first).first->second, stamp->first);
          }
        }
      }
    }
  }

  /// Whether the data go on to `instant`: "in the files that name it; `--data-through DAY` states it (the first instant
  /// of DAY + 1)".
  [[nodiscard]] bool reach(Instant instant, const std::set<const Export*>& files) const {
    if (stated_) {
      return instant <= *stated_;
    }
    return std::any_of(files.begin(), files.end(), [&](const Export* file) {
      const auto newest = newest_.find(file);
      return newest != newest_.end() && instant <= newest->second;
    });
  }

 private:
  std::optional<Instant> stated_;
  std::map<const Export*, Instant> newest_;
};

enum class State { cancelled, shipped, open, unknown };

/// Status: the one state of an order at T, given the instants at which it was shipped and cancelled, if ever.
State state_of(const Question& question, const SlowOrder& order, std::optional<Instant> shipped,
               std::optional<Instant> cancelled) {
  const auto says = [&](OrderStatus status) { return order.statuses.contains(status); };
  const bool without_status = order.statuses.empty();
  // The state before something that is dated happened: the order was open, unless no row ever said anything of its
  // state. "Without any status: … a file that has the ship-date column makes it open; else it is unknown."
  const State before = !without_status || order.a_file_has_ship_date ? State::open : State::unknown;

  // "An order is cancelled when every row that speaks says cancelled"; "without any status: a cancel-date makes it
  // cancelled".
  const bool ends_cancelled =
      without_status ? cancelled.has_value() : says(OrderStatus::cancelled) && order.statuses.size() == 1;
  if (ends_cancelled) {
    // "a ship-date not after its cancel-date, or a ship-date without any cancel-date, makes it a shipped order; a
    // ship-date after it is ignored"
    if (shipped && (!cancelled || *shipped <= *cancelled)) {
      return question.happened(*shipped) ? State::shipped : before;
    }
    return !cancelled || question.happened(*cancelled) ? State::cancelled : before;
  }
  // "An order is shipped when it has a ship-date or a row that speaks says shipped."
  if (shipped && question.happened(*shipped)) {
    return State::shipped;
  }
  if (!shipped && says(OrderStatus::shipped)) {
    return State::shipped;
  }
  // A row that says shipped, of a shipment that has not happened, says that the order was open.
  const bool to_be_shipped = shipped && says(OrderStatus::shipped);
  if (says(OrderStatus::open) || to_be_shipped) {
    return State::open;
  }
  return without_status ? before : State::unknown;
}

/// "cancelled-by seller or marketplace if any row says so, else buyer". Who cancelled is known with the
/// cancellation.
std::optional<Canceller> canceller_of(const Question& question, const SlowOrder& order) {
  if (order.cancelled && !question.happened(*order.cancelled)) {
    return std::nullopt;
  }
  for (const Canceller canceller : {Canceller::seller, Canceller::marketplace, Canceller::buyer}) {
    if (order.cancellers.contains(canceller)) {
      return canceller;
    }
  }
  return std::nullopt;
}

/// Whether a shipment at `instant` misses the promise: one after it or, by the rules of amazon-2012, when the "local
/// day of shipment − day of promise ≥ 3".
bool misses_promise(const Question& question, const SlowOrder& order, Instant instant) {
  if (question.rules.late_after_days == 0) {
    return instant >= *order.too_late;
  }
  const Day promised = question.calendar.day_of(*order.too_late - std::chrono::seconds{1});
  return question.calendar.day_of(instant) - promised >= std::chrono::days{question.rules.late_after_days};
}

/// The first instant at which a shipment misses it.
Instant first_late_instant(const Question& question, const SlowOrder& order) {
  if (question.rules.late_after_days == 0) {
    return *order.too_late;
  }
  const Day promised = question.calendar.day_of(*order.too_late - std::chrono::seconds{1});
  return question.calendar.start_of(promised + std::chrono::days{question.rules.late_after_days});
}

/// The rule of late_shipment_rate, for an order of a given state and shipment.
Answer is_late(const Question& question, const EndsOfData& ends, const SlowOrder& order, State state,
               std::optional<Instant> shipped) {
  const bool promise_is_past = order.too_late && misses_promise(question, order, question.now());
  switch (state) {
    case State::cancelled:
      return Answer::no;  // "a cancelled order is never late"
    case State::shipped:
      if (!order.too_late) {
        return Answer::maybe;  // "a shipped or open order without promise"
      }
      if (!shipped) {
        return promise_is_past ? Answer::maybe : Answer::no;  // "a shipped order without ship-date …"
      }
      return misses_promise(question, order, *shipped) ? Answer::yes : Answer::no;
    case State::open:
      if (!question.rules.overdue_counts) {
        return Answer::no;  // amazon: "neither late nor possible"
      }
      if (!order.too_late) {
        return Answer::maybe;
      }
      if (!promise_is_past) {
        return Answer::no;
      }
      // "An order overdue by then is known to be late; one that would have become so between then and T is
      // possible"
      return ends.reach(first_late_instant(question, order), order.files) ? Answer::yes : Answer::maybe;
    case State::unknown:
      // "an order of unknown status and no ship-date whose promise is missing or before T"
      return !order.too_late || promise_is_past ? Answer::maybe : Answer::no;
  }
  return Answer::no;
}

struct Tally {
  std::int64_t denominator = 0;
  std::int64_t known = 0;
  std::int64_t possible = 0;

  void add(Answer answer) {
    ++denominator;
    known += answer == Answer::yes ? 1 : 0;
    possible += answer != Answer::no ? 1 : 0;
  }
};

void write(const Tally& tally, ExpectedCheck& check) {
  check.known = tally.known;
  check.possible = tally.possible;
  check.denominator = tally.denominator;
}

/// not checked: "the numerators are null, and the denominator too where the placing file is missing".
void not_checked(ExpectedCheck& check, bool placing_file_is_missing) {
  check.checked = false;
  check.known.reset();
  check.possible.reset();
  check.components.clear();
  if (placing_file_is_missing) {
    check.denominator.reset();
  }
}

/// The strongest answer of one source of defects, for each order id that it names.
using Defects = std::map<std::string, Answer>;

void add_defect(Defects& defects, const Export& file, const Row& row, Answer answer) {
  Answer& kept = defects[std::string(cell(file, row, "order-id"))];
  kept = std::max(kept, answer);
}

/// "Struck-through feedback is also told by Amazon's known texts in the comment".
bool is_struck_through(std::string_view comments) {
  return comments.find(
             "This item was fulfilled by Amazon, and we take responsibility for this fulfillment "
             "experience") != std::string_view::npos ||
         comments.find("The fulfillment issues associated with this order were not due to the seller") !=
             std::string_view::npos;
}

/// "feedback rated 1–2 and not removed or struck through"
Answer negative_feedback(const Question& question, const Export& file, const Row& row) {
  const auto filed = stamp_in(file, row, "date", question.calendar);
  const auto removed_on = stamp_in(file, row, "removal-date", question.calendar);
  const std::string_view status = cell(file, row, "status");
  const std::string_view rating = cell(file, row, "rating");
  if (rating != "1" && rating != "2") {
    return Answer::no;
  }
  if (filed && !question.happened(*filed)) {
    return Answer::no;
  }
  // "A removal-date is a removal whatever the status"; without one, a removal is known from the filing on.
  const bool removed =
      removed_on ? question.happened(*removed_on)
                 : status == "removed" || status == "struck-through" || is_struck_through(cell(file, row, "comments"));
  return removed ? Answer::no : Answer::yes;
}

/// Whether an outcome that a status names has happened: an outcome without date is known from the filing on.
bool has_outcome(const Question& question, const std::optional<Stamp>& closed, bool status_says_so) {
  return status_says_so && (!closed || question.happened(*closed));
}

/// "a claim not withdrawn or denied (no status: filed, counts)"
Answer claim(const Question& question, const Export& file, const Row& row) {
  const auto filed = stamp_in(file, row, "claim-date", question.calendar);
  const auto closed = stamp_in(file, row, "claim-closed-date", question.calendar);
  const std::string_view status = cell(file, row, "claim-status");
  if (filed && !question.happened(*filed)) {
    return Answer::no;
  }
  // amazon-2012: "every claim filed"
  if (question.rules.every_claim_counts) {
    return Answer::yes;
  }
  return has_outcome(question, closed, status == "withdrawn" || status == "denied") ? Answer::no : Answer::yes;
}

/// "a chargeback of type service and not won / not-responsible"; possible if the "type is missing or not
/// recognized"
Answer chargeback(const Question& question, const Export& file, const Row& row) {
  const auto filed = stamp_in(file, row, "chargeback-date", question.calendar);
  const auto closed = stamp_in(file, row, "chargeback-closed-date", question.calendar);
  const std::string_view status = cell(file, row, "chargeback-status");
  const std::string_view type = cell(file, row, "chargeback-type");
  if (filed && !question.happened(*filed)) {
    return Answer::no;
  }
  if (type == "fraud" || has_outcome(question, closed, status == "won" || status == "not-responsible")) {
    return Answer::no;
  }
  return type == "service" ? Answer::yes : Answer::maybe;
}

}  // namespace

bool Question::in_window(const Stamp& stamp) const {
  const Day first = options.as_of - std::chrono::days{asked.window.lag_days + asked.window.days};
  const Day end = options.as_of - std::chrono::days{asked.window.lag_days};
  return calendar.start_of(first) <= stamp.first && stamp.first < calendar.start_of(end);
}

std::optional<bool> covered(const Question& question, Metric metric) {
  std::optional<Instant> oldest;
  const auto see = [&](const Stamp& stamp) {
    if (question.happened(stamp)) {
      oldest = std::min(oldest.value_or(stamp.first), stamp.first);
    }
  };
  if (metric == Metric::policy_violations) {
    return std::nullopt;
  }
  for (const auto& [id, order] : question.facts.orders) {
    if (order.purchased) {
      see(*order.purchased);
    }
  }
  // The contract speaks of the oldest order; an account of messages alone is as old as its oldest message.
  const bool of_messages = metric == Metric::response_under_24h || metric == Metric::late_response_rate;
  if (!oldest && of_messages) {
    for (const SlowMessage& message : question.facts.messages) {
      see(message.received);
    }
  }
  // Exports that hold nothing yet reach back to no day at all; of those that are not given the contract does not speak.
  if (!oldest) {
    const bool given =
        has_kind(question.account, Kind::orders) || (of_messages && has_kind(question.account, Kind::messages));
    return given ? std::optional{false} : std::nullopt;
  }
  const Day first =
      question.options.as_of - std::chrono::days{question.asked.window.lag_days + question.asked.window.days};
  return question.calendar.day_of(*oldest) <= first + std::chrono::days{3};
}

void count_order_defects(const Question& question, ExpectedCheck& check) {
  struct DefectSource {
    Kind kind;
    std::string component;
    Answer (*answer)(const Question&, const Export&, const Row&);
    bool given = false;
    Defects defects;
    std::int64_t orders = 0;
  };
  std::vector<DefectSource> sources{{Kind::feedback, "negative_feedback", negative_feedback, false, {}, 0},
                                    {Kind::claims, "claims", claim, false, {}, 0},
                                    {Kind::chargebacks, "chargebacks", chargeback, false, {}, 0}};
  bool any_given = false;
  for (DefectSource& source : sources) {
    // "`--none claims` states that there are none (an empty, complete source)"
    const auto& none = question.options.none;
    source.given =
        has_kind(question.account, source.kind) || std::find(none.begin(), none.end(), source.kind) != none.end();
    any_given = any_given || source.given;
    for (const Export& file : question.account.exports) {
      for (const Row& row : file.rows) {
        if (file.kind == source.kind) {
          add_defect(source.defects, file, row, source.answer(question, file, row));
        }
      }
    }
  }
  Tally tally;
  for (const auto& [id, order] : question.facts.orders) {
    if (!counts(question, order)) {
      continue;
    }
    // "One order is one defect however many it has." "possible … every order for a source that was not given"
    Answer answer = Answer::no;
    for (DefectSource& source : sources) {
      const auto found = source.defects.find(id);
      const Answer defect = found == source.defects.end() ? Answer::no : found->second;
      answer = std::max({answer, defect, source.given ? Answer::no : Answer::maybe});
      // "Components … count orders, each on its own"
      source.orders += defect == Answer::yes ? 1 : 0;
    }
    tally.add(answer);
  }
  write(tally, check);
  for (const DefectSource& source : sources) {
    check.components[source.component] = source.given ? std::optional(source.orders) : std::nullopt;
  }
  const bool no_orders = !has_kind(question.account, Kind::orders);
  if (no_orders || !any_given) {
    not_checked(check, no_orders);
  }
}

void count_cancellations(const Question& question, ExpectedCheck& check) {
  Tally tally;
  std::int64_t by_seller = 0;
  std::int64_t by_marketplace = 0;
  for (const auto& [id, order] : question.facts.orders) {
    if (!counts(question, order) || !order.seller_fulfilled) {
      continue;
    }
    const std::optional<Canceller> named = canceller_of(question, order);
    // "`--assume-cancelled-by` settles the first": a cancelled order whose canceller is absent or not recognized.
    const std::optional<Canceller> canceller = named ? named : question.options.assume_cancelled_by;
    std::vector<Answer> answers;
    for (const auto& shipped : shipments_of(order)) {
      for (const auto& cancelled : ends_of(order.cancelled)) {
        const State state = state_of(question, order, shipped, cancelled);
        // amazon: "an order with some items cancelled by the seller … counts, from the latest cancel-date on"
        const bool some_items = question.rules.partial_cancellations_count && order.statuses.size() > 1 &&
                                order.statuses.contains(OrderStatus::cancelled) &&
                                (!cancelled || question.happened(*cancelled));
        // "Not counted: buyer-requested-cancel true (even if the seller pressed the button), or cancelled-by buyer"
        if (order.buyer_requested_cancel) {
          answers.push_back(Answer::no);
        } else if (state == State::cancelled || some_items) {
          answers.push_back(!canceller ? Answer::maybe : canceller == Canceller::buyer ? Answer::no : Answer::yes);
        } else {
          answers.push_back(state == State::unknown && named != Canceller::buyer ? Answer::maybe : Answer::no);
        }
      }
    }
    const Answer answer = agreed(answers);
    tally.add(answer);
    by_seller += answer == Answer::yes && canceller == Canceller::seller ? 1 : 0;
    by_marketplace += answer == Answer::yes && canceller == Canceller::marketplace ? 1 : 0;
  }
  write(tally, check);
  check.components = {
      {"seller", by_seller}, {"marketplace", by_marketplace}, {"unknown", tally.possible - tally.known}};
  const bool no_orders = !has_kind(question.account, Kind::orders);
  if (!has_column(question.account, Kind::orders, "order-status") &&
      !has_column(question.account, Kind::orders, "item-status") &&
      !has_column(question.account, Kind::orders, "cancel-date")) {
    not_checked(check, no_orders);
  }
}

void count_late_shipments(const Question& question, ExpectedCheck& check) {
  Tally tally;
  const EndsOfData ends(question, Kind::orders, {"purchase-date", "last-updated-date", "ship-date", "cancel-date"});
  std::int64_t shipped_late = 0;
  std::int64_t overdue = 0;
  for (const auto& [id, order] : question.facts.orders) {
    if (!counts(question, order) || !order.seller_fulfilled) {
      continue;
    }
    std::vector<Answer> answers;
    bool is_shipped = false;
    for (const auto& shipped : shipments_of(order)) {
      for (const auto& cancelled : ends_of(order.cancelled)) {
        const State state = state_of(question, order, shipped, cancelled);
        is_shipped = state == State::shipped;
        answers.push_back(is_late(question, ends, order, state, shipped));
      }
    }
    const Answer answer = agreed(answers);
    tally.add(answer);
    shipped_late += answer == Answer::yes && is_shipped ? 1 : 0;
    overdue += answer == Answer::yes && !is_shipped ? 1 : 0;
  }
  write(tally, check);
  check.components = {{"shipped_late", shipped_late}, {"overdue", overdue}, {"unknown", tally.possible - tally.known}};
  const bool no_orders = !has_kind(question.account, Kind::orders);
  if (!has_column(question.account, Kind::orders, "latest-ship-date")) {
    not_checked(check, no_orders);
  }
}

void count_responses(const Question& question, ExpectedCheck& check) {
  constexpr std::chrono::seconds in_time{86400};
  Tally tally;
  const EndsOfData ends(question, Kind::messages, {"received-at", "responded-at"});
  std::int64_t unanswered = 0;
  std::int64_t answered_late = 0;
  std::int64_t answered = 0;
  std::int64_t awaiting_reply = 0;
  std::chrono::seconds total{0};
  bool exact = true;
  for (const SlowMessage& message : question.facts.messages) {
    // "Not counted: no-response-needed"
    if (message.no_response_needed || !question.in_window(message.received)) {
      continue;
    }
    const bool is_answered = message.responded && question.happened(*message.responded);
    // "the number of unanswered messages", whatever their age, where a file tells of replies
    awaiting_reply += !is_answered && message.a_file_has_responded_at ? 1 : 0;
    // "Not counted: … unanswered and younger than that at T"; of a day's receipt that is known at the end of the day.
    if (!is_answered && message.a_file_has_responded_at && question.now() - message.received.last < in_time) {
      continue;
    }
    std::vector<Answer> answers;
    for (const auto& received : ends_of(message.received)) {
      for (const auto& responded : ends_of(message.responded)) {
        if (is_answered) {
          // "answered within 86 400 elapsed seconds (… exactly 86 400 is in time)"
          answers.push_back(*responded - *received <= in_time ? Answer::yes : Answer::no);
        } else if (!message.a_file_has_responded_at) {
          answers.push_back(Answer::maybe);  // whether it was answered is unknown
        } else {
          // "Unanswered and 86 400 s old or older at T is late", known if it was so by the end of data.
          answers.push_back(ends.reach(*received + in_time, message.files) ? Answer::no : Answer::maybe);
        }
      }
    }
    const Answer answer = agreed(answers);
    tally.add(answer);
    unanswered += answer == Answer::no && !is_answered ? 1 : 0;
    answered_late += answer == Answer::no && is_answered ? 1 : 0;
    if (is_answered) {
      ++answered;
      total += message.responded->first - message.received.first;
      exact = exact && message.responded->first == message.responded->last &&
              message.received.first == message.received.last;
    }
  }
  write(tally, check);
  check.components = {{"late", unanswered + answered_late},
                      {"unanswered", unanswered},
                      {"answered_late", answered_late},
                      {"awaiting_reply", awaiting_reply}};
  // "mean_response_seconds (of the answered, rounded half up, null if none)"; of date-only stamps there is no mean.
  if (answered == 0) {
    check.components["mean_response_seconds"] = std::nullopt;
  } else if (exact) {
    check.components["mean_response_seconds"] = (2 * total.count() + answered) / (2 * answered);
  }
  const bool no_messages = !has_kind(question.account, Kind::messages);
  if (!has_column(question.account, Kind::messages, "responded-at")) {
    not_checked(check, no_messages);
  }
}

void count_late_responses(const Question& question, ExpectedCheck& check) {
  // What is not in time is late: the certain are those that cannot be in time.
  count_responses(question, check);
  if (check.checked) {
    const std::int64_t in_time = *check.known;
    check.known = *check.denominator - *check.possible;
    check.possible = *check.denominator - in_time;
  }
}

void count_violations(const Question& question, ExpectedCheck& check) {
  std::int64_t open = 0;
  for (const SlowViolation& violation : question.facts.violations) {
    // "number of violations in the window that are open (no status: open) at T"
    const bool resolved = has_outcome(question, violation.resolved_on, violation.resolved);
    open += question.in_window(violation.date) && !resolved ? 1 : 0;
  }
  check.known = open;
  check.possible = open;
  if (!has_kind(question.account, Kind::violations)) {
    not_checked(check, true);
  }
}

}  // namespace sellerhealth::support
