#include "insight/open_duties.hpp"

#include <string>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::insight {

using testing::at;
using testing::instant;
using testing::past;
using testing::SmallAccount;

namespace {

struct Question {
  std::string_view now = "2026-10-01T12:00:00Z";
  std::optional<std::chrono::seconds> within = {};
  bool hindsight = false;
};

OpenDuties duties_of(const SmallAccount& account, const Question& question = {}) {
  const DeadlineOptions options{.now = instant(question.now), .within = question.within};
  const Day present = account.book.zone().day_of(options.now) + std::chrono::days{1};
  const index::History history{
      account.book, present, present, std::chrono::days{200}, {.hindsight = question.hindsight, .data_through = {}}};
  return open_duties(account.book, history, present, options, question.hindsight);
}

/// "ship_order A -1, answer_claim B 3600": what is to be done about which order, and the seconds left.
std::string list(const OpenDuties& open) {
  std::string text;
  for (const OpenDuty& duty : open.duties) {
    const Deadline& deadline = duty.deadline;
    text += (text.empty() ? "" : ", ") + std::string{name_of(deadline.duty)} + " " + deadline.order_id + " " +
            (deadline.time_left ? std::to_string(deadline.time_left->count()) : "?") +
            (deadline.missed ? " missed" : "");
  }
  return text;
}

std::string list(const SmallAccount& account, const Question& question = {}) {
  return list(duties_of(account, question));
}

Claim claim(std::string_view filed, std::string_view respond_by) {
  return {.order_id = "A", .date = at(filed), .too_late = past(respond_by)};
}

OrderRow open_order(std::string_view id, std::string_view promise) {
  return {.order_id = id,
          .purchase_date = at("2026-09-29T08:00:00Z"),
          .status = OrderStatus::open,
          .fulfillment = Fulfillment::seller,
          .too_late = past(promise)};
}

Message message(std::string_view received) { return {.order_id = "A", .received_at = at(received)}; }

}  // namespace

TEST_CASE("an open claim is to be answered by its last second, or by the end of its last day") {
  SmallAccount account;
  account.add(claim("2026-09-28T10:00:00Z", "2026-10-01T13:00:00Z"));
  account.add(claim("2026-09-29T10:00:00Z", "2026-10-01"));
  CHECK(list(account) == "answer_claim A 3600, answer_claim A 43199");
}

TEST_CASE("a claim under review or closed needs no answer") {
  SmallAccount account;
  Claim under_review = claim("2026-09-28", "2026-10-02");
  under_review.under_review = true;
  Claim closed = claim("2026-09-27", "2026-10-02");
  closed.closed = true;
  Claim closed_then = claim("2026-09-26", "2026-10-02");
  closed_then.closed = true;
  closed_then.closed_date = at("2026-10-01T12:00:00Z");
  account.add(under_review).add(closed).add(closed_then);
  CHECK(list(account).empty());
}

TEST_CASE("what is dated after the present instant has not happened yet, except with hindsight") {
  SmallAccount account;
  Claim closed_later = claim("2026-09-26", "2026-10-02T12:00:00Z");
  closed_later.closed = true;
  closed_later.closed_date = at("2026-10-01T12:00:01Z");
  account.add(closed_later).add(claim("2026-10-01T12:00:01Z", "2026-10-04"));
  OrderRow shipped_later = open_order("B", "2026-10-03T12:00:00Z");
  shipped_later.status = OrderStatus::shipped;
  shipped_later.ship_date = at("2026-10-01T12:00:01Z");
  account.add(shipped_later);
  Message answered_later = message("2026-10-01T11:00:00Z");
  answered_later.responded_at = at("2026-10-01T12:00:01Z");
  account.add(answered_later).add(message("2026-10-01T12:00:01Z"));
  CHECK(list(account) == "answer_message A 82800, answer_claim A 86400, ship_order B 172800");
  CHECK(list(account, {.now = "2026-10-01T12:00:01Z"}) == "answer_message A 86400, answer_claim A 302398");
  CHECK(list(account, {.hindsight = true}) == "answer_message A 86401, answer_claim A 302399");
}

TEST_CASE("rows of one claim in exports of different days are one claim, and the one that knows better prevails") {
  SmallAccount account;
  account.add(claim("2026-09-28", "2026-10-02T12:00:00Z")).add(claim("2026-09-28", "2026-10-02T12:00:00Z"));
  CHECK(list(account) == "answer_claim A 86400");
  Claim closed = claim("2026-09-28", "2026-10-02T12:00:00Z");
  closed.closed = true;
  account.add(closed);
  CHECK(list(account).empty());
}

TEST_CASE("a claim is listed whether or not an orders export holds its order, unless it was sold elsewhere") {
  SmallAccount account;
  account.add(claim("2026-09-28", "2026-10-02T12:00:00Z"));
  CHECK(list(account) == "answer_claim A 86400");
  account.add(OrderRow{.order_id = "A"});
  CHECK(list(account) == "answer_claim A 86400");
  account.add(OrderRow{.order_id = "A", .not_marketplace = true});
  CHECK(list(account).empty());
}

TEST_CASE("an open chargeback is to be answered, one that was decided is not") {
  SmallAccount account;
  account.add(Chargeback{.order_id = "A", .date = at("2026-09-28"), .too_late = past("2026-10-01T11:00:00Z")});
  account.add(Chargeback{.order_id = "B", .date = at("2026-09-28"), .closed = true});
  CHECK(list(account) == "answer_chargeback A -3600");
}

TEST_CASE("a message is to be answered within 24 hours, and exactly then is in time") {
  SmallAccount account;
  account.add(message("2026-09-30T12:00:00Z")).add(message("2026-09-30T11:59:59Z"));
  CHECK(list(account) == "answer_message A -1, answer_message A 0");
}

TEST_CASE("messages that were answered or need no answer are not listed") {
  SmallAccount account;
  Message answered = message("2026-09-30T12:00:00Z");
  answered.responded_at = at("2026-09-30T13:00:00Z");
  Message thanks = message("2026-09-30T12:00:00Z");
  thanks.no_response_needed = true;
  account.add(answered).add(thanks);
  CHECK(list(account).empty());
}

TEST_CASE("a message whose replies no export tells is not listed, but counted") {
  SmallAccount account;
  account.give(Kind::messages, {Column::received_at});
  account.add(message("2026-09-30T12:00:00Z"));
  CHECK(list(account).empty());
  CHECK(duties_of(account).untold_messages == 1);
}

TEST_CASE("an open order of the seller's own is to be shipped by its promise, or when no export says") {
  SmallAccount account;
  account.add(open_order("A", "2026-10-01T12:00:00Z"));
  OrderRow unpromised = open_order("B", "2026-10-01");
  unpromised.too_late.reset();
  OrderRow fulfilled_by_others = open_order("C", "2026-10-02");
  fulfilled_by_others.fulfillment = Fulfillment::marketplace;
  OrderRow shipped = open_order("D", "2026-10-02");
  shipped.status = OrderStatus::shipped;
  OrderRow cancelled = open_order("E", "2026-10-02");
  cancelled.cancel_date = at("2026-09-30");
  cancelled.status = OrderStatus::cancelled;
  OrderRow untold = open_order("F", "2026-10-02");
  untold.status = OrderStatus::unknown;
  account.add(unpromised).add(fulfilled_by_others).add(shipped).add(cancelled).add(untold);
  CHECK(list(account) == "ship_order A 0, ship_order B ?");
  CHECK(duties_of(account).untold_orders == 1);
}

TEST_CASE("a deadline that is past is missed once the exports reach further without showing that it was kept") {
  SmallAccount account;
  account.add(open_order("A", "2026-10-01T10:00:00Z"));
  CHECK(list(account) == "ship_order A -7200");
  account.add(OrderRow{.order_id = "B",
                       .purchase_date = at("2026-10-01T10:00:01Z"),
                       .status = OrderStatus::open,
                       .fulfillment = Fulfillment::marketplace});
  CHECK(list(account) == "ship_order A -7200 missed");
}

TEST_CASE("only what is past or due in the time asked for is listed; what has no deadline is counted") {
  SmallAccount account;
  account.add(open_order("A", "2026-10-02T12:00:00Z"))
      .add(open_order("B", "2026-10-02T12:00:01Z"))
      .add(open_order("C", "2026-09-01T12:00:00Z"));
  Claim open = claim("2026-09-28", "2026-10-02");
  open.too_late.reset();
  account.add(open);
  const OpenDuties soon = duties_of(account, {.within = std::chrono::hours{24}});
  CHECK(list(soon) == "ship_order C -2592000 missed, ship_order A 86400");
  CHECK(soon.without_deadline == 1);
  CHECK(duties_of(account).duties.size() == 4);
  CHECK(duties_of(account).without_deadline == 0);
}

TEST_CASE("deadlines keep the words of the export, but no e-mail address") {
  SmallAccount account;
  Claim open = claim("2026-09-28T10:00:00Z", "2026-10-02");
  open.reason = "Item not received";
  open.amount = "9,00";
  open.currency = "EUR";
  account.add(open);
  Chargeback disputed{.order_id = "B", .date = at("2026-09-28")};
  disputed.amount = "jane@example.org";
  account.add(disputed);
  const OpenDuties open_duties = duties_of(account);
  CHECK(open_duties.duties[0].deadline.reason == "Item not received");
  CHECK(open_duties.duties[0].deadline.amount == "9,00");
  CHECK(open_duties.duties[0].deadline.currency == "EUR");
  CHECK(open_duties.duties[0].deadline.since == testing::day("2026-09-28"));
  CHECK(open_duties.duties[1].deadline.amount.empty());
}

TEST_CASE("a filter keeps out what belongs to other orders, and what belongs to none") {
  SmallAccount account{TimeZone::utc(), {{Column::sales_channel, {"Amazon.fr"}}}};
  OrderRow inside = open_order("A", "2026-10-02");
  inside.filters_met = 1;
  account.add(inside).add(open_order("B", "2026-10-02"));
  account.add(message("2026-10-01T11:00:00Z"));
  account.add(Message{.received_at = at("2026-10-01T11:00:00Z")});
  account.add(Claim{.order_id = "unmatched", .date = at("2026-10-01T11:00:00Z")});
  CHECK(list(account) == "answer_message A 82800, ship_order A 129599");
}

}  // namespace sellerhealth::insight
