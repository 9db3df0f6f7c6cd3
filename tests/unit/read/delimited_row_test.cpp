#include "read/delimited_row.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

using Kind = DelimitedRow::Kind;

std::vector<std::string> cells_of(DelimitedRow& row) {
  std::vector<std::string> cells;
  for (const Cell& cell : row.cells()) {
    cells.emplace_back(cell.text);
  }
  return cells;
}

}  // namespace

TEST_CASE("the first row of a text is split off") {
  DelimitedRow row{{}};
  CHECK(row.split("1,\"2\n3\"\r\n4,5\n", false) == Kind::row);
  CHECK(row.text() == "1,\"2\n3\"");
  CHECK(row.size() == 9);
  CHECK(row.lines() == 2);
  CHECK(row.fields() == 2);
  CHECK(cells_of(row) == std::vector<std::string>{"1", "2\n3"});
}

TEST_CASE("a row whose end is not in memory is incomplete") {
  DelimitedRow row{{}};
  CHECK(row.split("1,2", false) == Kind::incomplete);
  CHECK(row.open_quote_line() == 0);
  CHECK(row.split("\"1\n\",\"2", false) == Kind::incomplete);
  CHECK(row.open_quote_line() == 2);
  CHECK(row.split("1,2", true) == Kind::row);
  CHECK(row.open_quote_line() == 0);
}

TEST_CASE("a line of spaces is blank, and text behind a closing quote is stray") {
  DelimitedRow row{{}};
  CHECK(row.split("  \r\n1", false) == Kind::blank);
  CHECK(row.size() == 4);
  CHECK(row.split("\"1\"2,3\n4", false) == Kind::stray_quote);
  CHECK(row.size() == 7);
  CHECK(row.fields() == 1);
}

TEST_CASE("only wanted cells are kept, and doubled quotes are undoubled in them") {
  std::string text = "\"1\"\"\",\"\"\"2\"\"\",3\n";
  DelimitedRow row{{}};
  row.want({0, 1, 1});
  CHECK(row.split(text, true) == Kind::row);
  CHECK(cells_of(row) == std::vector<std::string>{"\"\"2\"\"", "3"});
  row.undouble_quotes(text.data());
  CHECK(cells_of(row) == std::vector<std::string>{"\"2\"", "3"});
}

}  // namespace sellerhealth::read
