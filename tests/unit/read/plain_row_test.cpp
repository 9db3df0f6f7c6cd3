#include "read/plain_row.hpp"

#include <optional>
#include <string>
#include <vector>

#include "read/structure.hpp"
#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

using Fields = std::vector<std::string>;

/// A block and the one row in it that is looked at: from `begin` to the line break behind it.
class OneRow {
 public:
  explicit OneRow(const std::string& text, std::size_t begin = 0, bool quoting = true)
      : bytes_{text + std::string(text_padding, ' ')}, structure_{',', quoting, structure_kernels().front()} {
    REQUIRE(structure_.find({bytes_.data(), text.size()}));
    block_ = structure_.marked();
    std::size_t line_break = begin;
    while ((structure_.breaks()[line_break / group_size] >> (line_break % group_size) & 1U) == 0) {
      ++line_break;
    }
    row_.emplace(block_, begin, line_break);
  }
  OneRow(const OneRow&) = delete;
  OneRow& operator=(const OneRow&) = delete;

  PlainRow* operator->() { return &*row_; }

 private:
  std::string bytes_;
  Structure structure_;
  MarkedText block_{};
  std::optional<PlainRow> row_;
};

Fields fields_of(const std::string& text, const std::vector<std::size_t>& columns) {
  OneRow row{text};
  Fields fields;
  for (const std::size_t column : columns) {
    fields.emplace_back(row->field(column));
  }
  CHECK_FALSE(row->needs_unquoting());
  return fields;
}

}  // namespace

TEST_CASE("fields are found in rising order, with any left out") {
  const std::string row = "a,,ccc,d,\n";
  CHECK(fields_of(row, {0, 1, 2, 3, 4}) == Fields{"a", "", "ccc", "d", ""});
  CHECK(fields_of(row, {2}) == Fields{"ccc"});
  CHECK(fields_of(row, {1, 4}) == Fields{"", ""});
  CHECK(fields_of("\n", {0}) == Fields{""});
}

TEST_CASE("fields are found however long they are") {
  for (std::size_t size = 0; size < 3 * group_size; ++size) {
    const std::string field(size, 'x');
    CAPTURE(size);
    REQUIRE(fields_of(field + "," + field + ",c," + field + "\n", {0, 1, 2, 3}) == Fields{field, field, "c", field});
    REQUIRE(fields_of(field + "," + field + ",c," + field + "\n", {1, 3}) == Fields{field, field});
  }
}

TEST_CASE("a row inside a block ends where the next one begins") {
  OneRow row{"a,b\n1,2\n3,4\n", 4};
  CHECK(row->text() == "1,2");
  CHECK(row->field(1) == "2");
}

TEST_CASE("CRLF is no part of a row, another carriage return is") {
  OneRow row{"a\r,b\r\r\n"};
  CHECK(row->text() == "a\r,b\r");
  CHECK(row->field(0) == "a\r");
  CHECK(row->field(1) == "b\r");
  OneRow empty{"\r\n"};
  CHECK(empty->text().empty());
  CHECK(empty->field(0).empty());
}

TEST_CASE("the carriage return of the line before is no part of a row") {
  OneRow row{"a\r\n\n", 3};
  CHECK(row->text().empty());
}

TEST_CASE("quotes that enclose a field are left out") {
  CHECK(fields_of("\"a,b\",\"\",\"c\r\n\"\r\n", {0, 1, 2}) == Fields{"a,b", "", "c\r\n"});
  OneRow row{"\"a\",\"b\n", 0, false};
  CHECK(row->field(0) == "\"a\"");
  CHECK(row->field(1) == "\"b");
}

TEST_CASE("a row needs unquoting when a field that was asked for has doubled quotes") {
  OneRow row{"\"a\",\"b\"\"\",c\n"};
  CHECK(row->field(0) == "a");
  CHECK_FALSE(row->needs_unquoting());
  CHECK(row->field(1) == "b\"\"");
  CHECK(row->needs_unquoting());
  CHECK(row->field(2) == "c");
  CHECK(row->needs_unquoting());
  OneRow without{"\"a\",\"b\"\"\",c\n"};
  CHECK(without->field(2) == "c");
  CHECK_FALSE(without->needs_unquoting());
}

}  // namespace sellerhealth::read
