#include "render/words.hpp"

#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::render {

namespace {

const Speaker english{Language::english};
const Speaker french{Language::french};

}  // namespace

TEST_CASE("every metric has a title of its own") {
  CHECK(english(words_of(Metric::order_defect_rate).title) == "Order defect rate");
  CHECK(english(words_of(Metric::cancellation_rate).title) == "Cancellation rate");
  CHECK(english(words_of(Metric::late_shipment_rate).title) == "Late shipment rate");
  CHECK(english(words_of(Metric::response_under_24h).title) == "Response under 24 h");
  CHECK(english(words_of(Metric::late_response_rate).title) == "Late responses");
  CHECK(english(words_of(Metric::policy_violations).title) == "Policy violations");
}

TEST_CASE("French calls metrics and parts as Amazon.fr's page does") {
  CHECK(french(words_of(Metric::order_defect_rate).title) == "Taux de commandes défectueuses");
  CHECK(french(words_of(Metric::cancellation_rate).title) == "Taux d'annulation");
  CHECK(french(words_of(Metric::late_shipment_rate).title) == "Taux d'expéditions en retard");
  CHECK(french(words_of(Metric::response_under_24h).title) == "Temps de réponse inférieur à 24 heures");
  CHECK(french(words_of(Metric::late_response_rate).title) == "Réponses en retard");
  CHECK(french(words_of(Metric::policy_violations).title) == "Violations du contrat");
  CHECK(words_of_component("unanswered", french) == "aucune réponse pendant plus de 24 heures");
  CHECK(words_of_component("mean_response_seconds", french) == "temps de réponse moyen");
}

TEST_CASE("components are called by words, unknown ones by their name") {
  CHECK(words_of_component("negative_feedback", english) == "negative feedback");
  CHECK(words_of_component("shipped_late", english) == "shipped late");
  CHECK(words_of_component("something_new", english) == "something_new");
}

TEST_CASE("a missing source can be given, or said to be empty") {
  CHECK_THAT(how_to_settle({.kind = Kind::claims, .column = {}}, false, english),
             ContainsSubstring("--none claims") && ContainsSubstring("order-id, claim-date"));
  CHECK_THAT(how_to_settle({.kind = Kind::messages, .column = {}}, false, english),
             ContainsSubstring("received-at") && ContainsSubstring("responded-at"));
}

TEST_CASE("there are never no orders, so they cannot be said to be none") {
  const std::string text = how_to_settle({.kind = Kind::orders, .column = {}}, false, english);
  CHECK(text.find("--none") == std::string::npos);
  CHECK_THAT(text, ContainsSubstring("order-id"));
}

TEST_CASE("an unknown canceller can be assumed, or told by a file") {
  CHECK_THAT(how_to_settle({.kind = Kind::orders, .column = Column::cancelled_by}, true, english),
             ContainsSubstring("--assume-cancelled-by") && ContainsSubstring("cancelled-by"));
}

TEST_CASE("missing columns of orders are asked for by name, beside the order id") {
  const Column column = GENERATE(Column::latest_ship_date, Column::ship_date, Column::order_status);
  CHECK_THAT(how_to_settle({.kind = Kind::orders, .column = column}, true, english),
             ContainsSubstring("order-id") && ContainsSubstring(std::string{name_of(column)}));
}

TEST_CASE("an export that ends too early can be replaced or said to be complete") {
  CHECK_THAT(how_to_settle({.kind = Kind::orders, .column = {}}, true, english),
             ContainsSubstring("newer export") && ContainsSubstring("--data-through"));
}

TEST_CASE("a title says whose orders a check is about, if not about all") {
  Check check{.metric = Metric::order_defect_rate};
  CHECK(title_of(check, english) == "Order defect rate");
  check.fulfillment = Fulfillment::seller;
  CHECK(title_of(check, english) == "Order defect rate, seller-fulfilled");
  check.fulfillment = Fulfillment::marketplace;
  CHECK(title_of(check, english) == "Order defect rate, marketplace-fulfilled");
}

}  // namespace sellerhealth::render
