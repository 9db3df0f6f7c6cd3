#include "sellerhealth/feedback_summary.hpp"

#include <string>

#include "sellerhealth/diagnostic.hpp"
#include "support/catch.hpp"
#include "unit/index/small_account.hpp"

namespace sellerhealth {

using testing::at;
using testing::day;
using testing::SmallAccount;

namespace {

Feedback rated(int stars, std::string_view received) {
  return {.order_id = "A", .rating = stars, .date = received.empty() ? std::nullopt : std::optional{at(received)}};
}

/// As of 1 October 2026.
FeedbackSummary summary_of(const SmallAccount& account, FeedbackOptions options = {}) {
  options.as_of = day("2026-10-01");
  return summarize_feedback(account.book, options);
}

/// "positive/neutral/negative" of 30, 90 and 365 days and of all time.
std::string counts(const FeedbackSummary& summary) {
  std::string text;
  for (const FeedbackPeriod& period : summary.periods) {
    text += (text.empty() ? "" : " ") + std::to_string(period.positive) + "/" + std::to_string(period.neutral) + "/" +
            std::to_string(period.negative);
  }
  return text;
}

}  // namespace

TEST_CASE("4 and 5 stars are positive, 3 neutral, 1 and 2 negative") {
  SmallAccount account;
  for (int stars = 1; stars <= 5; ++stars) {
    account.add(rated(stars, "2026-09-20"));
  }
  const FeedbackSummary summary = summary_of(account);
  CHECK(counts(summary) == "2/1/2 2/1/2 2/1/2 2/1/2");
  CHECK(summary.last_year().stars == 15);
  CHECK(summary.last_year().ratings() == 5);
}

TEST_CASE("feedback counts in the 30, 90 and 365 whole days before the as-of day, by the day it was received") {
  const auto [received, expected] = GENERATE(table<std::string, std::string>({
      {"2026-10-01T00:00:00Z", "0/0/0 0/0/0 0/0/0 0/0/0"},  // Not received yet.
      {"2026-09-30T23:59:59Z", "1/0/0 1/0/0 1/0/0 1/0/0"},
      {"2026-09-01", "1/0/0 1/0/0 1/0/0 1/0/0"},
      {"2026-08-31T23:59:59Z", "0/0/0 1/0/0 1/0/0 1/0/0"},
      {"2026-07-03", "0/0/0 1/0/0 1/0/0 1/0/0"},
      {"2026-07-02", "0/0/0 0/0/0 1/0/0 1/0/0"},
      {"2025-10-01", "0/0/0 0/0/0 1/0/0 1/0/0"},
      {"2025-09-30", "0/0/0 0/0/0 0/0/0 1/0/0"},
  }));
  CAPTURE(received);
  SmallAccount account;
  account.add(rated(5, received));
  CHECK(counts(summary_of(account)) == expected);
}

TEST_CASE("days are those of the account's time zone") {
  SmallAccount account{testing::zone_called("Europe/Paris")};
  account.add(rated(5, "2026-08-31T22:30:00Z"));  // 1 September in Paris.
  CHECK(counts(summary_of(account)) == "1/0/0 1/0/0 1/0/0 1/0/0");
}

TEST_CASE("feedback without a date counts in all time only, and is counted") {
  SmallAccount account;
  account.add(rated(5, "")).add(rated(1, "")).add(rated(4, "2026-09-20"));
  const FeedbackSummary summary = summary_of(account);
  CHECK(counts(summary) == "1/0/0 1/0/0 1/0/0 2/0/1");
  CHECK(summary.undated == 2);
  CHECK(summary.undated_negative == 1);
  CHECK(summary.withdrawable.empty());
}

TEST_CASE("removed and struck-through feedback is counted apart from the day of its removal on") {
  SmallAccount account;
  Feedback removed = rated(1, "2026-09-20");
  removed.removed = true;
  removed.removal_date = at("2026-09-25");
  Feedback struck = rated(2, "2026-09-21");
  struck.removed = true;
  struck.struck_through = true;
  Feedback removed_later = rated(1, "2026-09-22");
  removed_later.removed = true;
  removed_later.removal_date = at("2026-10-01T00:00:00Z");
  account.add(removed).add(struck).add(removed_later).add(rated(5, "2026-09-20"));
  const FeedbackSummary summary = summary_of(account);
  CHECK(counts(summary) == "1/0/1 1/0/1 1/0/1 1/0/1");
  CHECK(summary.periods[0].removed == 1);
  CHECK(summary.periods[0].struck_through == 1);
  CHECK(summary_of(account, {.as_of = {}, .hindsight = true}).periods[0].removed == 2);
}

TEST_CASE("an export without any 4 or 5 lists low ratings only, unless the seller says that it is complete") {
  SmallAccount account;
  account.add(rated(3, "2026-09-20")).add(rated(1, "2026-09-21"));
  CHECK(summary_of(account).low_star_exports == std::vector<std::string>{"feedback.csv"});
  CHECK_FALSE(summary_of(account).every_rating());
  CHECK(summary_of(account, {.as_of = {}, .complete = true}).every_rating());
  account.add(rated(4, "2019-01-01"));
  CHECK(summary_of(account).every_rating());
}

TEST_CASE("one list of low ratings among the exports is enough, and an empty export is none") {
  SmallAccount account;
  account.add(rated(5, "2026-09-20"));
  account.give(Kind::feedback);
  CHECK(summary_of(account).every_rating());
  account.add(rated(2, "2026-09-20"));
  CHECK_FALSE(summary_of(account).every_rating());
}

TEST_CASE("negative feedback can be withdrawn until 60 days after the day it was received") {
  SmallAccount account;
  account
      .add(rated(2, "2026-08-02"))  // 60 days before 1 October.
      .add(rated(1, "2026-09-30"))
      .add(rated(1, "2026-08-01"))
      .add(rated(3, "2026-09-30"))
      .add(rated(5, "2026-09-30"));
  const FeedbackSummary summary = summary_of(account);
  REQUIRE(summary.withdrawable.size() == 2);
  CHECK(summary.withdrawable[0].rating == 2);
  CHECK(summary.withdrawable[0].last_day == day("2026-10-01"));
  CHECK(summary.withdrawable[1].date == day("2026-09-30"));
  CHECK(summary.withdrawable[1].last_day == day("2026-11-29"));
}

TEST_CASE("the buyers' answers are counted where the export has the question") {
  SmallAccount account;
  account.give(Kind::feedback, {Column::order_id, Column::rating, Column::date, Column::arrived_on_time});
  Feedback on_time = rated(5, "2026-09-20");
  on_time.arrived_on_time = Answer::yes;
  Feedback not_on_time = rated(1, "2026-09-20");
  not_on_time.arrived_on_time = Answer::no;
  account.add(on_time).add(on_time).add(not_on_time).add(rated(4, "2026-09-20"));
  account.give(Kind::feedback, {Column::order_id, Column::rating, Column::date});
  account.add(rated(5, "2026-09-20"));
  const FeedbackPeriod year = summary_of(account).last_year();
  REQUIRE(year.arrived_on_time);
  CHECK(year.arrived_on_time->yes == 2);
  CHECK(year.arrived_on_time->no == 1);
  CHECK(year.arrived_on_time->none == 1);
  CHECK_FALSE(year.customer_service);
}

TEST_CASE("several feedbacks of one order count as the exports say, whether or not the order is known") {
  SmallAccount account;
  account.add(rated(5, "2026-09-20")).add(rated(5, "2026-09-20")).add(rated(1, "2026-09-21"));
  CHECK(counts(summary_of(account)) == "2/0/1 2/0/1 2/0/1 2/0/1");
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-09-01")});
  CHECK(counts(summary_of(account)) == "2/0/1 2/0/1 2/0/1 2/0/1");
}

TEST_CASE("feedback of orders that a filter keeps out, or that were sold elsewhere, does not count") {
  SmallAccount account{TimeZone::utc(), {{Column::sales_channel, {"Amazon.fr"}}}};
  account.add(OrderRow{.order_id = "A", .purchase_date = at("2026-09-01"), .filters_met = 1});
  account.add(OrderRow{.order_id = "B", .purchase_date = at("2026-09-01"), .not_marketplace = true, .filters_met = 1});
  account.add(rated(5, "2026-09-20"));
  account.add(Feedback{.order_id = "B", .rating = 5, .date = at("2026-09-20")});
  account.add(Feedback{.order_id = "unmatched", .rating = 5, .date = at("2026-09-20")});
  CHECK(counts(summary_of(account)) == "1/0/0 1/0/0 1/0/0 1/0/0");
}

TEST_CASE("without an export of feedback there is nothing to sum up") {
  SmallAccount account;
  account.add_good_orders(1, "2026-09-01");
  CHECK_THROWS_AS(summary_of(account), UsageError);
}

}  // namespace sellerhealth
