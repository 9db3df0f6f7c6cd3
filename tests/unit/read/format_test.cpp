#include "read/format.hpp"

#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

Layout layout_of(const std::string& text) {
  ChunkedSource source{text, 1000};
  TextBuffer buffer{source, "orders.csv"};
  const Layout layout = recognize_layout(buffer, table_keys);
  CHECK(buffer.view().starts_with(text.substr(0, 1000)));
  return layout;
}

std::string format_of(const std::string& text) { return std::string{name_of(layout_of(text).format)}; }

char delimiter_of(const std::string& text) {
  const Layout layout = layout_of(text);
  CHECK(layout.format == Format::csv);
  return layout.delimited.delimiter;
}

TEST_CASE("the delimiter is the one that the header has most of") {
  CHECK(delimiter_of("a,b;c,d\n1;2;3;4;5") == ',');
  CHECK(delimiter_of("a;b;c,d\n1,2,3,4,5") == ';');
  CHECK(delimiter_of("a|b\n") == '|');
  CHECK(delimiter_of("a\n1,2") == ',');
  CHECK(delimiter_of("\n\n a;b\n") == ';');
}

TEST_CASE("delimiters in the quotes of a header do not count") {
  CHECK(delimiter_of("\"a;;;b\",c\n") == ',');
  CHECK(delimiter_of("\"a\n;;;b\",c\n") == ',');
}

TEST_CASE("a TAB in the header makes a TAB file") {
  const Layout layout = layout_of("a,b,c\td\n");
  CHECK(layout.format == Format::tsv);
  CHECK(layout.delimited.delimiter == '\t');
  CHECK_FALSE(layout.delimited.quoting);
  CHECK(format_of("a\n1\t2") == "csv");
}

TEST_CASE("a TAB file has quoting only if its header has") {
  CHECK(layout_of("a\t\"b\"\n").delimited.quoting);
  CHECK_FALSE(layout_of("a\t\"b\n\"").delimited.quoting);
}

TEST_CASE("lines end in carriage returns only if there is no line feed") {
  CHECK(layout_of("a,b\r1,2\r").delimited.newline == '\r');
  CHECK(layout_of("a,b\r\n1,2\r\n").delimited.newline == '\n');
  CHECK(layout_of("a,b").delimited.newline == '\n');
}

TEST_CASE("brackets begin JSON") {
  CHECK(format_of("[]") == "json");
  CHECK(format_of(" \n[{\"a\":1}]") == "json");
  CHECK(format_of("{\n\"a\":1}") == "json");
  CHECK(format_of("{\"a\":[{\n\"b\":1}]}") == "json");
}

TEST_CASE("a whole record on the first line makes NDJSON") {
  CHECK(format_of("{\"a\":1}\n{\"a\":2}\n") == "ndjson");
  CHECK(format_of("{\"a\":1}") == "ndjson");
  CHECK(format_of("\n{\"a\":{\"orders\":[{\"b\":1}]}}\r\n") == "ndjson");
  CHECK(format_of("{\"messages\":[\"hello\"]}\n") == "ndjson");
}

TEST_CASE("an envelope of records on the first line is JSON") {
  CHECK(format_of("{\"Orders\":[{\"a\":1}]}\n") == "json");
  CHECK(format_of("{\"orders\":[]}") == "json");
  CHECK(format_of("{\"payload\":{\"a\":1}}") == "json");
  CHECK(format_of("{\"order\":{\"a\":1}}") == "json");
  CHECK(format_of("{\"order\":{\"a\":1},\"b\":2}") == "ndjson");
}

TEST_CASE("broken or too deep first lines are left to the JSON reader") {
  CHECK(format_of("{\"a\":}\n") == "json");
  CHECK(format_of("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}") == "json");
}

TEST_CASE("HTML and XML are no exports") {
  CHECK(fault_of([] { layout_of("<!DOCTYPE html>"); }).code == "unknown_format");
  CHECK(fault_of([] { layout_of("\n<?xml version=\"1.0\"?>"); }).code == "unknown_format");
}

TEST_CASE("a file of nothing or white space is empty") {
  CHECK(fault_of([] { layout_of(""); }).code == "empty_file");
  CHECK(fault_of([] { layout_of(" \t\r\n\n"); }).code == "empty_file");
  CHECK(fault_of([] { layout_of(std::string(100'000, ' ')); }).code == "empty_file");
}

}  // namespace
}  // namespace sellerhealth::read
