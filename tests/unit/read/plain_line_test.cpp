#include "read/plain_line.hpp"

#include <optional>
#include <string>
#include <vector>

#include "read/ndjson_table.hpp"
#include "read/structure.hpp"
#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Fields = std::vector<std::string>;

/// Lines behind a header, which is a line too.
class Lines {
 public:
  explicit Lines(const std::string& header, std::set<std::string> unwanted = {}) : table_{"orders.json", sink_} {
    sink_.unwanted = std::move(unwanted);
    REQUIRE(table_.hand_over(header, 1, true));
    line_.emplace(table_.record());
  }

  /// The fields of `columns` in a line; nothing if it is not plain.
  std::optional<Fields> fields_of(const std::string& text, const std::vector<std::size_t>& columns) {
    const std::string padded = text + "\n" + std::string(text_padding, ' ');
    const char* const end = padded.data() + text.size() + 1;
    const char* const behind = line_->read(padded.data(), end);
    if (behind == nullptr) {
      return std::nullopt;
    }
    CHECK(behind == end);
    PlainRow row = line_->row();
    Fields fields;
    for (const std::size_t column : columns) {
      fields.emplace_back(row.field(column));
    }
    CHECK_FALSE(row.needs_unquoting());
    return fields;
  }
  bool is_plain(const std::string& text) { return fields_of(text, {}).has_value(); }

 private:
  RecordingSink sink_;
  NdjsonTable table_;
  std::optional<PlainLine> line_;
};

}  // namespace

TEST_CASE("the values of a line are the fields of a row") {
  Lines lines{R"({"a":"1","b":2,"c":true})"};
  CHECK(lines.fields_of(R"({"a":"x","b":7,"c":false})", {0, 1, 2}) == Fields{"x", "7", "false"});
  CHECK(lines.fields_of(R"({"a":"","b":null,"c":"y, \"z\""})", {0, 1, 2}) == Fields{"", "", "y, \"z\""});
  CHECK(lines.fields_of(R"({"a":"x","b":7,"c":false})", {1}) == Fields{"7"});
}

TEST_CASE("a line may have its keys in another order, lack some, and be spaced otherwise") {
  Lines lines{R"({"a":"1","b":"2","c":"3"})"};
  CHECK(lines.fields_of(R"({"c":"z","a":"x"})", {0, 1, 2}) == Fields{"x", "", "z"});
  CHECK(lines.fields_of(R"({"b":"y"})", {0, 1, 2}) == Fields{"", "y", ""});
  CHECK(lines.fields_of("\t{ \"a\" : \"x\" ,\t\"c\":\"z\" } \r", {0, 1, 2}) == Fields{"x", "", "z"});
  CHECK(lines.fields_of(R"({"a":"x","b":"y","c":"z"})", {0, 1, 2}) == Fields{"x", "y", "z"});
}

TEST_CASE("keys are told apart by the objects that they stand in") {
  Lines lines{R"({"a":{"x":"1","b":{"x":"2"}},"b":{"x":"3"},"x":"4"})"};
  CHECK(lines.fields_of(R"({"x":"p","b":{"x":"q"},"a":{"b":{"x":"r"},"x":"s"}})", {0, 1, 2, 3}) ==
        Fields{"s", "r", "q", "p"});
  CHECK(lines.fields_of(R"({"a":{"b":{"x":"r"}},"x":"p"})", {0, 1, 2, 3}) == Fields{"", "r", "", "p"});
  CHECK_FALSE(lines.is_plain(R"({"a":{"b":{"b":"r"}}})"));
}

TEST_CASE("a value of an earlier line is not taken for one of this line") {
  Lines lines{R"({"a":{"b":"1"},"c":"2"})"};
  Lines either{R"({"a":[1,{"b":2}]})"};
  CHECK(lines.fields_of(R"({"a":{"b":"x"},"c":"y"})", {0, 1}) == Fields{"x", "y"});
  CHECK(lines.fields_of(R"({"c":"z"})", {0, 1}) == Fields{"", "z"});
  CHECK(either.fields_of(R"({"a":"x"})", {0, 1}) == Fields{"x", ""});
  CHECK(either.fields_of(R"({"a":{"b":"y"}})", {0, 1}) == Fields{"", "y"});
}

TEST_CASE("a line with a key that is there twice is not plain") {
  Lines lines{R"({"a":"1","b":{"c":"2","d":"3"}})"};
  CHECK_FALSE(lines.is_plain(R"({"a":"1","a":"1"})"));
  CHECK_FALSE(lines.is_plain(R"({"b":{"c":"2"},"a":"1","b":{"d":"3"}})"));
  CHECK(lines.is_plain(R"({"b":{"c":"2","d":"3"},"a":"1"})"));
}

TEST_CASE("a line with a key that is not known as it is written is not plain") {
  Lines lines{R"({"a":"1","b.c":"2","x\"y":"3","e\\n":"4","\u00e9":"5"})"};
  CHECK(lines.fields_of("{\"a\":\"x\",\"\xC3\xA9\":\"y\"}", {0, 1, 2, 3, 4}) == Fields{"x", "", "", "", "y"});
  CHECK_FALSE(lines.is_plain(R"({"z":"1"})"));
  CHECK_FALSE(lines.is_plain(R"({"b.c":"2"})"));
  CHECK_FALSE(lines.is_plain(R"({"x\"y":"3"})"));
  CHECK_FALSE(lines.is_plain(R"({"e\n":"4"})"));
  CHECK_FALSE(lines.is_plain(R"({"\u0061":"1"})"));
}

TEST_CASE("arrays of values that nobody wants are passed over, others are not plain") {
  Lines lines{R"({"tags":["x"],"a":"1","none":[]})", {"tags"}};
  CHECK(lines.fields_of(R"({"tags":["y",1, null ,"\u00e9"],"a":"x","none":[]})", {1}) == Fields{"x"});
  CHECK(lines.fields_of(R"({"tags":[ ],"a":"x","none":[]})", {1}) == Fields{"x"});
  CHECK(lines.fields_of(R"({"tags":"y","a":"x"})", {1}) == Fields{"x"});
  CHECK_FALSE(lines.is_plain(R"({"tags":[["y"]],"a":"x"})"));
  CHECK_FALSE(lines.is_plain(R"({"tags":[{"a":1}],"a":"x"})"));
  CHECK_FALSE(lines.is_plain(R"({"tags":[1,],"a":"x"})"));
  CHECK_FALSE(lines.is_plain(R"({"tags":[,1],"a":"x"})"));
  CHECK_FALSE(lines.is_plain(R"({"tags":[1 2],"a":"x"})"));
  CHECK_FALSE(lines.is_plain(R"({"a":["x"]})"));
  CHECK_FALSE(lines.is_plain(R"({"none":[1]})"));
  std::string many = "[1";
  for (int i = 0; i < 2000; ++i) {
    many += ",1";
  }
  CHECK_FALSE(lines.is_plain("{\"tags\":" + many + "]}"));
}

TEST_CASE("what is no object in valid JSON is not plain") {
  Lines lines{R"({"a":"1","b":{"c":"2"}})"};
  for (const char* const text : {"",
                                 " ",
                                 "{}",
                                 "[]",
                                 "1",
                                 "{",
                                 "{\"a\"",
                                 "{\"a\":",
                                 "{\"a\":}",
                                 "{\"a\":\"1\"",
                                 "{\"a\":\"1\",}",
                                 "{\"a\":\"1\"}}",
                                 "{\"a\":\"1\"} x",
                                 "{\"a\":\"1\" \"b\":{\"c\":\"2\"}}",
                                 "{\"a\" \"1\"}",
                                 "{a:\"1\"}",
                                 "{,\"a\":\"1\"}",
                                 "{\"b\":{}}",
                                 "{\"b\":{\"c\":\"2\"}",
                                 "{\"b\":{\"c\":\"2\"}}}",
                                 "{\"b\":{\"c\":\"2\"},}",
                                 "{\"b\":\"x\"}",
                                 "{\"a\":\"1\"}{\"a\":\"1\"}",
                                 "\xEF\xBB\xBF{\"a\":\"1\"}",
                                 "{\"a\":\"1\"}\v",
                                 "{\"a\":\"\xE9\"}"}) {
    CAPTURE(text);
    CHECK_FALSE(lines.is_plain(text));
    CHECK(lines.is_plain(R"({"a":"1","b":{"c":"2"}})"));
    CHECK_FALSE(lines.is_plain(text));
  }
}

TEST_CASE("values of any length are fields") {
  Lines lines{R"({"a":"1","b":"2"})"};
  for (const std::size_t size : {0U, 31U, 32U, 33U, 64U, 1000U, 100'000U}) {
    const std::string text(size, 'x');
    CHECK(lines.fields_of("{\"a\":\"" + text + "\",\"b\":\"" + text + "\"}", {0, 1}) == Fields{text, text});
    CHECK(lines.fields_of("{\"a\":\"\\u00e9" + text + "\",\"b\":\"\\\\\"}", {0, 1}) == Fields{"\xC3\xA9" + text, "\\"});
  }
}

TEST_CASE("a line of very many keys is plain") {
  std::string header = "{\"k0\":0";
  for (int i = 1; i < 1000; ++i) {
    header += ",\"k" + std::to_string(i) + "\":" + std::to_string(i);
  }
  Lines lines{header + "}"};
  CHECK(lines.fields_of(header + "}", {0, 64, 999}) == Fields{"0", "64", "999"});
}

}  // namespace sellerhealth::read
