#include "read/ndjson_scan.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "read/text_buffer.hpp"
#include "support/catch.hpp"
#include "unit/read/gzip.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {
namespace {

using Events = std::vector<std::string>;

/// Takes the rows whose first field does not begin with "no"; throws at "throw".
class FirstFields final : public BlockWorker {
 public:
  Events taken;

  bool take(PlainRow& row) override {
    const std::string field{row.field(0)};
    if (field == "throw") {
      throw std::runtime_error{"worker"};
    }
    if (field.starts_with("no")) {
      return false;
    }
    taken.push_back(field);
    return true;
  }
};

struct Scan {
  ScanResult result = ScanResult::done;
  Events events;  ///< Of the sink, behind the first record, which is {"a":0,"b":0}.
  Events taken;   ///< In order, if one thread read.
  std::size_t workers = 0;
};

Scan scan_into(RecordingSink& sink, const std::string& bytes, unsigned threads, std::size_t block_size,
               std::size_t sample_size = 1) {
  std::vector<std::unique_ptr<FirstFields>> workers;
  Scan scan;
  scan.result = scan_ndjson(
      Input::from_memory("orders.json", bytes), sink, threads,
      [&]() -> BlockWorker& { return *workers.emplace_back(std::make_unique<FirstFields>()); },
      {.block_size = block_size, .before_help = 0}, sample_size);
  scan.events = sink.events;
  for (const auto& worker : workers) {
    scan.taken.insert(scan.taken.end(), worker->taken.begin(), worker->taken.end());
  }
  scan.workers = workers.size();
  return scan;
}

const std::string first_record = "{\"a\":0,\"b\":0}\n";

Scan scan(const std::string& lines, unsigned threads = 1, std::size_t block_size = 16) {
  const Events header{"table", "column 0 a", "column 1 b", "header", "row 1: 0=0 1=0"};
  RecordingSink sink;
  Scan scan = scan_into(sink, first_record + lines, threads, block_size);
  REQUIRE(scan.events.size() >= header.size());
  const auto behind_header = scan.events.begin() + static_cast<std::ptrdiff_t>(header.size());
  CHECK(Events(scan.events.begin(), behind_header) == header);
  scan.events.erase(scan.events.begin(), behind_header);
  return scan;
}

bool gives_up(const std::string& lines, std::size_t block_size = 16) {
  const auto result = [&](unsigned threads) {
    RecordingSink sink;
    return scan_into(sink, first_record + lines, threads, block_size).result;
  };
  CHECK(result(1) == result(2));
  return result(1) == ScanResult::gave_up;
}

std::string record(const std::string& a) { return "{\"a\":\"" + a + "\",\"b\":\"x\"}\n"; }

/// Records whose a is a number, every tenth one left to the sink.
std::string many_records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += record((i % 10 == 0 ? "no" : "") + std::to_string(i));
  }
  return lines;
}

}  // namespace

TEST_CASE("workers take plain lines, and the sink gets all others with their line") {
  const Scan result = scan(record("1") + record("no") + "{\"a\":[2,3]}\n\n" + record("4") + "{\"a\":5,\"a\":6}\n" +
                           "{\"a\":\"x\\n\"}\n{\"a\":\n[7]\n" + record("8") + "{}\n{\"b\":-0}\n");
  CHECK(result.result == ScanResult::done);
  CHECK(result.taken == Events{"1", "4", "8"});
  CHECK(result.events == Events{"row 3: 0=no 1=x", "row 4: 0=2 0=3", "bad 7 duplicate_key", "row 8: 0=x\n",
                                "bad 9 invalid_json", "bad 10 invalid_json", "row 12:", "row 13: 1=0"});
}

TEST_CASE("the sink gets lines in the order of the file, whatever thread hands them over") {
  Events expected;
  for (int i = 0; i < 2000; i += 10) {
    expected.push_back("row " + std::to_string(i + 2) + ": 0=no" + std::to_string(i) + " 1=x");
  }
  for (const unsigned threads : {1U, 2U, 4U}) {
    const Scan result = scan(many_records(2000), threads, 128);
    CHECK(result.events == expected);
    CHECK(result.taken.size() == 1800);
  }
}

TEST_CASE("the columns are those of the first lines, as many as the sample holds") {
  const std::string lines = "{\"a\":1}\n\n{\"b\":2}\n{\"b\":3,\"a\":4}\n";
  RecordingSink sink;
  const Scan result = scan_into(sink, lines, 1, 1000, 10);
  CHECK(result.result == ScanResult::done);
  CHECK(result.events == Events{"table", "column 0 a", "header", "row 1: 0=1", "column 1 b", "row 3: 1=2"});
  CHECK(result.taken == Events{"4"});
  RecordingSink first;
  const Scan late = scan_into(first, lines + "{\"a\":5}\n", 1, 1000, 1);
  CHECK(late.events ==
        Events{"table", "column 0 a", "header", "row 1: 0=1", "column 1 b", "row 3: 1=2", "row 4: 1=3 0=4"});
  CHECK(late.taken == Events{"5"});
}

TEST_CASE("the first record may stand behind other lines") {
  RecordingSink sink;
  const Scan result = scan_into(sink, "\n \r\n[1]\n{}\n" + first_record + record("1"), 1, 1, 1);
  CHECK(result.events ==
        Events{"table", "header", "bad 3 invalid_json", "row 4:", "column 0 a", "column 1 b", "row 5: 0=0 1=0"});
  CHECK(result.taken == Events{"1"});
  RecordingSink nothing;
  CHECK(scan_into(nothing, "\n\n", 2, 1).events.empty());
}

TEST_CASE("values that the sink does not want are not handed over from lines") {
  RecordingSink sink;
  sink.unwanted = {"b"};
  const Scan result = scan_into(sink, first_record + "{\"a\":\"no\",\"b\":[1,2]}\n{\"a\":1,\"b\":[1,2]}\n", 1, 16);
  CHECK(result.events.back() == "row 2: 0=no");
  CHECK(result.taken == Events{"1"});
}

TEST_CASE("a last line without line break may be whole, or cut off") {
  CHECK(scan("{\"a\":1}").taken == Events{"1"});
  CHECK(scan("{\"a\":1,\"b\"").events == Events{"bad 2 truncated_row"});
  CHECK(scan("{\"a\":1,\"b\"\n").events == Events{"bad 2 invalid_json"});
  CHECK(scan("{\"a\":1,\"b\"}").events == Events{"bad 2 invalid_json"});
}

TEST_CASE("a scan gives up on lines that only the exact reader reads right") {
  CHECK_FALSE(gives_up(record("1")));
  CHECK(gives_up(record("1") + record("\xE9")));
  CHECK(gives_up(record("1") + record(std::string(1, '\0'))));
  CHECK(gives_up(record("1") + "\xFF\n"));
  CHECK(gives_up(record("1") + record(std::string(longest_row, 'x')), 1U << 20U));
  std::string zipped = gzip(many_records(100000));
  zipped.resize(zipped.size() / 2);
  RecordingSink sink;
  CHECK(scan_into(sink, zipped, 2, 1000).result == ScanResult::gave_up);
}

TEST_CASE("a scan reads NDJSON that is compressed, with CRLF and byte order mark") {
  RecordingSink sink;
  const Scan result = scan_into(sink, gzip("\xEF\xBB\xBF{\"a\":0}\r\n{\"a\":1}\r\n{\"a\":\"no\"}\r\n"), 1, 16);
  CHECK(result.taken == Events{"1"});
  CHECK(result.events.back() == "row 3: 0=no");
}

TEST_CASE("what ends the exact reading ends a scan") {
  std::string nested;
  for (int i = 0; i < 65; ++i) {
    nested += "{\"a\":";
  }
  for (const unsigned threads : {1U, 2U, 4U}) {
    RecordingSink deep;
    const Diagnostic fault =
        fault_of([&] { scan_into(deep, first_record + many_records(100) + nested + "\n", threads, 64); });
    CHECK(fault.code == "invalid_json");
    CHECK(fault.line == 102);
    RecordingSink few;
    few.most_events = 7;
    const Scan result = scan_into(few, first_record + many_records(1000), threads, 64);
    CHECK(result.result == ScanResult::done);
    CHECK(result.events.size() == 7);
    RecordingSink throwing;
    CHECK_THROWS_AS(scan_into(throwing, first_record + many_records(500) + record("throw"), threads, 64),
                    std::runtime_error);
  }
}

}  // namespace sellerhealth::read
