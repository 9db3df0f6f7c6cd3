#include "normalize/plain_forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "normalize/stamps.hpp"
#include "support/catch.hpp"

namespace sellerhealth::normalize {

TEST_CASE("what may be an order number has its length and hyphens, and begins with a digit") {
  CHECK(may_be_order_number("402-1234567-1234567"));
  CHECK(may_be_order_number("402-12x4567-1234567"));
  CHECK_FALSE(may_be_order_number("S01-1234567-1234567"));
  CHECK_FALSE(may_be_order_number("402-1234567-123456"));
  CHECK_FALSE(may_be_order_number("402-1234567/1234567"));
  CHECK_FALSE(may_be_order_number(""));
}

TEST_CASE("a reader of stamps reads what parse_plain_stamp() reads behind 1970-01-01, whatever it has read before") {
  StampReader stamps;
  for (const char* const text : {"2026-09-30T10:56:01+00:00",
                                 "2026-09-30T23:59:59+00:00",
                                 "2026-09-30T24:00:00+00:00",
                                 "2026-09-30T10:56:01Z",
                                 "2026-09-30T10:56:01+02:00",
                                 "2026-09-30T10:56:01-02:00",
                                 "2026-09-30T10:56:01+02:0x",
                                 "2026-09-30 10:56:01Z",
                                 "2026-09-31T10:56:01Z",
                                 "2026-10-01T10:56:01Z",
                                 "2026-09-30T10:60:01Z",
                                 "2026-09-30T10:56:0:Z",
                                 "2026-09-30T10:56:61Z",
                                 "2026-09-30T29:56:01Z",
                                 "2026-09-30T10:66:01Z",
                                 "2026-09-30T1\xB0:56:01Z",
                                 "2026-09-30T10:56 01Z",
                                 "2026-09-30T10:56:01z",
                                 "2026-09-30t10:56:01Z",
                                 "1970-01-01T00:00:00Z",
                                 "1970-01-01T00:00:01Z",
                                 "1970-01-01T00:00:01+01:00",
                                 "1970-01-01T23:00:01+01:00",
                                 "2099-12-31T23:59:59-23:59",
                                 "2026-09-30T10-56:01Z",
                                 "2026-09-30T10:56:01X",
                                 "2026-09-30",
                                 "",
                                 "2026-09-30T10:56:01+25:00",
                                 "2026-09-30T10:56:01+00:00"}) {
    CAPTURE(text);
    const std::int64_t expected = std::max<std::int64_t>(parse_plain_stamp(text).value_or(0), 0);
    CHECK(stamps.read(text) == expected);
    CHECK(stamps.read(text) == expected);
  }
}

TEST_CASE("a day is after texts that begin with an earlier one in its form") {
  const IsoDay day{"2026-06-03"};
  for (const char* const text : {"2026-06-02T23:59:59Z", "2026-05-31", "2025-12-31T00:00:00Z"}) {
    CHECK(day.is_after(text));
  }
  for (const char* const text : {"2026-06-03T00:00:00Z", "2026-06-04", "2026-10-01", "2026-06", "02/06/2026", ""}) {
    CHECK_FALSE(day.is_after(text));
  }
}

TEST_CASE("an order number is its seventeen digits") {
  CHECK(parse_order_number("402-1234567-7654321") == 40212345677654321);
  CHECK(parse_order_number("000-0000000-0000001") == 1);
  CHECK(parse_order_number("999-9999999-9999999") == 99999999999999999);
}

TEST_CASE("ids of any other form are no order numbers") {
  for (const char* const id : {"", "402", "402-1234567-765432", "402-1234567-76543210", "4021234567-7654321-",
                               "402 1234567 7654321", "402-123456a-7654321", "S02-1234567-7654321",
                               "402-1234567-765432/", "402-1234567-765432:", "40x-1234567-7654321",
                               "402-/234567-7654321", "402-1234567--654321", "000-0000000-0000000"}) {
    CAPTURE(id);
    CHECK(parse_order_number(id) == 0);
  }
}

TEST_CASE("an order number is written as it was read") {
  for (const std::string id : {"402-1234567-7654321", "000-0000000-0000001", "999-9999999-9999999"}) {
    std::array<char, order_number_length> text{};
    write_order_number(parse_order_number(id), text.data());
    CHECK(std::string(text.data(), text.size()) == id);
  }
}

TEST_CASE("a plain stamp is what the general reader says it is") {
  for (const std::string text :
       {"2026-09-30T10:56:01+00:00", "2026-09-30T10:56:01Z", "2026-09-30T23:59:59+02:00", "2026-09-30T00:00:00-09:30",
        "2024-02-29T12:00:00Z", "2000-02-29T12:00:00Z", "1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z"}) {
    CAPTURE(text);
    const std::optional<DateTime> date = parse_iso_date(text);
    REQUIRE(date);
    CHECK(parse_plain_stamp(text) == stamp_of(*date, TimeZone::utc()).first.time_since_epoch().count());
  }
}

TEST_CASE("stamps in any other form, and days that do not exist, are not plain") {
  for (const char* const text : {"",
                                 "2026-09-30",
                                 "2026-09-30T10:56:01",
                                 "2026-09-30 10:56:01Z",
                                 "2026-09-31T10:56:01Z",
                                 "2026-02-29T10:56:01Z",
                                 "2100-01-01T00:00:00Z",
                                 "1969-12-31T23:59:59Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-01-00T00:00:00Z",
                                 "2026-01-01T24:00:00Z",
                                 "2026-01-01T00:60:00Z",
                                 "2026-01-01T00:00:60Z",
                                 "2026-01-01T00:00:00.5Z",
                                 "2026-01-01T00:00:00+0200",
                                 "2026-01-01T00:00:00+24:00",
                                 "2026-01-01T00:00:00+02:60",
                                 "2o26-01-01T00:00:00Z",
                                 "2026-01-01T00:00:00ZZ"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_plain_stamp(text));
  }
}

}  // namespace sellerhealth::normalize
