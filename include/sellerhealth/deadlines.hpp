#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/order_book.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// What a seller has to do in time.
enum class Duty : std::uint8_t { answer_claim, answer_chargeback, answer_message, ship_order };

/// "answer_claim", "answer_chargeback", "answer_message" or "ship_order".
[[nodiscard]] std::string_view name_of(Duty duty);

struct DeadlineOptions {
  Instant now;                                 ///< The present: what is left of the time is counted from here.
  std::optional<std::chrono::seconds> within;  ///< Only what is due in this time, or past. Not given: everything.
};

/// Something that is still to be done, as far as the exports tell.
struct Deadline {
  Duty duty = Duty::answer_claim;
  std::string order_id;                           ///< May be empty for a message.
  std::string message_id;                         ///< Of a message, if it has one.
  std::optional<Day> since;                       ///< Filed, received, bought on this day.
  std::optional<Instant> due;                     ///< The last instant in time. Nothing: no export says.
  std::optional<std::chrono::seconds> time_left;  ///< From now to `due`; negative when it is past.
  bool missed = false;                            ///< Past, and the exports reach further: it was not done in time.
  // In the words of the export; may be empty, and is where they hold an e-mail address.
  std::string reason;
  std::string amount;
  std::string currency;
};

/// What one check has to do with the deadlines: what becomes of it if all of them that are listed and not missed yet
/// slip, and if all are met (the order shipped, the message answered in time, the claim or chargeback won).
struct Stake {
  CheckResult today;  ///< As check() has it.
  /// The first day, not before today, on which the greatest number of these orders or messages lies in the window.
  /// Nothing but them changes until then, and no order is added.
  Day day;
  CheckResult if_missed;
  CheckResult if_met;
};

/// The last thing that happened according to the exports of one kind.
struct EndOfExports {
  Kind kind;
  Instant instant;
};

/// What is still to be done, and what hangs on it: the answer of `deadlines`.
struct Deadlines {
  DeadlineOptions options;
  TimeZone zone = TimeZone::utc();
  std::vector<Deadline> deadlines;  ///< The one with the least time left first; those without a deadline last.
  std::int64_t without_deadline =
      0;  ///< With `within`: how many were not listed because no export tells when they are due.
  /// Seller-fulfilled orders of which no export tells whether they were shipped, and messages whether they were
  /// answered.
  std::int64_t untold_orders = 0;
  std::int64_t untold_messages = 0;
  std::vector<EndOfExports> ends;  ///< Of orders and messages, where given. Nothing tells how far claims reach.
  std::vector<Stake> stakes;       ///< Checks that the deadlines make a difference to.
  Assessment assessment;           ///< The account as of `AssessOptions::as_of`, its warnings and inputs.
};

/// Lists what is open at the present instant, as known then. Claims and chargebacks are due when their export says (if
/// the import was told to read that), messages 24 hours after they came in, orders of the seller's own by their
/// promise.
///
/// Throws UsageError as assess() does, and for a book that is split by a column.
[[nodiscard]] Deadlines deadlines(const OrderBook& book, const Profile& profile, const AssessOptions& options,
                                  const DeadlineOptions& deadline_options);

}  // namespace sellerhealth
