#include "read/row_walk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Texts = std::vector<std::string>;

/// Takes all rows but those that begin with "no".
class TakingWorker final : public BlockWorker {
 public:
  explicit TakingWorker(std::size_t columns) : columns_{columns} {}

  bool take(PlainRow& row) override {
    if (row.field(0).starts_with("no")) {
      return false;
    }
    std::string& fields = rows.emplace_back(row.field(0));
    for (std::size_t column = 1; column < columns_; ++column) {
      fields.append(",").append(row.field(column));
    }
    return true;
  }

  Texts rows;  ///< Their fields, with commas between them.

 private:
  std::size_t columns_;
};

struct Walk {
  Texts taken;
  Texts left;  ///< Each as "<rows before>: <what begins there>".

  friend bool operator==(const Walk&, const Walk&) = default;
};

/// Walks over what stands behind the header. The same with every kernel.
Walk walk(const std::string& header, const std::string& rows) {
  std::optional<Walk> common;
  for (const StructureKernel& kernel : structure_kernels()) {
    std::string head = header;
    RecordingSink sink;
    DelimitedRow row{{}};
    DelimitedTable table{"orders.csv", {}, sink};
    REQUIRE(table.read_header(row, row.split({head.data(), head.size()}, true), head.data(), 1));
    const std::string text = rows + std::string(text_padding, ',');
    TakingWorker worker{table.columns()};
    std::vector<LeftRow> left;
    RowWalk row_walk{{}, kernel};
    const std::optional<std::size_t> walked = row_walk.walk({text.data(), rows.size()}, table, worker, left);
    CAPTURE(kernel.name);
    REQUIRE(walked);
    CHECK(*walked == worker.rows.size() + left.size());
    Walk result{worker.rows, {}};
    for (const LeftRow& each : left) {
      result.left.push_back(std::to_string(each.rows) + ": " + rows.substr(each.begin, 3));
    }
    CHECK((!common || *common == result));
    common = result;
  }
  return *common;
}

}  // namespace

TEST_CASE("plain rows go to the worker, and those that it does not take are left") {
  const Walk result = walk("a,b\n", "1,2\nno,3\n\"4\n\",5\r\n");
  CHECK(result.taken == Texts{"1,2", "4\n,5"});
  CHECK(result.left == Texts{"1: no,"});
}

TEST_CASE("a row with too few or too many fields is left") {
  const Walk result = walk("a,b\n", "1\n1,2\n1,2,3\n\n");
  CHECK(result.taken == Texts{"1,2"});
  CHECK(result.left == Texts{"0: 1\n1", "2: 1,2", "3: \n"});
}

TEST_CASE("a row has as many fields as the header, however long they are") {
  for (std::size_t size = 0; size < 3 * group_size; ++size) {
    const std::string field(size, 'x');
    const std::string row = field + "," + field + "," + field;
    CAPTURE(size);
    REQUIRE(walk("a,b,c\n", row + "\n" + row + "\n").taken == Texts{row, row});
    REQUIRE(walk("a,b\n", row + "\n" + row + "\n").left.size() == 2);
  }
}

TEST_CASE("rows are the same wherever they stand in a long block") {
  std::string rows;
  Texts taken;
  Texts left;
  for (std::size_t row = 0; rows.size() < 3 * strip_size; ++row) {
    const std::string number = std::to_string(row);
    if (row % 50 == 7) {
      left.push_back(number + ": x\n" + std::to_string(row + 1).front());
      rows += "x\n";
    } else {
      taken.push_back(number + "," + std::string(row % 70, 'y'));
      rows += taken.back() + "\n";
    }
  }
  const Walk result = walk("a,b\n", rows);
  CHECK(result.taken == taken);
  CHECK(result.left == left);
}

TEST_CASE("a row may be longer than all that is marked at once, and have any number of fields") {
  const std::string long_field(2 * strip_size, 'x');
  const std::string fields(2 * strip_size, ',');
  CHECK(walk("a,b\n", "1," + long_field + "\n2,3\n").taken == Texts{"1," + long_field, "2,3"});
  const Walk result = walk("a,b\n", fields + "\n2,3\n");
  CHECK(result.taken == Texts{"2,3"});
  CHECK(result.left == Texts{"0: ,,,"});
}

TEST_CASE("CRLF is no part of a row, another carriage return is") {
  const Walk result = walk("a,b\n", "a\r,b\r\r\n,\r\n1,2\n");
  CHECK(result.taken == Texts{"a\r,b\r", ",", "1,2"});
  CHECK(walk("a\n", "\r\nb\n").taken == Texts{"b"});
}

TEST_CASE("a block that is not plain is not walked over to its end") {
  RecordingSink sink;
  DelimitedRow row{{}};
  DelimitedTable table{"orders.csv", {}, sink};
  std::string header = "a,b\n";
  REQUIRE(table.read_header(row, row.split({header.data(), header.size()}, true), header.data(), 1));
  TakingWorker worker{table.columns()};
  std::vector<LeftRow> left;
  RowWalk row_walk{{}, structure_kernels().front()};
  const std::string rows = "1,5\" nails\n" + std::string(text_padding, ' ');
  CHECK_FALSE(row_walk.walk({rows.data(), rows.size() - text_padding}, table, worker, left));
}

TEST_CASE("the header is left when it comes again, with a byte order mark or without") {
  const Walk result = walk("a,b\r\n",
                           "a,b\n\xEF\xBB\xBF"
                           "a,b\r\na,c\n");
  CHECK(result.taken == Texts{"a,c"});
  CHECK(result.left == Texts{"0: a,b", "1: \xEF\xBB\xBF"});
}

TEST_CASE("a blank line is left, also in a table of one column") {
  const Walk result = walk("a\n", "\n  \r\n 1\n\"\"\n");
  CHECK(result.taken == Texts{" 1", ""});
  CHECK(result.left == Texts{"0: \n  ", "1:   \r"});
}

TEST_CASE("a block may have no rows behind the header") {
  CHECK(walk("a\n", "").taken.empty());
  CHECK(walk(std::string(group_size - 1, 'a') + "\n", "").left.empty());
}

}  // namespace sellerhealth::read
