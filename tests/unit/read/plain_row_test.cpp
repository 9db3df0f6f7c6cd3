#include "read/plain_row.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::read {
namespace {

/// A text, and the row in it that has these ends.
class OneRow {
 public:
  OneRow(std::string text, std::vector<std::uint32_t> ends, bool quoting = true, bool doubled_quotes = false)
      : text_{std::move(text)}, ends_{std::move(ends)}, row_{{text_.data(), quoting, doubled_quotes}, ends_} {}
  OneRow(const OneRow&) = delete;
  OneRow& operator=(const OneRow&) = delete;

  PlainRow* operator->() { return &row_; }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
  PlainRow row_;
};

constexpr std::uint32_t before_all = 0xFFFFFFFF;

}  // namespace

TEST_CASE("a field is what stands between two ends, in whatever order they are asked for") {
  OneRow row{"a,,ccc,d,\n", {before_all, 1, 2, 6, 8, 9}};
  CHECK(row->field(4).empty());
  CHECK(row->field(2) == "ccc");
  CHECK(row->field(0) == "a");
  CHECK(row->field(1).empty());
  CHECK(row->field(2) == "ccc");
  CHECK_FALSE(row->needs_unquoting());
}

TEST_CASE("a row inside a text begins behind what stands before it") {
  OneRow row{"a,b\n1,2\n3,4\n", {3, 5, 7}};
  CHECK(row->field(0) == "1");
  CHECK(row->field(1) == "2");
}

TEST_CASE("quotes that enclose a field are left out") {
  OneRow row{"\"a,b\",\"\",\"c\n\"\n", {before_all, 5, 8, 13}};
  CHECK(row->field(0) == "a,b");
  CHECK(row->field(1).empty());
  CHECK(row->field(2) == "c\n");
  OneRow unquoted{"\"a\",\"b\n", {before_all, 3, 6}, false};
  CHECK(unquoted->field(0) == "\"a\"");
  CHECK(unquoted->field(1) == "\"b");
}

TEST_CASE("a row needs unquoting when a field that was asked for has doubled quotes") {
  const std::string text = "\"a\",\"b\"\"\",c\n";
  const std::vector<std::uint32_t> ends{before_all, 3, 9, 11};
  OneRow row{text, ends, true, true};
  CHECK(row->field(0) == "a");
  CHECK_FALSE(row->needs_unquoting());
  CHECK(row->field(1) == "b\"\"");
  CHECK(row->needs_unquoting());
  CHECK(row->field(2) == "c");
  CHECK(row->needs_unquoting());
  OneRow without{text, ends, true, true};
  CHECK(without->field(2) == "c");
  CHECK_FALSE(without->needs_unquoting());
}

}  // namespace sellerhealth::read
