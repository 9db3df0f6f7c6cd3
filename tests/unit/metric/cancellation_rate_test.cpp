#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::component;
using testing::counts;
using testing::needs;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");

CheckResult rate(const SmallAccount& account, const AssessOptions& options = testing::on_1_october()) {
  return testing::check(account, Metric::cancellation_rate, options);
}

/// The counts of an account of nine good orders and one that these rows tell of.
std::string counts_with(std::vector<OrderRow> rows, const AssessOptions& options = testing::on_1_october()) {
  SmallAccount account;
  account.add_good_orders(9, "2026-06-10T10:00:00Z");
  for (OrderRow& row : rows) {
    row.order_id = "A";
    row.purchase_date = june;
    account.add(row);
  }
  return counts(rate(account, options));
}

AssessOptions assuming(Canceller canceller) {
  AssessOptions options = testing::on_1_october();
  options.assume_cancelled_by = canceller;
  return options;
}

/// An account of `count` orders, `cancelled` of which the seller cancelled.
Verdict verdict_of(int cancelled, int count) {
  SmallAccount account;
  account.give(Kind::orders);
  account.add_good_orders(count - cancelled, "2026-06-10T10:00:00Z");
  for (int i = 0; i < cancelled; ++i) {
    account.add(OrderRow{.order_id = "cancelled " + std::to_string(i),
                         .purchase_date = june,
                         .status = OrderStatus::cancelled,
                         .cancelled_by = Canceller::seller});
  }
  return rate(account).verdict;
}

}  // namespace

TEST_CASE("cancellations by the seller and by the marketplace count") {
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::seller}}) == "1..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::marketplace}}) == "1..1 of 10");
}

TEST_CASE("a cancellation by the buyer does not count") {
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::buyer}}) == "0..0 of 10");
}

TEST_CASE("a cancellation that the buyer asked for does not count, even if the seller pressed the button") {
  CHECK(counts_with(
            {{.status = OrderStatus::cancelled, .cancelled_by = Canceller::seller, .buyer_requested_cancel = true}}) ==
        "0..0 of 10");
  CHECK(counts_with({{.status = OrderStatus::cancelled, .buyer_requested_cancel = true}}) == "0..0 of 10");
}

TEST_CASE("a cancellation by nobody known possibly counts") {
  SmallAccount account;
  account.add_good_orders(9, "2026-06-10T10:00:00Z");
  account.add(OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::cancelled});
  const CheckResult result = rate(account);
  CHECK(counts(result) == "0..1 of 10");
  CHECK(component(result, "seller") == 0);
  CHECK(component(result, "marketplace") == 0);
  CHECK(component(result, "unknown") == 1);
  CHECK(needs(result) == "orders cancelled-by");
  CHECK(result.needs.front().count == 1);
}

TEST_CASE("an assumed canceller settles who cancelled") {
  const std::vector<OrderRow> rows{{.status = OrderStatus::cancelled}};
  CHECK(counts_with(rows, assuming(Canceller::seller)) == "1..1 of 10");
  CHECK(counts_with(rows, assuming(Canceller::marketplace)) == "1..1 of 10");
  CHECK(counts_with(rows, assuming(Canceller::buyer)) == "0..0 of 10");
}

TEST_CASE("an assumption does not overrule what the exports say") {
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::buyer}},
                    assuming(Canceller::seller)) == "0..0 of 10");
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::seller}},
                    assuming(Canceller::buyer)) == "1..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::cancelled, .buyer_requested_cancel = true}},
                    assuming(Canceller::seller)) == "0..0 of 10");
}

TEST_CASE("the seller or the marketplace cancelled if any row says so, whoever else is named") {
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::buyer},
                     {.status = OrderStatus::cancelled, .cancelled_by = Canceller::seller}}) == "1..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::marketplace},
                     {.status = OrderStatus::cancelled, .cancelled_by = Canceller::buyer}}) == "1..1 of 10");
}

TEST_CASE("an order of unknown status possibly was cancelled") {
  CHECK(counts_with({{.status = OrderStatus::unknown}}) == "0..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::unknown, .cancelled_by = Canceller::seller}}) == "0..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::unknown, .buyer_requested_cancel = true}}) == "0..0 of 10");
  CHECK(counts_with({{.status = OrderStatus::unknown, .cancelled_by = Canceller::buyer}}) == "0..0 of 10");
}

TEST_CASE("an assumed canceller does not settle whether an order was cancelled") {
  CHECK(counts_with({{.status = OrderStatus::unknown}}, assuming(Canceller::buyer)) == "0..1 of 10");
  CHECK(counts_with({{.status = OrderStatus::unknown}}, assuming(Canceller::seller)) == "0..1 of 10");
}

TEST_CASE("open and shipped orders are no cancellations") {
  CHECK(counts_with({{.status = OrderStatus::open, .cancelled_by = Canceller::seller}}) == "0..0 of 10");
  CHECK(counts_with({{.status = OrderStatus::shipped, .cancelled_by = Canceller::seller}}) == "0..0 of 10");
}

TEST_CASE("an order with some items cancelled and others shipped is not cancelled") {
  CHECK(counts_with({{.status = OrderStatus::cancelled, .cancelled_by = Canceller::seller},
                     {.status = OrderStatus::shipped}}) == "0..0 of 10");
}

TEST_CASE("a cancellation counts from the day on which it is known") {
  const auto cancelled_at = [](std::string_view time) {
    return counts_with(
        {{.status = OrderStatus::cancelled, .cancel_date = at(time), .cancelled_by = Canceller::seller}});
  };
  CHECK(cancelled_at("2026-09-30T23:59:59Z") == "1..1 of 10");
  CHECK(cancelled_at("2026-10-01T00:00:00Z") == "0..0 of 10");
}

TEST_CASE("an order that the marketplace ships is not the seller's to cancel") {
  CHECK(counts_with({{.status = OrderStatus::cancelled,
                      .fulfillment = Fulfillment::marketplace,
                      .cancelled_by = Canceller::seller}}) == "0..0 of 9");
}

TEST_CASE("an order shipped and cancelled on one day that is all that is said possibly was cancelled first") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A",
                       .purchase_date = june,
                       .status = OrderStatus::cancelled,
                       .ship_date = at("2026-06-12"),
                       .cancel_date = at("2026-06-12"),
                       .cancelled_by = Canceller::seller});
  const CheckResult result = rate(account);
  CHECK(counts(result) == "0..1 of 1");
  CHECK(needs(result) == "orders cancel-date");
  CHECK(counts_with({{.status = OrderStatus::cancelled,
                      .ship_date = at("2026-06-12"),
                      .cancel_date = at("2026-06-12"),
                      .cancelled_by = Canceller::buyer}}) == "0..0 of 10");
}

TEST_CASE("the components tell who cancelled") {
  SmallAccount account;
  for (const auto& [id, canceller] : {std::pair{"A", Canceller::seller}, std::pair{"B", Canceller::seller},
                                      std::pair{"C", Canceller::marketplace}, std::pair{"D", Canceller::buyer}}) {
    account.add(
        OrderRow{.order_id = id, .purchase_date = june, .status = OrderStatus::cancelled, .cancelled_by = canceller});
  }
  const CheckResult result = rate(account);
  CHECK(counts(result) == "3..3 of 4");
  CHECK(component(result, "seller") == 2);
  CHECK(component(result, "marketplace") == 1);
  CHECK(component(result, "unknown") == 0);
}

TEST_CASE("one of 40 cancelled fails less than 2.5 per cent, one of 41 passes") {
  CHECK(verdict_of(1, 40) == Verdict::fail);
  CHECK(verdict_of(1, 41) == Verdict::pass);
  CHECK(verdict_of(0, 1) == Verdict::pass);
}

TEST_CASE("none of no orders is no data") {
  CHECK(verdict_of(0, 0) == Verdict::no_data);
  SmallAccount account;
  account.give(Kind::orders);
  CHECK(counts(rate(account)) == "0..0 of 0");
  CHECK(rate(account).checked);
}

TEST_CASE("cancellations are checked when one of the columns that tell of them is there") {
  const Column column = GENERATE(Column::order_status, Column::item_status, Column::cancel_date);
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date, column});
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  CHECK(rate(account).checked);
}

TEST_CASE("cancellations are not checked when no export has a column that tells of them") {
  SmallAccount account;
  account.give(Kind::orders, {Column::order_id, Column::purchase_date, Column::ship_date, Column::cancelled_by});
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  const CheckResult result = rate(account);
  CHECK_FALSE(result.checked);
  CHECK(result.verdict == Verdict::no_data);
  CHECK(counts(result) == "null..null of 1");
  CHECK(component(result, "seller") == std::nullopt);
}

TEST_CASE(
    "some items cancelled are no cancellation by default, and one from the cancel-date on where the rules say so") {
  const auto counts_by = [](const Rules& rules, SetOf<Canceller> canceller, bool buyer_asked, std::string_view date) {
    SmallAccount account;
    account.add(OrderRow{.order_id = "A",
                         .purchase_date = june,
                         .status = OrderStatus::cancelled,
                         .cancel_date = at("2026-06-15T10:00:00Z"),
                         .cancelled_by = canceller,
                         .buyer_requested_cancel = buyer_asked});
    account.add(OrderRow{.order_id = "A",
                         .purchase_date = june,
                         .status = OrderStatus::shipped,
                         .ship_date = at("2026-06-12T10:00:00Z")});
    return counts(
        testing::check(account, Metric::cancellation_rate, testing::as_of(date), {.days = 30, .lag_days = 0}, rules));
  };
  const Rules partial{.partial_cancellations_count = true};
  CHECK(counts_by({}, Canceller::seller, false, "2026-06-16") == "0..0 of 1");
  CHECK(counts_by(partial, Canceller::seller, false, "2026-06-15") == "0..0 of 1");
  CHECK(counts_by(partial, Canceller::seller, false, "2026-06-16") == "1..1 of 1");
  CHECK(counts_by(partial, Canceller::marketplace, false, "2026-06-16") == "1..1 of 1");
  CHECK(counts_by(partial, Canceller::buyer, false, "2026-06-16") == "0..0 of 1");
  CHECK(counts_by(partial, Canceller::seller, true, "2026-06-16") == "0..0 of 1");
  CHECK(counts_by(partial, {}, false, "2026-06-16") == "0..1 of 1");
}

TEST_CASE("an item of unknown status beside a cancelled one makes no second possible cancellation") {
  SmallAccount account;
  account.add(OrderRow{
      .order_id = "A", .purchase_date = june, .status = OrderStatus::cancelled, .cancelled_by = Canceller::seller});
  account.add(OrderRow{.order_id = "A", .purchase_date = june, .status = OrderStatus::unknown});
  const CheckResult result = testing::check(account, Metric::cancellation_rate, testing::on_1_october(),
                                            testing::quarter, {.partial_cancellations_count = true});
  CHECK(counts(result) == "1..1 of 1");
  CHECK(component(result, "unknown") == 0);
}

}  // namespace sellerhealth
