#include <string>

#include "index/message.hpp"
#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using index::message_of;
using testing::day;

namespace {

std::string french(const MessageFacts& facts) { return render_text(message_of(facts), Language::french); }

}  // namespace

TEST_CASE("in English a message is told as it stands") {
  const Diagnostic warning = message_of(fact::StaleExport{.last_day = day("2026-09-20"), .as_of = day("2026-10-01")});
  CHECK(render_text(warning, Language::english) == to_string(warning));
  CHECK(render_warning(warning, Language::english) ==
        "warning: the orders exports end on 2026-09-20, 11 days before 2026-10-01: download newer ones\n");
}

TEST_CASE("in French a warning says what it says in English, with French dates and numbers") {
  CHECK(french(fact::StaleExport{.last_day = day("2023-10-01"), .as_of = day("2026-10-01")}) ==
        "les exports de commandes s'arrêtent au 1er oct. 2023, 1\u202f096 jours avant le 1er oct. 2026\u00a0: "
        "téléchargez-en de plus récents");
  CHECK(french(fact::WindowNotCovered{.kind = Kind::orders,
                                      .beginning = day("2026-08-01"),
                                      .window = {.days = 90, .lag_days = 30},
                                      .as_of = day("2026-10-01")}) ==
        "les commandes commencent le 1er août 2026 et ne couvrent que 31 des 90 jours du 3 juin 2026 au 31 août 2026. "
        "Fournissez un export des 120 derniers jours");
}

TEST_CASE("in French an empty window says what to give or try") {
  fact::EmptyWindow empty{.kind = Kind::orders,
                          .window = {.days = 1, .lag_days = 30},
                          .as_of = day("2026-07-04"),
                          .first_given = day("2026-09-01"),
                          .last_given = day("2026-09-29")};
  CHECK(french(empty) ==
        "aucune commande le 3 juin 2026\u00a0; les exports contiennent des commandes du 1er sept. 2026 au 29 sept. "
        "2026. Fournissez un export des 31 derniers jours, ou essayez --lag 0 ou un autre --as-of");
  empty.kind = Kind::messages;
  empty.first_given = day("2026-04-01");
  empty.last_given = day("2026-05-02");
  CHECK(french(empty) ==
        "aucun message le 3 juin 2026\u00a0; les exports contiennent des messages du 1er avr. 2026 au 2 mai 2026. "
        "Fournissez un export plus récent, ou essayez un autre --as-of");
}

TEST_CASE("in French a value that is not known is quoted as there, and no e-mail address") {
  fact::UnknownValue unknown{.kind = Kind::orders, .column = Column::order_status, .value = "Parti", .last = false};
  CHECK(french(unknown) ==
        "«\u00a0Parti\u00a0» n'est pas une valeur connue\u00a0; une telle commande compte comme de statut inconnu. "
        "--value orders.order-status.shipped=VALEUR tranche (ou cancelled, open)");
  unknown.value = "a@example.com";
  unknown.last = true;
  const std::string hidden = french(unknown);
  CHECK_THAT(hidden, Catch::Matchers::StartsWith("une adresse e-mail n'est pas une valeur connue") &&
                         Catch::Matchers::EndsWith(" (les autres valeurs ne sont pas signalées)"));
}

TEST_CASE("in French a file that is no export is told with the reason in short") {
  const auto skipped = [](const char* code) {
    return french(fact::SkippedFile{.fault_code = code, .fault_message = "English"});
  };
  CHECK(skipped("not_recognized") == "ignoré\u00a0: n'est pas reconnu comme un export");
  CHECK(skipped("empty_file") == "ignoré\u00a0: vide, sans même une ligne d'en-tête");
  CHECK(skipped("binary_file") == "ignoré\u00a0: ce n'est pas du texte");
  CHECK(skipped("unknown_format") == "ignoré\u00a0: ni CSV, ni TSV, ni JSON");
  CHECK(skipped("not_a_file") == "ignoré\u00a0: ce n'est pas un fichier");
}

TEST_CASE("in French one is told from several") {
  CHECK(french(fact::UnmatchedOrders{.count = 1, .rows = 20}) ==
        "1 sur 20 lignes désigne une commande absente des exports de commandes\u00a0; laissée de côté");
  CHECK(french(fact::UnmatchedOrders{.count = 2, .rows = 2'000}) ==
        "2 sur 2\u202f000 lignes désignent des commandes absentes des exports de commandes\u00a0; laissées de côté");
  CHECK(french(fact::UndatedOrders{1}) == "1 commande sans purchase-date dans aucun fichier\u00a0; laissée de côté");
  CHECK(
      french(fact::UndatedOutcomes{.count = 2, .first_as_of = day("2026-10-01"), .one_day = true}) ==
      "2 dénouements sans date, tenus pour connus dès le 1er oct. 2026\u00a0: le résultat peut différer de celui de ce "
      "jour-là");
  CHECK(french(fact::UndatedOutcomes{.count = 1, .first_as_of = day("2026-10-01"), .one_day = false}) ==
        "1 dénouement sans date, tenu pour connu chaque jour à partir du 1er oct. 2026\u00a0: un jour peut différer de "
        "ce "
        "qu'il aurait montré");
  CHECK(french(fact::BadRows{.count = 1, .shown = 1}) ==
        "1 ligne incompréhensible\u00a0; rien n'a été évalué. --skip-bad-rows continue sans elle");
  CHECK(french(fact::BadRows{.count = 12, .shown = 10}) ==
        "12 lignes incompréhensibles, dont les 10 premières ci-dessus\u00a0; rien n'a été évalué. --skip-bad-rows "
        "continue sans elles");
  CHECK(french(fact::NoMatch{}) == "aucune commande ne répond aux filtres de --where");
}

TEST_CASE("a line of a warning begins with the word for it, then says where") {
  CHECK(render_warning(message_of(fact::SameContent{"may.csv"}, "june.csv"), Language::french) ==
        "avertissement\u00a0: june.csv\u00a0: a le même contenu que may.csv, lu une seule fois\n");
}

TEST_CASE("a fault without facts is told in English in every language") {
  const Diagnostic fault{.code = "bad_value", .file = "orders.csv", .line = 3, .column = {}, .message = "found it"};
  CHECK(render_text(fault, Language::french) == "orders.csv:3: found it");
}

}  // namespace sellerhealth
