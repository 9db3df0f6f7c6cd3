#include "index/import_sink.hpp"

#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::index {

using testing::day;
using testing::instant;

namespace {

/// A file of one table, handed to the sink as a reader would.
class Delivery {
 public:
  explicit Delivery(Kind kind, const std::vector<std::string>& headers, normalize::Mappings mappings = {},
                    ImportOptions options = {})
      : options_{std::move(options)},
        input_{read::Input::from_memory(std::string{name_of(kind)} + ".csv", ""), kind, "mark", 0,
               std::move(mappings)} {
    sink.table("");
    for (std::size_t i = 0; i < headers.size(); ++i) {
      wanted.push_back(sink.column(i, headers[i]));
    }
    static_cast<void>(sink.header_done());
  }
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  Delivery& row(const std::vector<std::string>& texts) {
    std::vector<read::Cell> cells;
    for (const std::string& text : texts) {
      cells.push_back({cells.size(), text});
    }
    CHECK(sink.row({++line_, cells}));
    return *this;
  }

  [[nodiscard]] const ExportFile& file() const { return import.book.files()[0]; }

  Import import{OrderBook{TimeZone::utc()}, {}, 0};

 private:
  ImportOptions options_;
  RecognizedInput input_;
  DateOrders date_orders_{{}, import.book.zone(), DateOrder::dmy};
  std::size_t line_ = 1;

 public:
  ImportSink sink{input_, options_, date_orders_, import};
  std::vector<bool> wanted;
};

}  // namespace

TEST_CASE("an export is entered with its columns as spelled and as understood") {
  const Delivery delivery{Kind::orders, {"Amazon Order ID", "buyer-name", "Purchase Date"}};
  CHECK(delivery.wanted == std::vector{true, false, true});
  CHECK(delivery.file().kind == Kind::orders);
  CHECK(delivery.file().path == "orders.csv");
  CHECK(delivery.file().mark == "mark");
  CHECK(delivery.file().columns.contains(Column::purchase_date));
  REQUIRE(delivery.file().headers.size() == 3);
  CHECK(delivery.file().headers[0].header == "Amazon Order ID");
  CHECK(delivery.file().headers[0].column == Column::order_id);
  CHECK_FALSE(delivery.file().headers[0].mapped);
  CHECK(delivery.file().headers[1].header == "buyer-name");
  CHECK_FALSE(delivery.file().headers[1].column);
}

TEST_CASE("cells of columns that no metric needs are not asked for, but the export has them") {
  const Delivery delivery{Kind::claims, {"order-id", "respond-by"}};
  CHECK(delivery.wanted == std::vector{true, false});
  CHECK(delivery.file().columns.contains(Column::respond_by));
}

TEST_CASE("an unneeded column may hold anything") {
  Delivery delivery{Kind::claims, {"order-id", "respond-by"}};
  delivery.row({"A", "whenever you like"});
  CHECK(delivery.import.bad_row_count == 0);
  CHECK(delivery.import.book.claims().size() == 1);
}

TEST_CASE("two columns of one meaning are refused") {
  const std::string second = GENERATE("Order ID", "amazon-order-id", "order-id");
  CHECK_THROWS_AS((Delivery{Kind::orders, {"order-id", second}}), InputError);
}

TEST_CASE("rows of every kind go into the book") {
  Delivery orders{Kind::orders, {"order-id", "purchase-date"}};
  orders.row({"A", "2026-06-10"}).row({"A", "2026-06-10"});
  CHECK(orders.file().rows == 2);
  CHECK(orders.import.book.orders().size() == 1);
  Delivery feedback{Kind::feedback, {"order-id", "rating"}};
  CHECK(feedback.row({"A", "1"}).import.book.feedback().size() == 1);
  Delivery claims{Kind::claims, {"order-id"}};
  CHECK(claims.row({"A"}).import.book.claims().size() == 1);
  Delivery chargebacks{Kind::chargebacks, {"order-id"}};
  CHECK(chargebacks.row({"A"}).import.book.chargebacks().size() == 1);
  Delivery messages{Kind::messages, {"received-at"}};
  CHECK(messages.row({"2026-06-10"}).import.book.messages().size() == 1);
  Delivery violations{Kind::violations, {"violation-date"}};
  CHECK(violations.row({"2026-06-10"}).import.book.violations().size() == 1);
}

TEST_CASE("a row with a fault stays out of the book and is counted") {
  Delivery delivery{Kind::feedback, {"order-id", "rating"}};
  delivery.row({"A", "9"}).row({"B", "1"});
  CHECK(delivery.file().rows == 2);
  CHECK(delivery.file().rejected == 1);
  CHECK(delivery.import.book.feedback().size() == 1);
  REQUIRE(delivery.import.bad_rows.size() == 1);
  CHECK_THAT(to_string(delivery.import.bad_rows[0]), ContainsSubstring("feedback.csv:2: rating: ") &&
                                                         ContainsSubstring("\"9\"") && ContainsSubstring("expected"));
}

TEST_CASE("a row that is no row is counted with the others") {
  Delivery delivery{Kind::orders, {"order-id", "purchase-date"}};
  CHECK(delivery.sink.bad_row(5, "ragged_row", "found 3 fields, expected 2"));
  CHECK(delivery.file().rows == 1);
  CHECK(delivery.file().rejected == 1);
  REQUIRE(delivery.import.bad_rows.size() == 1);
  CHECK(delivery.import.bad_rows[0].code == "ragged_row");
  CHECK(to_string(delivery.import.bad_rows[0]) == "orders.csv:5: found 3 fields, expected 2");
}

TEST_CASE("the first ten bad rows are told, all are counted") {
  Delivery delivery{Kind::feedback, {"order-id", "rating"}};
  for (int i = 0; i < 25; ++i) {
    delivery.row({"A", "9"});
  }
  CHECK(delivery.import.bad_rows.size() == 10);
  CHECK(delivery.import.bad_row_count == 25);
  CHECK(delivery.file().rejected == 25);
  CHECK(delivery.import.bad_rows[9].line == 11);
}

TEST_CASE("each value that is not known is warned of once") {
  Delivery delivery{Kind::orders, {"order-id", "order-status"}};
  delivery.row({"A", "Teleported"}).row({"B", "Teleported"}).row({"C", "Evaporated"}).row({"D", "Shipped"});
  REQUIRE(delivery.import.book.warnings().size() == 2);
  CHECK(delivery.import.book.warnings()[0].code == "unknown_value");
  CHECK_THAT(to_string(delivery.import.book.warnings()[0]), ContainsSubstring("orders.csv") &&
                                                                ContainsSubstring("order-status") &&
                                                                ContainsSubstring("\"Teleported\""));
  CHECK_THAT(delivery.import.book.warnings()[1].message, ContainsSubstring("\"Evaporated\""));
}

TEST_CASE("a column full of unknown values does not drown the reader in warnings") {
  Delivery delivery{Kind::orders, {"order-id", "order-status"}};
  for (int i = 0; i < 1000; ++i) {
    delivery.row({"A", "status " + std::to_string(i)});
  }
  CHECK(delivery.import.book.warnings().size() <= 10);
  CHECK_FALSE(delivery.import.book.warnings().empty());
}

TEST_CASE("every order of an unshipped-orders report is open") {
  Delivery delivery{Kind::orders, {"order-id", "purchase-date", "promise-date", "days-past-promise"}};
  delivery.row({"A", "2026-06-10T10:00:00Z", "2026-06-12T18:29:59Z", "-2"});
  REQUIRE(delivery.import.book.orders().size() == 1);
  CHECK(delivery.import.book.orders()[0].status == SetOf{OrderStatus::open});
  CHECK(delivery.import.book.orders()[0].too_late == instant("2026-06-12T18:30:00Z"));
}

TEST_CASE("each table of a document is an export of its own") {
  Import import{OrderBook{TimeZone::utc()}, {}, 0};
  const RecognizedInput input{read::Input::from_memory("account.json", ""), std::nullopt, {}};
  const ImportOptions options;
  DateOrders date_orders{{}, import.book.zone(), DateOrder::dmy};
  ImportSink sink{input, options, date_orders, import};
  sink.table("orders");
  CHECK(sink.column(0, "order-id"));
  CHECK(sink.column(1, "quantity-to-ship") == false);
  CHECK(sink.row({1, std::vector{read::Cell{0, "A"}}}));
  sink.table("claims");
  CHECK(sink.column(0, "order-id"));
  CHECK(sink.row({2, std::vector{read::Cell{0, "A"}}}));
  sink.table("orders");
  CHECK(sink.column(0, "order-id"));
  CHECK(sink.row({3, std::vector{read::Cell{0, "B"}}}));
  REQUIRE(sink.files().size() == 3);
  CHECK(import.book.files()[0].kind == Kind::orders);
  CHECK(import.book.files()[1].kind == Kind::claims);
  CHECK(import.book.files()[1].mark == "claims");
  CHECK(import.book.claims().size() == 1);
  // What the first table is, an unshipped-orders report, says nothing about the third.
  CHECK(import.book.orders()[0].status == SetOf{OrderStatus::open});
  CHECK(import.book.orders()[1].status.empty());
}

TEST_CASE("a mapped header replaces other headers of its column, on whichever side they stand") {
  const normalize::Mappings mappings{{{Kind::orders, Column::ship_date, "sent"}}, {}};
  for (const auto& headers : {std::vector<std::string>{"order-id", "ship-date", "sent"},
                              std::vector<std::string>{"order-id", "sent", "ship-date"}}) {
    Delivery delivery{Kind::orders, headers, mappings};
    const bool sent_first = headers[1] == "sent";
    delivery.row(sent_first ? std::vector<std::string>{"A", "2026-06-02T00:00:00Z", "2026-06-09T00:00:00Z"}
                            : std::vector<std::string>{"A", "2026-06-09T00:00:00Z", "2026-06-02T00:00:00Z"});
    CHECK(delivery.import.book.orders()[0].shipped.first == instant("2026-06-02T00:00:00Z"));
    const auto& columns = delivery.file().headers;
    CHECK(columns[sent_first ? 1 : 2].mapped);
    CHECK_FALSE(columns[sent_first ? 2 : 1].column);
  }
}

TEST_CASE("two mapped headers of one column in one file are one too many") {
  const normalize::Mappings mappings{
      {{Kind::orders, Column::ship_date, "sent"}, {Kind::orders, Column::ship_date, "left"}}, {}};
  CHECK_THROWS_AS((Delivery{Kind::orders, {"order-id", "sent", "left"}, mappings}), InputError);
}

TEST_CASE("a mapped key that turns up after rows were read otherwise is refused") {
  const normalize::Mappings mappings{{{Kind::orders, Column::ship_date, "sent"}}, {}};
  Delivery delivery{Kind::orders, {"order-id", "ship-date"}, mappings};
  delivery.row({"A", "2026-06-02T00:00:00Z"});
  CHECK_THROWS_AS(delivery.sink.column(2, "sent"), InputError);
}

TEST_CASE("values that are not known are counted, and the warning names the option that settles them") {
  Delivery delivery{Kind::orders, {"order-id", "order-status"}};
  delivery.row({"A", "Parti"}).row({"B", "Parti"}).row({"C", "Perdu"});
  REQUIRE(delivery.file().unknown_values.size() == 2);
  CHECK(delivery.file().unknown_values[0].value == "Parti");
  CHECK(delivery.file().unknown_values[0].count == 2);
  CHECK(delivery.file().unknown_values[1].count == 1);
  CHECK_THAT(delivery.import.book.warnings()[0].message,
             ContainsSubstring("--value orders.order-status.shipped=VALUE"));
}

TEST_CASE("rows of an order report that repeat an order for a promotion change nothing") {
  Delivery delivery{Kind::orders, {"order-id", "purchase-date", "latest-ship-date", "is-buyer-requested-cancelation"}};
  delivery.row({"A", "2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z", "TRUE"}).row({"A", "", "", ""});
  REQUIRE(delivery.import.book.orders().size() == 1);
  CHECK(delivery.import.book.orders()[0].purchased == instant("2026-06-02T00:00:00Z"));
  CHECK(delivery.import.book.orders()[0].buyer_requested_cancel);
  CHECK(delivery.import.bad_row_count == 0);
}

TEST_CASE("a column that no metric needs is read when it is asked for") {
  ImportOptions options;
  options.also_read.insert(Column::respond_by);
  Delivery delivery{Kind::claims, {"order-id", "respond-by"}, {}, options};
  CHECK(delivery.wanted == std::vector{true, true});
  delivery.row({"A", "2026-06-25T10:00:00Z"}).row({"B", "whenever you like"});
  CHECK(delivery.import.book.claims()[0].record.too_late == instant("2026-06-25T10:00:01Z"));
  CHECK(delivery.import.bad_row_count == 1);
}

}  // namespace sellerhealth::index
