#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::component;
using testing::counts;
using testing::day;
using testing::needs;
using testing::past;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");
const Instant promise = past("2026-06-12T12:00:00Z");

CheckResult rate(const SmallAccount& account, const AssessOptions& options = testing::on_1_october()) {
  return testing::check(account, Metric::late_shipment_rate, options);
}

/// The check of the one order that these rows tell of. The exports are complete to the end of September.
CheckResult rate_of(std::vector<OrderRow> rows, AssessOptions options = testing::on_1_october()) {
  SmallAccount account;
  for (OrderRow& row : rows) {
    row.order_id = "A";
    row.purchase_date = june;
    account.add(row);
  }
  options.data_through = day("2026-09-30");
  return rate(account, options);
}

std::string counts_of(const OrderRow& row) { return counts(rate_of({row})); }

OrderRow shipped(std::string_view promised, std::string_view shipment) {
  return {.status = OrderStatus::shipped, .too_late = past(promised), .ship_date = at(shipment)};
}

}  // namespace

TEST_CASE("an order shipped by its latest-ship-date is in time, a second later it is late") {
  CHECK(counts_of(shipped("2026-06-12T12:00:00Z", "2026-06-12T12:00:00Z")) == "0..0 of 1");
  CHECK(counts_of(shipped("2026-06-12T12:00:00Z", "2026-06-12T12:00:01Z")) == "1..1 of 1");
}

TEST_CASE("a promise of a day is kept to the end of that day") {
  CHECK(counts_of(shipped("2026-06-12", "2026-06-12T23:59:59Z")) == "0..0 of 1");
  CHECK(counts_of(shipped("2026-06-12", "2026-06-13T00:00:00Z")) == "1..1 of 1");
}

TEST_CASE("a shipment on some instant of a day is late, in time, or open where the day does not decide") {
  CHECK(counts_of(shipped("2026-06-12", "2026-06-12")) == "0..0 of 1");
  CHECK(counts_of(shipped("2026-06-12", "2026-06-13")) == "1..1 of 1");
  CHECK(counts_of(shipped("2026-06-12T23:59:59Z", "2026-06-12")) == "0..0 of 1");
  const CheckResult open = rate_of({shipped("2026-06-12T12:00:00Z", "2026-06-12")});
  CHECK(counts(open) == "0..1 of 1");
  CHECK(needs(open) == "orders ship-date");
  CHECK(component(open, "unknown") == 1);
}

TEST_CASE("the last shipment and the last promise of an order's rows are compared") {
  CHECK(counts(rate_of({shipped("2026-06-12", "2026-06-11"), shipped("2026-06-12", "2026-06-14")})) == "1..1 of 1");
  CHECK(counts(rate_of({shipped("2026-06-12", "2026-06-14"), shipped("2026-06-14", "2026-06-11")})) == "0..0 of 1");
}

TEST_CASE("an order neither shipped nor cancelled and past its promise is late") {
  const CheckResult result = rate_of({{.status = OrderStatus::open, .too_late = promise}});
  CHECK(counts(result) == "1..1 of 1");
  CHECK(component(result, "overdue") == 1);
  CHECK(component(result, "shipped_late") == 0);
}

TEST_CASE("an open order whose promise has not passed is not late") {
  CHECK(counts_of({.status = OrderStatus::open, .too_late = past("2026-09-30")}) == "1..1 of 1");
  CHECK(counts_of({.status = OrderStatus::open, .too_late = past("2026-10-01")}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::open, .too_late = past("2026-10-01T00:00:00Z")}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::open, .too_late = past("2026-09-30T23:59:59Z")}) == "1..1 of 1");
}

TEST_CASE("a cancelled order is never late") {
  CHECK(counts_of({.status = OrderStatus::cancelled, .too_late = promise}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::cancelled, .too_late = promise, .cancel_date = at("2026-07-01")}) ==
        "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::cancelled,
                   .too_late = promise,
                   .ship_date = at("2026-07-02"),
                   .cancel_date = at("2026-07-01")}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::cancelled}) == "0..0 of 1");
}

TEST_CASE("an order cancelled later is overdue until the cancellation is known") {
  CHECK(counts_of({.status = OrderStatus::cancelled, .too_late = promise, .cancel_date = at("2026-10-01T00:00:00Z")}) ==
        "1..1 of 1");
}

TEST_CASE("an order shipped before it was cancelled may be late") {
  CHECK(counts_of({.status = OrderStatus::cancelled,
                   .too_late = promise,
                   .ship_date = at("2026-06-20"),
                   .cancel_date = at("2026-07-01")}) == "1..1 of 1");
}

TEST_CASE("an order shipped and cancelled on one day after its promise is possibly late") {
  const auto counts_on = [](std::string_view date) {
    return counts_of(
        {.status = OrderStatus::cancelled, .too_late = promise, .ship_date = at(date), .cancel_date = at(date)});
  };
  CHECK(counts_on("2026-06-20") == "0..1 of 1");
  CHECK(counts_on("2026-06-12") == "0..1 of 1");
  CHECK(counts_on("2026-06-11") == "0..0 of 1");
}

TEST_CASE("a shipment that is not known yet leaves an order overdue, not shipped late") {
  const CheckResult result = rate_of({shipped("2026-06-12", "2026-10-01T00:00:00Z")});
  CHECK(counts(result) == "1..1 of 1");
  CHECK(component(result, "overdue") == 1);
  CHECK(component(result, "shipped_late") == 0);
}

TEST_CASE("a shipped or open order without a promise is possibly late") {
  for (const OrderRow& row : {OrderRow{.status = OrderStatus::shipped, .ship_date = at("2026-06-11")},
                              OrderRow{.status = OrderStatus::shipped}, OrderRow{.status = OrderStatus::open},
                              OrderRow{.status = OrderStatus::unknown}}) {
    const CheckResult result = rate_of({row});
    CHECK(counts(result) == "0..1 of 1");
    CHECK(needs(result) == "orders latest-ship-date");
  }
}

TEST_CASE("a shipped order without a ship-date is possibly late once its promise has passed") {
  const CheckResult result = rate_of({{.status = OrderStatus::shipped, .too_late = promise}});
  CHECK(counts(result) == "0..1 of 1");
  CHECK(needs(result) == "orders ship-date");
  CHECK(component(result, "unknown") == 1);
  CHECK(counts_of({.status = OrderStatus::shipped, .too_late = past("2026-10-01")}) == "0..0 of 1");
}

TEST_CASE("an order of unknown status is possibly late once its promise has passed, unless it has a ship-date") {
  CHECK(counts_of({.status = OrderStatus::unknown, .too_late = promise}) == "0..1 of 1");
  CHECK(counts_of({.status = OrderStatus::unknown, .too_late = past("2026-10-01")}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::unknown, .too_late = promise, .ship_date = at("2026-06-11")}) == "0..0 of 1");
  CHECK(counts_of({.status = OrderStatus::unknown, .too_late = promise, .ship_date = at("2026-06-20")}) == "1..1 of 1");
}

TEST_CASE("an order that only a file with ship-dates names and that has none is overdue") {
  CHECK(counts_of({.too_late = promise}) == "1..1 of 1");
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date, Column::latest_ship_date});
  account.add(OrderRow{.order_id = "A", .purchase_date = june, .too_late = promise});
  CHECK(counts(rate(account)) == "0..1 of 1");
  CHECK(needs(rate(account)) == "orders order-status");
}

TEST_CASE("an order overdue by the end of its exports is late, one that would be by now is possibly late") {
  const auto open_order_in_exports_to = [](std::string_view end) {
    SmallAccount account;
    account.add(
        OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::open, .too_late = past("2026-06-12")});
    account.add(OrderRow{.order_id = "B",
                         .purchase_date = june,
                         .last_updated_date = at(end),
                         .status = OrderStatus::shipped,
                         .too_late = past("2026-06-12"),
                         .ship_date = june});
    return rate(account);
  };
  const CheckResult late = open_order_in_exports_to("2026-06-13T00:00:00Z");
  CHECK(counts(late) == "1..1 of 2");
  CHECK(component(late, "overdue") == 1);
  const CheckResult possible = open_order_in_exports_to("2026-06-12T23:59:59Z");
  CHECK(counts(possible) == "0..1 of 2");
  CHECK(component(possible, "overdue") == 0);
  CHECK(component(possible, "unknown") == 1);
  CHECK(needs(possible) == "orders");
}

TEST_CASE("what an export holds of the as-of day and later does not show how far it reached before") {
  SmallAccount account;
  account.add(
      OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::open, .too_late = past("2026-06-12")});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-10-01T00:00:00Z")});
  CHECK(counts(rate(account)) == "0..1 of 1");
  CHECK(counts(rate(account, as_of("2026-10-02"))) == "1..1 of 1");
}

TEST_CASE("open orders of the older of two exports are possibly late from its own end on") {
  SmallAccount account;
  account.add(
      OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::open, .too_late = past("2026-07-12")});
  account.give(Kind::orders);
  account.add(
      OrderRow{.order_id = "B", .purchase_date = june, .status = OrderStatus::open, .too_late = past("2026-07-12")});
  account.add(OrderRow{.order_id = "C", .purchase_date = at("2026-09-30T10:00:00Z")});
  CHECK(counts(rate(account)) == "1..2 of 2");
}

TEST_CASE("an order that the marketplace ships is not the seller's to ship in time") {
  CHECK(counts_of({.status = OrderStatus::open, .fulfillment = Fulfillment::marketplace, .too_late = promise}) ==
        "0..0 of 0");
}

TEST_CASE("in hindsight a shipment counts whenever it was, and a promise when it passes") {
  AssessOptions hindsight = testing::on_1_october();
  hindsight.hindsight = true;
  CHECK(counts(rate_of({shipped("2026-06-12", "2026-10-05")}, hindsight)) == "1..1 of 1");
  CHECK(component(rate_of({shipped("2026-06-12", "2026-10-05")}, hindsight), "shipped_late") == 1);
  CHECK(counts(rate_of({{.status = OrderStatus::open, .too_late = past("2026-10-01")}}, hindsight)) == "0..0 of 1");
}

TEST_CASE("a promise of a day ends with that day of the seller's zone") {
  const TimeZone paris = testing::zone_called("Europe/Paris");
  const auto shipped_in_paris = [&](std::string_view shipment) {
    SmallAccount account{paris};
    account.add(OrderRow{.order_id = "A",
                         .purchase_date = at("2026-06-10", paris),
                         .status = OrderStatus::shipped,
                         .too_late = past("2026-06-12", paris),
                         .ship_date = at(shipment)});
    return counts(rate(account));
  };
  CHECK(shipped_in_paris("2026-06-12T21:59:59Z") == "0..0 of 1");
  CHECK(shipped_in_paris("2026-06-12T22:00:00Z") == "1..1 of 1");
}

TEST_CASE("late shipments are not checked when no export promises anything") {
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date, Column::order_status});
  account.add(OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::shipped});
  const CheckResult result = rate(account);
  CHECK_FALSE(result.checked);
  CHECK(result.verdict == Verdict::no_data);
  CHECK(counts(result) == "null..null of 1");
  CHECK(needs(result) == "orders latest-ship-date, orders ship-date");
}

TEST_CASE("late shipments without any orders export have no numbers at all") {
  SmallAccount account;
  account.give(Kind::feedback);
  const CheckResult result = rate(account);
  CHECK_FALSE(result.checked);
  CHECK(counts(result) == "null..null of null");
  CHECK(needs(result) == "orders");
}

TEST_CASE("late after 3 days: a shipment on the third day after the promised day is late, on the second it is not") {
  const Rules rules{.late_after_days = 3};
  const auto counts_by = [&](std::string_view promised, std::string_view shipment, const TimeZone& zone) {
    SmallAccount account{zone};
    account.add(OrderRow{.order_id = "A",
                         .purchase_date = june,
                         .status = OrderStatus::shipped,
                         .too_late = past(promised, zone),
                         .ship_date = at(shipment, zone)});
    return counts(
        testing::check(account, Metric::late_shipment_rate, testing::on_1_october(), testing::quarter, rules));
  };
  const TimeZone utc = TimeZone::utc();
  CHECK(counts_by("2026-06-12T00:00:00Z", "2026-06-14T23:59:59Z", utc) == "0..0 of 1");
  CHECK(counts_by("2026-06-12T23:59:59Z", "2026-06-15T00:00:00Z", utc) == "1..1 of 1");
  CHECK(counts_by("2026-06-12", "2026-06-14", utc) == "0..0 of 1");
  CHECK(counts_by("2026-06-12", "2026-06-15", utc) == "1..1 of 1");
  // 23:30 UTC of 11 June is 12 June in Paris, and 22:00 UTC of 14 June is 15 June.
  const TimeZone paris = testing::zone_called("Europe/Paris");
  CHECK(counts_by("2026-06-11T23:30:00Z", "2026-06-14T21:59:59Z", paris) == "0..0 of 1");
  CHECK(counts_by("2026-06-11T23:30:00Z", "2026-06-14T22:00:00Z", paris) == "1..1 of 1");
}

TEST_CASE("late after 3 days: an open order is overdue from the third day on") {
  const auto counts_on = [](std::string_view date) {
    SmallAccount account;
    account.add(OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::open, .too_late = promise});
    AssessOptions options = as_of(date);
    options.data_through = day("2026-09-30");
    return counts(testing::check(account, Metric::late_shipment_rate, options, {.days = 30, .lag_days = 0},
                                 {.late_after_days = 3}));
  };
  CHECK(counts_on("2026-06-14") == "0..0 of 1");
  CHECK(counts_on("2026-06-15") == "1..1 of 1");
}

TEST_CASE("where only shipments count, an open order past its promise is neither late nor possibly so") {
  const Rules rules{.overdue_counts = false};
  const auto counts_by = [&](const OrderRow& row) {
    SmallAccount account;
    OrderRow order = row;
    order.order_id = "A";
    order.purchase_date = june;
    account.add(order);
    return counts(
        testing::check(account, Metric::late_shipment_rate, testing::on_1_october(), testing::quarter, rules));
  };
  CHECK(counts_by({.status = OrderStatus::open, .too_late = promise}) == "0..0 of 1");
  CHECK(counts_by({.status = OrderStatus::open}) == "0..0 of 1");
  CHECK(counts_by(shipped("2026-06-12T12:00:00Z", "2026-06-12T12:00:01Z")) == "1..1 of 1");
  // Whether, and when, these were shipped is as open as ever.
  CHECK(counts_by({.status = OrderStatus::shipped, .too_late = promise}) == "0..1 of 1");
  CHECK(counts_by({.status = OrderStatus::unknown, .too_late = promise}) == "0..1 of 1");
}

}  // namespace sellerhealth
