#include <algorithm>

#include "metric/metric.hpp"

/// Response under 24 h: buyer messages answered within 86 400 elapsed seconds / messages that count, placed by
/// received-at. Weekends and holidays count; exactly 24 hours is in time (Seller Central 200549770).
///
/// Not counted: messages marked as needing no response, and unanswered ones that are not 24 hours old yet. Unanswered
/// and older is late. Possible: the exports end before a message is 24 hours old, or name only days and the days do not
/// decide. Beside it, whatever their age, stand the messages that no reply is known to.
///
/// Late response rate: those that are late instead, answered or not / the same messages.
namespace sellerhealth::metric {

namespace {

enum Component { late, unanswered, answered_late, awaiting_reply };
constexpr Part components[] = {{.name = "late", .is_reason = false},
                               {"unanswered"},
                               {"answered_late"},
                               {.name = "awaiting_reply", .is_reason = false}};
constexpr std::string_view mean = "mean_response_seconds";

enum OpenQuestion { replies_missing, reply_time_missing, export_too_old };
constexpr Question questions[] = {{Kind::messages, Column::responded_at},
                                  {.kind = Kind::messages, .column = Column::responded_at, .to_the_second = true},
                                  {Kind::messages, std::nullopt}};

constexpr Question stands_on[] = {{Kind::messages, Column::responded_at}};

bool is_instant(const Stamp& stamp) { return stamp.first == stamp.last; }

/// From `answered` on, the reply is known: in time, late, or one of the two.
void count_reply(const Stamp& received, const Stamp& responded, Day answered, Spans& spans) {
  const DayRange from_then_on{answered, index::forever};
  if (responded.last - received.first <= time_to_respond) {
    spans.known.insert(from_then_on);
  } else if (responded.first - received.last > time_to_respond) {
    spans.components[answered_late].insert(from_then_on);
  } else {
    spans.open[reply_time_missing].insert(from_then_on);
    return;
  }
  if (is_instant(received) && is_instant(responded)) {
    spans.averaged.insert(from_then_on);
    spans.weight = (responded.first - received.first).count();
  }
}

void count(const Case& subject, const index::History& history, const Given& /*given*/, Spans& spans) {
  const Message& message = subject.message->record;
  if (message.no_response_needed) {
    return;
  }
  if (!history.columns(subject.message->files).contains(Column::responded_at)) {
    constexpr DayRange every_day{index::always, index::forever};
    spans.counted.insert(every_day);
    spans.open[replies_missing].insert(every_day);
    return;
  }
  const Instant due = message.received_at.last + time_to_respond;
  const Day answered = message.responded_at ? history.known_from(message.responded_at) : index::forever;
  const Day old = history.reached(due);
  const Day certain = std::max(history.certain_from(subject.message->files, due), old);
  spans.counted.insert(DayRange{std::min(old, answered), index::forever});
  if (message.responded_at) {
    count_reply(message.received_at, *message.responded_at, answered, spans);
  }
  spans.components[awaiting_reply].insert(DayRange{index::always, answered});
  spans.components[unanswered].insert(DayRange{certain, answered});
  spans.open[export_too_old].insert(DayRange{old, std::min(answered, certain)});
  spans.components[late].insert(spans.components[unanswered]);
  spans.components[late].insert(spans.components[answered_late]);
}

void count_late(const Case& subject, const index::History& history, const Given& given, Spans& spans) {
  count(subject, history, given, spans);
  spans.known = spans.components[late];
}

}  // namespace

const Definition response_under_24h{
    .metric = Metric::response_under_24h,
    .name = "response_under_24h",
    .subject = Subject::message,
    .components = components,
    .mean = mean,
    .questions = questions,
    .stands_on = stands_on,
    .count = count,
};

const Definition late_response_rate{
    .metric = Metric::late_response_rate,
    .name = "late_response_rate",
    .subject = Subject::message,
    .components = components,
    .mean = mean,
    .questions = questions,
    .stands_on = stands_on,
    .count = count_late,
};

}  // namespace sellerhealth::metric
