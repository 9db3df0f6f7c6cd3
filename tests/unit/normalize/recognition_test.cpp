#include "normalize/recognition.hpp"

#include <vector>

#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

namespace {

using Headers = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of export is recognized by its mark") {
  struct Marked {
    Headers headers;
    Kind kind;
    std::string mark;
  };
  const Marked marked = GENERATE(values<Marked>({
      {{"Order ID", "Rating", "Date"}, Kind::feedback, "Rating"},
      {{"order-id", "claim-date"}, Kind::claims, "claim-date"},
      {{"order_id", "claim_status"}, Kind::claims, "claim_status"},
      {{"order-id", "Claim Reason"}, Kind::claims, "Claim Reason"},
      {{"order-id", "claim-type"}, Kind::claims, "claim-type"},
      {{"order-id", "chargeback-date"}, Kind::chargebacks, "chargeback-date"},
      {{"chargeback_type", "order_id", "amount"}, Kind::chargebacks, "chargeback_type"},
      {{"message-id", "received-at", "order-id"}, Kind::messages, "received-at"},
      {{"received_at"}, Kind::messages, "received_at"},
      {{"violation-date"}, Kind::violations, "violation-date"},
      {{"Violation Type", "Violation Date"}, Kind::violations, "Violation Type"},
  }));
  const RecognitionResult result = recognize(marked.headers);
  CAPTURE(marked.mark, result.problem);
  REQUIRE(result.recognized);
  CHECK(result.recognized->kind == marked.kind);
  CHECK(result.recognized->mark == marked.mark);
}

TEST_CASE("an order id beside another column of orders makes an orders export") {
  const RecognitionResult shipping_log = recognize(Headers{"order-id", "carrier", "ship-date"});
  REQUIRE(shipping_log.recognized);
  CHECK(shipping_log.recognized->kind == Kind::orders);
  CHECK(shipping_log.recognized->mark == "ship-date");
  CHECK(recognize(Headers{"amazon-order-id", "purchase-date"}).recognized->kind == Kind::orders);
}

TEST_CASE("an order id alone does not tell what an export is about") {
  const RecognitionResult result = recognize(Headers{"order-id", "buyer-name"});
  CHECK_FALSE(result.recognized);
  CHECK_THAT(result.problem, ContainsSubstring("--orders F") && ContainsSubstring("--claims F") &&
                                 ContainsSubstring("--feedback F") && ContainsSubstring("--chargebacks F"));
}

TEST_CASE("marks of two kinds ask which of the two it is") {
  const RecognitionResult result = recognize(Headers{"order-id", "rating", "claim-date"});
  CHECK_FALSE(result.recognized);
  CHECK_THAT(result.problem, ContainsSubstring("rating") && ContainsSubstring("claim-date") &&
                                 ContainsSubstring("--feedback F") && ContainsSubstring("--claims F"));
}

TEST_CASE("columns of orders beside the mark of another kind do not make it orders") {
  const RecognitionResult result = recognize(Headers{"order-id", "purchase-date", "order-status", "rating"});
  REQUIRE(result.recognized);
  CHECK(result.recognized->kind == Kind::feedback);
}

TEST_CASE("headers of nothing that is known are no export") {
  const Headers headers = GENERATE(values<Headers>({{}, {"name", "price"}, {"purchase-date", "order-status"}}));
  const RecognitionResult result = recognize(headers);
  CHECK_FALSE(result.recognized);
  CHECK_FALSE(result.problem.empty());
}

TEST_CASE("French exports are recognized by their labels") {
  CHECK(recognize(Headers{"Date", "Évaluation", "Numéro de la commande"}).recognized->kind == Kind::feedback);
  CHECK(recognize(Headers{"ID de commande", "Raison de la réclamation"}).recognized->kind == Kind::claims);
  CHECK(recognize(Headers{"Date de la contestation", "Numéro de commande", "Etat"}).recognized->kind ==
        Kind::chargebacks);
}

TEST_CASE("a word that means a mark in one export only does not tell what another is about") {
  CHECK(recognize(Headers{"Numéro de commande", "ship-date", "Etat"}).recognized->kind == Kind::orders);
}

TEST_CASE("a mapped header marks the kind that it is mapped for") {
  const Mappings mappings{{{Kind::feedback, Column::rating, "review_score"},
                           {Kind::chargebacks, Column::chargeback_status, "estado"},
                           {Kind::orders, Column::purchase_date, "ordered"}},
                          {}};
  CHECK(recognize(Headers{"order_id", "review_score"}, mappings).recognized->kind == Kind::feedback);
  CHECK(recognize(Headers{"order_id", "Estado"}, mappings).recognized->kind == Kind::chargebacks);
  CHECK(recognize(Headers{"order_id", "ordered"}, mappings).recognized->kind == Kind::orders);
  CHECK_FALSE(recognize(Headers{"order_id", "review_score"}).recognized);
}

TEST_CASE("what Amazon sends in place of a report is told from other files") {
  CHECK_THAT(recognize(Headers{"reportType", "processingStatus", "reportId"}).problem,
             ContainsSubstring("processingStatus"));
  CHECK_THAT(recognize(Headers{"CANCELLED"}).problem, ContainsSubstring("cancelled report"));
  CHECK_THAT(recognize(Headers{"The report was canceled", " there is no data"}).problem,
             ContainsSubstring("cancelled report"));
  CHECK(recognize(Headers{"order-id", "cancelled-by"}).recognized);
}

}  // namespace sellerhealth::normalize
