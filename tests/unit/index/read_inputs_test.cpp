#include "index/read_inputs.hpp"

#include <sstream>
#include <string>

#include "read/ndjson_scan.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/import.hpp"
#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::index {

using testing::day;
using testing::instant;

namespace {

const std::string header =
    "order-id,purchase-date,order-status,fulfillment-channel,sales-channel,latest-ship-date,ship-date,cancel-date,"
    "cancelled-by\n";

/// A row of the seller's own, promised for the day after its purchase and shipped at `shipped`.
std::string row(int number, const std::string& bought, const std::string& promised, const std::string& shipped,
                const std::string& channel = "Amazon.fr") {
  std::string digits = std::to_string(number);
  digits.insert(0, 7 - digits.size(), '0');
  return "402-" + digits + "-1234567," + bought + ",Shipped,Merchant," + channel + "," + promised + "," + shipped +
         ",,\n";
}

std::string in_time(int number, const std::string& day) {
  return row(number, day + "T08:00:00Z", day + "T23:59:59Z", day + "T12:00:00Z");
}

Import counted(const std::string& text, ImportOptions options = {}) {
  std::istringstream input{text};
  options.standard_input = &input;
  options.counts_only = true;
  return import_exports({{"-", std::nullopt}}, options);
}

}  // namespace

TEST_CASE("orders shipped in time are counted by the days of purchase and shipment") {
  const Import import =
      counted(header + in_time(1, "2026-06-10") + in_time(2, "2026-06-10") + in_time(3, "2026-06-11"));
  CHECK(import.book.orders().empty());
  REQUIRE(import.book.alike().size() == 2);
  CHECK(import.book.alike()[0].count == 2);
  CHECK(import.book.alike()[0].rows == std::vector<std::int64_t>{2});
  CHECK(import.book.alike()[0].order.purchased == instant("2026-06-10"));
  CHECK(import.book.alike()[1].count == 1);
  CHECK(import.book.files()[0].rows == 3);
  CHECK(import.book.files()[0].first_day == day("2026-06-10"));
  CHECK(import.book.files()[0].last_day == day("2026-06-11"));
}

TEST_CASE("rows of one order are counted as one order") {
  const Import import = counted(header + in_time(1, "2026-06-10") + in_time(1, "2026-06-10") +
                                in_time(2, "2026-06-10") + in_time(1, "2026-06-10"));
  REQUIRE(import.book.alike().size() == 1);
  CHECK(import.book.alike()[0].count == 2);
  CHECK(import.book.alike()[0].rows == std::vector<std::int64_t>{4});
}

TEST_CASE("orders that miss their promise, wait for it or are cancelled are counted too") {
  const std::string bought = "2026-06-10T08:00:00Z";
  const auto cancelled = [](const std::string& id) {
    return id + ",2026-06-10T08:00:00Z,Cancelled,Merchant,Amazon.fr,2026-06-11T00:00:00Z,,,seller\n";
  };
  const Import import = counted(
      header + row(1, bought, "2026-06-11T00:00:00Z", "2026-06-11T00:00:01Z") +
      row(2, bought, "2026-06-11T00:00:00Z", "2026-06-11T09:00:00Z") + row(3, bought, "2026-06-11T00:00:00Z", "") +
      row(4, bought, "2026-06-11T00:00:00Z", "") + cancelled("402-0000005-1234567") + cancelled("402-0000006-1234567"));
  CHECK(import.book.orders().empty());
  REQUIRE(import.book.alike().size() == 3);
  for (const OrderBook::Alike& alike : import.book.alike()) {
    CHECK(alike.count == 2);
    CHECK(alike.order.too_late == instant("2026-06-11T00:00:01Z"));
  }
}

TEST_CASE("an order that days do not decide is kept") {
  const std::string bought = "2026-06-10T08:00:00Z";
  const auto kept = [](const std::string& text) { return counted(header + text).book.orders().size(); };
  CHECK(kept(row(1, bought, "2026-06-11T12:00:00Z", "2026-06-11")) == 1);        // at what time?
  CHECK(kept(row(1, "", "2026-06-11T00:00:00Z", "2026-06-10T00:00:00Z")) == 1);  // undated
  CHECK(kept("a-shop's-own-id,2026-06-10T08:00:00Z,Shipped,Merchant,Amazon.fr,2026-06-11T00:00:00Z,"
             "2026-06-10T12:00:00Z,,\n") == 1);
}

TEST_CASE("an order is kept as what all of its rows say, plain or not") {
  const Import import = counted(header + in_time(1, "2026-06-10") +
                                "402-0000001-1234567,10 June 2026,Shipped,Merchant,Amazon.fr,,13 June 2026,,\n");
  REQUIRE(import.book.orders().size() == 1);
  CHECK(import.book.orders()[0].purchased == instant("2026-06-10"));
  CHECK(import.book.orders()[0].shipped.first == instant("2026-06-13"));
  CHECK(import.book.rows_of(0).size() == 2);
}

TEST_CASE("orders bought on days that are not asked about are counted by rows") {
  const Import import = counted(header + in_time(1, "2026-01-12") + in_time(4, "2026-01-10") +
                                    in_time(2, "2026-06-10") + in_time(2, "2026-06-10") + in_time(3, "2026-12-10"),
                                {.asked_days = DaySpan{day("2026-06-01"), day("2026-06-30")}});
  REQUIRE(import.book.alike().size() == 3);
  CHECK(import.book.alike()[0].order.purchased == instant("2026-01-10T08:00:00Z"));
  CHECK(import.book.alike()[0].count == 0);
  CHECK(import.book.alike()[0].rows == std::vector<std::int64_t>{2});
  CHECK(import.book.alike()[1].order.purchased == instant("2026-12-10T08:00:00Z"));
  CHECK(import.book.alike()[2].count == 1);
  CHECK(import.book.files()[0].first_day == day("2026-01-10"));
  CHECK(import.book.files()[0].last_day == day("2026-12-10"));
}

TEST_CASE("a row sold elsewhere keeps its order whole, whatever days are asked about") {
  const std::string elsewhere =
      row(1, "2026-01-10T08:00:00Z", "2026-01-10T23:59:59Z", "2026-01-10T12:00:00Z", "Non-Amazon FR");
  const Import import = counted(header + in_time(1, "2026-01-10") + elsewhere + in_time(2, "2026-06-10"),
                                {.asked_days = DaySpan{day("2026-06-01"), day("2026-06-30")}});
  REQUIRE(import.book.alike().size() == 2);
  CHECK(import.book.alike()[0].order.not_marketplace);
  CHECK(import.book.alike()[0].order.purchased == instant("2026-01-10"));
  CHECK(import.book.alike()[0].rows == std::vector<std::int64_t>{2});
}

TEST_CASE("an order whose purchase only some rows tell is kept whole, whatever days are asked about") {
  const ImportOptions june{.asked_days = DaySpan{day("2026-06-01"), day("2026-06-30")}};
  const Import plain =
      counted(header + in_time(1, "2026-01-10") + row(1, "", "2026-06-11T00:00:00Z", "2026-06-10T00:00:00Z"), june);
  REQUIRE(plain.book.alike().size() == 1);
  CHECK(plain.book.alike()[0].order.purchased == instant("2026-01-10"));
  CHECK(plain.book.alike()[0].rows == std::vector<std::int64_t>{2});

  const Import other =
      counted(header + in_time(1, "2026-01-10") + row(1, "", "11 June 2026", "2026-06-10T00:00:00Z"), june);
  REQUIRE(other.book.orders().size() == 1);
  CHECK(other.book.orders()[0].purchased == instant("2026-01-10"));
  CHECK(other.book.rows_of(0).size() == 2);
}

TEST_CASE("what cannot be scanned is read exactly") {
  // A quote that encloses no field: by counting quotes alone, the rows behind it would be inside.
  const Import import = counted(header + in_time(1, "2026-06-10") +
                                "402-0000002-1234567,2026-06-10T08:00:00Z,Shipped,Merchant,5\" of Amazon,"
                                "2026-06-11T00:00:00Z,2026-06-10T12:00:00Z,,\n" +
                                in_time(3, "2026-06-10"));
  CHECK(import.bad_row_count == 0);
  CHECK(import.book.files()[0].rows == 3);
  CHECK(import.book.orders().size() == 3);
}

TEST_CASE("NDJSON is counted from behind its first records on") {
  const auto record = [](int number, const std::string& more) {
    return "{\"order-id\":\"402-000000" + std::to_string(number) +
           "-1234567\",\"purchase-date\":\"2026-06-10T08:00:00Z\",\"order-status\":\"Shipped\"," +
           "\"latest-ship-date\":\"2026-06-10T23:59:59Z\",\"ship-date\":\"2026-06-10T12:00:00Z\"" + more + "}\n";
  };
  const std::string first = record(1, "") + std::string(read::usual_sample_size, ' ') + "\n";
  const Import import = counted(first + record(2, "") + record(3, "") + record(4, ",\"note\":\"new\""));
  CHECK(import.book.files()[0].format == "ndjson");
  CHECK(import.book.files()[0].rows == 4);
  std::int64_t orders = 0;
  for (const OrderBook::Alike& alike : import.book.alike()) {
    orders += alike.count;
  }
  CHECK(orders >= 2);
  CHECK(orders + static_cast<std::int64_t>(import.book.orders().size()) == 4);

  // A late column that says something: the rows before it lack it too.
  const Import late = counted(first + record(2, "") + record(3, "") + record(4, ",\"cancelled-by\":\"buyer\""));
  CHECK(late.book.files()[0].rows == 4);
  CHECK(late.book.files()[0].columns.contains(Column::cancelled_by));
  CHECK(late.book.alike().empty());
  CHECK(late.book.orders().size() == 4);
}

TEST_CASE("bad rows and unknown values are told as in a file that is read exactly") {
  const Import import =
      counted(header + in_time(1, "2026-06-10") + "402-0000002-1234567,2026-06-31T08:00:00Z,,,,,,,\n" +
              "402-0000003-1234567\n" + "402-0000004-1234567,2026-06-10T08:00:00Z,Limbo,,,,,,\n");
  REQUIRE(import.bad_row_count == 2);
  CHECK(import.bad_rows[0].line == 3);
  CHECK(import.bad_rows[0].column == "purchase-date");
  CHECK(import.bad_rows[1].line == 4);
  CHECK(import.bad_rows[1].code == "ragged_row");
  REQUIRE(import.book.warnings().size() == 1);
  CHECK_THAT(import.book.warnings()[0].message, ContainsSubstring("\"Limbo\""));
  CHECK(import.book.files()[0].rows == 4);
  CHECK(import.book.files()[0].rejected == 2);
}

TEST_CASE("feedback of three stars and more is counted, the rest is kept") {
  const Import import = counted(
      "order-id,rating,date,status\n402-0000001-1234567,5,2026-06-10T08:00:00Z,active\n"
      "402-0000002-1234567,3,2026-06-12T08:00:00Z,\n402-0000003-1234567,2,2026-06-11T08:00:00Z,active\n"
      "402-0000004-1234567,4.0,11 June 2026,active\n");
  CHECK(import.book.files()[0].rows == 4);
  CHECK(import.book.files()[0].harmless == 3);
  CHECK(import.book.files()[0].first_day == day("2026-06-10"));
  CHECK(import.book.files()[0].last_day == day("2026-06-12"));
  REQUIRE(import.book.feedback().size() == 1);
  CHECK(import.book.feedback()[0].record.order_id == "402-0000003-1234567");
}

TEST_CASE("messages received on days that are not asked about are counted") {
  const std::string text =
      "message-id,received-at,responded-at,no-response-needed\nM1,2026-01-10T08:00:00Z,,\n"
      "M2,2026-01-11T08:00:00Z,,true\nM3,2026-06-10T08:00:00Z,2026-06-10T09:00:00Z,\n";
  const ImportOptions june{.asked_days = DaySpan{day("2026-06-01"), day("2026-06-30")}};
  const Import import = counted(text + "M4,2026-01-12T08:00:00Z,,\n", june);
  CHECK(import.book.messages().empty());
  REQUIRE(import.book.alike_messages().size() == 3);
  CHECK(import.book.alike_messages()[0].count == 0);
  CHECK(import.book.alike_messages()[0].rows == 2);
  CHECK(import.book.alike_messages()[0].message.record.received_at.first == instant("2026-01-10T08:00:00Z"));
  CHECK(import.book.alike_messages()[1].rows == 1);
  CHECK(import.book.alike_messages()[1].message.record.no_response_needed);
  CHECK(import.book.alike_messages()[2].count == 1);
  CHECK(import.book.files()[0].rows == 4);
  CHECK(import.book.files()[0].first_day == day("2026-01-10"));

  // Rows of one message are merged before their days are looked at.
  for (const char* const again : {"M1,2026-06-12T08:00:00Z,,\n", "M1,2026-01-09T08:00:00Z,,\n"}) {
    const Import repeated = counted(text + again, june);
    CHECK(repeated.book.messages().size() == 1);
    CHECK(repeated.book.files()[0].repeated == 1);
  }
}

TEST_CASE("messages answered in time are counted by the days of receipt and reply, with their waits") {
  const std::string columns = "message-id,received-at,responded-at,no-response-needed\n";
  const Import import = counted(columns +
                                "M1,2026-06-10T08:00:00Z,2026-06-10T09:00:00Z,\n"
                                "M2,2026-06-10T10:00:00Z,2026-06-10T12:00:00Z,\n"
                                "M3,2026-06-10T10:00:00Z,2026-06-11T09:59:59Z,\n"  // in time the day after
                                "M4,2026-06-10T10:00:00Z,2026-06-11T10:00:00Z,\n"  // 24 hours
                                "M5,2026-06-10T10:00:00Z,,\n"                      // not answered
                                "M6,2026-06-10T10:00:00Z,2026-06-10,\n"            // when on that day?
                                "M7,2026-06-10T10:00:00Z,,true\n"
                                "M8,2026-06-10T10:00:00Z,2026-06-10T11:00:00Z,\n"  // two rows
                                "M8,2026-06-10T10:00:00Z,2026-06-10T11:00:00Z,\n");
  REQUIRE(import.book.alike_messages().size() == 3);
  std::int64_t count = 0;
  for (const OrderBook::AlikeMessages& alike : import.book.alike_messages()) {
    CHECK(alike.rows == alike.count);
    CHECK(alike.message.record.message_id.empty());
    count += alike.count;
    if (alike.count == 2) {
      CHECK(alike.message.record.responded_at->first - alike.message.record.received_at.first == std::chrono::hours{1});
      CHECK(alike.further_wait == 3600);
    }
  }
  CHECK(count == 4);
  CHECK(import.book.messages().size() == 4);
  CHECK(import.book.files()[0].rows == 9);
  CHECK(import.book.files()[0].repeated == 1);
}

TEST_CASE("an export without the days asked about keeps its newest stamp before them") {
  const std::string before = header + in_time(1, "2026-01-10") +
                             row(2, "2026-01-08T08:00:00Z", "2026-01-20T23:59:59Z", "2026-01-12T08:00:00Z");
  const ImportOptions june{.asked_days = DaySpan{day("2026-06-01"), day("2026-06-30")}};
  for (const std::string& text : {before, before + in_time(3, "2026-12-10")}) {
    const Import import = counted(text, june);
    const auto& stamps = import.book.newest_stamps(0);
    REQUIRE(stamps.contains(day("2026-01-12")));
    CHECK(stamps.at(day("2026-01-12")) == instant("2026-01-12T08:00:00Z"));
  }
}

TEST_CASE("messages are merged by their ids, however they are read") {
  const Import import = counted(
      "message-id,received-at,responded-at,no-response-needed\nM1,2026-06-10T08:00:00Z,,\n"
      "M1,10 June 2026 07:00,2026-06-10T09:00:00Z,true\nM2,2026-06-10T08:00:00Z,2026-06-10T07:59:59Z,\n");
  CHECK(import.bad_row_count == 1);  // a reply before its message
  REQUIRE(import.book.messages().size() == 1);
  const Message& message = import.book.messages()[0].record;
  CHECK(message.message_id == "M1");
  CHECK(message.received_at.first == instant("2026-06-10T07:00:00Z"));
  CHECK(message.responded_at->first == instant("2026-06-10T09:00:00Z"));
  CHECK(message.no_response_needed);
  CHECK(import.book.files()[0].repeated == 1);
}

}  // namespace sellerhealth::index
