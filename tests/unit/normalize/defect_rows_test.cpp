#include <vector>

#include "normalize/rows.hpp"
#include "support/catch.hpp"
#include "unit/normalize/row_reading.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

using testing::at;
using testing::HeadedCell;
using testing::RowReading;

namespace {

Feedback feedback_of(RowReading& reading) {
  const Feedback feedback = read_feedback(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  return feedback;
}

/// Whether feedback with these cells beside its order id and rating counts as removed.
bool is_removed(std::vector<HeadedCell> cells) {
  cells.insert(cells.end(), {{"order-id", "A"}, {"rating", "1"}});
  RowReading reading{Kind::feedback, std::move(cells)};
  return feedback_of(reading).removed;
}

Claim claim_with_status(const std::string& status) {
  RowReading reading{Kind::claims, {{"order-id", "A"}, {"claim-status", status}}};
  const Claim claim = read_claim(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  return claim;
}

Chargeback chargeback_with(const std::string& column, const std::string& value) {
  RowReading reading{Kind::chargebacks, {{"order-id", "A"}, {column, value}}};
  const Chargeback chargeback = read_chargeback(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  return chargeback;
}

}  // namespace

TEST_CASE("feedback has an order, a rating and a date") {
  RowReading reading{Kind::feedback, {{"Date", "2026-06-20"}, {"Rating", "2"}, {"Order ID", "701-1-1"}}};
  const Feedback feedback = feedback_of(reading);
  CHECK(feedback.order_id == "701-1-1");
  CHECK(feedback.rating == 2);
  CHECK(feedback.date == at("2026-06-20"));
  CHECK_FALSE(feedback.removed);
  CHECK_FALSE(feedback.removal_date);
}

TEST_CASE("feedback without a date is feedback") {
  RowReading reading{Kind::feedback, {{"order-id", "A"}, {"rating", "5"}, {"date", ""}}};
  CHECK_FALSE(feedback_of(reading).date);
}

TEST_CASE("a rating is from one to five stars and never empty") {
  const std::string rating = GENERATE("9", "0", "6", "", "-1", "2.5", "bad");
  CAPTURE(rating);
  RowReading reading{Kind::feedback, {{"order-id", "A"}, {"rating", rating}}};
  static_cast<void>(read_feedback(reading.fields));
  REQUIRE(reading.fields.fault());
  CHECK(reading.fields.fault()->column == "rating");
  CHECK_THAT(reading.fields.fault()->message, ContainsSubstring("\"" + rating + "\"") && ContainsSubstring("1 to 5"));
}

TEST_CASE("feedback, claims and chargebacks name an order") {
  RowReading feedback{Kind::feedback, {{"order-id", ""}, {"rating", "1"}}};
  static_cast<void>(read_feedback(feedback.fields));
  CHECK(feedback.fields.fault());
  RowReading claim{Kind::claims, {{"order-id", " "}}};
  static_cast<void>(read_claim(claim.fields));
  CHECK(claim.fields.fault());
  RowReading chargeback{Kind::chargebacks, {{"order-id", ""}}};
  static_cast<void>(read_chargeback(chargeback.fields));
  CHECK(chargeback.fields.fault());
}

TEST_CASE("removed and struck-through feedback is removed, active feedback is not") {
  CHECK(is_removed({{"status", "removed"}}));
  CHECK(is_removed({{"status", "struck-through"}}));
  CHECK(is_removed({{"status", "Struck Through"}}));
  CHECK_FALSE(is_removed({{"status", "active"}}));
  CHECK_FALSE(is_removed({{"status", ""}}));
}

TEST_CASE("a removal-date is a removal whatever the status") {
  CHECK(is_removed({{"removal-date", "2026-07-01"}}));
  CHECK(is_removed({{"removal-date", "2026-07-01"}, {"status", "active"}}));
  CHECK(is_removed({{"status", "active"}, {"removal-date", "2026-07-01"}}));
  CHECK_FALSE(is_removed({{"status", "active"}, {"removal-date", ""}}));
}

TEST_CASE("Amazon's note in the comment strikes feedback through") {
  const std::string note = GENERATE(
      "Never came. This item was fulfilled by Amazon, and we take responsibility for this fulfillment experience.",
      "Late! The fulfillment issues associated with this order were not due to the seller.",
      "Cet article a été expédié par Amazon, nous assumons donc toute responsabilité");
  CAPTURE(note);
  CHECK(is_removed({{"comments", note}}));
}

TEST_CASE("a buyer's own words strike nothing through") {
  CHECK_FALSE(is_removed({{"comments", "They take no responsibility for anything"}}));
  CHECK_FALSE(is_removed({{"comments", ""}}));
}

TEST_CASE("a status of feedback that no list has is active, and to be reported") {
  RowReading reading{Kind::feedback, {{"order-id", "A"}, {"rating", "1"}, {"status", "frozen"}}};
  CHECK_FALSE(feedback_of(reading).removed);
  CHECK(reading.fields.unknown_values().size() == 1);
}

TEST_CASE("a claim has an order and the days of its filing and closing") {
  RowReading reading{Kind::claims,
                     {{"order-id", "701-1-1"},
                      {"claim-date", "2026-06-20"},
                      {"claim-status", "granted"},
                      {"claim-closed-date", "2026-06-25T10:00:00Z"}}};
  const Claim claim = read_claim(reading.fields);
  CHECK_FALSE(reading.fields.fault());
  CHECK(claim.order_id == "701-1-1");
  CHECK(claim.date == at("2026-06-20"));
  CHECK(claim.closed_date == at("2026-06-25T10:00:00Z"));
}

TEST_CASE("a claim counts unless it was withdrawn or denied") {
  for (const std::string status :
       {"open", "action-required", "Action Required", "under-review", "granted", "refunded", ""}) {
    CAPTURE(status);
    const Claim claim = claim_with_status(status);
    CHECK_FALSE(claim.withdrawn);
    CHECK_FALSE(claim.denied);
  }
  CHECK(claim_with_status("withdrawn").withdrawn);
  CHECK_FALSE(claim_with_status("withdrawn").denied);
  CHECK(claim_with_status("Denied").denied);
  CHECK_FALSE(claim_with_status("Denied").withdrawn);
}

TEST_CASE("a claim of a status that no list has counts, and is to be reported") {
  RowReading reading{Kind::claims, {{"order-id", "A"}, {"claim-status", "lost in the post"}}};
  const Claim claim = read_claim(reading.fields);
  CHECK_FALSE((claim.withdrawn || claim.denied));
  CHECK(reading.fields.unknown_values().size() == 1);
}

TEST_CASE("an unreadable date of a defect is a fault") {
  RowReading claim{Kind::claims, {{"order-id", "A"}, {"claim-closed-date", "soon"}}};
  static_cast<void>(read_claim(claim.fields));
  CHECK(claim.fields.fault());
  RowReading chargeback{Kind::chargebacks, {{"order-id", "A"}, {"chargeback-date", "soon"}}};
  static_cast<void>(read_chargeback(chargeback.fields));
  CHECK(chargeback.fields.fault());
}

TEST_CASE("a chargeback is one of service or of fraud, or of a type not known") {
  CHECK(chargeback_with("chargeback-type", "service").type == Chargeback::Type::service);
  CHECK(chargeback_with("chargeback-type", "Fraud").type == Chargeback::Type::fraud);
  CHECK(chargeback_with("chargeback-type", "").type == Chargeback::Type::unknown);
  CHECK(chargeback_with("chargeback-type", "friendly").type == Chargeback::Type::unknown);
  CHECK(chargeback_with("amount", "9.79").type == Chargeback::Type::unknown);
}

TEST_CASE("a chargeback is cleared when it was won or the seller is not responsible") {
  CHECK(chargeback_with("chargeback-status", "won").cleared);
  CHECK(chargeback_with("chargeback-status", "not-responsible").cleared);
  CHECK(chargeback_with("chargeback-status", "Not Responsible").cleared);
  CHECK_FALSE(chargeback_with("chargeback-status", "open").cleared);
  CHECK_FALSE(chargeback_with("chargeback-status", "lost").cleared);
  CHECK_FALSE(chargeback_with("chargeback-status", "").cleared);
}

TEST_CASE("a chargeback has the days of its filing and closing") {
  RowReading reading{Kind::chargebacks,
                     {{"order-id", "701-1-1"},
                      {"chargeback-date", "2026-06-20"},
                      {"chargeback-closed-date", "2026-06-25"},
                      {"chargeback-type", "service"}}};
  const Chargeback chargeback = read_chargeback(reading.fields);
  CHECK_FALSE(reading.fields.fault());
  CHECK(chargeback.order_id == "701-1-1");
  CHECK(chargeback.date == at("2026-06-20"));
  CHECK(chargeback.closed_date == at("2026-06-25"));
}

TEST_CASE("a French chargeback is cleared by the details of its state") {
  const auto [state, details, cleared] = GENERATE(table<std::string, std::string, bool>({
      {"Acceptée", "Vous n'êtes pas responsable pour cette contestation de prélèvement ou son remboursement.", true},
      {"Acceptée", "Vous n’êtes pas responsable pour cette contestation.", true},
      {"Acceptée", "", false},
      {"won", "", true},
      {"open", "Vous êtes responsable", false},
  }));
  CAPTURE(state, details);
  RowReading row{Kind::chargebacks, {{"order-id", "A"}, {"Etat", state}, {"Détails sur l'état", details}}};
  CHECK(read_chargeback(row.fields).cleared == cleared);
  CHECK(row.fields.unknown_values().empty());
}

TEST_CASE("the items behind a chargeback's order id are no part of it") {
  const auto [cell, id] = GENERATE(table<std::string, std::string>({
      {"403-0000001-0000002 L'Innommable", "403-0000001-0000002"},
      {"403-0000001-0000002", "403-0000001-0000002"},
      {"order 7 of May", "order 7 of May"},
  }));
  RowReading row{Kind::chargebacks, {{"Numéro de commande et articles affectés", cell}}};
  CHECK(read_chargeback(row.fields).order_id == id);
}

TEST_CASE("the states of French claims are known, but one that does not tell how it ended") {
  for (const char* const state :
       {"Soumise il y a 3 jours", "Soumis aujourd'hui", "Action requise", "En cours de traitement"}) {
    RowReading row{Kind::claims, {{"ID de commande", "A"}, {"Etat de la réclamation", state}}};
    const Claim claim = read_claim(row.fields);
    CAPTURE(state);
    CHECK_FALSE((claim.withdrawn || claim.denied));
    CHECK(row.fields.unknown_values().empty());
  }
  RowReading row{Kind::claims, {{"ID de commande", "A"}, {"Etat de la réclamation", "Résolu"}}};
  static_cast<void>(read_claim(row.fields));
  CHECK(row.fields.unknown_values().size() == 1);
}

TEST_CASE("a claim keeps its status, reason and amount in the words of its export") {
  RowReading reading{Kind::claims,
                     {{"order-id", "A"},
                      {"claim-status", "Under Review"},
                      {"claim-reason", "Item not received"},
                      {"claim-amount", "29.90"},
                      {"currency", "USD"}}};
  const Claim claim = read_claim(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  CHECK(claim.status == "Under Review");
  CHECK(claim.reason == "Item not received");
  CHECK(claim.amount == "29.90");
  CHECK(claim.currency == "USD");
}

TEST_CASE("a chargeback keeps its status and amount in the words of its export") {
  RowReading reading{Kind::chargebacks,
                     {{"order-id", "A"}, {"chargeback-status", "lost"}, {"amount", "9,79"}, {"currency", "EUR"}}};
  const Chargeback chargeback = read_chargeback(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  CHECK(chargeback.status == "lost");
  CHECK(chargeback.amount == "9,79");
  CHECK(chargeback.currency == "EUR");
}

TEST_CASE("struck-through feedback is told from removed feedback, by its status or by the marketplace's note") {
  const auto is_struck_through = [](const std::string& column, const std::string& text) {
    RowReading reading{Kind::feedback, {{"order-id", "A"}, {"rating", "1"}, {column, text}}};
    const Feedback feedback = feedback_of(reading);
    CHECK(feedback.removed);
    return feedback.struck_through;
  };
  CHECK(is_struck_through("status", "Struck Through"));
  CHECK(is_struck_through("comments", "Late. We know that we take responsibility for this fulfillment experience."));
  CHECK_FALSE(is_struck_through("status", "removed"));
  CHECK_FALSE(is_struck_through("removal-date", "2026-07-01"));
}

TEST_CASE("feedback has the buyer's answers, and a dash is none") {
  RowReading reading{Kind::feedback,
                     {{"order-id", "A"},
                      {"rating", "1"},
                      {"Arrived on Time", "Oui"},
                      {"Item as Described", "No"},
                      {"Customer Service", "-"}}};
  const Feedback feedback = feedback_of(reading);
  CHECK(feedback.arrived_on_time == Answer::yes);
  CHECK(feedback.item_as_described == Answer::no);
  CHECK(feedback.customer_service == Answer::none);
}

TEST_CASE("an answer that is neither yes nor no is a fault") {
  RowReading reading{Kind::feedback, {{"order-id", "A"}, {"rating", "1"}, {"customer-service", "so-so"}}};
  static_cast<void>(read_feedback(reading.fields));
  REQUIRE(reading.fields.fault());
  CHECK_THAT(reading.fields.fault()->message, ContainsSubstring("so-so"));
}

TEST_CASE("a claim is closed when it was decided, and waits for the seller unless it is under review") {
  for (const std::string status : {"open", "action-required", "under-review", "", "lost in the post"}) {
    CAPTURE(status);
    CHECK_FALSE(claim_with_status(status).closed);
    CHECK(claim_with_status(status).under_review == (status == "under-review"));
  }
  for (const std::string status : {"granted", "refunded", "denied", "withdrawn"}) {
    CAPTURE(status);
    CHECK(claim_with_status(status).closed);
  }
}

TEST_CASE("a closing date closes, whatever the status") {
  RowReading claim{Kind::claims, {{"order-id", "A"}, {"claim-status", "open"}, {"claim-closed-date", "2026-06-25"}}};
  CHECK(read_claim(claim.fields).closed);
  CHECK(chargeback_with("chargeback-closed-date", "2026-06-25").closed);
}

TEST_CASE("a chargeback is closed when it was won, lost or is not the seller's") {
  CHECK_FALSE(chargeback_with("chargeback-status", "open").closed);
  CHECK_FALSE(chargeback_with("chargeback-status", "").closed);
  for (const std::string status : {"won", "lost", "not-responsible"}) {
    CAPTURE(status);
    CHECK(chargeback_with("chargeback-status", status).closed);
  }
}

TEST_CASE("the time to respond ends with its second, or with its day") {
  RowReading claim{Kind::claims, {{"order-id", "A"}, {"respond-by", "2026-06-25T10:00:00Z"}}};
  CHECK(read_claim(claim.fields).too_late == at("2026-06-25T10:00:01Z").first);
  CHECK(chargeback_with("respond-by", "2026-06-25").too_late == at("2026-06-26T00:00:00Z").first);
  CHECK_FALSE(chargeback_with("respond-by", "").too_late);
}

}  // namespace sellerhealth::normalize
