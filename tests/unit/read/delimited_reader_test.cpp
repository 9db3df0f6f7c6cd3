#include "read/delimited_reader.hpp"

#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Catch::Matchers::ContainsSubstring;
using Events = std::vector<std::string>;

constexpr Delimited tab_without_quotes{'\t', false, '\n'};

void read_into(RowSink& sink, const std::string& text, const Delimited& dialect, std::size_t size) {
  ChunkedSource source{text, size};
  TextBuffer buffer{source, "orders.csv", size};
  read_delimited(buffer, dialect, sink);
}

/// What is read of `text`, which must be the same in whatever pieces it comes.
Events events_of(const std::string& text, const Delimited& dialect = {}) {
  RecordingSink whole;
  read_into(whole, text, dialect, text.size() + 1);
  for (const std::size_t size : awkward_sizes) {
    RecordingSink sink;
    read_into(sink, text, dialect, size);
    CAPTURE(size);
    CHECK(sink.events == whole.events);
  }
  return whole.events;
}

/// The events after the header of the columns a and b.
Events rows_of(const std::string& rows, const Delimited& dialect = {}) {
  const Events events = events_of(std::string{"a"} + dialect.delimiter + "b" + dialect.newline + rows, dialect);
  REQUIRE(events.size() >= 4);
  CHECK(Events(events.begin(), events.begin() + 4) == Events{"table", "column 0 a", "column 1 b", "header"});
  return {events.begin() + 4, events.end()};
}

Diagnostic fault_in(const std::string& text, const Delimited& dialect = {}) {
  const auto fault_with = [&](std::size_t size) {
    return fault_of([&] {
      RecordingSink sink;
      read_into(sink, text, dialect, size);
    });
  };
  const Diagnostic fault = fault_with(text.size() + 1);
  CHECK(fault.file == "orders.csv");
  CHECK(to_string(fault_with(7)) == to_string(fault));
  return fault;
}

std::string message_of(const std::string& text, const Delimited& dialect = {}) {
  RecordingSink sink;
  read_into(sink, text, dialect, 100);
  REQUIRE(sink.messages.size() == 1);
  return sink.messages.front();
}

TEST_CASE("a header without rows is a valid export") {
  CHECK(events_of("a,b\n") == Events{"table", "column 0 a", "column 1 b", "header"});
  CHECK(events_of("a,b") == Events{"table", "column 0 a", "column 1 b", "header"});
  CHECK(events_of("a") == Events{"table", "column 0 a", "header"});
}

TEST_CASE("rows carry the line on which they begin") {
  CHECK(rows_of("1,2\n3,4\n") == Events{"row 2: 0=1 1=2", "row 3: 0=3 1=4"});
}

TEST_CASE("the last line needs no line break") { CHECK(rows_of("1,2") == Events{"row 2: 0=1 1=2"}); }

TEST_CASE("a line ends in LF or CRLF") {
  CHECK(rows_of("1,2\r\n3,4\n5,\r\n") == Events{"row 2: 0=1 1=2", "row 3: 0=3 1=4", "row 4: 0=5 1="});
  CHECK(events_of("a,b\r\n1,\"2\"\r\n3,4\r") ==
        Events{"table", "column 0 a", "column 1 b", "header", "row 2: 0=1 1=2", "row 3: 0=3 1=4"});
}

TEST_CASE("a carriage return inside a line is data") { CHECK(rows_of("1\r1,2\n") == Events{"row 2: 0=1\r1 1=2"}); }

TEST_CASE("lines of the old Macintosh end in a carriage return") {
  CHECK(rows_of("1,2\r\r3,\"4\r5\"\r6,7", {',', true, '\r'}) ==
        Events{"row 2: 0=1 1=2", "row 4: 0=3 1=4\r5", "row 6: 0=6 1=7"});
}

TEST_CASE("blank lines are no rows but count as lines") {
  CHECK(rows_of("\n1,2\n  \n\r\n3,4\n\n") == Events{"row 3: 0=1 1=2", "row 6: 0=3 1=4"});
  CHECK(events_of("\r\n\na\n1") == Events{"table", "column 0 a", "header", "row 4: 0=1"});
}

TEST_CASE("empty fields are cells") { CHECK(rows_of(",\n\"\",\n") == Events{"row 2: 0= 1=", "row 3: 0= 1="}); }

TEST_CASE("a field in quotes may hold delimiters") { CHECK(rows_of("\"1,1\",\"2\"\n") == Events{"row 2: 0=1,1 1=2"}); }

TEST_CASE("a quoted newline does not end the row") {
  CHECK(rows_of("\"1\n\n1\",2\n3,\"4\r\n\"\n5,6\n") ==
        Events{"row 2: 0=1\n\n1 1=2", "row 5: 0=3 1=4\r\n", "row 7: 0=5 1=6"});
}

TEST_CASE("a doubled quote is one quote") {
  CHECK(rows_of("\"\"\"1\"\" \"\"\"\"\",\"\"\"\"\n") == Events{"row 2: 0=\"1\" \"\" 1=\""});
  CHECK(rows_of("1,\"2\"\"\"") == Events{"row 2: 0=1 1=2\""});
}

TEST_CASE("a quote inside an unquoted field is data") {
  CHECK(rows_of("5\" Bracelet,a\"b\"\n") == Events{"row 2: 0=5\" Bracelet 1=a\"b\""});
}

TEST_CASE("a quote in a TAB file is data") {
  CHECK(rows_of("\"1\"\t2\n\"5\t\"\"\n", tab_without_quotes) == Events{"row 2: 0=\"1\" 1=2", "row 3: 0=\"5 1=\"\""});
}

TEST_CASE("other delimiters do as well") {
  CHECK(rows_of("1,1;\"2;2\"\n", {';', true, '\n'}) == Events{"row 2: 0=1,1 1=2;2"});
  CHECK(rows_of("1;1|2\n", {'|', true, '\n'}) == Events{"row 2: 0=1;1 1=2"});
  CHECK(rows_of("1,1\t\"2\t2\"\n", {'\t', true, '\n'}) == Events{"row 2: 0=1,1 1=2\t2"});
}

TEST_CASE("cells of unwanted columns are not handed over") {
  RecordingSink sink;
  sink.unwanted = {"a", "c"};
  read_into(sink, "a,b,c\n\"1\"\"\",\"2\"\"\",3\n1,2\n", {}, 100);
  CHECK(Events(sink.events.begin() + 4, sink.events.end()) == Events{"header", "row 2: 1=2\"", "bad 3 ragged_row"});
}

TEST_CASE("a row with too few or too many fields is bad") {
  CHECK(rows_of("1\n1,2\n1,2,3\n1,2,\n") ==
        Events{"bad 2 ragged_row", "row 3: 0=1 1=2", "bad 4 ragged_row", "bad 5 ragged_row"});
  CHECK(message_of("a,b,c\n1\n") == "found 1 field, expected 3");
  CHECK(message_of("a\n1,2\n") == "found 2 fields, expected 1");
}

TEST_CASE("text behind a closing quote makes a row bad") {
  CHECK(rows_of("\"1\"x,2\n3,4\n") == Events{"bad 2 stray_quote", "row 3: 0=3 1=4"});
  CHECK(rows_of("\"1\n\"x,2\n3,4\n") == Events{"bad 2 stray_quote", "row 4: 0=3 1=4"});
  CHECK_THAT(message_of("a,b\n1,\"2\" \n"), ContainsSubstring("closing quote of field 2, expected \",\""));
}

TEST_CASE("a header that comes again is a bad row") {
  CHECK(rows_of("1,2\na,b\r\n3,4\n\xEF\xBB\xBF"
                "a,b\n") ==
        Events{"row 2: 0=1 1=2", "bad 3 repeated_header", "row 4: 0=3 1=4", "bad 5 repeated_header"});
}

TEST_CASE("column names are trimmed and unquoted") {
  CHECK(events_of(" a ,\"b \"\"c\"\"\"\n") == Events{"table", "column 0 a", "column 1 b \"c\"", "header"});
}

TEST_CASE("a column without a name is refused") {
  const Diagnostic fault = fault_in("\na, ,c\n1,2,3\n");
  CHECK(fault.code == "empty_column_name");
  CHECK(fault.line == 2);
  CHECK_THAT(fault.message, ContainsSubstring("column 2 of 3"));
}

TEST_CASE("two columns of the same name are refused") {
  const Diagnostic fault = fault_in("a,b, a\n");
  CHECK(fault.code == "duplicate_column");
  CHECK(fault.line == 1);
  CHECK_THAT(fault.message, ContainsSubstring("\"a\" twice"));
}

TEST_CASE("a header with a stray quote is refused") { CHECK(fault_in("\"a\"b,c\n").code == "stray_quote"); }

TEST_CASE("more columns than any export has are refused") {
  std::string header = "c0";
  for (int i = 1; i < 4096; ++i) {
    header += ",c" + std::to_string(i);
  }
  CHECK(events_of(header).size() == 4098);
  const Diagnostic fault = fault_in(header + ",one-more\n");
  CHECK(fault.code == "too_many_columns");
  CHECK_THAT(fault.message, ContainsSubstring("4097 columns"));
}

TEST_CASE("a file that ends inside quotes is cut off") {
  const Diagnostic fault = fault_in("a,b\n1,2\n\"3\n\",\"4\n5,6\n");
  CHECK(fault.code == "truncated_file");
  CHECK(fault.line == 4);
}

TEST_CASE("a row of more than 16 MiB is refused") {
  const std::string long_text(longest_row + 1000, 'x');
  RecordingSink sink;
  const auto read = [&](const std::string& text) { return fault_of([&] { read_into(sink, text, {}, 256 * 1024); }); };
  CHECK(read(long_text).code == "row_too_long");
  const Diagnostic row = read("a\n1\n" + long_text + "\n2\n");
  CHECK(row.code == "row_too_long");
  CHECK(row.line == 3);
  const Diagnostic quoted = read("a,b\n1,2\n3,\"" + long_text + "\"\n");
  CHECK(quoted.code == "row_too_long");
  CHECK_THAT(quoted.message, ContainsSubstring("closing quote"));
}

TEST_CASE("reading ends when the sink wants no more") {
  RecordingSink header_only;
  header_only.most_events = 3;
  read_into(header_only, "a,b\n1,2\n", {}, 100);
  CHECK(header_only.events == Events{"table", "column 0 a", "column 1 b", "header"});
  RecordingSink one_row;
  one_row.most_events = 5;
  read_into(one_row, "a,b\n1,2\n3\n", {}, 100);
  CHECK(one_row.events.back() == "row 2: 0=1 1=2");
}

}  // namespace
}  // namespace sellerhealth::read
