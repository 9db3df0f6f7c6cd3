#include "sellerhealth/diagnostic.hpp"

#include "support/catch.hpp"

namespace sellerhealth {

namespace {

const Diagnostic complete{.code = "bad_value",
                          .file = "orders.csv",
                          .line = 12,
                          .column = "ship-date",
                          .message = "found \"soon\", expected a date"};

}  // namespace

TEST_CASE("a fault says file, line, column and what was found") {
  CHECK(to_string(complete) == "orders.csv:12: ship-date: found \"soon\", expected a date");
}

TEST_CASE("a fault leaves out what does not apply to it") {
  CHECK(to_string({.code = "empty_file", .file = "orders.csv", .line = 0, .column = {}, .message = "is empty"}) ==
        "orders.csv: is empty");
  CHECK(to_string({.code = "ragged_row", .file = "orders.csv", .line = 7, .column = {}, .message = "has 3 fields"}) ==
        "orders.csv:7: has 3 fields");
  CHECK(to_string({.code = "unknown_value", .file = {}, .line = 0, .column = "status", .message = "is new"}) ==
        "status: is new");
  CHECK(to_string({.code = "no_match", .file = {}, .line = 0, .column = {}, .message = "no order"}) == "no order");
}

TEST_CASE("an input error carries its fault and says it") {
  const InputError error{complete};
  CHECK(std::string{error.what()} == to_string(complete));
  CHECK(error.fault().code == "bad_value");
  CHECK(error.fault().line == 12);
}

}  // namespace sellerhealth
