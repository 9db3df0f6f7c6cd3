#include "normalize/mappings.hpp"

#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

TEST_CASE("a mapped header means its column in exports of its kind, whatever its case, accents and separators") {
  const Mappings mappings{{{Kind::feedback, Column::rating, "Note de l'avis"}}, {}};
  const Meaning meaning = mappings.meaning_of(Kind::feedback, "NOTE_DE_L’AVIS");
  CHECK(meaning.column == Column::rating);
  CHECK(meaning.mapped);
  CHECK_FALSE(mappings.meaning_of(Kind::orders, "Note de l'avis").column);
}

TEST_CASE("a mapping replaces what a header would mean") {
  const Mappings mappings{{{Kind::orders, Column::ship_date, "purchase-date"}}, {}};
  CHECK(mappings.meaning_of(Kind::orders, "purchase_date").column == Column::ship_date);
}

TEST_CASE("a header that is not mapped means what is built in") {
  const Mappings mappings{{{Kind::orders, Column::ship_date, "sent"}}, {}};
  const Meaning meaning = mappings.meaning_of(Kind::orders, "shipment-date");
  CHECK(meaning.column == Column::ship_date);
  CHECK_FALSE(meaning.mapped);
}

TEST_CASE("a column may have several headers, for different files") {
  const Mappings mappings{{{Kind::orders, Column::order_id, "pedido"}, {Kind::orders, Column::order_id, "no"}}, {}};
  CHECK(mappings.meaning_of(Kind::orders, "pedido").column == Column::order_id);
  CHECK(mappings.meaning_of(Kind::orders, "no").column == Column::order_id);
}

TEST_CASE("a header cannot mean two columns, nor a spelling two values") {
  const std::vector<ColumnMapping> columns{{Kind::orders, Column::purchase_date, "date"},
                                           {Kind::orders, Column::ship_date, "Date"}};
  CHECK_THROWS_WITH((Mappings{columns, {}}),
                    ContainsSubstring("orders.purchase-date") && ContainsSubstring("orders.ship-date"));
  const std::vector<ValueMapping> values{{Kind::orders, Column::order_status, "open", {"new"}},
                                         {Kind::orders, Column::order_status, "shipped", {"sent", "NEW"}}};
  CHECK_THROWS_WITH((Mappings{{}, values}), ContainsSubstring("NEW"));
}

TEST_CASE("columns that a kind does not have and values that a column does not have are refused") {
  CHECK_THROWS_AS((Mappings{{{Kind::feedback, Column::ship_date, "x"}}, {}}), UsageError);
  CHECK_THROWS_AS((Mappings{{}, {{Kind::feedback, Column::order_status, "open", {"x"}}}}), UsageError);
  CHECK_THROWS_AS((Mappings{{}, {{Kind::orders, Column::order_status, "unknown", {"x"}}}}), UsageError);
  CHECK_THROWS_AS((Mappings{{}, {{Kind::orders, Column::sku, "open", {"x"}}}}), UsageError);
}

TEST_CASE("of two headers of one column the mapped one has it") {
  const Mappings mappings{{{Kind::orders, Column::ship_date, "sent"}}, {}};
  std::vector<ExportColumn> columns;
  CHECK_FALSE(mappings.add_header(Kind::orders, "ship-date", columns));
  CHECK(mappings.add_header(Kind::orders, "sent", columns) == 0U);
  CHECK_FALSE(columns[0].column);
  CHECK(columns[1].column == Column::ship_date);
  CHECK_FALSE(mappings.add_header(Kind::orders, "shipment-date", columns));
  CHECK_FALSE(columns[2].column);
  CHECK(mappings.add_header(Kind::orders, "Sent", columns) == 1U);
  CHECK(columns[1].column == Column::ship_date);
}

TEST_CASE("spellings belong to one column of one kind") {
  const Mappings mappings{{}, {{Kind::orders, Column::order_status, "cancelled", {"Annulée", "void"}}}};
  const auto spellings = mappings.spellings_of(Kind::orders, Column::order_status);
  REQUIRE(spellings.size() == 2);
  CHECK(spellings[0].folded == "annulee");
  CHECK(mappings.spellings_of(Kind::orders, Column::item_status).empty());
}

}  // namespace sellerhealth::normalize
