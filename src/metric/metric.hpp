#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "index/history.hpp"
#include "metric/day_set.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/rate.hpp"

namespace sellerhealth::metric {

inline constexpr std::size_t most_components = 4;
inline constexpr std::size_t most_questions = 5;

/// What a metric counts, and by what date it places it in a window.
enum class Subject : std::uint8_t {
  order,      ///< By the day of purchase.
  message,    ///< By the day it was received.
  violation,  ///< By its own day.
};

template <typename Record>
using Filings = std::span<const OrderBook::Filed<Record>* const>;

/// One order (or one of several alike) with all that was filed about it, or one message, or one violation. The others
/// are null or empty.
struct Case {
  const OrderBook::Order* order = nullptr;
  Filings<Feedback> feedback;
  Filings<Claim> claims;
  Filings<Chargeback> chargebacks;
  const OrderBook::Filed<Message>* message = nullptr;
  const Violation* violation = nullptr;
  /// The segments that it belongs to: an order's own, a message's that of its order. None: the one without a value.
  std::span<const OrderBook::SegmentId> segments;
  std::int64_t count = 1;           ///< How many such cases there are: more than one of those that are alike.
  std::int64_t further_weight = 0;  ///< By how much all of them weigh more than `count` times this one: see Spans.

  [[nodiscard]] Subject subject() const {
    return order != nullptr ? Subject::order : message != nullptr ? Subject::message : Subject::violation;
  }
  /// The instant whose day places it in a window.
  [[nodiscard]] Instant placed() const {
    return order != nullptr     ? order->purchased
           : message != nullptr ? message->record.received_at.first
                                : violation->date.first;
  }
};

/// What the seller and the marketplace state beside the exports.
struct Given {
  std::array<bool, all_kinds.size()> kinds{};    ///< Which kinds were given, or stated to be empty.
  std::optional<Canceller> assume_cancelled_by;  ///< Of cancelled orders whose canceller no export names.
  Rules rules;

  [[nodiscard]] bool has(Kind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
};

/// On which as-of days one case counts, and as what. The window is not applied yet.
struct Spans {
  DaySet counted;  ///< In the denominator.
  DaySet known;    ///< In the numerator, for certain.
  /// Parts of the numerator, or beside it, in the order of Definition::components.
  std::array<DaySet, most_components> components;
  /// In the numerator if an open question is answered so, in the order of Definition::questions. What is known anyway
  /// may be repeated here.
  std::array<DaySet, most_questions> open;
  DaySet averaged;  ///< When `weight` takes part in the mean.
  std::int64_t weight = 0;

  void clear();
};

/// Something that would answer an open question: an export, or a column in it.
struct Question {
  Kind kind;
  std::optional<Column> column;
  bool to_the_second = false;  ///< The column may be there, but names only days.
};

/// A part of a numerator, or a figure beside it.
struct Part {
  std::string_view name;
  std::optional<Kind> source = {};  ///< The one kind of export it comes from; without that, the part is not known.
  bool is_reason = true;            ///< For which a case counts; else it sums up others, or stands beside them.
};

/// One metric, as whoever counts knows it. What is special to one is asked for by name: see src/README.md.
struct Definition {
  Metric metric;
  std::string_view name;
  Subject subject;
  Unit unit = Unit::ratio;  ///< A plain count has no denominator and no rate.
  std::span<const Part> components;
  std::string_view mean = {};  ///< The name of the mean of the weights, if it has one.
  std::span<const Question> questions;

  /// What must be given, in at least one of these forms, for the metric to be judged at all. An export of the kind
  /// without the column does not do.
  std::span<const Question> stands_on;

  /// Adds to `spans`, which come cleared.
  void (*count)(const Case& subject, const index::History& history, const Given& given, Spans& spans);
};

[[nodiscard]] const Definition& definition_of(Metric metric);

/// Whether the check is about such a case: what its metric counts, fulfilled as it asks.
[[nodiscard]] bool concerns(const Check& check, const Case& one);

extern const Definition order_defect_rate;
extern const Definition cancellation_rate;
extern const Definition late_shipment_rate;
extern const Definition response_under_24h;
extern const Definition late_response_rate;
extern const Definition policy_violations;

}  // namespace sellerhealth::metric
