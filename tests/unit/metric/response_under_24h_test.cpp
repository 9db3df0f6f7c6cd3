#include "support/catch.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth {

using testing::as_of;
using testing::at;
using testing::component;
using testing::counts;
using testing::day;
using testing::needs;
using testing::SmallAccount;

namespace {

constexpr Window last_week{.days = 7, .lag_days = 0};

CheckResult rate(const SmallAccount& account, const AssessOptions& options = testing::on_1_october(),
                 Window window = testing::quarter) {
  return testing::check(account, Metric::response_under_24h, options, window);
}

Message message(std::string_view received, std::string_view responded = {}) {
  return {.received_at = at(received), .responded_at = responded.empty() ? std::nullopt : std::optional{at(responded)}};
}

/// The check of one message, in exports that are complete to the end of September.
CheckResult rate_of(const Message& message, Window window = testing::quarter) {
  SmallAccount account;
  account.add(message);
  AssessOptions options = testing::on_1_october();
  options.data_through = day("2026-09-30");
  return rate(account, options, window);
}

}  // namespace

TEST_CASE("a reply within exactly 86 400 seconds is in time, a second later it is late") {
  CHECK(counts(rate_of(message("2026-06-10T10:00:00Z", "2026-06-11T10:00:00Z"))) == "1..1 of 1");
  const CheckResult late = rate_of(message("2026-06-10T10:00:00Z", "2026-06-11T10:00:01Z"));
  CHECK(counts(late) == "0..0 of 1");
  CHECK(component(late, "late") == 1);
  CHECK(component(late, "answered_late") == 1);
  CHECK(component(late, "unanswered") == 0);
}

TEST_CASE("weekends count: a message of Friday evening is late on Monday morning") {
  CHECK(counts(rate_of(message("2026-06-12T18:00:00Z", "2026-06-15T08:00:00Z"))) == "0..0 of 1");
}

TEST_CASE("the 24 hours are elapsed hours also where a day has 25 or 23") {
  const TimeZone paris = testing::zone_called("Europe/Paris");
  const auto answered = [&](std::string_view received, std::string_view responded, std::string_view day) {
    SmallAccount account{paris};
    account.add(Message{.received_at = at(received, paris), .responded_at = at(responded, paris)});
    return counts(rate(account, as_of(day)));
  };
  // 2026-10-25 has 25 hours, 2026-03-29 has 23.
  CHECK(answered("2026-10-24 12:00:00", "2026-10-25 11:00:00", "2026-12-31") == "1..1 of 1");
  CHECK(answered("2026-10-24 12:00:00", "2026-10-25 11:00:01", "2026-12-31") == "0..0 of 1");
  CHECK(answered("2026-03-28 12:00:00", "2026-03-29 13:00:00", "2026-06-30") == "1..1 of 1");
  CHECK(answered("2026-03-28 12:00:00", "2026-03-29 13:00:01", "2026-06-30") == "0..0 of 1");
}

TEST_CASE("an unanswered message is late once it is 86 400 seconds old") {
  const CheckResult late = rate_of(message("2026-09-30T00:00:00Z"), last_week);
  CHECK(counts(late) == "0..0 of 1");
  CHECK(component(late, "late") == 1);
  CHECK(component(late, "unanswered") == 1);
  CHECK(component(late, "answered_late") == 0);
}

TEST_CASE("an unanswered message that is younger does not count") {
  CHECK(counts(rate_of(message("2026-09-30T00:00:01Z"), last_week)) == "0..0 of 0");
  CHECK(rate_of(message("2026-09-30T00:00:01Z"), last_week).verdict == Verdict::no_data);
}

TEST_CASE("a reply that is not known yet is none") {
  CHECK(counts(rate_of(message("2026-09-30T10:00:00Z", "2026-10-01T00:00:00Z"), last_week)) == "0..0 of 0");
  CHECK(counts(rate_of(message("2026-09-30T00:00:00Z", "2026-10-01T00:00:00Z"), last_week)) == "0..0 of 1");
  CHECK(counts(rate_of(message("2026-09-30T10:00:00Z", "2026-09-30T23:59:59Z"), last_week)) == "1..1 of 1");
}

TEST_CASE("a message of a day with 25 hours is old one day earlier than by counting days") {
  SmallAccount account{testing::zone_called("Europe/Paris")};
  // Half past midnight: 24 hours later it is half past eleven of the same day.
  account.add(message("2026-10-24T22:30:00Z"));
  AssessOptions options = as_of("2026-10-26");
  options.data_through = day("2026-10-25");
  CHECK(counts(rate(account, options, last_week)) == "0..0 of 1");
}

TEST_CASE("with a lag of two days no message is pending any more") {
  SmallAccount account{testing::zone_called("Europe/Paris")};
  // The last hour before a day of 23: 24 hours later it is half past midnight of the day after next.
  account.add(message("2026-03-28T22:30:00Z"));
  const auto counted = [&](std::string_view date, int lag) {
    AssessOptions options = as_of(date);
    options.data_through = day("2026-03-31");
    return counts(rate(account, options, {.days = 7, .lag_days = lag}));
  };
  CHECK(counted("2026-03-30", 0) == "0..0 of 0");
  CHECK(counted("2026-03-31", 0) == "0..0 of 1");
  CHECK(counted("2026-03-31", 2) == "0..0 of 1");
}

TEST_CASE("a message that needs no response does not count") {
  SmallAccount account;
  account.add(Message{.received_at = at("2026-06-10"), .no_response_needed = true});
  account.add(Message{.received_at = at("2026-06-10"), .responded_at = at("2026-06-10"), .no_response_needed = true});
  CHECK(counts(rate(account)) == "0..0 of 0");
}

TEST_CASE("a message of some instant of a day is open where the day does not decide") {
  CHECK(counts(rate_of(message("2026-06-10T10:00:00Z", "2026-06-10"))) == "1..1 of 1");
  CHECK(counts(rate_of(message("2026-06-10", "2026-06-10"))) == "1..1 of 1");
  CHECK(counts(rate_of(message("2026-06-10", "2026-06-12"))) == "0..0 of 1");
  CHECK(counts(rate_of(message("2026-06-10T10:00:00Z", "2026-06-12"))) == "0..0 of 1");
  const CheckResult open = rate_of(message("2026-06-10T10:00:00Z", "2026-06-11"));
  CHECK(counts(open) == "0..1 of 1");
  CHECK(component(open, "late") == 0);
  CHECK(component(open, "mean_response_seconds") == std::nullopt);
  CHECK(needs(open) == "messages responded-at");
}

TEST_CASE("an unanswered message of some instant of a day is late when its last instant is 24 hours old") {
  CHECK(counts(rate_of(message("2026-09-29"), last_week)) == "0..0 of 1");
  CHECK(counts(rate_of(message("2026-09-30"), last_week)) == "0..0 of 0");
}

TEST_CASE("between the end of the exports and the as-of day a reply is possible") {
  SmallAccount account;
  account.add(message("2026-06-10T10:00:00Z"));
  const CheckResult open = rate(account);
  CHECK(counts(open) == "0..1 of 1");
  CHECK(component(open, "unanswered") == 0);
  CHECK(needs(open) == "messages");
  account.add(message("2026-06-10T12:00:00Z", "2026-06-11T10:00:00Z"));
  const CheckResult late = rate(account);
  CHECK(counts(late) == "1..1 of 2");
  CHECK(component(late, "unanswered") == 1);
}

TEST_CASE("without a column of replies every message of the export is open") {
  SmallAccount account;
  account.give(Kind::messages, {Column::message_id, Column::received_at});
  account.add(Message{.message_id = "a", .received_at = at("2026-06-10")});
  account.add(Message{.message_id = "b", .received_at = at("2026-06-10")});
  const CheckResult alone = rate(account);
  CHECK_FALSE(alone.checked);
  CHECK(counts(alone) == "null..null of 2");
  CHECK(needs(alone) == "messages responded-at");
  account.give(Kind::messages);
  account.add(Message{.message_id = "b", .received_at = at("2026-06-10"), .responded_at = at("2026-06-10")});
  const CheckResult together = rate(account);
  CHECK(together.checked);
  CHECK(counts(together) == "1..2 of 2");
}

TEST_CASE("the mean is that of the answered messages, rounded half up") {
  SmallAccount account;
  account.add(message("2026-06-10T10:00:00Z", "2026-06-10T10:00:01Z"));
  account.add(message("2026-06-10T10:00:00Z", "2026-06-12T10:00:02Z"));
  account.add(message("2026-06-10T10:00:00Z"));
  CHECK(component(rate(account), "mean_response_seconds") == (1 + 2 * 86'400 + 2 + 1) / 2);
  CHECK(component(rate(account), "late") == 2);
}

TEST_CASE("the mean of no answered message is none") {
  CHECK(component(rate_of(message("2026-06-10T10:00:00Z")), "mean_response_seconds") == std::nullopt);
}

TEST_CASE("messages are placed by their own day, and need no order") {
  SmallAccount account;
  account.add(message("2026-06-02T23:59:59Z", "2026-06-03"));
  account.add(message("2026-06-03T00:00:00Z", "2026-06-03"));
  account.add(message("2026-08-31T23:59:59Z", "2026-09-01"));
  account.add(message("2026-09-01T00:00:00Z", "2026-09-01"));
  CHECK(rate(account).denominator == 2);
}

TEST_CASE("nine of ten answered in time are no pass for more than 90 per cent") {
  SmallAccount account;
  for (int i = 0; i < 9; ++i) {
    account.add(message("2026-06-10T10:00:00Z", "2026-06-10T11:00:00Z"));
  }
  account.add(message("2026-06-10T10:00:00Z", "2026-06-20T11:00:00Z"));
  CHECK(counts(rate(account)) == "9..9 of 10");
  CHECK(rate(account).verdict == Verdict::fail);
  account.add(message("2026-06-10T10:00:00Z", "2026-06-10T11:00:00Z"));
  CHECK(rate(account).verdict == Verdict::pass);
}

TEST_CASE("without an export of messages there are no numbers, and with none of them there is no data") {
  SmallAccount account;
  account.add_good_orders(1, "2026-06-10");
  const CheckResult unknown = rate(account);
  CHECK_FALSE(unknown.checked);
  CHECK(counts(unknown) == "null..null of null");
  CHECK(needs(unknown) == "messages");
  AssessOptions options = testing::on_1_october();
  options.none = {Kind::messages};
  CHECK(counts(rate(account, options)) == "0..0 of 0");
  CHECK(rate(account, options).verdict == Verdict::no_data);
}

TEST_CASE("late responses are those that are not in time, with the ends exchanged") {
  SmallAccount account;
  account.add(message("2026-09-20T10:00:00Z", "2026-09-20T11:00:00Z"));  // in time
  account.add(message("2026-09-20T10:00:00Z", "2026-09-22T10:00:00Z"));  // late
  account.add(message("2026-09-21T10:00:00Z"));                          // unanswered
  account.add(message("2026-09-20", "2026-09-21"));                      // either
  AssessOptions options = testing::on_1_october();
  options.data_through = day("2026-09-30");
  const Check check{.id = "late",
                    .metric = Metric::late_response_rate,
                    .window = {.days = 30, .lag_days = 0},
                    .target = Target::parse("<= 10%", Unit::ratio)};
  const CheckResult late = assess(account.book, {.name = "test", .checks = {check}}, options).checks.front();
  CHECK(counts(late) == "2..3 of 4");
  CHECK(counts(rate(account, options, check.window)) == "1..2 of 4");
  CHECK(component(late, "unanswered") == 1);
  CHECK(component(late, "answered_late") == 1);
  CHECK(needs(late) == "messages responded-at");
}

TEST_CASE("messages await a reply whatever their age, as far as replies are known") {
  SmallAccount account;
  account.add(message("2026-09-24T10:00:00Z"));                          // unanswered
  account.add(message("2026-09-30T23:00:00Z"));                          // an hour old, so not counted yet
  account.add(message("2026-09-29T10:00:00Z", "2026-10-01T09:00:00Z"));  // the reply is not known yet
  account.add(message("2026-09-28T10:00:00Z", "2026-09-28T11:00:00Z"));
  account.add(Message{.received_at = at("2026-09-28T10:00:00Z"), .no_response_needed = true});
  const CheckResult result = rate(account, testing::on_1_october(), last_week);
  CHECK(component(result, "awaiting_reply") == 3);
  CHECK(result.denominator == 3);
}

}  // namespace sellerhealth
