#include "render/prospect_text.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "unit/render/sample.hpp"

namespace sellerhealth::render {

using testing::day;

namespace {

const Speaker english{Language::english};

CheckResult result(Verdict verdict) {
  CheckResult check = testing::defect_rate_result();
  check.verdict = verdict;
  return check;
}

std::string text_of(Verdict today, std::vector<Prospect::Turn> turns, bool never = false) {
  return prospect_text(
      result(today),
      {.assumption = Assumption::no_new_orders, .horizon_days = 180, .turns = std::move(turns), .never_passes = never},
      english);
}

std::string foresight_of(Verdict today, std::vector<Prospect::Turn> turns, bool never = false) {
  CheckResult check = result(today);
  check.prospects = {{.assumption = Assumption::no_new_orders, .horizon_days = 180, .turns = {}},
                     {.assumption = Assumption::no_new_defects,
                      .horizon_days = 180,
                      .turns = std::move(turns),
                      .never_passes = never}};
  return foresight(check, english);
}

}  // namespace

TEST_CASE("a prospect tells each turn from the verdict of today on") {
  using enum Verdict;
  CHECK(text_of(fail, {{day("2026-10-30"), pass}}) == "fine again on 30 Oct 2026");
  CHECK(text_of(fail, {{day("2026-10-30"), pass}, {day("2026-11-07"), fail}}) ==
        "fine again on 30 Oct 2026, fails again from 7 Nov 2026");
  CHECK(text_of(pass, {{day("2026-10-09"), fail}, {day("2026-10-23"), pass}}) ==
        "fails from 9 Oct 2026, fine again on 23 Oct 2026");
  CHECK(text_of(undetermined, {{day("2026-10-09"), pass}}) == "passes from 9 Oct 2026");
  CHECK(text_of(pass, {{day("2027-01-29"), no_data}}) == "no orders from 29 Jan 2027");
  CHECK(text_of(pass, {}) == "stays fine");
}

TEST_CASE("a prospect says never only when it is never") {
  using enum Verdict;
  CHECK(text_of(fail, {}, true) == "never fine again");
  CHECK(text_of(fail, {}, false) == "not fine again within 180 days");
  CHECK(text_of(fail, {{day("2026-12-02"), no_data}}, true) == "no orders from 2 Dec 2026, never fine again");
}

TEST_CASE("a failing check says when it is fine again") {
  using enum Verdict;
  CHECK(foresight_of(fail, {{day("2026-10-30"), pass}}) ==
        "fine again on 30 Oct 2026 at the present pace, if nothing new goes wrong");
  CHECK(foresight_of(fail, {}) == "not fine again within 180 days, even if nothing new goes wrong");
  CHECK(foresight_of(fail, {}, true) == "never fine again by waiting alone");
}

TEST_CASE("a passing check warns of a failure within 30 days, and only of that") {
  using enum Verdict;
  CHECK(foresight_of(pass, {{day("2026-10-31"), fail}}) ==
        "fails from 31 Oct 2026 as the window moves on, even if nothing new goes wrong");
  CHECK(foresight_of(pass, {{day("2026-11-01"), fail}}).empty());
  CHECK(foresight_of(pass, {}).empty());
}

TEST_CASE("a check without prospects says nothing of them") {
  CHECK(foresight(result(Verdict::fail), english).empty());
}

TEST_CASE("what is to come is told in French too") {
  using enum Verdict;
  const Speaker french{Language::french};
  CheckResult check = result(fail);
  const Prospect twice{.assumption = Assumption::no_new_defects,
                       .horizon_days = 180,
                       .turns = {{day("2026-10-01"), pass}, {day("2026-11-07"), fail}},
                       .never_passes = false};
  CHECK(prospect_text(check, twice, french) ==
        "de nouveau atteint le 1er oct. 2026, de nouveau manqué à partir du 7 nov. 2026");
  check.prospects = {twice};
  CHECK(foresight(check, french) ==
        "objectif de nouveau atteint le 1er oct. 2026 au rythme actuel, sauf nouveau problème");
  check.prospects.front().turns.clear();
  CHECK(foresight(check, french) == "objectif encore manqué pendant au moins 180 jours, même sans nouveau problème");
  check.prospects.front().never_passes = true;
  CHECK(foresight(check, french) == "attendre ne suffira jamais à retrouver l'objectif");
}

}  // namespace sellerhealth::render
