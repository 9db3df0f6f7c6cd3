#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/slow_calendar.hpp"
#include "support/slow_oracle.hpp"
#include "support/trial.hpp"

// The oracle itself, on accounts small enough to count by hand.

namespace sellerhealth::support {
namespace {

constexpr const char* full_columns[] = {"order-id",         "purchase-date", "order-status", "fulfillment-channel",
                                        "latest-ship-date", "ship-date",     "cancel-date",  "cancelled-by"};

Export orders(const std::vector<std::vector<std::string>>& rows) {
  return {Kind::orders, {std::begin(full_columns), std::end(full_columns)}, rows};
}

std::vector<std::string> shipped_in_time(const std::string& id) {
  return {id, "2026-07-01 10:00:00", "Shipped", "Merchant", "2026-07-03", "2026-07-02 10:00:00", "", ""};
}

AssessOptions as_of(std::string_view day) {
  AssessOptions options;
  options.as_of = day_named_by(day);
  return options;
}

ExpectedCheck answer(const Account& account, const std::string& id, const AssessOptions& options,
                     const std::string& zone = "UTC", Window window = {90, 30}) {
  for (Check check : checks_of_the_contract()) {
    if (check.id == id) {
      check.window = window;
      return oracle(account, zone, {check}, options).checks.front();
    }
  }
  return {};
}

}  // namespace

TEST_CASE("the oracle fails 1 cancelled of 40 and passes 1 of 41") {
  Account account{{orders({{"c", "2026-07-01 10:00:00", "Cancelled", "Merchant", "", "", "2026-07-02", "seller"}})}};
  for (int i = 1; i < 40; ++i) {
    account.exports[0].rows.push_back(shipped_in_time("order-" + std::to_string(i)));
  }
  CHECK(answer(account, "cancellation_rate", as_of("2026-08-15")).denominator == 40);
  CHECK(answer(account, "cancellation_rate", as_of("2026-08-15")).verdict == Verdict::fail);
  account.exports[0].rows.push_back(shipped_in_time("one more"));
  CHECK(answer(account, "cancellation_rate", as_of("2026-08-15")).verdict == Verdict::pass);
}

TEST_CASE("the oracle has no data where there are no orders, and never a pass") {
  CHECK(answer({{orders({})}}, "cancellation_rate", as_of("2026-08-15")).verdict == Verdict::no_data);
  CHECK(oracle({}, "UTC", checks_of_the_contract(), as_of("2026-08-15")).exit_code == 4);
}

TEST_CASE("the oracle's window of 90 days with a lag of 30 is 28 May to 25 August as of 25 September 2012") {
  const ExpectedCheck check = answer({}, "order_defect_rate", as_of("2012-09-25"));
  CHECK(check.first_day == day_named_by("2012-05-28"));
  CHECK(check.last_day == day_named_by("2012-08-25"));
}

TEST_CASE("the oracle counts an order with a claim and a negative feedback once") {
  const Account account{
      {orders({shipped_in_time("a"), shipped_in_time("b")}),
       {Kind::feedback, {"order-id", "rating", "date"}, {{"a", "1", "2026-07-05"}, {"b", "3", "2026-07-05"}}},
       {Kind::claims, {"order-id", "claim-date"}, {{"a", "2026-07-06"}}}}};
  AssessOptions options = as_of("2026-08-15");
  const ExpectedCheck open = answer(account, "order_defect_rate", options);
  CHECK(open.known == 1);
  CHECK(open.possible == 2);  // chargebacks were not given
  options.none = {Kind::chargebacks};
  const ExpectedCheck settled = answer(account, "order_defect_rate", options);
  CHECK(settled.possible == 1);
  CHECK(settled.components.at("claims") == 1);
  CHECK(settled.components.at("chargebacks") == 0);
}

TEST_CASE("the oracle knows an order to be late by the end of its data and suspects it from then on") {
  const auto account = [](const std::string& newest_stamp) {
    return Account{{orders({{"a", "2026-07-01 10:00:00", "Unshipped", "Merchant", "2026-07-03", "", "", ""},
                            {"b", newest_stamp, "Unshipped", "Merchant", "2026-12-31", "", "", ""}})}};
  };
  const Window window{30, 0};
  const AssessOptions options = as_of("2026-07-10");
  const ExpectedCheck ends_before =
      answer(account("2026-07-03 23:59:59"), "late_shipment_rate", options, "UTC", window);
  CHECK(ends_before.known == 0);
  CHECK(ends_before.possible == 1);
  const ExpectedCheck ends_after = answer(account("2026-07-04 00:00:00"), "late_shipment_rate", options, "UTC", window);
  CHECK(ends_after.known == 1);
  CHECK(ends_after.possible == 1);
}

TEST_CASE("the oracle ships an order that was shipped and cancelled at the same stamp") {
  const Account account{{orders({{"a", "2026-07-01 10:00:00", "Cancelled", "Merchant", "2026-07-02",
                                  "2026-07-05 12:00:00", "2026-07-05 12:00:00", "seller"}})}};
  CHECK(answer(account, "cancellation_rate", as_of("2026-08-15")).possible == 0);
  CHECK(answer(account, "late_shipment_rate", as_of("2026-08-15")).known == 1);
}

TEST_CASE("the oracle leaves open whether a shipment on the day of the cancellation came first") {
  const Account account{{orders({{"a", "2026-07-01 10:00:00", "Cancelled", "Merchant", "2026-07-02", "2026-07-05",
                                  "2026-07-05 12:00:00", "seller"}})}};
  const ExpectedCheck cancelled = answer(account, "cancellation_rate", as_of("2026-08-15"));
  CHECK(cancelled.known == 0);
  CHECK(cancelled.possible == 1);
  const ExpectedCheck late = answer(account, "late_shipment_rate", as_of("2026-08-15"));
  CHECK(late.known == 0);
  CHECK(late.possible == 1);
}

TEST_CASE("the oracle calls a reply after exactly 86400 seconds in time, and a day's silence late") {
  const auto account = [](const std::string& responded) {
    return Account{{{Kind::messages,
                     {"received-at", "responded-at"},
                     {{"2026-07-01 10:00:00", responded}, {"2026-07-08 10:00:00", "2026-07-08 10:00:10"}}}}};
  };
  const Window window{5, 5};
  const AssessOptions options = as_of("2026-07-10");
  const ExpectedCheck in_time = answer(account("2026-07-02 10:00:00"), "response_under_24h", options, "UTC", window);
  CHECK(in_time.known == 1);
  CHECK(in_time.components.at("mean_response_seconds") == 86400);
  const ExpectedCheck late = answer(account("2026-07-02 10:00:01"), "response_under_24h", options, "UTC", window);
  CHECK(late.possible == 0);
  CHECK(late.components.at("answered_late") == 1);
  const ExpectedCheck silent = answer(account(""), "response_under_24h", options, "UTC", window);
  CHECK(silent.possible == 0);
  CHECK(silent.components.at("unanswered") == 1);
}

TEST_CASE("the oracle's days are those of the zone, also where the clocks change at midnight") {
  // 2026-03-08 begins at 01:00 in Havana, and 2026-11-01 has two midnights.
  const SlowCalendar havana("America/Havana");
  CHECK(utc_text(havana.start_of(day_named_by("2026-03-08"))) == "2026-03-08T05:00:00Z");
  CHECK(utc_text(havana.start_of(day_named_by("2026-11-01"))) == "2026-11-01T04:00:00Z");
  // Samoa had no 30 December 2011.
  const SlowCalendar apia("Pacific/Apia");
  CHECK(apia.start_of(day_named_by("2011-12-30")) == apia.start_of(day_named_by("2011-12-31")));
  CHECK(apia.day_of(apia.start_of(day_named_by("2011-12-30"))) == day_named_by("2011-12-31"));
  // In St. John's the clocks went back from 00:01 to 23:01 of the day before, which stays the past.
  const SlowCalendar st_johns("America/St_Johns");
  const Instant midnight = st_johns.start_of(day_named_by("2010-11-07"));
  CHECK(utc_text(midnight) == "2010-11-07T02:30:00Z");
  CHECK(st_johns.day_of(midnight + std::chrono::minutes{30}) == day_named_by("2010-11-07"));
}

}  // namespace sellerhealth::support
