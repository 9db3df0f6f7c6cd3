#include "index/message.hpp"

#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using index::message_of;
using testing::day;

TEST_CASE("a message has the code of its facts, and says where they are") {
  const Diagnostic warning = message_of(fact::SameContent{"may.csv"}, "june.csv");
  CHECK(warning.code == "same_content");
  CHECK(to_string(warning) == "june.csv: has the same content as may.csv, read once");
  CHECK(std::get<fact::SameContent>(warning.facts).earlier == "may.csv");
}

TEST_CASE("a message counts one and several in English, with ISO dates and plain numbers") {
  const auto stale = [](Day last_day) {
    return message_of(fact::StaleExport{.last_day = last_day, .as_of = day("2026-10-01")}).message;
  };
  CHECK(stale(day("2026-09-30")) ==
        "the orders exports end on 2026-09-30, 1 day before 2026-10-01: download newer ones");
  CHECK(stale(day("2023-10-01")) ==
        "the orders exports end on 2023-10-01, 1096 days before 2026-10-01: download newer ones");
}

TEST_CASE("places of a message are not looked for in what fills them") {
  CHECK(message_of(fact::SameContent{"{}.csv"}).message == "has the same content as {}.csv, read once");
}

TEST_CASE("what settles an unknown value is named with all that it may be") {
  CHECK(message_of(
            fact::UnknownValue{.kind = Kind::orders, .column = Column::order_status, .value = "Sent", .last = false})
            .message ==
        "\"Sent\" is not a known value; such an order counts as one of unknown status. --value "
        "orders.order-status.shipped=VALUE settles it (or cancelled, open)");
}

TEST_CASE("days before the beginning of the exports are not covered, and never fewer than none") {
  CHECK(message_of(fact::WindowNotCovered{.kind = Kind::messages,
                                          .beginning = day("2026-09-20"),
                                          .window = {.days = 10, .lag_days = 20},
                                          .as_of = day("2026-10-01")})
            .message ==
        "the messages begin on 2026-09-20: 0 of the 10 days from 2026-09-01 to 2026-09-10 are covered. Give an export "
        "of the last 30 days");
}

}  // namespace sellerhealth
