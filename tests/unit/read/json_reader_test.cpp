#include "read/json_reader.hpp"

#include "read/ndjson_reader.hpp"
#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Catch::Matchers::ContainsSubstring;
using Events = std::vector<std::string>;
using Reader = void (*)(TextBuffer&, RowSink&);

void read_document(TextBuffer& text, RowSink& sink) { read_json(text, table_keys, sink); }

void read_into(RowSink& sink, Reader reader, const std::string& text, std::size_t size) {
  ChunkedSource source{text, size};
  TextBuffer buffer{source, "orders.json", size};
  reader(buffer, sink);
}

Events events_of(const std::string& text, Reader reader = read_document) {
  RecordingSink whole;
  read_into(whole, reader, text, text.size() + 1);
  for (const std::size_t size : awkward_sizes) {
    RecordingSink sink;
    read_into(sink, reader, text, size);
    CAPTURE(size);
    CHECK(sink.events == whole.events);
  }
  return whole.events;
}

Events events_of_lines(const std::string& text) { return events_of(text, read_ndjson); }

Diagnostic fault_in(const std::string& text, Reader reader = read_document) {
  const auto fault_with = [&](std::size_t size) {
    return fault_of([&] {
      RecordingSink sink;
      read_into(sink, reader, text, size);
    });
  };
  const Diagnostic fault = fault_with(text.size() + 1);
  CHECK(fault.file == "orders.json");
  CHECK(to_string(fault_with(7)) == to_string(fault));
  return fault;
}

std::string nested(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) {
    text += "{\"a\":";
  }
  return text + "1" + std::string(levels, '}');
}

TEST_CASE("an array of objects is a table") {
  CHECK(events_of("[{\"a\":\"1\",\"b\":\"2\"},\n\n{\"b\":\"4\",\"a\":\"3\"}]") ==
        Events{"table", "column 0 a", "column 1 b", "header", "row 1: 0=1 1=2", "row 3: 1=4 0=3"});
}

TEST_CASE("an empty array is a table without columns") {
  CHECK(events_of("[]") == Events{"table", "header"});
  CHECK(events_of("{\"payload\":{\"Orders\":[]}}") == Events{"table orders", "header"});
}

TEST_CASE("a record begins on the line of its brace") {
  CHECK(events_of("[\n{\n\"a\":1},\n{\"a\":\n2}]") ==
        Events{"table", "column 0 a", "header", "row 2: 0=1", "row 4: 0=2"});
}

TEST_CASE("a new key is announced before the row that brings it") {
  CHECK(events_of("[{\"a\":1},{\"b\":2},{}]") ==
        Events{"table", "column 0 a", "header", "row 1: 0=1", "column 1 b", "row 1: 1=2", "row 1:"});
}

TEST_CASE("scalars become text as they are written") {
  CHECK(events_of(R"([{"a":"x\u00e9\n","b":-1,"c":1.50,"d":1e3,"e":true,"f":false,"g":null,"h":18446744073709551616}])")
            .back() == "row 1: 0=xé\n 1=-1 2=1.50 3=1e3 4=true 5=false 6= 7=18446744073709551616");
}

TEST_CASE("nested objects are flattened") {
  CHECK(events_of(R"([{"f":{"w":{"latest":"1"},"by":"2"},"x":{}}])") ==
        Events{"table", "column 0 f.w.latest", "column 1 f.by", "header", "row 1: 0=1 1=2"});
}

TEST_CASE("arrays in a record give several cells of one column") {
  CHECK(events_of(
            R"([{"p":[{"t":1,"i":[{"q":5}]},{"t":2,"i":[{"q":6},{"q":7}]}],"s":["x","y"],"n":[[1],[2]],"e":[]}])") ==
        Events{"table", "column 0 p.t", "column 1 p.i.q", "column 2 s", "column 3 n", "header",
               "row 1: 0=1 1=5 0=2 1=6 1=7 2=x 2=y 3=1 3=2"});
}

TEST_CASE("cells of unwanted columns are left out") {
  RecordingSink sink;
  sink.unwanted = {"a"};
  read_into(sink, read_document, R"([{"a":1,"b":2},{"a":3,"b":4}])", 100);
  CHECK(Events(sink.events.end() - 2, sink.events.end()) == Events{"row 1: 1=2", "row 1: 1=4"});
}

TEST_CASE("an object with tables is a table for each") {
  CHECK(events_of(R"({"next":"x","orders":[{"a":1}],"Feedback":[{"b":2}],"more":{"claims":[{"c":3}]}})") ==
        Events{"table orders", "column 0 a", "header", "row 1: 0=1", "table feedback", "column 0 b", "header",
               "row 1: 0=2"});
}

TEST_CASE("Amazon's payload is looked into") {
  CHECK(
      events_of(R"({"payload":{"NextToken":"x","Orders":[{"AmazonOrderId":"1"}],"CreatedBefore":"y"},"errors":[]})") ==
      Events{"table orders", "column 0 AmazonOrderId", "header", "row 1: 0=1"});
  CHECK(events_of("{\"a\":1,\n\"payload\":\n{\"AmazonOrderId\":\"1\",\"OrderItems\":[{\"s\":2},{\"s\":3}]},\"b\":2}") ==
        Events{"table", "column 0 AmazonOrderId", "column 1 OrderItems.s", "header", "row 3: 0=1 1=2 1=3"});
}

TEST_CASE("one order in its envelope is a record of orders") {
  CHECK(events_of(R"({"order":{"orderId":"1","fulfillment":{"by":"2"}}})") ==
        Events{"table orders", "column 0 orderId", "column 1 fulfillment.by", "header", "row 1: 0=1 1=2"});
  CHECK(events_of(R"({"order":{"id":1},"rating":2})") ==
        Events{"table", "column 0 order.id", "column 1 rating", "header", "row 1: 0=1 1=2"});
}

TEST_CASE("any other object is one record") {
  CHECK(events_of("\n{\"order-id\":\"1\",\n\"messages\":[\"x\"]}") ==
        Events{"table", "column 0 order-id", "column 1 messages", "header", "row 2: 0=1 1=x"});
}

TEST_CASE("the pages of an API are one table, in an array or one after another") {
  const std::string pages[] = {R"({"payload":{"NextToken":"x","Orders":[{"id":"1"},{"id":"2"}],"CreatedBefore":"y"}})",
                               R"({"payload":{"CreatedBefore":"y","Orders":[]}})",
                               R"({"payload":{"Orders":[{"id":"3"}]}})"};
  const Events expected{"table orders", "column 0 id", "header", "row 1: 0=1", "row 1: 0=2", "row 1: 0=3"};
  CHECK(events_of("[" + pages[0] + "," + pages[1] + "," + pages[2] + "]") == expected);
  CHECK(events_of(pages[0] + pages[1] + pages[2]) == expected);
  const Events lines = events_of(pages[0] + "\n" + pages[1] + "\r\n\n" + pages[2] + "\n");
  REQUIRE(lines.size() == expected.size());
  CHECK(lines.back() == "row 4: 0=3");
}

TEST_CASE("pages without a payload, with one record each, and with one order each are read alike") {
  for (const std::string joiner : {",", "\n"}) {
    const auto joined = [&](const std::string& a, const std::string& b) {
      return joiner == "," ? "[" + a + joiner + b + "]" : a + joiner + b;
    };
    const std::string line = joiner == "," ? "1" : "2";
    CHECK(events_of(
              joined(R"({"orders":[{"id":1}],"pagination":{"next":"x"}})", R"({"until":"y","orders":[{"id":2}]})")) ==
          Events{"table orders", "column 0 id", "header", "row 1: 0=1", "row " + line + ": 0=2"});
    CHECK(events_of(joined(R"({"payload":{"id":1,"Items":[{"s":3}]}})", R"({"payload":{"id":2,"Items":[{"s":4}]}})")) ==
          Events{"table", "column 0 id", "column 1 Items.s", "header", "row 1: 0=1 1=3", "row " + line + ": 0=2 1=4"});
    CHECK(
        events_of(joined(R"({"order":{"id":1}})", R"({"order":{"id":2,"more":{"x":3}}})")) ==
        Events{"table orders", "column 0 id", "header", "row 1: 0=1", "column 1 more.x", "row " + line + ": 0=2 1=3"});
  }
}

TEST_CASE("lists inside the records of an array are parts of the records") {
  CHECK(events_of(R"([{"id":1,"messages":[{"t":2}]},{"id":3,"claims":[]}])") ==
        Events{"table", "column 0 id", "column 1 messages.t", "header", "row 1: 0=1 1=2", "row 1: 0=3"});
  CHECK(events_of(R"([{"feedback":[{"r":1}],"orders":[{"id":2}]}])") == Events{"table feedback", "column 0 r", "header",
                                                                               "row 1: 0=1", "table orders",
                                                                               "column 0 id", "header", "row 1: 0=2"});
}

TEST_CASE("an unwanted value beside an envelope's record does not make later records another table") {
  RecordingSink sink;
  sink.unwanted = {"x"};
  read_into(sink, read_document, R"([{"order":{"id":1},"x":1},{"order":{"id":2},"x":1}])", 100);
  CHECK(sink.events == Events{"table", "column 0 order.id", "column 1 x", "header", "row 1: 0=1", "row 1: 0=2"});
}

TEST_CASE("a server's error message is no data, wherever it stands") {
  const std::string error = R"({"errors":[{"code":"QuotaExceeded","message":"You exceeded your quota","details":""}]})";
  for (const std::string& text :
       {error, "[" + error + "]", R"({"orders":[{"id":1}]})" + error, R"({"payload":null,)" + error.substr(1)}) {
    CAPTURE(text);
    const Diagnostic fault = fault_in(text);
    CHECK(fault.code == "error_response");
    CHECK_THAT(fault.message, ContainsSubstring("\"QuotaExceeded\""));
  }
  CHECK(events_of(R"({"orders":[{"id":1}],"errors":[]})").back() == "row 1: 0=1");
}

TEST_CASE("what follows a document and is none is refused") {
  for (const char* const text : {"{\"a\":1}\n[]", "{\"a\":1}\nx", "{\"orders\":[]}\n\"a\"", "[]\n{\"a\":1}"}) {
    CAPTURE(text);
    const Diagnostic fault = fault_in(text);
    CHECK(fault.code == "invalid_json");
    CHECK(fault.line == 2);
  }
  CHECK(fault_in("{\"orders\":[{\"a\":1}]}\n{\"orders\":[{").code == "truncated_file");
}

TEST_CASE("a record with the same key twice is bad") {
  CHECK(events_of(R"([{"a":1,"a":2},{"a":3,"b":{"a":4},"c":[{"a":5},{"a":6}]}])") ==
        Events{"table", "column 0 a", "header", "bad 1 duplicate_key", "column 1 b.a", "column 2 c.a",
               "row 1: 0=3 1=4 2=5 2=6"});
}

TEST_CASE("a record that is no object is refused") {
  for (const char* const text : {"[1]", "[{},\n[]]", "[null]", "{\"orders\":[{},\n2]}"}) {
    CHECK(fault_in(text).code == "invalid_json");
  }
  const Diagnostic fault = fault_in("{\"orders\":[{},\n2]}");
  CHECK(fault.line == 2);
  CHECK_THAT(fault.message, ContainsSubstring("\"orders\""));
}

TEST_CASE("invalid JSON is refused with its line") {
  for (const char* const text : {"[{\"a\":1},\n{\"a\" 2}]", "[{},\n{a:1}]", "[{}\n}", "[]\n]", "[]\n{}", "[]\n12",
                                 "[{\"a\":\"\n\"}]\n", "{\"payload\":{},\n\"payload\":{}}"}) {
    CAPTURE(text);
    const Diagnostic fault = fault_in(text);
    CHECK(fault.code == "invalid_json");
    CHECK(fault.line == (std::string{text}.find("\"\n\"") == std::string::npos ? 2 : 1));
  }
}

TEST_CASE("what is said of invalid JSON tells no cell's content") {
  const Diagnostic fault = fault_in("[{\"name\":\"John \x01\"}]");
  CHECK(fault.code == "invalid_json");
  CHECK_THAT(fault.message, !ContainsSubstring("John"));
  CHECK(fault_in("[1e" + std::string(1000, '9') + "]").message.size() < 300);
}

TEST_CASE("a JSON document that is cut off anywhere is noticed") {
  const std::string text = "[{\"a\":\"x\",\n\"b\":{\"c\":[12,true]}}]";
  for (std::size_t size = 1; size < text.size(); ++size) {
    CAPTURE(size);
    CHECK(fault_in(text.substr(0, size)).code == "truncated_file");
  }
}

TEST_CASE("deep nesting is refused, not followed") {
  CHECK(events_of("[" + nested(63) + "]").size() == 4);
  CHECK(fault_in("[" + nested(64) + "]").code == "invalid_json");
  CHECK(fault_in(std::string(1'000'000, '[')).code == "invalid_json");
  CHECK(fault_in(nested(65), read_ndjson).code == "invalid_json");
}

TEST_CASE("a record of more than 16 MiB is refused") {
  const std::string long_text(longest_row + 300'000, 'x');
  const auto read = [](Reader reader, const std::string& text) {
    return fault_of([&] {
      RecordingSink sink;
      read_into(sink, reader, text, std::size_t{256} * 1024);
    });
  };
  const Diagnostic fault = read(read_document, "[{\"a\":1},\n{\"a\":\"" + long_text + "\"}]");
  CHECK(fault.code == "row_too_long");
  CHECK(fault.line == 2);
  CHECK(read(read_document, "{\"orders\":[],\"x\":\"" + long_text + "\"}").code == "row_too_long");
  CHECK(read(read_ndjson, "{\"a\":1}\n{\"a\":\"" + long_text + "\"}\n").line == 2);
}

TEST_CASE("a record of very many values is refused") {
  std::string text = "[{\"a\":[0";
  for (int i = 0; i < 100'000; ++i) {
    text += ",0";
  }
  CHECK(fault_in(text + "]}]").code == "row_too_long");
}

TEST_CASE("many records may be longer than 16 MiB together") {
  const std::string record = "{\"a\":\"" + std::string(1'000'000, 'x') + "\"}";
  std::string text = "[" + record;
  std::string skipped = "{\"orders\":[],\"x\":[" + record;
  for (int i = 0; i < 20; ++i) {
    text += "," + record;
    skipped += "," + record;
  }
  RecordingSink sink;
  read_into(sink, read_document, text + "]", 1'000'000);
  CHECK(sink.events.size() == 3 + 21);
  read_into(sink, read_document, skipped + "]}", 1'000'000);
}

TEST_CASE("keys that are values are refused when there are too many") {
  std::string text = "[{\"k\":1";
  for (int i = 0; i < 5000; ++i) {
    text += ",\"" + std::to_string(i) + "\":1";
  }
  CHECK(fault_in(text + "}]").code == "too_many_columns");
}

TEST_CASE("reading JSON ends when the sink wants no more") {
  for (const std::size_t events : {3U, 4U}) {
    RecordingSink sink;
    sink.most_events = events;
    read_into(sink, read_document, "[{\"a\":1},{\"a\":2},broken", 100);
    CHECK(sink.events.size() == events);
    RecordingSink lines;
    lines.most_events = events;
    read_into(lines, read_ndjson, "{\"a\":1}\n{\"a\":2}\n", 100);
    CHECK(lines.events.size() == events);
  }
}

TEST_CASE("NDJSON has a record a line") {
  CHECK(events_of_lines("{\"a\":1}\r\n\n {\"a\":{\"b\":2}} \n{\"a\":3}") ==
        Events{"table", "column 0 a", "header", "row 1: 0=1", "column 1 a.b", "row 3: 1=2", "row 4: 0=3"});
}

TEST_CASE("a line that is no object is a bad row") {
  CHECK(events_of_lines("{\"a\":1}\n{\"a\":\n[1]\n5\n{\"a\":2}{\n{\"a\":3}\n{\"a\":4,\"a\":5}\n") ==
        Events{"table", "column 0 a", "header", "row 1: 0=1", "bad 2 invalid_json", "bad 3 invalid_json",
               "bad 4 invalid_json", "bad 5 invalid_json", "row 6: 0=3", "bad 7 duplicate_key"});
}

}  // namespace
}  // namespace sellerhealth::read
