#include <map>
#include <numeric>

#include "support/catch.hpp"
#include "support/dice.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::on_1_october;
using testing::past;
using testing::SmallAccount;

namespace {

using LeftOut = std::map<std::string_view, std::int64_t>;

const Stamp june = at("2026-06-10T10:00:00Z");
const Stamp july = at("2026-07-10T10:00:00Z");
const Stamp november = at("2026-11-10T10:00:00Z");

Ledger ledger_of(const SmallAccount& account, const AssessOptions& options = on_1_october()) {
  return assess(account.book, default_profile(), options).ledger;
}

const LedgerLine& line_of(const Ledger& ledger, Kind kind) {
  return *std::find_if(ledger.by_kind.begin(), ledger.by_kind.end(),
                       [&](const LedgerLine& line) { return line.kind == kind; });
}

bool adds_up(const LedgerLine& line) {
  const std::int64_t left_out =
      std::accumulate(line.left_out.begin(), line.left_out.end(), std::int64_t{0},
                      [](std::int64_t sum, const auto& reason) { return sum + reason.second; });
  return line.read == line.used + left_out + line.rejected;
}

/// Where the one row goes: "used", or the reason for which it is left out.
template <typename Record>
std::string fate_of(Record record, const AssessOptions& options = on_1_october()) {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  record.order_id = record.order_id.empty() ? "A" : record.order_id;
  account.add(record);
  const LedgerLine line = ledger_of(account, options).by_file.back();
  REQUIRE(adds_up(line));
  return line.used == 1 ? "used" : std::string{line.left_out.begin()->first};
}

std::string fate_of_order(OrderRow row) {
  SmallAccount account{TimeZone::utc(), {{Column::sku, {"X"}}}};
  row.order_id = row.order_id.empty() ? "A" : row.order_id;
  account.add(row);
  const LedgerLine line = ledger_of(account).by_file.back();
  return line.used == 1 ? "used" : std::string{line.left_out.begin()->first};
}

std::string fate_of_message(const Message& message, Window window = testing::quarter) {
  SmallAccount account;
  account.add(message);
  Profile profile = default_profile();
  profile.check("response_under_24h").window = window;
  const LedgerLine line = assess(account.book, profile, on_1_october()).ledger.by_file.back();
  return line.used == 1 ? "used" : std::string{line.left_out.begin()->first};
}

}  // namespace

TEST_CASE("rows of orders in the window are used, others are left out before or after it") {
  CHECK(fate_of_order({.purchase_date = june, .filters_met = 1}) == "used");
  CHECK(fate_of_order({.purchase_date = at("2026-06-03T00:00:00Z"), .filters_met = 1}) == "used");
  CHECK(fate_of_order({.purchase_date = at("2026-06-02T23:59:59Z"), .filters_met = 1}) == "before_window");
  CHECK(fate_of_order({.purchase_date = at("2026-08-31T23:59:59Z"), .filters_met = 1}) == "used");
  CHECK(fate_of_order({.purchase_date = at("2026-09-01T00:00:00Z"), .filters_met = 1}) == "after_window");
  CHECK(fate_of_order({.purchase_date = november, .filters_met = 1}) == "after_window");
}

TEST_CASE("rows of orders that count nowhere are left out for their reason") {
  CHECK(fate_of_order({.ship_date = june, .filters_met = 1}) == "undated");
  CHECK(fate_of_order({.purchase_date = june, .not_marketplace = true, .filters_met = 1}) == "not_marketplace");
  CHECK(fate_of_order({.order_id = "S01-1234567-1234567", .purchase_date = june, .filters_met = 1}) ==
        "not_marketplace");
  CHECK(fate_of_order({.purchase_date = june}) == "filtered");
}

TEST_CASE("feedback is used as a defect or left out for its reason") {
  CHECK(fate_of(Feedback{.rating = 1, .date = july}) == "used");
  CHECK(fate_of(Feedback{.rating = 3, .date = july}) == "neutral_or_positive");
  CHECK(fate_of(Feedback{.rating = 1, .date = july, .removed = true}) == "removed_feedback");
  CHECK(fate_of(Feedback{.rating = 1, .date = july, .removed = true, .removal_date = november}) == "used");
  CHECK(fate_of(Feedback{.rating = 1, .date = november}) == "after_as_of");
  CHECK(fate_of(Feedback{.order_id = "nowhere", .rating = 1}) == "unmatched_order");
}

TEST_CASE("a claim is used as a defect or left out for its reason") {
  CHECK(fate_of(Claim{.date = july}) == "used");
  CHECK(fate_of(Claim{.date = july, .withdrawn = true}) == "withdrawn_claim");
  CHECK(fate_of(Claim{.date = july, .denied = true, .closed_date = july}) == "denied_claim");
  CHECK(fate_of(Claim{.date = july, .denied = true, .closed_date = november}) == "used");
  CHECK(fate_of(Claim{.date = november}) == "after_as_of");
  CHECK(fate_of(Claim{.order_id = "nowhere"}) == "unmatched_order");
}

TEST_CASE("a chargeback is used as a defect or left out for its reason") {
  using Type = Chargeback::Type;
  CHECK(fate_of(Chargeback{.date = july, .type = Type::service}) == "used");
  CHECK(fate_of(Chargeback{.date = july, .type = Type::unknown}) == "used");
  CHECK(fate_of(Chargeback{.date = july, .type = Type::fraud}) == "fraud_chargeback");
  CHECK(fate_of(Chargeback{.date = july, .type = Type::service, .cleared = true}) == "won_chargeback");
  CHECK(fate_of(Chargeback{.date = november, .type = Type::service}) == "after_as_of");
  CHECK(fate_of(Chargeback{.order_id = "nowhere", .type = Type::service}) == "unmatched_order");
}

TEST_CASE("what happened on the last day before the as-of day is known, what happens on the as-of day is not") {
  const Stamp last_day = at("2026-09-30T23:59:59Z");
  const Stamp as_of_day = at("2026-10-01T00:00:00Z");
  CHECK(fate_of(Claim{.date = last_day}) == "used");
  CHECK(fate_of(Claim{.date = as_of_day}) == "after_as_of");
  CHECK(fate_of(Feedback{.rating = 1, .removed = true, .removal_date = last_day}) == "removed_feedback");
  CHECK(fate_of(Feedback{.rating = 1, .removed = true, .removal_date = as_of_day}) == "used");
}

TEST_CASE("a defect goes with its order") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "old", .purchase_date = at("2026-01-10")});
  account.add(OrderRow{.order_id = "young", .purchase_date = at("2026-09-10")});
  account.add(OrderRow{.order_id = "undated", .ship_date = june});
  account.add(Claim{.order_id = "old"}).add(Claim{.order_id = "young"}).add(Claim{.order_id = "undated"});
  CHECK(line_of(ledger_of(account), Kind::claims).left_out ==
        LeftOut{{"before_window", 1}, {"after_window", 1}, {"undated", 1}});
}

TEST_CASE("a message is used or left out for its reason") {
  constexpr Window last_week{.days = 7, .lag_days = 0};
  CHECK(fate_of_message({.received_at = june}) == "used");
  CHECK(fate_of_message({.received_at = june, .no_response_needed = true}) == "no_response_needed");
  CHECK(fate_of_message({.received_at = at("2026-06-02")}) == "before_window");
  CHECK(fate_of_message({.received_at = at("2026-09-01")}) == "after_window");
  CHECK(fate_of_message({.received_at = at("2026-09-30T12:00:00Z")}, last_week) == "pending_reply");
  CHECK(fate_of_message({.received_at = at("2026-09-30T00:00:00Z")}, last_week) == "used");
}

TEST_CASE("a row about a message that another row told of is a duplicate") {
  SmallAccount account;
  account.add(Message{.message_id = "m", .received_at = june});
  account.add(Message{.message_id = "m", .received_at = june});
  const LedgerLine line = line_of(ledger_of(account), Kind::messages);
  CHECK(line.read == 2);
  CHECK(line.used == 1);
  CHECK(line.left_out == LeftOut{{"duplicate", 1}});
}

TEST_CASE("a violation is used or left out for its reason") {
  SmallAccount account;
  account.add(Violation{.date = june}).add(Violation{.date = at("2026-01-01")}).add(Violation{.date = november});
  account.add(Violation{.date = june, .resolved = true});
  account.add(Violation{.date = june, .resolved = true, .resolved_date = november});
  const LedgerLine line = line_of(ledger_of(account), Kind::violations);
  CHECK(line.read == 5);
  CHECK(line.used == 2);
  CHECK(line.left_out == LeftOut{{"before_window", 1}, {"after_window", 1}, {"resolved_violation", 1}});
}

TEST_CASE("rows are counted by row, the orders of the window by order") {
  SmallAccount account;
  for (int i = 0; i < 3; ++i) {
    account.add(OrderRow{.order_id = "A", .purchase_date = june});
  }
  account.add(OrderRow{.order_id = "B", .purchase_date = july});
  account.add(OrderRow{.order_id = "C", .purchase_date = november});
  account.add(Claim{.order_id = "A"});
  const Ledger ledger = ledger_of(account);
  const LedgerLine& orders = line_of(ledger, Kind::orders);
  CHECK(orders.read == 5);
  CHECK(orders.used == 4);
  CHECK(orders.left_out == LeftOut{{"after_window", 1}});
  CHECK(orders.orders_in_window == 2);
  CHECK_FALSE(line_of(ledger, Kind::claims).orders_in_window);
}

TEST_CASE("rejected rows are in the sums") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  ExportFile& file = account.book.file(0);
  file.rows += 2;
  file.rejected += 2;
  const LedgerLine line = line_of(ledger_of(account), Kind::orders);
  CHECK(line.read == 3);
  CHECK(line.rejected == 2);
  CHECK(adds_up(line));
}

TEST_CASE("each file has its line, and the kinds that were given have their sums") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  account.add(Claim{.order_id = "A"});
  account.give(Kind::orders);
  account.add(OrderRow{.order_id = "B", .purchase_date = november});
  const Ledger ledger = ledger_of(account);
  REQUIRE(ledger.by_file.size() == 3);
  CHECK(ledger.by_file[0].used == 1);
  CHECK(ledger.by_file[1].kind == Kind::claims);
  CHECK(ledger.by_file[2].left_out == LeftOut{{"after_window", 1}});
  REQUIRE(ledger.by_kind.size() == 2);
  CHECK(ledger.by_kind[0].kind == Kind::orders);
  CHECK(ledger.by_kind[0].read == 2);
  CHECK(ledger.by_kind[1].kind == Kind::claims);
}

TEST_CASE("the sums agree on every as-of day of any account") {
  support::Dice dice{7};
  const std::vector<std::string> ids{"A", "B", "C", "D", "E", "S01-1234567-1234567"};
  const auto stamp = [&] { return Stamp{june.first + std::chrono::hours{dice.below(4000)}, november.last}; };
  const auto maybe = [&] { return dice.chance(60) ? std::optional{stamp()} : std::nullopt; };
  for (int round = 0; round < 30; ++round) {
    SmallAccount account;
    for (int i = 0; i < 12; ++i) {
      account.add(OrderRow{.order_id = dice.pick(ids), .purchase_date = maybe(), .ship_date = maybe()});
      account.add(Feedback{.order_id = dice.pick(ids),
                           .rating = static_cast<int>(dice.between(1, 5)),
                           .date = maybe(),
                           .removed = dice.chance(30),
                           .removal_date = maybe()});
      account.add(
          Claim{.order_id = dice.pick(ids), .date = maybe(), .denied = dice.chance(30), .closed_date = maybe()});
      account.add(Chargeback{.order_id = "F", .type = static_cast<Chargeback::Type>(dice.below(3))});
      account.add(Message{.message_id = dice.pick(ids), .received_at = stamp(), .no_response_needed = dice.chance(10)});
      account.add(Violation{.violation_id = dice.pick(ids), .date = stamp(), .resolved = dice.chance(50)});
    }
    AssessOptions options = on_1_october();
    options.as_of = day("2026-06-01") + std::chrono::days{dice.below(300)};
    const Ledger ledger = ledger_of(account, options);
    std::int64_t read = 0;
    for (const LedgerLine& line : ledger.by_file) {
      REQUIRE(adds_up(line));
      read += line.read;
    }
    for (const LedgerLine& line : ledger.by_kind) {
      REQUIRE(adds_up(line));
      read -= line.read;
    }
    REQUIRE(read == 0);
  }
}

TEST_CASE("a withdrawn or denied claim is used where every claim counts") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = june});
  account.add(Claim{.order_id = "A", .date = july, .withdrawn = true});
  account.add(Claim{.order_id = "A", .date = july, .denied = true});
  Profile profile = default_profile();
  profile.rules.every_claim_counts = true;
  CHECK(line_of(assess(account.book, profile, on_1_october()).ledger, Kind::claims).used == 2);
  CHECK(line_of(ledger_of(account), Kind::claims).used == 0);
}

}  // namespace sellerhealth
