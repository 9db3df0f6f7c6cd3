#include "index/history.hpp"

#include <chrono>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using namespace std::chrono_literals;

namespace sellerhealth::index {

using testing::at;
using testing::day;
using testing::instant;
using testing::past;
using testing::SmallAccount;

namespace {

History history_of(const OrderBook& book, const Knowledge& knowledge = {}) {
  return History{book, day("2026-06-01"), day("2026-07-31"), std::chrono::days{60}, knowledge};
}

}  // namespace

TEST_CASE("what happened is known from the next day on, without a date from the order on") {
  const SmallAccount account;
  const History history = history_of(account.book);
  CHECK(history.known_from(at("2026-06-10T10:00:00Z")) == day("2026-06-11"));
  CHECK(history.known_from(at("2026-06-10T00:00:00Z")) == day("2026-06-11"));
  CHECK(history.known_from(std::nullopt) == always);
}

TEST_CASE("what happened on a day that is all that is said is known from its first instant") {
  const SmallAccount account;
  const History history = history_of(account.book);
  CHECK(history.known_from(at("2026-06-10")) == day("2026-06-11"));
}

TEST_CASE("in hindsight every event is known, but clocks still run") {
  const SmallAccount account;
  const History history = history_of(account.book, {.hindsight = true});
  CHECK(history.known_from(at("2026-07-30T10:00:00Z")) == always);
  CHECK(history.known_from(instant("2026-07-30T10:00:00Z")) == always);
  CHECK(history.reached(instant("2026-07-30T10:00:00Z")) == day("2026-07-31"));
}

TEST_CASE("the day of an instant is the day that has begun") {
  const SmallAccount account{testing::zone_called("Europe/Paris")};
  const History history = history_of(account.book);
  CHECK(history.day_of(instant("2026-06-09T22:00:00Z")) == day("2026-06-10"));
  CHECK(history.day_of(instant("2026-06-09T21:59:59Z")) == day("2026-06-09"));
  CHECK(history.start_of(day("2026-06-10")) == instant("2026-06-09T22:00:00Z"));
}

TEST_CASE("exports are certain of a moment once they hold something that is not older") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-06-20T15:00:00Z")});
  const History history = history_of(account.book);
  const auto certain = [&](std::string_view moment) {
    return history.certain_from(account.order("A").files, instant(moment));
  };
  CHECK(certain("2026-06-10T10:00:00Z") == day("2026-06-11"));
  CHECK(certain("2026-06-10T10:00:01Z") == day("2026-06-21"));
  CHECK(certain("2026-06-15T00:00:00Z") == day("2026-06-21"));
  CHECK(certain("2026-06-20T15:00:00Z") == day("2026-06-21"));
  CHECK(certain("2026-06-20T15:00:01Z") == forever);
}

TEST_CASE("updates, shipments and cancellations show how far an export reaches, promises do not") {
  struct Example {
    OrderRow row;
    Day certain;
  };
  const Stamp late = at("2026-06-20T15:00:00Z");
  const Example example = GENERATE_COPY(values<Example>({
      {{.order_id = "A", .purchase_date = late}, day("2026-06-21")},
      {{.order_id = "A", .last_updated_date = late}, day("2026-06-21")},
      {{.order_id = "A", .ship_date = late}, day("2026-06-21")},
      {{.order_id = "A", .cancel_date = late}, day("2026-06-21")},
      {{.order_id = "A", .too_late = late.first}, forever},
  }));
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")}).add(example.row);
  CHECK(history_of(account.book).certain_from(account.order("A").files, instant("2026-06-18T00:00:00Z")) ==
        example.certain);
}

TEST_CASE("only the exports that name an order show how far what they say of it reaches") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "old", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(OrderRow{.order_id = "both", .purchase_date = at("2026-06-10T11:00:00Z")});
  account.give(Kind::orders);
  account.add(OrderRow{.order_id = "both", .ship_date = at("2026-06-12T10:00:00Z")});
  account.add(OrderRow{.order_id = "new", .purchase_date = at("2026-06-20T15:00:00Z")});
  account.add(Claim{.order_id = "old", .date = at("2026-06-25")});
  const History history = history_of(account.book);
  const Instant moment = instant("2026-06-15T00:00:00Z");
  CHECK(history.certain_from(account.order("old").files, moment) == forever);
  CHECK(history.certain_from(account.order("both").files, moment) == day("2026-06-21"));
  CHECK(history.certain_from(account.order("new").files, moment) == day("2026-06-21"));
  CHECK(history.certain_from(0, moment) == forever);
}

TEST_CASE("receipts and replies show how far an export of messages reaches") {
  SmallAccount account;
  account.add(Message{.received_at = at("2026-06-10T10:00:00Z"), .responded_at = at("2026-06-12T08:00:00Z")});
  const OrderBook::FileSetId files = account.book.messages()[0].files;
  CHECK(history_of(account.book).certain_from(files, instant("2026-06-12T08:00:00Z")) == day("2026-06-13"));
  CHECK(history_of(account.book).certain_from(files, instant("2026-06-12T08:00:01Z")) == forever);
}

TEST_CASE("a stated end of the data is the first instant of the next day") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  const History history = history_of(account.book, {.data_through = day("2026-06-18")});
  const OrderBook::FileSetId files = account.order("A").files;
  CHECK(history.certain_from(files, instant("2026-06-15T00:00:00Z")) == day("2026-06-15"));
  CHECK(history.certain_from(files, instant("2026-06-18T12:00:00Z")) == day("2026-06-19"));
  CHECK(history.certain_from(files, instant("2026-06-19T00:00:00Z")) == day("2026-06-19"));
  CHECK(history.certain_from(files, instant("2026-06-19T00:00:01Z")) == forever);
}

TEST_CASE("a stated end may be earlier than what the exports hold") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-20T10:00:00Z")});
  const History history = history_of(account.book, {.data_through = day("2026-06-18")});
  CHECK(history.certain_from(account.order("A").files, instant("2026-06-19T12:00:00Z")) == forever);
}

TEST_CASE("in hindsight the end of the data is known on every day") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-06-20T15:00:00Z")});
  const History history = history_of(account.book, {.hindsight = true});
  const OrderBook::FileSetId files = account.order("A").files;
  CHECK(history.certain_from(files, instant("2026-06-15T00:00:00Z")) == day("2026-06-15"));
  CHECK(history.certain_from(files, instant("2026-06-20T15:00:01Z")) == forever);
}

TEST_CASE("a set of exports has the columns of each") {
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date});
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.give(Kind::orders, {Column::order_id, Column::ship_date});
  account.add(OrderRow{.order_id = "B", .ship_date = at("2026-06-11T10:00:00Z")});
  const History history = history_of(account.book);
  CHECK_FALSE(history.columns(account.order("A").files).contains(Column::ship_date));
  CHECK(history.columns(account.order("B").files).contains(Column::ship_date));
  CHECK(history.columns(account.order("B").files).contains(Column::purchase_date));
}

TEST_CASE("a day some days later begins where the zone's clocks say, whether or not the history reaches there") {
  const SmallAccount account{testing::zone_called("Europe/Paris")};
  const History history = history_of(account.book);
  CHECK(history.start_of_later_day(instant("2026-06-11T23:30:00Z"), std::chrono::days{3}) ==
        instant("2026-06-14T22:00:00Z"));
  // Clocks go back on 25 October.
  CHECK(history.start_of_later_day(instant("2026-10-24T12:00:00Z"), std::chrono::days{2}) ==
        instant("2026-10-25T23:00:00Z"));
}

}  // namespace sellerhealth::index
