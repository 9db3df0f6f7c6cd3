#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/slow_calendar.hpp"
#include "support/specimen.hpp"
#include "support/trial.hpp"

namespace sellerhealth::support {
namespace {

/// Orders that were shipped at once, and messages that were answered at once, all at `instant`.
std::vector<Export> good_orders_and_messages(Instant instant, int count) {
  Export orders{Kind::orders,
                {"order-id", "purchase-date", "order-status", "fulfillment-channel", "latest-ship-date", "ship-date",
                 "cancel-date"},
                {}};
  Export messages{Kind::messages, {"message-id", "received-at", "responded-at"}, {}};
  for (int i = 0; i < count; ++i) {
    orders.rows.push_back({"good-" + std::to_string(i), utc_text(instant), "Shipped", "Merchant", utc_text(instant),
                           utc_text(instant), ""});
    messages.rows.push_back({"good-" + std::to_string(i), utc_text(instant), utc_text(instant)});
  }
  return {orders, messages};
}

/// Whether `count` of `denominator` is at most `other` of `other_denominator`.
bool at_most(std::int64_t count, std::int64_t denominator, std::int64_t other, std::int64_t other_denominator) {
  return count * other_denominator <= other * denominator;
}

}  // namespace

TEST_CASE("a good order or message never worsens a rate") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    const SlowCalendar calendar(specimen.recipe.zone);
    for (const AssessOptions& options : specimen.questions(3)) {
      const Instant first = calendar.start_of(specimen.profile.checks.front().window.first_day(options.as_of));
      if (calendar.day_of(first) != specimen.profile.checks.front().window.first_day(options.as_of)) {
        continue;  // The window's only day is one that the zone skipped.
      }
      Account better = specimen.account;
      for (const Export& good : good_orders_and_messages(first, static_cast<int>(specimen.dice.between(1, 5)))) {
        better.exports.push_back(good);
      }
      const OrderBook better_book = specimen.read(better);
      const Assessment before = assess(specimen.book, specimen.profile, options);
      const Assessment after = assess(better_book, specimen.profile, options);
      for (std::size_t i = 0; i < before.checks.size(); ++i) {
        const CheckResult& was = before.checks[i];
        const CheckResult& is = after.checks[i];
        if (!was.checked || was.denominator.value_or(0) == 0) {
          continue;
        }
        CAPTURE(run, specimen.describe(options), summary_of(before), summary_of(after));
        if (was.check.target.at_least()) {
          REQUIRE(at_most(*was.known, *was.denominator, *is.known, *is.denominator));
          REQUIRE(at_most(*was.possible, *was.denominator, *is.possible, *is.denominator));
        } else {
          REQUIRE(at_most(*is.known, *is.denominator, *was.known, *was.denominator));
          REQUIRE(at_most(*is.possible, *is.denominator, *was.possible, *was.denominator));
        }
      }
    }
  }
}

TEST_CASE("numbers, verdicts and the ledger are consistent with each other") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    specimen.profile.rules = some_rules(specimen.dice);
    for (const AssessOptions& options : specimen.questions(6)) {
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      CAPTURE(run, specimen.describe(options), summary_of(assessment));
      for (const CheckResult& check : assessment.checks) {
        REQUIRE(check.known.has_value() == check.checked);
        REQUIRE(check.possible.has_value() == check.checked);
        if (!check.checked) {
          REQUIRE(check.verdict == Verdict::no_data);
          continue;
        }
        const bool is_count = check.check.metric == Metric::policy_violations;
        const std::int64_t denominator = is_count ? 1 : *check.denominator;
        REQUIRE(0 <= *check.known);
        REQUIRE(*check.known <= *check.possible);
        REQUIRE((is_count || *check.possible <= denominator));
        const Target target = check.check.target_for(denominator);
        const bool both_pass = denominator > 0 && (is_count || denominator >= check.check.minimum_orders) &&
                               target.met_by(*check.known, denominator) && target.met_by(*check.possible, denominator);
        REQUIRE((check.verdict == Verdict::pass) == both_pass);
      }
      const auto sums_agree = [](const LedgerLine& line) {
        std::int64_t accounted_for = line.used + line.rejected;
        for (const auto& [reason, count] : line.left_out) {
          accounted_for += count;
        }
        return line.read == accounted_for;
      };
      REQUIRE(assessment.ledger.by_file.size() == specimen.account.exports.size());
      for (std::size_t i = 0; i < specimen.account.exports.size(); ++i) {
        const LedgerLine& line = assessment.ledger.by_file[i];
        REQUIRE(line.kind == specimen.account.exports[i].kind);
        REQUIRE(line.read == static_cast<std::int64_t>(specimen.account.exports[i].rows.size()));
        REQUIRE(sums_agree(line));
      }
      for (const LedgerLine& line : assessment.ledger.by_kind) {
        REQUIRE(sums_agree(line));
      }
    }
  }
}

}  // namespace sellerhealth::support
