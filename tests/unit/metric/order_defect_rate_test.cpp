#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::component;
using testing::counts;
using testing::needs;
using testing::SmallAccount;

namespace {

const Stamp june = at("2026-06-10T10:00:00Z");
const Stamp july = at("2026-07-10T10:00:00Z");
const Stamp august = at("2026-08-10T10:00:00Z");
const Stamp november = at("2026-11-10T10:00:00Z");

/// An order and all three sources of defects, which are empty.
class Defects : public SmallAccount {
 public:
  Defects() {
    give(Kind::feedback);
    give(Kind::claims);
    give(Kind::chargebacks);
    add(OrderRow{.order_id = "A", .purchase_date = june});
    add_good_orders(9, "2026-06-10T10:00:00Z");
  }
};

CheckResult rate(const SmallAccount& account, const AssessOptions& options = testing::on_1_october()) {
  return testing::check(account, Metric::order_defect_rate, options);
}

/// Whether the order that only this was filed about is a defect.
template <typename Record>
bool is_defect(Record record, const AssessOptions& options = testing::on_1_october()) {
  Defects account;
  record.order_id = "A";
  account.add(record);
  const CheckResult result = rate(account, options);
  REQUIRE(result.known == result.possible);
  REQUIRE(result.denominator == 10);
  return result.known == 1;
}

}  // namespace

TEST_CASE("feedback of one or two stars is a defect, of more is not") {
  CHECK(is_defect(Feedback{.rating = 1, .date = july}));
  CHECK(is_defect(Feedback{.rating = 2, .date = july}));
  CHECK_FALSE(is_defect(Feedback{.rating = 3, .date = july}));
  CHECK_FALSE(is_defect(Feedback{.rating = 5, .date = july}));
}

TEST_CASE("feedback that was removed is no defect from then on") {
  CHECK_FALSE(is_defect(Feedback{.rating = 1, .date = july, .removed = true, .removal_date = august}));
  CHECK_FALSE(is_defect(Feedback{.rating = 1, .date = july, .removed = true}));
  CHECK(is_defect(Feedback{.rating = 1, .date = july, .removed = true, .removal_date = november}));
}

TEST_CASE("in hindsight a removal counts whenever it was") {
  AssessOptions hindsight = testing::on_1_october();
  hindsight.hindsight = true;
  CHECK_FALSE(is_defect(Feedback{.rating = 1, .date = july, .removed = true, .removal_date = november}, hindsight));
  CHECK(is_defect(Claim{.date = november}, hindsight));
}

TEST_CASE("a claim is a defect unless it was withdrawn or denied") {
  CHECK(is_defect(Claim{.date = july}));
  CHECK(is_defect(Claim{}));
  CHECK(is_defect(Claim{.date = july, .closed_date = august}));
  CHECK_FALSE(is_defect(Claim{.date = july, .withdrawn = true, .closed_date = august}));
  CHECK_FALSE(is_defect(Claim{.date = july, .denied = true, .closed_date = august}));
  CHECK_FALSE(is_defect(Claim{.date = july, .denied = true}));
  CHECK(is_defect(Claim{.date = july, .denied = true, .closed_date = november}));
}

TEST_CASE("a chargeback of service is a defect unless it was won or the seller was not responsible") {
  using Type = Chargeback::Type;
  CHECK(is_defect(Chargeback{.date = july, .type = Type::service}));
  CHECK_FALSE(is_defect(Chargeback{.date = july, .type = Type::service, .cleared = true, .closed_date = august}));
  CHECK_FALSE(is_defect(Chargeback{.date = july, .type = Type::service, .cleared = true}));
  CHECK(is_defect(Chargeback{.date = july, .type = Type::service, .cleared = true, .closed_date = november}));
  CHECK_FALSE(is_defect(Chargeback{.date = july, .type = Type::fraud}));
}

TEST_CASE("what is filed at or after the first instant of the as-of day is not known") {
  CHECK(is_defect(Claim{.date = at("2026-09-30T23:59:59Z")}));
  CHECK_FALSE(is_defect(Claim{.date = at("2026-10-01T00:00:00Z")}));
  CHECK_FALSE(is_defect(Feedback{.rating = 1, .date = november}));
  CHECK_FALSE(is_defect(Chargeback{.date = november, .type = Chargeback::Type::service}));
}

TEST_CASE("an order with a claim and a negative feedback counts once") {
  Defects account;
  account.add(Claim{.order_id = "A", .date = july}).add(Claim{.order_id = "A", .date = august});
  account.add(Feedback{.order_id = "A", .rating = 1, .date = july});
  const CheckResult result = rate(account);
  CHECK(counts(result) == "1..1 of 10");
  CHECK(component(result, "negative_feedback") == 1);
  CHECK(component(result, "claims") == 1);
  CHECK(component(result, "chargebacks") == 0);
  CHECK(needs(result).empty());
}

TEST_CASE("an order whose feedback was removed is a defect all the same by its claim") {
  Defects account;
  account.add(Feedback{.order_id = "A", .rating = 1, .date = july, .removed = true, .removal_date = august});
  account.add(Claim{.order_id = "A", .date = july});
  CHECK(counts(rate(account)) == "1..1 of 10");
  CHECK(component(rate(account), "negative_feedback") == 0);
}

TEST_CASE("a chargeback of a type that is not known is a possible defect") {
  Defects account;
  account.add(Chargeback{.order_id = "A", .date = july});
  const CheckResult result = rate(account);
  CHECK(counts(result) == "0..1 of 10");
  CHECK(component(result, "chargebacks") == 0);
  CHECK(needs(result) == "chargebacks chargeback-type");
  REQUIRE(result.needs.size() == 1);
  CHECK(result.needs[0].count == 1);
}

TEST_CASE("a chargeback of a type that is not known adds nothing to an order that is a defect anyway") {
  Defects account;
  account.add(Chargeback{.order_id = "A", .date = july}).add(Claim{.order_id = "A", .date = july});
  CHECK(counts(rate(account)) == "1..1 of 10");
  CHECK(needs(rate(account)).empty());
}

TEST_CASE("a won chargeback of a type that is not known is no defect") {
  Defects account;
  account.add(Chargeback{.order_id = "A", .date = july, .cleared = true, .closed_date = august});
  CHECK(counts(rate(account)) == "0..0 of 10");
}

TEST_CASE("while a source is not given every order is a possible defect") {
  SmallAccount account;
  account.add_good_orders(10, "2026-06-10T10:00:00Z");
  account.add(Feedback{.order_id = "good-1", .rating = 1, .date = july});
  const CheckResult result = rate(account);
  CHECK(counts(result) == "1..10 of 10");
  CHECK(component(result, "negative_feedback") == 1);
  CHECK(component(result, "claims") == std::nullopt);
  CHECK(component(result, "chargebacks") == std::nullopt);
  CHECK(needs(result) == "claims, chargebacks");
}

TEST_CASE("a source that is said to be empty is a complete one") {
  SmallAccount account;
  account.add_good_orders(10, "2026-06-10T10:00:00Z");
  account.add(Feedback{.order_id = "good-1", .rating = 1, .date = july});
  AssessOptions options = testing::on_1_october();
  options.none = {Kind::claims, Kind::chargebacks};
  const CheckResult result = rate(account, options);
  CHECK(counts(result) == "1..1 of 10");
  CHECK(component(result, "claims") == 0);
  CHECK(component(result, "chargebacks") == 0);
}

TEST_CASE("without any source of defects nothing is checked") {
  SmallAccount account;
  account.add_good_orders(10, "2026-06-10T10:00:00Z");
  const CheckResult result = rate(account);
  CHECK_FALSE(result.checked);
  CHECK(result.verdict == Verdict::no_data);
  CHECK(counts(result) == "null..null of 10");
  CHECK(needs(result) == "feedback, claims, chargebacks");
}

TEST_CASE("all orders of the window are judged, whatever their status and whoever ships them") {
  Defects account;
  account.add(OrderRow{.order_id = "cancelled", .purchase_date = june, .status = OrderStatus::cancelled});
  account.add(OrderRow{.order_id = "pending", .purchase_date = june, .status = OrderStatus::open});
  account.add(OrderRow{.order_id = "theirs", .purchase_date = june, .fulfillment = Fulfillment::marketplace});
  account.add(OrderRow{.order_id = "too old", .purchase_date = at("2026-06-02T23:59:59Z")});
  account.add(OrderRow{.order_id = "too young", .purchase_date = at("2026-09-01T00:00:00Z")});
  account.add(Claim{.order_id = "cancelled"}).add(Claim{.order_id = "theirs"}).add(Claim{.order_id = "too old"});
  CHECK(counts(rate(account)) == "2..2 of 13");
}

TEST_CASE("a defect of an order that is not in the exports counts nowhere") {
  Defects account;
  account.add(Claim{.order_id = "nowhere", .date = july});
  CHECK(counts(rate(account)) == "0..0 of 10");
}

TEST_CASE("an order is placed by its own day, not by that of its defect") {
  Defects account;
  account.add(Claim{.order_id = "A", .date = at("2026-09-30T10:00:00Z")});
  CHECK(counts(rate(account)) == "1..1 of 10");
}

TEST_CASE("one in a hundred is no pass for less than one per cent") {
  SmallAccount account;
  account.give(Kind::claims);
  account.give(Kind::chargebacks);
  account.add_good_orders(100, "2026-06-10T10:00:00Z");
  account.add(Feedback{.order_id = "good-7", .rating = 1, .date = july});
  CHECK(rate(account).verdict == Verdict::fail);
  account.add_good_orders(1, "2026-06-10T10:00:00Z");
  CHECK(rate(account).verdict == Verdict::pass);
}

TEST_CASE("every claim filed counts where the rules say so, from the day it was filed on") {
  const auto counts_on = [](std::string_view date, bool withdrawn, bool denied) {
    Defects account;
    account.add(Claim{
        .order_id = "A", .date = july, .withdrawn = withdrawn, .denied = denied, .closed_date = at("2026-07-12")});
    return counts(testing::check(account, Metric::order_defect_rate, as_of(date), {.days = 60, .lag_days = 0},
                                 {.every_claim_counts = true}));
  };
  CHECK(counts_on("2026-07-10", true, false) == "0..0 of 10");
  CHECK(counts_on("2026-07-11", true, false) == "1..1 of 10");
  CHECK(counts_on("2026-07-20", true, false) == "1..1 of 10");
  CHECK(counts_on("2026-07-20", false, true) == "1..1 of 10");
}

}  // namespace sellerhealth
