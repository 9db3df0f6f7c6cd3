#include "sellerhealth/render.hpp"
#include "support/catch.hpp"
#include "unit/render/sample.hpp"

using Catch::Matchers::ContainsSubstring;

namespace sellerhealth {

namespace {

Inspection sample_inspection() {
  Inspection inspection;
  inspection.assessment = testing::sample_assessment();
  inspection.assessment.inputs[0].headers = {
      {"amazon-order-id", Column::order_id}, {"purchase-date", Column::purchase_date}, {"buyer-name", std::nullopt}};
  inspection.event_days.resize(inspection.assessment.inputs.size());
  inspection.orders = 99'800;
  return inspection;
}

}  // namespace

TEST_CASE("an inspection says what each file is and by what it was told") {
  const std::string text = render_text(sample_inspection());
  CHECK_THAT(text, ContainsSubstring("orders.csv: orders, told by purchase-date"));
  CHECK_THAT(text, ContainsSubstring("csv, utf-8"));
  CHECK_THAT(text, ContainsSubstring("1 Oct 2025 – 30 Sep 2026"));
}

TEST_CASE("an inspection says which columns were understood, as what, and which were not used") {
  const std::string text = render_text(sample_inspection());
  CHECK_THAT(text, ContainsSubstring("amazon-order-id (order-id), purchase-date"));
  CHECK_THAT(text, ContainsSubstring("buyer-name"));
}

TEST_CASE("an inspection says which columns are understood by the seller's own word") {
  Inspection inspection = sample_inspection();
  inspection.assessment.inputs[0].headers = {{"pedido", Column::order_id, true},
                                             {"ship-date", Column::ship_date, true}};
  CHECK_THAT(render_text(inspection),
             ContainsSubstring("pedido (order-id by --column), ship-date (ship-date by --column)"));
}

TEST_CASE("columns stand in lines that are not too long, and of thousands only some are named") {
  Inspection inspection = sample_inspection();
  inspection.assessment.inputs[0].headers.assign(4096, {"column", std::nullopt});
  const std::string text = render_text(inspection);
  CHECK_THAT(text, ContainsSubstring("and 4,036 more\n"));
  std::size_t begin = text.find("not used");
  for (std::size_t end = text.find('\n', begin); end < text.find("and 4,036"); end = text.find('\n', begin)) {
    CHECK(end - begin <= 100);
    begin = end + 1;
  }
}

TEST_CASE("an inspection counts values that are not known and says what settles them") {
  Inspection inspection = sample_inspection();
  inspection.assessment.inputs[0].unknown_values = {{Column::order_status, "Parti", 3},
                                                    {Column::item_status, "a@example.com", 1}};
  CHECK_THAT(render_text(inspection),
             ContainsSubstring("order-status \"Parti\" in 3 rows: --value orders.order-status.shipped=VALUE") &&
                 ContainsSubstring("item-status an e-mail address in 1 row:"));
}

TEST_CASE("an inspection says when a file without purchases, such as a shipping log, tells of events") {
  Inspection inspection = sample_inspection();
  inspection.assessment.inputs[0].first_day.reset();
  inspection.event_days[0] = std::pair{testing::day("2026-06-03"), testing::day("2026-06-30")};
  CHECK_THAT(render_text(inspection), ContainsSubstring("events      3 Jun – 30 Jun 2026"));
}

TEST_CASE("an inspection names the files of a directory that are no exports") {
  Inspection inspection = sample_inspection();
  inspection.assessment.warnings = {{.code = "skipped_file", .file = "notes.txt", .message = "skipped: not an export"}};
  CHECK_THAT(render_text(inspection), ContainsSubstring("\nnotes.txt: skipped: not an export\n"));
}

TEST_CASE("an inspection accounts for the rows of each file") {
  CHECK_THAT(render_text(sample_inspection()), ContainsSubstring("123,865 read = 30,499 used") &&
                                                   ContainsSubstring("83,100 before_window") &&
                                                   ContainsSubstring("10,266 after_window"));
}

TEST_CASE("an inspection counts the orders, and those at fault") {
  Inspection inspection = sample_inspection();
  CHECK_THAT(render_text(inspection), ContainsSubstring("99,800 orders"));
  CHECK(render_text(inspection).find("more than two days apart") == std::string::npos);
  inspection.undated_orders = 12;
  inspection.contradicted_order_count = 1431;
  inspection.contradicted_orders = {"701-1-1", "701-1-2"};
  CHECK_THAT(render_text(inspection), ContainsSubstring("12 of them without a purchase-date") &&
                                          ContainsSubstring("1,431") && ContainsSubstring("701-1-1, 701-1-2"));
}

TEST_CASE("an inspection says which metrics can be checked and what they lack") {
  Inspection inspection = sample_inspection();
  inspection.assessment = testing::first_screen();
  inspection.event_days.resize(inspection.assessment.inputs.size());
  const std::string text = render_text(inspection);
  CHECK_THAT(text, ContainsSubstring("Order defect rate") && ContainsSubstring("partly"));
  CHECK_THAT(text, ContainsSubstring("--none claims"));
}

TEST_CASE("an inspection lists the first bad rows and counts all") {
  Inspection inspection = sample_inspection();
  inspection.bad_row_count = 1431;
  inspection.bad_rows = {
      {.code = "bad_value", .file = "orders.csv", .line = 12, .column = "ship-date", .message = "found \"soon\""}};
  CHECK_THAT(render_text(inspection),
             ContainsSubstring("1,431") && ContainsSubstring("orders.csv:12: ship-date: found \"soon\""));
}

}  // namespace sellerhealth
