#include "read/row_walk.hpp"

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
  Texts rows;

  bool take(PlainRow& row) override {
    if (row.text().starts_with("no")) {
      return false;
    }
    rows.emplace_back(row.text());
    return true;
  }
};

struct Walk {
  Texts taken;
  Texts left;  ///< Each as "<rows before>: <what begins there>".
};

/// Walks over what stands behind the header.
Walk walk(const std::string& header, const std::string& rows) {
  std::string text = header + rows + std::string(text_padding, ' ');
  const std::span<char> block{text.data(), header.size() + rows.size()};
  Structure structure{',', true, structure_kernels().front()};
  REQUIRE(structure.find(block));
  RecordingSink sink;
  DelimitedRow row{{}};
  DelimitedTable table{"orders.csv", {}, sink};
  REQUIRE(table.read_header(row, row.split({block.data(), block.size()}, true), block.data(), 1));
  TakingWorker worker;
  std::vector<LeftRow> left;
  const std::size_t rows_walked = walk_rows(structure, header.size(), table, worker, left);
  CHECK(rows_walked == worker.rows.size() + left.size());
  Walk result{worker.rows, {}};
  for (const LeftRow& each : left) {
    result.left.push_back(std::to_string(each.rows) + ": " + text.substr(each.begin, 3));
  }
  return result;
}

}  // namespace

TEST_CASE("plain rows go to the worker, and those that it does not take are left") {
  const Walk result = walk("a,b\n", "1,2\nno,3\n\"4\n\",5\r\n");
  CHECK(result.taken == Texts{"1,2", "\"4\n\",5"});
  CHECK(result.left == Texts{"1: no,"});
}

TEST_CASE("a row with too few or too many fields is left") {
  const Walk result = walk("a,b\n", "1\n1,2\n1,2,3\n\n");
  CHECK(result.taken == Texts{"1,2"});
  CHECK(result.left == Texts{"0: 1\n1", "2: 1,2", "3: \n  "});
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

TEST_CASE("the header is left when it comes again, with a byte order mark or without") {
  const Walk result = walk("a,b\r\n",
                           "a,b\n\xEF\xBB\xBF"
                           "a,b\r\na,c\n");
  CHECK(result.taken == Texts{"a,c"});
  CHECK(result.left == Texts{"0: a,b", "1: \xEF\xBB\xBF"});
}

TEST_CASE("a blank line is left, also in a table of one column") {
  const Walk result = walk("a\n", "\n  \r\n 1\n\"\"\n");
  CHECK(result.taken == Texts{" 1", "\"\""});
  CHECK(result.left == Texts{"0: \n  ", "1:   \r"});
}

TEST_CASE("a block may have no rows behind the header") {
  CHECK(walk("a\n", "").taken.empty());
  CHECK(walk(std::string(group_size - 1, 'a') + "\n", "").left.empty());
}

}  // namespace sellerhealth::read
