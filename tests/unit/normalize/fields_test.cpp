#include "normalize/fields.hpp"

#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "unit/normalize/row_reading.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::normalize {

using testing::at;
using testing::RowReading;

TEST_CASE("only understood cells of a row are handed on, without the white space around them") {
  const RowReading row{Kind::orders, {{"buyer-name", "X"}, {"amazon-order-id", " 1-2-3\t"}, {"sku", ""}}};
  REQUIRE(row.fields.fields().size() == 2);
  CHECK(row.fields.fields()[0].column == Column::order_id);
  CHECK(row.fields.fields()[0].text == "1-2-3");
  CHECK(row.fields.fields()[1].column == Column::sku);
  CHECK(row.fields.fields()[1].text.empty());
}

TEST_CASE("an empty date is no date and no fault") {
  RowReading row{Kind::orders, {{"ship-date", "  "}, {"latest-ship-date", ""}}};
  CHECK_FALSE(row.fields.stamp(row.fields.fields()[0]));
  CHECK_FALSE(row.fields.deadline(row.fields.fields()[1]));
  CHECK_FALSE(row.fields.fault());
}

TEST_CASE("an unreadable date says where it stands, what was found and what was expected") {
  RowReading row{Kind::orders, {{"order-id", "A"}, {"Shipment Date", "soon"}}};
  CHECK_FALSE(row.fields.stamp(row.fields.fields()[1]));
  REQUIRE(row.fields.fault());
  CHECK(row.fields.fault()->line == RowReading::line);
  CHECK(row.fields.fault()->column == "Shipment Date");
  CHECK_THAT(row.fields.fault()->message,
             ContainsSubstring("found \"soon\"") && ContainsSubstring("expected") && ContainsSubstring("2026-09-30"));
}

TEST_CASE("the order of day and month is asked for once, by the first date that needs it") {
  const std::vector<Header> headers{{"ship-date", Column::ship_date}};
  int asked = 0;
  const TimeZone zone = TimeZone::utc();
  Fields fields{headers, zone, [&] {
                  ++asked;
                  return DateOrder::mdy;
                }};
  const auto read = [&](std::string_view text) {
    const read::Cell cell{0, text};
    fields.begin({2, {&cell, 1}});
    return fields.stamp(fields.fields()[0]);
  };
  CHECK(read("2022-05-04") == at("2022-05-04"));
  CHECK(read("4 May 22") == at("2022-05-04"));
  CHECK(read("2022/5/4") == at("2022-05-04"));
  CHECK(read("05/05/2022") == at("2022-05-05"));
  CHECK(asked == 0);
  CHECK(read("04/05/2022") == at("2022-04-05"));
  CHECK(read("12/31/22 8:34 PM") == at("2022-12-31T20:34:00"));
  CHECK(asked == 1);
  CHECK_FALSE(read("31/12/22"));
  REQUIRE(fields.fault());
  CHECK_THAT(fields.fault()->message, ContainsSubstring("month first") && ContainsSubstring("--date-order"));
}

TEST_CASE("deadlines are read in every form of date") {
  RowReading row{Kind::orders, {{"latest-ship-date", "mardi 4 oct. 2022"}}};
  CHECK(row.fields.deadline(row.fields.fields()[0]) == at("2022-10-05").first);
  RowReading claim{Kind::claims, {{"respond-by", "29 septembre 2012 12:20:05 GMT+02:00"}}};
  CHECK(claim.fields.deadline(claim.fields.fields()[0]) == at("2012-09-29T10:20:06Z").first);
}

TEST_CASE("the first fault of a row is the one that is kept") {
  RowReading row{Kind::orders, {{"ship-date", "soon"}, {"cancel-date", "later"}}};
  CHECK_FALSE(row.fields.stamp(row.fields.fields()[0]));
  CHECK_FALSE(row.fields.stamp(row.fields.fields()[1]));
  REQUIRE(row.fields.fault());
  CHECK(row.fields.fault()->column == "ship-date");
}

TEST_CASE("the next row begins without the fault of the last one") {
  RowReading row{Kind::orders, {{"ship-date", "soon"}}};
  CHECK_FALSE(row.fields.deadline(row.fields.fields()[0]));
  REQUIRE(row.fields.fault());
  row.fields.begin({RowReading::line + 1, {}});
  CHECK_FALSE(row.fields.fault());
  CHECK(row.fields.fields().empty());
}

TEST_CASE("yes and no are read in English and French, as numbers and as TRUE and FALSE") {
  const auto [text, value] = GENERATE(table<std::string, bool>({{"true", true},
                                                                {"TRUE", true},
                                                                {"Yes", true},
                                                                {"1", true},
                                                                {"Oui", true},
                                                                {"false", false},
                                                                {"FALSE", false},
                                                                {"no", false},
                                                                {"0", false},
                                                                {"non", false},
                                                                {"-", false},
                                                                {"", false}}));
  CAPTURE(text);
  RowReading row{Kind::messages, {{"no-response-needed", text}}};
  CHECK(row.fields.boolean(row.fields.fields()[0]) == value);
  CHECK_FALSE(row.fields.fault());
}

TEST_CASE("what is neither yes nor no is a fault") {
  const std::string text = GENERATE("maybe", "2", "truely");
  RowReading row{Kind::messages, {{"no-response-needed", text}}};
  CHECK_FALSE(row.fields.boolean(row.fields.fields()[0]));
  REQUIRE(row.fields.fault());
  CHECK_THAT(row.fields.fault()->message, ContainsSubstring(text));
}

TEST_CASE("a number is whole and within its bounds") {
  RowReading good{Kind::feedback, {{"rating", " 5 "}}};
  CHECK(good.fields.number(good.fields.fields()[0], 1, 5) == 5);
  CHECK_FALSE(good.fields.fault());

  const std::string text = GENERATE("0", "6", "9", "-1", "4.5", "4 stars", "five", "", "99999999999999999999", "0x3");
  CAPTURE(text);
  RowReading bad{Kind::feedback, {{"rating", text}}};
  const int number = bad.fields.number(bad.fields.fields()[0], 1, 5);
  CHECK((number >= 1 && number <= 5));
  REQUIRE(bad.fields.fault());
  CHECK_THAT(bad.fields.fault()->message, ContainsSubstring("1 to 5"));
}

TEST_CASE("a value is found whatever its case and separators, and by its beginning where that is enough") {
  const auto [text, status] = GENERATE(table<std::string, std::optional<OrderStatus>>({
      {"Partially_Shipped", OrderStatus::shipped},
      {"Shipped - Delivered to Buyer", OrderStatus::shipped},
      {"Completed", std::nullopt},
      {"Complet", std::nullopt},
  }));
  CAPTURE(text);
  RowReading row{Kind::orders, {{"order-status", text}}};
  CHECK(row.fields.value<OrderStatus>(row.fields.fields()[0]) == status);
}

TEST_CASE("a spelling of the seller's own comes before those that are built in") {
  const Mappings mappings{{}, {{Kind::orders, Column::order_status, "cancelled", {"Shipped - Lost", "annulée"}}}};
  RowReading row{Kind::orders,
                 {{"order-status", "shipped_lost"}, {"order-status", "ANNULEE"}, {"order-status", "Shipped"}},
                 mappings};
  CHECK(row.fields.value<OrderStatus>(row.fields.fields()[0]) == OrderStatus::cancelled);
  CHECK(row.fields.value<OrderStatus>(row.fields.fields()[1]) == OrderStatus::cancelled);
  CHECK(row.fields.value<OrderStatus>(row.fields.fields()[2]) == OrderStatus::shipped);
}

TEST_CASE("yes and no have spellings of the seller's own too") {
  const Mappings mappings{{}, {{Kind::messages, Column::no_response_needed, "true", {"Sí"}}}};
  RowReading row{Kind::messages, {{"no-response-needed", "si"}, {"no-response-needed", "no"}}, mappings};
  CHECK(row.fields.boolean(row.fields.fields()[0]));
  CHECK_FALSE(row.fields.boolean(row.fields.fields()[1]));
  CHECK_FALSE(row.fields.fault());
}

TEST_CASE("a value that no vocabulary knows is noted but is no fault") {
  RowReading row{Kind::orders, {{"order-status", "Teleported"}, {"item-status", ""}}};
  CHECK_FALSE(row.fields.value<OrderStatus>(row.fields.fields()[0]));
  CHECK_FALSE(row.fields.value<OrderStatus>(row.fields.fields()[1]));
  CHECK_FALSE(row.fields.fault());
  REQUIRE(row.fields.unknown_values().size() == 1);
  CHECK(row.fields.unknown_values()[0].text == "Teleported");
}

}  // namespace sellerhealth::normalize
