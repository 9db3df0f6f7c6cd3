#include "sellerhealth/order_book.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::instant;
using testing::past;
using testing::SmallAccount;

namespace {

const Stamp monday = at("2026-06-08T10:00:00Z");
const Stamp tuesday = at("2026-06-09T10:00:00Z");
const Stamp wednesday = at("2026-06-10T10:00:00Z");

bool same(const OrderBook::Order& a, const OrderBook::Order& b) {
  return a.purchased == b.purchased && a.last_purchased == b.last_purchased && a.too_late == b.too_late &&
         a.shipped == b.shipped && a.cancelled == b.cancelled && a.status_updated == b.status_updated &&
         a.status == b.status && a.fulfillment == b.fulfillment && a.cancelled_by == b.cancelled_by &&
         a.buyer_requested_cancel == b.buyer_requested_cancel && a.not_marketplace == b.not_marketplace &&
         a.filters_met == b.filters_met;
}

OrderBook::Order merged_as_they_come(const std::vector<OrderRow>& rows) {
  SmallAccount account;
  for (const OrderRow& row : rows) {
    account.add(row);
  }
  OrderBook::Order order = account.order("A");
  order.id = {};  // goes with the book
  return order;
}

/// The order that the rows make, whichever comes first.
OrderBook::Order merged(std::vector<OrderRow> rows) {
  for (OrderRow& row : rows) {
    row.order_id = "A";
  }
  const OrderBook::Order order = merged_as_they_come(rows);
  std::vector<std::size_t> places(rows.size());
  std::iota(places.begin(), places.end(), 0U);
  while (std::next_permutation(places.begin(), places.end())) {
    std::vector<OrderRow> permuted;
    for (const std::size_t place : places) {
      permuted.push_back(rows[place]);
    }
    REQUIRE(same(merged_as_they_come(permuted), order));
  }
  return order;
}

SetOf<OrderStatus> both(OrderStatus a, OrderStatus b) {
  SetOf<OrderStatus> set{a};
  set.insert(b);
  return set;
}

}  // namespace

TEST_CASE("an order was bought when the earliest of its rows says so") {
  const OrderBook::Order order =
      merged({{.purchase_date = tuesday}, {.purchase_date = monday}, {.purchase_date = wednesday}, {}});
  CHECK(order.dated());
  CHECK(order.purchased == monday.first);
  CHECK(order.last_purchased == wednesday.first);
}

TEST_CASE("a purchase on a day that is all that is said is one of its first instant") {
  CHECK(merged({{.purchase_date = at("2026-06-08")}}).purchased == instant("2026-06-08T00:00:00Z"));
}

TEST_CASE("an order without a purchase-date in any row is not dated") {
  CHECK_FALSE(merged({{.ship_date = monday}, {.last_updated_date = tuesday}}).dated());
}

TEST_CASE("the latest promise, shipment and cancellation of the rows are the order's") {
  const OrderBook::Order order =
      merged({{.too_late = past("2026-06-12"), .ship_date = monday, .cancel_date = wednesday},
              {.too_late = past("2026-06-14"), .ship_date = wednesday, .cancel_date = monday},
              {.too_late = past("2026-06-13"), .ship_date = tuesday}});
  CHECK(order.too_late == instant("2026-06-15T00:00:00Z"));
  CHECK(order.shipped == wednesday);
  CHECK(order.cancelled == wednesday);
}

TEST_CASE("an order of which no row promises, ships or cancels has no such stamp") {
  const OrderBook::Order order = merged({{.purchase_date = monday}});
  CHECK(order.too_late == OrderBook::never);
  CHECK(order.shipped.first == OrderBook::never);
  CHECK(order.cancelled.first == OrderBook::never);
}

TEST_CASE("a shipment of some time of a day and one of an instant of it may be as late as either") {
  const OrderBook::Order order = merged({{.ship_date = at("2026-06-08")}, {.ship_date = monday}});
  CHECK(order.shipped.first == monday.first);
  CHECK(order.shipped.last == instant("2026-06-08T23:59:59Z"));
}

TEST_CASE("where rows were updated at different times only the latest speak of the status") {
  CHECK(merged({{.last_updated_date = monday, .status = OrderStatus::open},
                {.last_updated_date = wednesday, .status = OrderStatus::cancelled},
                {.last_updated_date = tuesday, .status = OrderStatus::shipped}})
            .status == SetOf{OrderStatus::cancelled});
}

TEST_CASE("rows updated at the same time all speak") {
  CHECK(merged({{.last_updated_date = monday, .status = OrderStatus::shipped},
                {.last_updated_date = monday, .status = OrderStatus::cancelled},
                {.last_updated_date = monday, .status = OrderStatus::shipped}})
            .status == both(OrderStatus::shipped, OrderStatus::cancelled));
}

TEST_CASE("a row without a last-updated-date does not speak where another has one") {
  CHECK(merged({{.status = OrderStatus::shipped}, {.last_updated_date = monday, .status = OrderStatus::open}}).status ==
        SetOf{OrderStatus::open});
}

TEST_CASE("rows without a last-updated-date all speak where none has one") {
  CHECK(merged({{.status = OrderStatus::shipped}, {.status = OrderStatus::open}, {}}).status ==
        both(OrderStatus::shipped, OrderStatus::open));
}

TEST_CASE("a row without a status says nothing, however new") {
  CHECK(merged({{.last_updated_date = monday, .status = OrderStatus::shipped},
                {.last_updated_date = wednesday, .ship_date = tuesday}})
            .status == SetOf{OrderStatus::shipped});
}

TEST_CASE("an order is the seller's own unless every row that names a channel names the marketplace") {
  CHECK(merged({{.fulfillment = Fulfillment::seller}}).seller_fulfilled());
  CHECK(merged({{}}).seller_fulfilled());
  CHECK(merged({{.fulfillment = Fulfillment::seller}, {.fulfillment = Fulfillment::marketplace}}).seller_fulfilled());
  CHECK_FALSE(merged({{.fulfillment = Fulfillment::marketplace}, {}}).seller_fulfilled());
  CHECK_FALSE(merged({{.fulfillment = Fulfillment::marketplace}}).seller_fulfilled());
}

TEST_CASE("everyone whom a row names as the canceller is kept") {
  const OrderBook::Order order = merged({{.cancelled_by = Canceller::buyer}, {.cancelled_by = Canceller::seller}, {}});
  CHECK(order.cancelled_by.contains(Canceller::buyer));
  CHECK(order.cancelled_by.contains(Canceller::seller));
  CHECK_FALSE(order.cancelled_by.contains(Canceller::marketplace));
}

TEST_CASE("the buyer asked if any row says so") {
  CHECK(merged({{.buyer_requested_cancel = false}, {.buyer_requested_cancel = true}}).buyer_requested_cancel);
  CHECK_FALSE(merged({{}, {}}).buyer_requested_cancel);
}

TEST_CASE("filters may be met by different rows") {
  CHECK(merged({{.filters_met = 0b01}, {.filters_met = 0b100}}).filters_met == 0b101);
}

TEST_CASE("identical rows are one order and change nothing") {
  const OrderRow row{.order_id = "A",
                     .purchase_date = monday,
                     .last_updated_date = wednesday,
                     .status = OrderStatus::shipped,
                     .too_late = past("2026-06-12"),
                     .ship_date = tuesday};
  CHECK(same(merged({row, row, row}), merged({row})));
  SmallAccount account;
  account.add(row).add(row);
  CHECK(account.book.orders().size() == 1);
  CHECK(account.book.rows_of(0).size() == 2);
}

TEST_CASE("no order of rows and files changes what an order is") {
  support::Dice dice{20261001};
  const std::vector<Stamp> stamps{monday, tuesday, wednesday, at("2026-06-09"), at("2026-06-10")};
  const auto stamp = [&] { return dice.chance(50) ? std::optional{dice.pick(stamps)} : std::nullopt; };
  for (int round = 0; round < 300; ++round) {
    std::vector<OrderRow> rows(3);
    for (OrderRow& row : rows) {
      row.purchase_date = stamp();
      row.last_updated_date = stamp();
      row.ship_date = stamp();
      row.cancel_date = stamp();
      row.too_late = dice.chance(50) ? std::optional{dice.pick(stamps).last} : std::nullopt;
      row.status = dice.chance(70) ? SetOf{static_cast<OrderStatus>(dice.below(4))} : SetOf<OrderStatus>{};
      row.fulfillment = dice.chance(50) ? SetOf{static_cast<Fulfillment>(dice.below(2))} : SetOf<Fulfillment>{};
      row.cancelled_by = dice.chance(50) ? SetOf{static_cast<Canceller>(dice.below(3))} : SetOf<Canceller>{};
      row.buyer_requested_cancel = dice.chance(30);
      row.not_marketplace = dice.chance(10);
    }
    const OrderBook::Order order = merged(rows);
    rows.push_back(rows[static_cast<std::size_t>(dice.below(3))]);
    REQUIRE(same(merged(rows), order));
  }
}

TEST_CASE("orders of different ids stay apart, and ids differ in case") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = monday});
  account.add(OrderRow{.order_id = "a", .purchase_date = tuesday});
  CHECK(account.book.orders().size() == 2);
  CHECK(account.order("a").purchased == tuesday.first);
}

TEST_CASE("an id outlives the row that named it, however many orders follow") {
  SmallAccount account;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = "order number " + std::to_string(i);
    account.add(OrderRow{.order_id = id, .purchase_date = monday});
    account.add(Feedback{.order_id = id, .rating = 1});
  }
  REQUIRE(account.book.orders().size() == 1000);
  CHECK(account.book.orders()[0].id == "order number 0");
  CHECK(account.book.orders()[999].id == "order number 999");
  CHECK(account.book.feedback()[0].record.order_id == "order number 0");
}

TEST_CASE("a defect finds its order whichever of the two comes first") {
  SmallAccount account;
  account.add(Claim{.order_id = "A"});
  account.add(OrderRow{.order_id = "A", .purchase_date = monday});
  account.add(Chargeback{.order_id = "A"});
  REQUIRE(account.book.orders().size() == 1);
  CHECK(account.book.claims()[0].order == account.book.chargebacks()[0].order);
  CHECK(account.order("A").files != 0);
}

TEST_CASE("an order keeps the set of the exports that name it, whichever named it first") {
  SmallAccount account;
  const OrderBook::FileId first = account.give(Kind::orders);
  const OrderBook::FileId second = account.give(Kind::orders);
  const auto add = [&](OrderBook::FileId file, std::string_view id) {
    account.book.add(file, OrderRow{.order_id = id, .purchase_date = monday});
  };
  add(first, "A");
  add(second, "A");
  add(second, "B");
  add(first, "B");
  add(first, "B");
  add(second, "C");
  CHECK(account.order("A").files == account.order("B").files);
  CHECK(account.order("A").files != account.order("C").files);
  const auto files = account.book.files_in(account.order("A").files);
  CHECK(std::vector(files.begin(), files.end()) == std::vector{first, second});
  REQUIRE(account.book.files_in(account.order("C").files).size() == 1);
  CHECK(account.book.files_in(account.order("C").files)[0] == second);
  CHECK(account.book.files_in(0).empty());
}

TEST_CASE("an order that only a defect names is in no export of orders") {
  SmallAccount account;
  account.add(Feedback{.order_id = "A", .rating = 1});
  CHECK(account.order("A").files == 0);
}

TEST_CASE("messages with the same id are one, with the earliest stamps and any flag") {
  const Message early{.message_id = "m", .received_at = monday, .responded_at = wednesday};
  const Message late{.message_id = "m", .received_at = tuesday, .responded_at = tuesday, .no_response_needed = true};
  for (const auto& [one, other] : {std::pair{early, late}, std::pair{late, early}}) {
    SmallAccount account;
    account.add(one);
    account.give(Kind::messages);
    account.add(other);
    REQUIRE(account.book.messages().size() == 1);
    const auto& message = account.book.messages()[0];
    CHECK(message.record.received_at == monday);
    CHECK(message.record.responded_at == tuesday);
    CHECK(message.record.no_response_needed);
    CHECK(account.book.files_in(message.files).size() == 2);
    CHECK(account.book.files()[1].repeated == 1);
    CHECK(account.book.files()[0].repeated == 0);
  }
}

TEST_CASE("a message is of the first of its exports, in whatever order rows are added") {
  for (const bool first_comes_first : {true, false}) {
    SmallAccount account;
    const OrderBook::FileId first = account.give(Kind::messages);
    const OrderBook::FileId second = account.give(Kind::messages);
    const Message message{.message_id = "m", .received_at = monday};
    account.book.add(first_comes_first ? first : second, message);
    account.book.add(first_comes_first ? second : first, message);
    REQUIRE(account.book.messages().size() == 1);
    CHECK(account.book.messages()[0].file == first);
    CHECK(account.book.files()[first].repeated == 0);
    CHECK(account.book.files()[second].repeated == 1);
  }
}

TEST_CASE("a message learns its reply and its order from whichever row knows them") {
  SmallAccount account;
  account.add(Message{.message_id = "m", .received_at = monday});
  account.add(Message{.message_id = "m", .order_id = "B", .received_at = monday, .responded_at = tuesday});
  account.add(Message{.message_id = "m", .order_id = "A", .received_at = monday});
  REQUIRE(account.book.messages().size() == 1);
  CHECK(account.book.messages()[0].record.responded_at == tuesday);
  CHECK(account.book.messages()[0].record.order_id == "A");
}

TEST_CASE("messages without an id are each one of their own") {
  SmallAccount account;
  account.add(Message{.received_at = monday}).add(Message{.received_at = monday});
  CHECK(account.book.messages().size() == 2);
  CHECK(account.book.files()[0].repeated == 0);
}

TEST_CASE("violations with the same id are one, without an id each is one of its own") {
  SmallAccount account;
  account.add(Violation{.violation_id = "v", .date = tuesday});
  account.add(Violation{.violation_id = "v", .date = monday, .resolved = true, .resolved_date = wednesday});
  account.add(Violation{.violation_id = "v", .date = wednesday, .resolved = true, .resolved_date = tuesday});
  account.add(Violation{.date = monday}).add(Violation{.date = monday});
  REQUIRE(account.book.violations().size() == 3);
  CHECK(account.book.violations()[0].record.date == monday);
  CHECK(account.book.violations()[0].record.resolved);
  CHECK(account.book.violations()[0].record.resolved_date == tuesday);
  CHECK(account.book.files()[0].repeated == 2);
}

TEST_CASE("the words of a defect outlive the row that said them") {
  SmallAccount account;
  for (int i = 0; i < 100; ++i) {
    const std::string reason = "reason " + std::to_string(i % 7);
    const std::string amount = std::to_string(i) + ".00";
    account.add(Claim{.order_id = "A", .status = "open", .reason = reason, .amount = amount, .currency = "USD"});
  }
  CHECK(account.book.claims()[13].record.reason == "reason 6");
  CHECK(account.book.claims()[99].record.amount == "99.00");
  CHECK(account.book.claims()[0].record.status == "open");
}

TEST_CASE("of two types of one violation the smaller text is kept, whichever row comes first") {
  for (const auto& [first, second] :
       {std::pair{"b", "a"}, std::pair{"a", "b"}, std::pair{"", "a"}, std::pair{"a", ""}}) {
    SmallAccount account;
    account.add(Violation{.violation_id = "v", .date = monday, .type = first});
    account.add(Violation{.violation_id = "v", .date = monday, .type = second});
    CHECK(account.book.violations()[0].record.type == "a");
  }
}

TEST_CASE("an export reaches from the first to the last day on which its rows were placed") {
  SmallAccount account{testing::zone_called("Europe/Paris")};
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-08T22:30:00Z")});
  account.add(OrderRow{.order_id = "B", .purchase_date = wednesday, .ship_date = at("2026-06-20T10:00:00Z")});
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-06-19T10:00:00Z")});
  account.add(Claim{.order_id = "A"});
  CHECK(account.book.files()[0].first_day == day("2026-06-09"));
  CHECK(account.book.files()[0].last_day == day("2026-06-10"));
  CHECK(account.book.files()[1].first_day == day("2026-06-19"));
  CHECK_FALSE(account.book.files()[2].first_day);
}

TEST_CASE("the newest stamp of each day is kept, promises apart") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A",
                       .purchase_date = at("2026-06-08T10:00:00Z"),
                       .last_updated_date = at("2026-06-08T12:00:00Z"),
                       .too_late = past("2026-06-30"),
                       .ship_date = at("2026-06-09T10:00:00Z")});
  const auto& newest = account.book.newest_stamps(0);
  REQUIRE(newest.size() == 2);
  CHECK(newest.at(day("2026-06-08")) == instant("2026-06-08T12:00:00Z"));
  CHECK(newest.at(day("2026-06-09")) == instant("2026-06-09T10:00:00Z"));
}

TEST_CASE("the newest purchase is that of the order bought last") {
  SmallAccount account;
  CHECK_FALSE(account.book.newest_purchase());
  account.add(OrderRow{.order_id = "A", .purchase_date = tuesday});
  account.add(OrderRow{.order_id = "B", .purchase_date = wednesday});
  account.add(OrderRow{.order_id = "B", .purchase_date = monday});
  account.add(OrderRow{.order_id = "C", .ship_date = at("2026-07-01")});
  CHECK(account.book.newest_purchase() == tuesday.first);
}

TEST_CASE("the book knows which kinds and columns its exports have") {
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date});
  account.give(Kind::claims, {Column::order_id});
  CHECK(account.book.has(Kind::orders));
  CHECK_FALSE(account.book.has(Kind::feedback));
  CHECK(account.book.has(Kind::orders, Column::purchase_date));
  CHECK_FALSE(account.book.has(Kind::orders, Column::ship_date));
  CHECK_FALSE(account.book.has(Kind::claims, Column::purchase_date));
}

TEST_CASE("remarks about the input are kept as they come") {
  SmallAccount account;
  account.book.warn({.code = "unknown_value", .message = "one"});
  account.book.warn({.code = "same_content", .message = "two"});
  REQUIRE(account.book.warnings().size() == 2);
  CHECK(account.book.warnings()[0].message == "one");
  CHECK(account.book.warnings()[1].code == "same_content");
}

TEST_CASE("a set is the same whatever the order in which its members came") {
  SetTable sets;
  const SetTable::Id one_then_two = sets.with(sets.with(0, 1), 2);
  const SetTable::Id two_then_one = sets.with(sets.with(0, 2), 1);
  CHECK(one_then_two == two_then_one);
  CHECK(sets.with(one_then_two, 1) == one_then_two);
  CHECK(sets.members(0).empty());
  CHECK(std::ranges::equal(sets.members(one_then_two), std::vector<SetTable::Member>{1, 2}));
  CHECK(sets.size() == 4);  // none, 1, 2, both
}

TEST_CASE("an order is in the segment of every value that its rows have, whatever their letter case") {
  OrderBook book{TimeZone::utc(), {}, Column::seller_id};
  const OrderBook::FileId file = book.add_file({.path = "orders.csv"});
  const auto add = [&](std::string_view id, std::vector<std::string_view> sellers) {
    book.add(file, OrderRow{.order_id = id, .segments = sellers});
  };
  add("A", {"bert"});
  add("B", {"anna"});
  add("A", {"Anna", "bert"});
  add("C", {});
  const auto segments_of = [&](std::size_t order) {
    std::vector<std::string> names;
    for (const OrderBook::SegmentId segment : book.segments_in(book.orders()[order].segments)) {
      names.push_back(book.segments()[segment]);
    }
    std::sort(names.begin(), names.end());
    return names;
  };
  CHECK(segments_of(0) == std::vector<std::string>{"Anna", "bert"});
  CHECK(segments_of(1) == std::vector<std::string>{"Anna"});
  CHECK(segments_of(2).empty());
}

TEST_CASE("a text has one id, and stays where it is") {
  TextTable texts;
  const auto text = [](std::size_t i) { return std::string(i % 40, 'x') + std::to_string(i); };
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < 5000; ++i) {
    REQUIRE(texts.id_of(text(i)) == i);
    kept.push_back(texts[static_cast<TextTable::Id>(i)]);
  }
  const TextTable moved = std::move(texts);
  CHECK(moved.size() == 5000);
  TextTable same = TextTable{};
  for (std::size_t i = 0; i < 5000; ++i) {
    REQUIRE(kept[i] == text(i));
    REQUIRE(moved[static_cast<TextTable::Id>(i)].data() == kept[i].data());
    REQUIRE(same.id_of(text(i / 2)) == i / 2);
  }
  CHECK(same.size() == 2500);
  CHECK(same.id_of("") == 2500);
  CHECK(same[2500].empty());
  CHECK(same.id_of("") == 2500);
}

}  // namespace sellerhealth
