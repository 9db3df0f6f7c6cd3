#include "render/remark.hpp"

#include "support/catch.hpp"
#include "unit/render/sample.hpp"

namespace sellerhealth::render {

using testing::defect_rate_result;
using testing::first_screen;
using testing::response_result;
using testing::sample_assessment;

namespace {

const Speaker english{Language::english};

std::string remark_of(CheckResult result, Verdict verdict, std::int64_t known, std::int64_t denominator) {
  result.verdict = verdict;
  result.known = known;
  result.possible = known;
  result.denominator = denominator;
  return remark_on(result, sample_assessment(), english);
}

}  // namespace

TEST_CASE("a passing check says how many more it could bear") {
  CHECK(remark_of(defect_rate_result(), Verdict::pass, 137, 24657) == "passes with 109 to spare");
  CHECK(remark_of(response_result(), Verdict::pass, 1243, 1335) == "passes with 41 to spare");
  CHECK(remark_of(defect_rate_result(), Verdict::pass, 246, 24657) == "passes, with none to spare");
}

TEST_CASE("a failing check says by how many it fails and how many would pass") {
  CHECK(remark_of(defect_rate_result(), Verdict::fail, 300, 24657) == "fails by 54: at most 246 would pass");
  CHECK(remark_of(defect_rate_result(), Verdict::fail, 1, 100) == "fails by 1: only 0 would pass");
  CHECK(remark_of(response_result(), Verdict::fail, 1200, 1335) == "fails by 2: at least 1,202 would pass");
}

TEST_CASE("a check that missing exports leave open says at which count it turns") {
  const Assessment assessment = first_screen();
  CHECK(remark_on(assessment.checks[0], assessment, english) ==
        "passes unless claims and chargebacks hit 150 more orders");
}

TEST_CASE("a check that unknown cancellers leave open says how many of them it can bear") {
  const Assessment assessment = first_screen();
  CHECK(remark_on(assessment.checks[1], assessment, english) ==
        "passes if at most 431 of the 542 open ones were the seller's");
}

TEST_CASE("a check where more is better says how many it needs") {
  Assessment assessment = sample_assessment();
  CheckResult result = response_result();
  result.verdict = Verdict::undetermined;
  result.known = 1200;
  result.possible = 1250;
  result.needs = {{.kind = Kind::messages, .column = Column::responded_at, .count = 50}};
  CHECK(remark_on(result, assessment, english) == "passes if at least 2 of the 50 open ones were answered in time");
}

TEST_CASE("a check without its columns says which file lacks what") {
  const Assessment assessment = first_screen();
  CHECK(remark_on(assessment.checks[2], assessment, english) ==
        "all-orders.txt has no latest-ship-date and no ship-date");
}

TEST_CASE("a check without its export says which") {
  const Assessment assessment = first_screen();
  CHECK(remark_on(assessment.checks[3], assessment, english) == "no messages file");
}

TEST_CASE("a check with too few orders to judge says how many it takes") {
  CheckResult result = defect_rate_result();
  result.check.minimum_orders = 10;
  CHECK(remark_of(result, Verdict::no_data, 0, 9) == "too few to judge: at least 10 orders");
  CHECK(remark_of(result, Verdict::no_data, 0, 0) == "no orders in these days");
}

TEST_CASE("below a count floor its count is what passes and fails are counted from") {
  CheckResult result = defect_rate_result();
  result.check.count_floor = CountFloor{.below = 300, .at_most = 3};
  CHECK(remark_of(result, Verdict::pass, 2, 250) == "passes with 1 to spare");
  CHECK(remark_of(result, Verdict::fail, 4, 250) == "fails by 1: at most 3 would pass");
  CHECK(remark_of(result, Verdict::fail, 3, 300) == "fails by 1: at most 2 would pass");
}

TEST_CASE("French says what a verdict means in its own sentences") {
  const Speaker french{Language::french};
  const Assessment first = first_screen();
  CHECK(remark_on(first.checks[0], first, french) ==
        "objectif atteint, sauf si les réclamations et contestations de prélèvement touchent 150 commandes de plus");
  CHECK(remark_on(first.checks[1], first, french) ==
        "objectif atteint si au plus 431 des 542 cas indéterminés sont le fait du vendeur");
  CHECK(remark_on(first.checks[2], first, french) ==
        "all-orders.txt n'a pas les colonnes latest-ship-date et ship-date");
  CHECK(remark_on(first.checks[3], first, french) == "fichier manquant\u00a0: messages");
  CheckResult cancellations = first.checks[1];
  cancellations.possible = *cancellations.known + 2;
  cancellations.known = *cancellations.possible - 1;
  CHECK(remark_on(cancellations, first, french) ==
        "objectif atteint si le cas indéterminé n'est pas le fait du vendeur");
}

TEST_CASE("French has a singular for one more order") {
  const Speaker french{Language::french};
  Assessment first = first_screen();
  CheckResult& defects = first.checks[0];
  defects.known = 246;  // of 24,657: the last that passes
  CHECK(remark_on(defects, first, french) ==
        "objectif atteint, sauf si les réclamations et contestations de prélèvement touchent 1 commande de plus");
}

}  // namespace sellerhealth::render
