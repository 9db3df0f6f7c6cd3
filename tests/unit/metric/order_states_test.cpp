#include "metric/order_states.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth::metric {

using testing::at;
using testing::day;
using testing::SmallAccount;

namespace {

const Stamp bought = at("2026-06-01T10:00:00Z");

/// The state of an order of these rows on an as-of day: "cancelled", "shipped", "undated", "open", "unknown" or
/// "disputed". "none" or "two" never happen.
std::string state_on(std::string_view as_of, std::vector<OrderRow> rows, bool has_ship_column = true) {
  SmallAccount account;
  if (!has_ship_column) {
    account.give(Kind::orders, {Column::order_id, Column::purchase_date});
  }
  for (OrderRow& row : rows) {
    row.order_id = "A";
    row.purchase_date = bought;
    account.add(row);
  }
  const index::History history{account.book, day("2026-06-01"), day("2026-06-30"), std::chrono::days{1}, {}};
  const OrderStates states = states_of(account.order("A"), history);
  const std::vector<std::pair<std::string, DayRange>> all{
      {"cancelled", states.cancelled}, {"shipped", states.shipped}, {"undated", states.undated},
      {"open", states.open},           {"unknown", states.unknown}, {"disputed", states.disputed}};
  std::string found = "none";
  for (const auto& [name, range] : all) {
    if (range.first <= day(as_of) && day(as_of) < range.end) {
      found = found == "none" ? name : "two";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("an order is open until its shipment is known") {
  const OrderRow row{.status = OrderStatus::shipped, .ship_date = at("2026-06-10T10:00:00Z")};
  CHECK(state_on("2026-06-10", {row}) == "open");
  CHECK(state_on("2026-06-11", {row}) == "shipped");
}

TEST_CASE("an order with a ship-date is shipped whatever status but cancelled its rows say") {
  const OrderStatus status = GENERATE(OrderStatus::open, OrderStatus::unknown, OrderStatus::shipped);
  CHECK(state_on("2026-06-11", {{.status = status, .ship_date = at("2026-06-10T10:00:00Z")}}) == "shipped");
}

TEST_CASE("an order that is said to be shipped, without a date, is shipped all along") {
  CHECK(state_on("2026-06-02", {{.status = OrderStatus::shipped}}) == "undated");
}

TEST_CASE("an order is open until its cancellation is known") {
  const OrderRow row{.status = OrderStatus::cancelled, .cancel_date = at("2026-06-10T10:00:00Z")};
  CHECK(state_on("2026-06-10", {row}) == "open");
  CHECK(state_on("2026-06-11", {row}) == "cancelled");
}

TEST_CASE("an order cancelled without a date is cancelled all along") {
  CHECK(state_on("2026-06-02", {{.status = OrderStatus::cancelled}}) == "cancelled");
}

TEST_CASE("an order is cancelled only when every row that speaks says so") {
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::cancelled}, {.status = OrderStatus::cancelled}, {}}) ==
        "cancelled");
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::cancelled}, {.status = OrderStatus::shipped}}) == "undated");
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::cancelled}, {.status = OrderStatus::open}}) == "open");
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::cancelled}, {.status = OrderStatus::unknown}}) == "unknown");
}

TEST_CASE("of rows that disagree shipped counts before open, open before unknown") {
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::open}, {.status = OrderStatus::shipped}}) == "undated");
  CHECK(state_on("2026-06-11", {{.status = OrderStatus::open}, {.status = OrderStatus::unknown}}) == "open");
}

TEST_CASE("an order shipped before, or when, it was cancelled is a shipped order") {
  const std::string shipped = GENERATE("2026-06-09T10:00:00Z", "2026-06-10T10:00:00Z");
  CHECK(state_on("2026-06-20", {{.status = OrderStatus::cancelled,
                                 .ship_date = at(shipped),
                                 .cancel_date = at("2026-06-10T10:00:00Z")}}) == "shipped");
}

TEST_CASE("an order with a ship-date and no cancel-date is shipped, though said to be cancelled") {
  const OrderRow row{.status = OrderStatus::cancelled, .ship_date = at("2026-06-09T10:00:00Z")};
  CHECK(state_on("2026-06-09", {row}) == "open");
  CHECK(state_on("2026-06-20", {row}) == "shipped");
}

TEST_CASE("a shipment after the cancellation is ignored") {
  const OrderRow row{.status = OrderStatus::cancelled,
                     .ship_date = at("2026-06-10T10:00:01Z"),
                     .cancel_date = at("2026-06-10T10:00:00Z")};
  CHECK(state_on("2026-06-10", {row}) == "open");
  CHECK(state_on("2026-06-11", {row}) == "cancelled");
  CHECK(state_on("2026-06-20", {row}) == "cancelled");
}

TEST_CASE("an order shipped and cancelled on one day that is all that is said is disputed from then on") {
  const OrderRow row{.status = OrderStatus::cancelled, .ship_date = at("2026-06-10"), .cancel_date = at("2026-06-10")};
  CHECK(state_on("2026-06-10", {row}) == "open");
  CHECK(state_on("2026-06-11", {row}) == "disputed");
}

TEST_CASE("days that decide which came first leave no dispute") {
  const auto state = [](std::string_view shipped, std::string_view cancelled) {
    return state_on("2026-06-20",
                    {{.status = OrderStatus::cancelled, .ship_date = at(shipped), .cancel_date = at(cancelled)}});
  };
  CHECK(state("2026-06-09", "2026-06-10") == "shipped");
  CHECK(state("2026-06-10", "2026-06-09") == "cancelled");
  CHECK(state("2026-06-09", "2026-06-10T00:00:00Z") == "shipped");
  CHECK(state("2026-06-10", "2026-06-10T10:00:00Z") == "disputed");
  CHECK(state("2026-06-10T10:00:00Z", "2026-06-10") == "disputed");
}

TEST_CASE("without any status a cancel-date makes an order cancelled") {
  CHECK(state_on("2026-06-11", {{.cancel_date = at("2026-06-10T10:00:00Z")}}) == "cancelled");
  CHECK(state_on("2026-06-10", {{.cancel_date = at("2026-06-10T10:00:00Z")}}) == "open");
}

TEST_CASE("a status that is not cancelled outweighs a cancel-date") {
  CHECK(state_on("2026-06-20", {{.status = OrderStatus::open, .cancel_date = at("2026-06-10T10:00:00Z")}}) == "open");
}

TEST_CASE("without any status and date an order is open if its export could tell of a shipment, else unknown") {
  CHECK(state_on("2026-06-20", {{}}, true) == "open");
  CHECK(state_on("2026-06-20", {{}}, false) == "unknown");
}

TEST_CASE("an order is in exactly one state on every day") {
  const std::vector<std::optional<Stamp>> stamps{std::nullopt, at("2026-06-09T10:00:00Z"), at("2026-06-10T10:00:00Z"),
                                                 at("2026-06-10")};
  for (unsigned statuses = 0; statuses < 16; ++statuses) {
    std::vector<OrderRow> rows(1);
    for (unsigned i = 0; i < 4; ++i) {
      if ((statuses >> i & 1U) != 0) {
        rows.front().status.insert(static_cast<OrderStatus>(i));
      }
    }
    for (const auto& shipped : stamps) {
      for (const auto& cancelled : stamps) {
        rows.front().ship_date = shipped;
        rows.front().cancel_date = cancelled;
        for (const std::string_view as_of : {"2026-06-01", "2026-06-10", "2026-06-11", "2026-06-30"}) {
          const std::string state = state_on(as_of, rows, statuses % 2 == 0);
          REQUIRE(state != "none");
          REQUIRE(state != "two");
        }
      }
    }
  }
}

}  // namespace sellerhealth::metric
