#include <string>

#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

using testing::instant;

namespace {

const Instant now = instant("2026-10-01T12:00:00Z");

Deadlines no_deadlines() {
  Deadlines deadlines;
  deadlines.options.now = now;
  deadlines.assessment = testing::sample_assessment();
  return deadlines;
}

Deadline due_in(std::chrono::seconds left, std::string order_id) {
  Deadline deadline;
  deadline.duty = Duty::ship_order;
  deadline.order_id = std::move(order_id);
  deadline.due = now + left;
  deadline.time_left = left;
  return deadline;
}

Stake stake_with(Verdict if_missed, Verdict if_met) {
  CheckResult result = testing::defect_rate_result();
  Stake stake{result, testing::day("2026-10-01"), result, result};
  stake.if_missed.verdict = if_missed;
  stake.if_met.verdict = if_met;
  return stake;
}

}  // namespace

TEST_CASE("a deadline is told by the time left and by the clock, one that is past in clear words") {
  Deadlines deadlines = no_deadlines();
  deadlines.zone = testing::zone_called("Europe/Paris");
  deadlines.deadlines = {due_in(-std::chrono::hours{50}, "A"), due_in(std::chrono::hours{5}, "B")};
  const std::string text = render_text(deadlines);
  CHECK_THAT(text, ContainsSubstring("Deadlines as of 1 Oct 2026 14:00"));
  CHECK_THAT(text, ContainsSubstring("2 days 2 hours ago   29 Sep 2026 12:00   ship the order   A\n"));
  CHECK_THAT(text, ContainsSubstring("in 5 h 0 min         1 Oct 2026 19:00    ship the order   B\n"));
}

TEST_CASE("a deadline has its reason, its amount, and whether it was missed for certain") {
  Deadlines deadlines = no_deadlines();
  Deadline claim = due_in(-std::chrono::hours{1}, "A");
  claim.duty = Duty::answer_claim;
  claim.reason = "Item\tnot received";
  claim.amount = "9,00";
  claim.currency = "EUR";
  claim.missed = true;
  deadlines.deadlines = {claim};
  CHECK_THAT(render_text(deadlines), ContainsSubstring("answer the claim   A   Item?not received, 9,00 EUR, missed"));
}

TEST_CASE("what is due when no export says comes without a time") {
  Deadlines deadlines = no_deadlines();
  Deadline message = due_in({}, "A");
  message.duty = Duty::answer_message;
  message.due.reset();
  message.time_left.reset();
  deadlines.deadlines = {message};
  CHECK_THAT(render_text(deadlines), ContainsSubstring("no deadline told      answer the message   A"));
}

TEST_CASE("of many past deadlines the newest are shown, of many to come the nearest") {
  Deadlines deadlines = no_deadlines();
  for (int i = -25; i < 25; ++i) {
    deadlines.deadlines.push_back(due_in(std::chrono::hours{i}, "at" + std::to_string(i)));
  }
  const std::string text = render_text(deadlines);
  CHECK_THAT(text, ContainsSubstring("… and 5 earlier ones") && ContainsSubstring("… and 5 later ones"));
  CHECK_THAT(text, ContainsSubstring("at-20\n") && ContainsSubstring("at19\n"));
  CHECK_THAT(text, !ContainsSubstring("at-21\n") && !ContainsSubstring("at20\n"));
}

TEST_CASE("as many deadlines are shown on each side of now as are asked for, or all") {
  Deadlines deadlines = no_deadlines();
  for (int i = -25; i < 25; ++i) {
    deadlines.deadlines.push_back(due_in(std::chrono::hours{i}, "at" + std::to_string(i)));
  }
  const std::string some = render_text(deadlines, {.limit = 2});
  CHECK_THAT(some, ContainsSubstring("… and 23 earlier ones") && ContainsSubstring("… and 23 later ones"));
  CHECK_THAT(some, ContainsSubstring("at-2\n") && ContainsSubstring("at1\n"));
  CHECK_THAT(some, !ContainsSubstring("at-3\n") && !ContainsSubstring("at2\n"));
  const std::string all = render_text(deadlines, {.limit = 0});
  CHECK_THAT(all, ContainsSubstring("at-25\n") && ContainsSubstring("at24\n") && !ContainsSubstring("… and"));
}

TEST_CASE("what becomes of a check is said in words") {
  const auto remark = [](Verdict if_missed, Verdict if_met) {
    Deadlines deadlines = no_deadlines();
    deadlines.stakes = {stake_with(if_missed, if_met)};
    return render_text(deadlines);
  };
  CHECK_THAT(remark(Verdict::pass, Verdict::pass), ContainsSubstring("passes even so"));
  CHECK_THAT(remark(Verdict::fail, Verdict::pass), ContainsSubstring("fails if they slip\n"));
  CHECK_THAT(remark(Verdict::fail, Verdict::fail), ContainsSubstring("fails either way"));
  CHECK_THAT(remark(Verdict::fail, Verdict::undetermined), ContainsSubstring("fails if they slip, else open"));
  CHECK_THAT(remark(Verdict::undetermined, Verdict::pass), ContainsSubstring("open\n"));
}

TEST_CASE("what hangs on the deadlines is held against a target with its count floor") {
  Deadlines deadlines = no_deadlines();
  Stake stake = stake_with(Verdict::fail, Verdict::pass);
  stake.today.check.count_floor = CountFloor{.below = 300, .at_most = 3};
  deadlines.stakes = {stake};
  CHECK_THAT(render_text(deadlines), ContainsSubstring("< 1 %; under 300: <= 3   fails if they slip"));
}

TEST_CASE("a check that changes on a later day says on which") {
  Deadlines deadlines = no_deadlines();
  deadlines.stakes = {stake_with(Verdict::fail, Verdict::pass)};
  CHECK_THAT(render_text(deadlines), !ContainsSubstring("if nothing else changes"));
  deadlines.stakes[0].day = testing::day("2026-10-24");
  CHECK_THAT(render_text(deadlines),
             ContainsSubstring("fails if they slip, on 24 Oct 2026") && ContainsSubstring("if nothing else changes"));
}

TEST_CASE("what the list cannot know is said") {
  Deadlines deadlines = no_deadlines();
  deadlines.ends = {{Kind::orders, instant("2026-09-30T22:00:00Z")}};
  deadlines.untold_orders = 2;
  deadlines.without_deadline = 1;
  const std::string text = render_text(deadlines);
  CHECK_THAT(text, ContainsSubstring("Nothing is to be done."));
  CHECK_THAT(text, ContainsSubstring("The exports end: orders on 30 Sep 2026 22:00."));
  CHECK_THAT(text, ContainsSubstring("Not given: claims, chargebacks and messages."));
  CHECK_THAT(text, ContainsSubstring("Not listed: 1 open case without a deadline"));
  CHECK_THAT(text, ContainsSubstring("do not tell whether 2 orders were shipped."));
}

}  // namespace sellerhealth
