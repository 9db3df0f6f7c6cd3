#include "read/read_export.hpp"

#include <random>

#include "support/catch.hpp"
#include "unit/read/gzip.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Events = std::vector<std::string>;

struct Reading {
  std::string dialect;
  Events events;
};

Reading read(std::string bytes) {
  RecordingSink sink;
  const Dialect dialect = read_export(Input::from_memory("export", std::move(bytes)), table_keys, sink);
  return {dialect.format + " " + dialect.encoding, sink.events};
}

TEST_CASE("the same rows are read in every format, encoding and compression") {
  const Events expected{"table", "column 0 id", "column 1 name", "header", "row 2: 0=1 1=é", "row 3: 0=2 1=x"};
  const auto check = [&](const std::string& bytes, const std::string& dialect) {
    for (const std::string& form : {bytes, gzip(bytes)}) {
      const Reading reading = read(form);
      CHECK(reading.dialect == dialect);
      CHECK(reading.events == expected);
    }
  };
  check("id,name\n1,é\n2,x\n", "csv utf-8");
  check("\xEF\xBB\xBF\"id\";\"name\"\r\n\"1\";\"é\"\r\n2;x", "csv utf-8");
  check("id|name\n1|\xE9\n2|x", "csv windows-1252");
  check("id\tname\n1\té\n2\tx", "tsv utf-8");
  check("[\n{\"id\":1,\"name\":\"\\u00e9\"},\n{\"id\":\"2\",\"name\":\"x\"}]", "json utf-8");
  check("\n{\"id\":1,\"name\":\"é\"}\n{\"id\":\"2\",\"name\":\"x\"}\n", "ndjson utf-8");
}

TEST_CASE("faults name the file") {
  for (const char* const bytes :
       {"", "<html>", "a,a\n", "a,\n", "[", "[1]", "PK\x03\x04", "\x1f\x8b", "a\n\"", "é\xE9 "}) {
    CHECK(fault_of([&] { read(bytes); }).file == "export");
  }
}

/// Whatever is read, it keeps the order of calls and hands over only columns that it announced.
class OrderlySink final : public RowSink {
 public:
  void table(std::string_view /*name*/) override {
    CHECK((tables_++ == 0 || header_done_));
    header_done_ = false;
    columns_ = 0;
  }
  bool column(std::size_t number, std::string_view /*name*/) override {
    CHECK(tables_ > 0);
    CHECK(number == columns_);
    return ++columns_ % 3 != 0;
  }
  bool header_done() override {
    CHECK(!header_done_);
    return header_done_ = true;
  }
  bool row(const Row& row) override {
    bool orderly = header_done_ && row.line >= line_;
    line_ = row.line;
    for (const Cell& cell : row.cells) {
      orderly = orderly && cell.column < columns_ && (cell.column + 1) % 3 != 0;
      bytes_ += cell.text.size();
    }
    CHECK(orderly);
    return true;
  }
  bool bad_row(std::size_t line, std::string_view /*code*/, std::string message) override {
    CHECK((header_done_ && line >= line_ && !message.empty()));
    line_ = line;
    return true;
  }

 private:
  std::size_t tables_ = 0;
  std::size_t columns_ = 0;
  std::size_t line_ = 0;
  std::size_t bytes_ = 0;
  bool header_done_ = false;
};

TEST_CASE("damaged exports are read or refused, and nothing else happens") {
  const std::string seeds[] = {
      "id,name,note\n1,\"a\"\"b\",\"c\nd\"\n2,é,\n\n3,x,y\r\n",
      "\"id\"\t\"name\"\n\"1\"\t\"a\"\n",
      "id\tname\n\"1\ta\"\n\xE9\t2\n",
      "[{\"a\":1,\"b\":{\"c\":[1,{\"d\":null}]}},{\"a\":\"\\u00e9\\ud83d\\ude00\"}]",
      "{\"payload\":{\"Orders\":[{\"a\":1}],\"next\":\"x\"},\"feedback\":[{\"b\":-1.5e3}],\"claims\":[]}",
      "{\"order\":{\"a\":[true,false]}}",
      "{\"a\":1,\"b\":[2]}\n{\"a\":{\"c\":3}}\n\n{\"a\":1}\n",
      gzip("id,name\n1,2\n") + gzip("3,4\n"),
      std::string("\xFF\xFE"
                  "a\0,\0b\0\n\0\xE9\0,\0\x3D\xD8\x00\xDE",
                  18),
  };
  const std::string pieces[] = {"\"", "\"\"", ",", "\t", "\n",   "\r\n", "{",           "}",
                                "[",  "]",    ":", "\\", "\xE9", "é",    "\xEF\xBB\xBF"};
  std::mt19937 random{1};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (int i = 0; i < 4000; ++i) {
    std::string bytes = seeds[below(std::size(seeds))];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
      const std::size_t at = below(bytes.size() + 1);
      switch (below(4)) {
        case 0:
          bytes.insert(at, pieces[below(std::size(pieces))]);
          break;
        case 1:
          bytes.erase(at, 1 + below(4));
          break;
        case 2:
          bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(20)));
          break;
        default:
          bytes.insert(at, 1, static_cast<char>(below(256)));
          break;
      }
    }
    CAPTURE(bytes);
    OrderlySink sink;
    try {
      read_export(Input::from_memory("export", bytes), table_keys, sink);
    } catch (const InputError& error) {
      CHECK_FALSE(error.fault().message.empty());
    }
  }
}

}  // namespace
}  // namespace sellerhealth::read
