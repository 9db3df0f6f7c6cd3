#include "render/facts_text.hpp"

#include "support/catch.hpp"
#include "unit/insight/explaining.hpp"

namespace sellerhealth::render {

using testing::at;
using testing::day;
using testing::past;
using testing::SmallAccount;

namespace {

const TimeZone utc = TimeZone::utc();
const Telling telling{utc, day("2026-10-01"), Speaker{Language::english}};

/// Why the one bad (else possible) case of the check counts.
std::string why(const SmallAccount& account, Metric metric, std::vector<Kind> none = {}) {
  AssessOptions options = testing::on_1_october();
  options.none = std::move(none);
  const CheckExplanation behind = testing::explanation_of(account, metric, options);
  const Cause& cause = behind.bad.empty() ? behind.possible.at(0) : behind.bad.at(0);
  return grounds_text(cause.facts, cause.grounds, telling);
}

std::string why_of_order(OrderRow row, Metric metric) {
  SmallAccount account;
  row.order_id = "A";
  row.purchase_date = at("2026-06-10T10:00:00Z");
  account.add(row);
  account.add(OrderRow{.order_id = "newest",
                       .purchase_date = at("2026-09-30T10:00:00Z"),
                       .status = OrderStatus::open,
                       .too_late = past("2026-10-20")});
  return why(account, metric);
}

}  // namespace

TEST_CASE("feedback is told by its stars and day") {
  CHECK(feedback_text({.rating = 1, .date = at("2026-06-25")}, telling) == "1 star of 25 Jun");
  CHECK(feedback_text({.rating = 2}, telling) == "2 stars without a date");
  CHECK(feedback_text({.rating = 2, .date = at("2025-12-31")}, telling) == "2 stars of 31 Dec 2025");
}

TEST_CASE("a claim is told by what the export says of it, but nobody's address") {
  Claim claim{.date = at("2026-06-28T10:00:00Z"),
              .status = "granted",
              .reason = "Item not received",
              .amount = "29.90",
              .currency = "USD"};
  CHECK(claim_text(claim, telling) == "claim of 28 Jun (granted): \"Item not received\", 29.90 USD");
  claim.reason = "write to jane@example.com";
  CHECK(claim_text(claim, telling) == "claim of 28 Jun (granted): an e-mail address, 29.90 USD");
  claim.currency = "jane@example.com";
  CHECK(claim_text(claim, telling) == "claim of 28 Jun (granted): an e-mail address, 29.90");
  claim.amount = "jane@example.com";
  claim.status = "jane@example.com";
  CHECK(claim_text(claim, telling) == "claim of 28 Jun: an e-mail address");
  CHECK(claim_text({.amount = "5"}, telling) == "claim without a date: 5");
  CHECK(claim_text({}, telling) == "claim without a date");
}

TEST_CASE("an amount has the decimal point of the language where it is plainly a number with cents") {
  const Speaker french{Language::french};
  CHECK(amount_text("29.90", "USD", french) == "29,90 USD");
  CHECK(amount_text("29.9", "", french) == "29,9");
  CHECK(amount_text("29.90", "USD", telling.say) == "29.90 USD");
  CHECK(amount_text("", "USD", french).empty());
  const std::string_view as_it_stands = GENERATE(as<std::string_view>{}, "29", "9,00", "1.234", "1.234,50", "1,234.50",
                                                 "1.234.50", ".50", "29.", "$29.90", "-5.00");
  CAPTURE(as_it_stands);
  CHECK(amount_text(as_it_stands, "", french) == as_it_stands);
}

TEST_CASE("a chargeback is told by what the export says of it") {
  CHECK(chargeback_text({.date = at("2026-08-29"),
                         .type = Chargeback::Type::service,
                         .status = "lost",
                         .amount = "29.90",
                         .currency = "USD"},
                        telling) == "chargeback of 29 Aug (lost): 29.90 USD");
  CHECK(chargeback_text({.date = at("2026-08-29")}, telling) == "chargeback of unknown type of 29 Aug");
}

TEST_CASE("an order with several defects tells each") {
  SmallAccount account;
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-06-10T10:00:00Z")});
  account.add(Feedback{.order_id = "A", .rating = 1, .date = at("2026-06-25")});
  account.add(Claim{.order_id = "A", .date = at("2026-06-28")});
  account.add(Claim{.order_id = "A", .denied = true});
  CHECK(why(account, Metric::order_defect_rate, {Kind::chargebacks}) == "1 star of 25 Jun · claim of 28 Jun");
}

TEST_CASE("a cancellation is told by its day and who cancelled, as far as is known") {
  OrderRow row{.status = OrderStatus::cancelled, .cancel_date = at("2026-06-11T10:00:00Z")};
  CHECK(why_of_order(row, Metric::cancellation_rate) == "cancelled on 11 Jun, by whom is not known");
  row.cancelled_by = Canceller::seller;
  CHECK(why_of_order(row, Metric::cancellation_rate) == "cancelled on 11 Jun by the seller");
  row.cancel_date = {};
  CHECK(why_of_order(row, Metric::cancellation_rate) == "cancelled by the seller");
  CHECK(why_of_order({.status = OrderStatus::unknown}, Metric::cancellation_rate) == "its status is not known");
  row.ship_date = at("2026-06-11");
  row.cancel_date = at("2026-06-11");
  CHECK(why_of_order(row, Metric::cancellation_rate) ==
        "shipped and cancelled on 11 Jun, which was first is not known");
}

TEST_CASE("a late order is told by its promise and shipment") {
  OrderRow row{.status = OrderStatus::shipped, .too_late = past("2026-06-12"), .ship_date = at("2026-06-15T10:00:00Z")};
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "promised for 12 Jun, shipped on 15 Jun, 3 days late");
  row.too_late = past("2026-06-15T08:30:00Z");
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "promised for 15 Jun, shipped on 15 Jun, 1 h 30 min late");
  row.ship_date = at("2026-06-15");
  CHECK(why_of_order(row, Metric::late_shipment_rate) ==
        "promised for 15 Jun, shipped on that day, at what time is not known");
  row.ship_date = {};
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "promised for 15 Jun, shipped, when is not known");
  row.status = OrderStatus::open;
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "promised for 15 Jun, not shipped");
  row.too_late = past("2026-09-30");
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "promised for 30 Sep, not shipped when the exports end");
  row.too_late = {};
  CHECK(why_of_order(row, Metric::late_shipment_rate) == "no promised ship date");
}

TEST_CASE("a message is told by its reply, and by its order") {
  SmallAccount account;
  account.add(Message{.message_id = "M",
                      .order_id = "A",
                      .received_at = at("2026-06-10T10:00:00Z"),
                      .responded_at = at("2026-06-15T17:30:00Z")});
  CHECK(why(account, Metric::response_under_24h) == "answered after 5 days 7 hours");
  CHECK(id_text({.message = &account.book.messages()[0], .feedback = {}, .claims = {}, .chargebacks = {}},
                telling.say) == "M (order A)");
  SmallAccount silent;
  silent.add(Message{.message_id = "M", .received_at = at("2026-07-29T10:00:00Z")});
  silent.add(Message{.message_id = "N", .received_at = at("2026-09-29T10:00:00Z")});
  CHECK(why(silent, Metric::response_under_24h) == "not answered for 64 days");
  SmallAccount days;
  days.add(Message{.received_at = at("2026-07-29"), .responded_at = at("2026-07-30")});
  CHECK(why(days, Metric::response_under_24h) == "answered on 30 Jul, at what time is not known");
}

TEST_CASE("every code of an outcome has words") {
  for (const char* code : {"unmatched_order",
                           "undated",
                           "not_marketplace",
                           "filtered",
                           "before_window",
                           "after_window",
                           "fulfilled_by_marketplace",
                           "fulfilled_by_seller",
                           "no_response_needed",
                           "pending_reply",
                           "not_cancelled",
                           "buyer_requested_cancel",
                           "cancelled_by_buyer",
                           "cancelled",
                           "shipped_in_time",
                           "not_due",
                           "neutral_or_positive",
                           "after_as_of",
                           "removed_feedback",
                           "withdrawn_claim",
                           "denied_claim",
                           "fraud_chargeback",
                           "won_chargeback"}) {
    CAPTURE(code);
    CHECK(words_of_outcome(code, telling.say) != code);
  }
}

TEST_CASE("a case is told in French too") {
  const Telling french{utc, day("2026-10-01"), Speaker{Language::french}};
  CHECK(feedback_text({.rating = 1, .date = at("2026-06-01")}, french) == "1 étoile du 1er juin");
  CHECK(feedback_text({.rating = 2}, french) == "2 étoiles sans date");
  CHECK(claim_text({.date = at("2025-12-31"), .status = "granted", .reason = "Article non reçu", .amount = "9,00"},
                   french) == "réclamation du 31 déc. 2025 (granted)\u00a0: «\u00a0Article non reçu\u00a0», 9,00");
  CHECK(chargeback_text({.date = at("2026-08-14")}, french) ==
        "contestation de prélèvement de type inconnu du 14 août");
  CHECK(message_text({.received_at = at("2026-06-10T10:00:00Z"), .responded_at = at("2026-06-12T21:00:00Z")}, french) ==
        "réponse après 2 jours 11 heures");
  CHECK(words_of_outcome("cancelled_by_buyer", french.say) == "annulée par l'acheteur");
}

}  // namespace sellerhealth::render
