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

/// The fault of a message received and answered so, if it is one.
std::optional<Diagnostic> fault_of_message(const std::string& received, const std::string& responded) {
  RowReading reading{Kind::messages, {{"received-at", received}, {"responded-at", responded}}};
  static_cast<void>(read_message(reading.fields));
  return reading.fields.fault();
}

Violation violation_with(std::vector<HeadedCell> cells) {
  cells.insert(cells.begin(), {"violation-date", "2026-06-10"});
  RowReading reading{Kind::violations, std::move(cells)};
  Violation violation = read_violation(reading.fields);
  REQUIRE_FALSE(reading.fields.fault());
  violation.violation_id = {};  // its text goes with the reading
  return violation;
}

}  // namespace

TEST_CASE("a message has a receipt, a reply and an order") {
  RowReading reading{Kind::messages,
                     {{"message-id", "m1"},
                      {"order-id", "701-1-1"},
                      {"received-at", "2026-06-10T10:00:00Z"},
                      {"responded-at", "2026-06-10T12:00:00Z"},
                      {"no-response-needed", "no"}}};
  const Message message = read_message(reading.fields);
  CHECK_FALSE(reading.fields.fault());
  CHECK(message.message_id == "m1");
  CHECK(message.order_id == "701-1-1");
  CHECK(message.received_at == at("2026-06-10T10:00:00Z"));
  CHECK(message.responded_at == at("2026-06-10T12:00:00Z"));
  CHECK_FALSE(message.no_response_needed);
}

TEST_CASE("a message may do without reply, order and id") {
  RowReading reading{Kind::messages, {{"received-at", "2026-06-10T10:00:00Z"}, {"responded-at", ""}}};
  const Message message = read_message(reading.fields);
  CHECK_FALSE(reading.fields.fault());
  CHECK_FALSE(message.responded_at);
  CHECK(message.message_id.empty());
  CHECK(message.order_id.empty());
}

TEST_CASE("a message that needs no response says so") {
  RowReading reading{Kind::messages, {{"received-at", "2026-06-10T10:00:00Z"}, {"no-response-needed", "TRUE"}}};
  CHECK(read_message(reading.fields).no_response_needed);
}

TEST_CASE("a message without a receipt is a fault") {
  const std::optional<Diagnostic> fault = fault_of_message("", "2026-06-10T12:00:00Z");
  REQUIRE(fault);
  CHECK(fault->column == "received-at");
}

TEST_CASE("a reply before the receipt is a fault of the reply") {
  const std::optional<Diagnostic> fault = fault_of_message("2026-06-10T12:00:00Z", "2026-06-10T11:59:59Z");
  REQUIRE(fault);
  CHECK(fault->column == "responded-at");
  CHECK_THAT(fault->message, ContainsSubstring("2026-06-10T11:59:59Z") && ContainsSubstring("expected"));
  CHECK(fault_of_message("2026-06-10T12:00:00Z", "2026-06-09"));
  CHECK(fault_of_message("2026-06-10", "2026-06-09T23:59:59Z"));
}

TEST_CASE("the columns of a message may stand in any order") {
  RowReading reading{Kind::messages, {{"responded-at", "2026-06-10"}, {"received-at", "2026-06-11"}}};
  static_cast<void>(read_message(reading.fields));
  CHECK(reading.fields.fault());
}

TEST_CASE("a reply that may have come after the receipt is none") {
  CHECK_FALSE(fault_of_message("2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z"));
  CHECK_FALSE(fault_of_message("2026-06-10T12:00:00Z", "2026-06-10"));
  CHECK_FALSE(fault_of_message("2026-06-10", "2026-06-10"));
  CHECK_FALSE(fault_of_message("2026-06-10", "2026-06-10T00:00:00Z"));
}

TEST_CASE("a violation has a day and an id") {
  RowReading reading{Kind::violations, {{"violation-id", "v1"}, {"violation-date", "2026-06-10"}}};
  const Violation violation = read_violation(reading.fields);
  CHECK_FALSE(reading.fields.fault());
  CHECK(violation.violation_id == "v1");
  CHECK(violation.date == at("2026-06-10"));
}

TEST_CASE("a violation without a day is a fault") {
  RowReading reading{Kind::violations, {{"violation-date", ""}, {"violation-status", "open"}}};
  static_cast<void>(read_violation(reading.fields));
  REQUIRE(reading.fields.fault());
  CHECK(reading.fields.fault()->column == "violation-date");
}

TEST_CASE("a violation is open unless it is resolved") {
  CHECK_FALSE(violation_with({}).resolved);
  CHECK_FALSE(violation_with({{"violation-status", "open"}}).resolved);
  CHECK_FALSE(violation_with({{"violation-status", ""}}).resolved);
  CHECK(violation_with({{"violation-status", "Resolved"}}).resolved);
}

TEST_CASE("a violation keeps what its export calls it") {
  RowReading reading{Kind::violations, {{"violation-date", "2026-06-08"}, {"violation-type", "Listing policy"}}};
  CHECK(read_violation(reading.fields).type == "Listing policy");
}

TEST_CASE("the day of a resolution is kept") {
  const Violation violation = violation_with({{"violation-status", "resolved"}, {"resolved-date", "2026-07-01"}});
  CHECK(violation.resolved);
  CHECK(violation.resolved_date == at("2026-07-01"));
}

TEST_CASE("columns that no answer depends on need not be read") {
  CHECK_FALSE(is_read(Column::respond_by));
  CHECK_FALSE(is_read(Column::item_as_described));
  for (const Column needed :
       {Column::order_id, Column::purchase_date, Column::rating, Column::comments, Column::claim_status,
        Column::chargeback_type, Column::received_at, Column::resolved_date, Column::sku, Column::seller_id}) {
    CAPTURE(name_of(needed));
    CHECK(is_read(needed));
  }
}

}  // namespace sellerhealth::normalize
