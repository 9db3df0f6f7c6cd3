#include "index/date_orders.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth::index {

using read::fault_of;

namespace {

/// The files of an account, the first of which is asked about.
class Files {
 public:
  explicit Files(std::vector<std::string> texts, const normalize::Mappings& mappings = {}) {
    for (std::string& text : texts) {
      inputs_.push_back(recognize_input(
          read::Input::from_memory("file" + std::to_string(inputs_.size()), std::move(text)), {}, mappings));
    }
  }

  [[nodiscard]] DateOrder order(std::optional<DateOrder> stated = {}) const {
    const TimeZone zone = TimeZone::utc();
    const DateOrder order = DateOrders{inputs_, zone, stated}.order_of(inputs_[0]);
    // The order of the files makes no difference.
    std::vector<RecognizedInput> turned{inputs_.rbegin(), inputs_.rend()};
    CHECK(DateOrders{turned, zone, stated}.order_of(turned.back()) == order);
    return order;
  }

  [[nodiscard]] Diagnostic fault() const {
    return fault_of([&] { static_cast<void>(DateOrders{inputs_, TimeZone::utc(), {}}.order_of(inputs_[0])); });
  }

 private:
  std::vector<RecognizedInput> inputs_;
};

const std::string feedback = "order-id,rating,date\n";
const std::string orders = "order-id,purchase-date,ship-date,sales-channel\n";

}  // namespace

TEST_CASE("the stated order is the order") {
  CHECK(Files{{feedback + "A,1,13/01/2022\n"}}.order(DateOrder::mdy) == DateOrder::mdy);
  CHECK(Files{{feedback + "A,1,04/05/2022\n"}}.order(DateOrder::ymd) == DateOrder::ymd);
}

TEST_CASE("only the dates of columns as the seller maps them tell the order") {
  const normalize::Mappings mappings{{{Kind::feedback, Column::date, "when"}}, {}};
  CHECK(Files{{"order-id,rating,date,when\nA,1,13/05/2022,04/13/2022\n"}, mappings}.order() == DateOrder::mdy);
  CHECK(Files{{"order-id,rating,when,date\nA,1,04/13/2022,13/05/2022\n"}, mappings}.order() == DateOrder::mdy);
}

TEST_CASE("a value above 12 anywhere in the file settles the order") {
  CHECK(Files{{feedback + "A,1,04/05/2022\nB,1,05/13/2022\n"}}.order() == DateOrder::mdy);
  CHECK(Files{{feedback + "A,1,13.05.22\nB,1,04/05/2022\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,04/05/2022,05/13/22 10:56,\n"}}.order() == DateOrder::mdy);
  std::string late = feedback;
  for (int i = 0; i < 500; ++i) {
    late += "A,1,\n";
  }
  CHECK(Files{{late + "A,1,04-01-2022\nA,1,04-30-22\n"}}.order() == DateOrder::mdy);
}

TEST_CASE("a column that the run does not read may settle the order") {
  CHECK(Files{{"order-id,claim-date,respond-by\nA,04/05/2022,13/05/2022\n"}}.order() == DateOrder::dmy);
}

TEST_CASE("dates that need different orders contradict each other, in any order of the rows") {
  const Diagnostic fault = Files{{feedback + "A,1,13/01/2022\nB,1,04/05/2022\nC,1,01/14/2022\n"}}.fault();
  CHECK(fault.code == "contradictory_dates");
  CHECK(fault.file == "file0");
  CHECK(fault.line == 4);
  CHECK(fault.column == "date");
  CHECK_THAT(fault.message, ContainsSubstring("\"01/14/2022\"") && ContainsSubstring("line 2") &&
                                ContainsSubstring("\"13/01/2022\"") && ContainsSubstring("--date-order"));
  const Diagnostic turned = Files{{feedback + "C,1,01/14/2022\nA,1,13/01/2022\n"}}.fault();
  CHECK(turned.code == "contradictory_dates");
  CHECK(turned.line == 3);
}

TEST_CASE("the marketplace of the file's own rows settles the order") {
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.com\nB,04/05/2022,,amazon.com\n"}}.order() == DateOrder::mdy);
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.fr\nB,04/05/2022,,Amazon.com.mx\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.co.uk\nB,04/05/2022,,Non-Amazon\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.fr\nB,04/05/2022,,Amazon.com\n"}}.fault().code == "ambiguous_dates");
}

TEST_CASE("a value above 12 prevails over the marketplace") {
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.com\nB,13/05/2022,,Amazon.com\n"}}.order() == DateOrder::dmy);
}

TEST_CASE("the marketplaces of the orders files settle the order of a file without, if they agree") {
  const std::string american = orders + "A,2022-01-01,,Amazon.com\n";
  const std::string french = orders + "B,2022-01-01,,Amazon.fr\n";
  const std::string asked = feedback + "A,1,04/05/2022\n";
  CHECK(Files{{asked, american}}.order() == DateOrder::mdy);
  CHECK(Files{{asked, french, feedback + "B,1,2022-01-01\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{asked, american, french}}.fault().code == "ambiguous_dates");
  CHECK(Files{{orders + "C,04/05/2022,,Amazon.fr\n", american}}.order() == DateOrder::dmy);
}

TEST_CASE("a Japanese marketplace does not settle dates whose year stands last") {
  CHECK(Files{{orders + "A,04/05/2022,,Amazon.co.jp\n"}}.fault().code == "ambiguous_dates");
}

TEST_CASE("a date does not precede the purchase in another column of its row") {
  CHECK(Files{{orders + "A,2022-05-01,04/05/2022,\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,2022-04-01,04/05/2022,\n"}}.fault().code == "ambiguous_dates");
  // 4 May and 3 June, or 5 April and 6 March.
  CHECK(Files{{orders + "A,04/05/2022,03/06/2022,\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,05/04/2022,06/03/2022,\n"}}.order() == DateOrder::mdy);
}

TEST_CASE("a date does not precede the purchase in another row or another file") {
  CHECK(Files{{orders + "A,,04/05/2022,\nA,2022-05-01,,\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{feedback + "A,1,05/04/2022\n", orders + "A,2022-05-01,,\n"}}.order() == DateOrder::mdy);
  CHECK(Files{{feedback + "A,1,05/04/2022\n", orders + "B,2022-05-01,,\n"}}.fault().code == "ambiguous_dates");
  CHECK(Files{{orders + "A,04/05/2022,,\n", orders + "A,2022-05-04T22:30:00Z,2022-05-06,\n"}}.order() ==
        DateOrder::dmy);
}

TEST_CASE("orders files are settled before the files that need their purchases") {
  // The orders file is month first by a value above 12, or by its own shipments.
  CHECK(Files{{feedback + "A,1,06/04/2022\n", orders + "A,05/04/2022,,\nB,05/13/2022,,\n"}}.order() == DateOrder::mdy);
  CHECK(Files{{feedback + "A,1,06/05/2022\n", orders + "A,05/20/2022,,\n"}}.order() == DateOrder::mdy);
  CHECK(Files{{feedback + "A,1,05/04/2022\n", orders + "A,05/04/2022,06/03/2022,\n"}}.order() == DateOrder::mdy);
}

TEST_CASE("a purchase two days later is rounding, not evidence") {
  CHECK(Files{{orders + "A,2022-05-06T00:00:00Z,04/05/2022,\n"}}.order() == DateOrder::dmy);
  CHECK(Files{{orders + "A,2022-05-08T00:00:00Z,04/05/2022,\n"}}.fault().code == "ambiguous_dates");
}

TEST_CASE("what nothing settles is shown in both readings, with the remedy") {
  const Diagnostic fault = Files{{feedback + "A,1,2022-01-01\nA,1,05/05/2022\nA,1,04/05/2022 10:56\n"}}.fault();
  CHECK(fault.code == "ambiguous_dates");
  CHECK(fault.file == "file0");
  CHECK(fault.line == 4);
  CHECK(fault.column == "date");
  CHECK_THAT(fault.message, ContainsSubstring("\"04/05/2022 10:56\"") && ContainsSubstring("2022-05-04") &&
                                ContainsSubstring("2022-04-05") && ContainsSubstring("--date-order"));
}

TEST_CASE("where every date reads the same there is nothing to settle") {
  CHECK(Files{{feedback + "A,1,05/05/2022\nB,1,2022/06/07\n"}}.order() == DateOrder::dmy);
}

TEST_CASE("the tables of one document share its order") {
  const std::string document = R"({"orders": [{"order-id": "A", "purchase-date": "05/13/2022"}],)"
                               R"( "feedback": [{"order-id": "A", "rating": 1, "date": "06/07/2022"}]})";
  CHECK(Files{{document}}.order() == DateOrder::mdy);
}

}  // namespace sellerhealth::index
