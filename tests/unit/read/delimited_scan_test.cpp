#include "read/delimited_scan.hpp"

#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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
    if (row.needs_unquoting() || field.starts_with("no")) {
      return false;
    }
    taken.push_back(field);
    return true;
  }
};

struct Scan {
  ScanResult result = ScanResult::done;
  Events events;  ///< Of the sink, behind the header of a and b.
  Events taken;   ///< In order, if one thread read.
  std::size_t workers = 0;
};

Scan scan_into(RecordingSink& sink, const std::string& bytes, unsigned threads, std::size_t block_size,
               const Delimited& dialect = {}) {
  std::vector<std::unique_ptr<FirstFields>> workers;
  Scan scan;
  scan.result = scan_delimited(Input::from_memory("orders.csv", bytes), dialect, sink, threads,
                               [&]() -> BlockWorker& { return *workers.emplace_back(std::make_unique<FirstFields>()); },
                               {.block_size = block_size, .before_help = 0});
  scan.events = sink.events;
  for (const auto& worker : workers) {
    scan.taken.insert(scan.taken.end(), worker->taken.begin(), worker->taken.end());
  }
  scan.workers = workers.size();
  return scan;
}

Scan scan(const std::string& rows, unsigned threads = 1, std::size_t block_size = 16) {
  RecordingSink sink;
  Scan scan = scan_into(sink, "a,b\n" + rows, threads, block_size);
  REQUIRE(scan.events.size() >= 4);
  CHECK(Events(scan.events.begin(), scan.events.begin() + 4) == Events{"table", "column 0 a", "column 1 b", "header"});
  scan.events.erase(scan.events.begin(), scan.events.begin() + 4);
  return scan;
}

bool gives_up(const std::string& rows, std::size_t block_size = 16) {
  const auto result = [&](unsigned threads) {
    RecordingSink sink;
    return scan_into(sink, "a,b\n" + rows, threads, block_size).result;
  };
  CHECK(result(1) == result(2));
  return result(1) == ScanResult::gave_up;
}

/// Rows of "<number>,x", every tenth one left to the sink.
std::string many_rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    rows += (i % 10 == 0 ? "no" : "") + std::to_string(i) + ",x\n";
  }
  return rows;
}

}  // namespace

TEST_CASE("workers take rows, and the sink gets all others with their line") {
  const Scan result = scan("1,2\nno,3\n4\n\n\"5\n\",6\nno,\"7\"\"\"\na,b\n");
  CHECK(result.result == ScanResult::done);
  CHECK(result.taken == Events{"1", "5\n"});
  CHECK(result.events == Events{"row 3: 0=no 1=3", "bad 4 ragged_row", "row 8: 0=no 1=7\"", "bad 9 repeated_header"});
}

TEST_CASE("lines count on over blocks and quoted line breaks") {
  for (const unsigned threads : {1U, 2U, 4U}) {
    const Scan result = scan("\"1\n\n\",2\nno,\"\"\"\n\"\nno,\"x\n\"\"\"\n\n5,6\nno,7\n", threads, 32);
    CHECK(result.events == Events{"row 5: 0=no 1=\"\n", "row 7: 0=no 1=x\n\"", "row 11: 0=no 1=7"});
  }
}

TEST_CASE("the sink gets its rows in the order of the file, whatever thread hands them over") {
  Events expected;
  for (int i = 0; i < 2000; i += 10) {
    expected.push_back("row " + std::to_string(i + 2) + ": 0=no" + std::to_string(i) + " 1=x");
  }
  for (const unsigned threads : {1U, 2U, 4U}) {
    const Scan result = scan(many_rows(2000), threads, 64);
    CHECK(result.events == expected);
    CHECK(result.taken.size() == 1800);
  }
}

TEST_CASE("there is a worker for each thread, and one for a file of few blocks") {
  CHECK(scan(many_rows(1000), 3, 64).workers == 3);
  CHECK(scan(many_rows(1000), 3, 1U << 20U).workers == 1);
  CHECK(scan(many_rows(1000), 1, 64).workers == 1);
  const auto workers_of = [](const std::string& bytes, std::size_t before_help) {
    RecordingSink sink;
    std::size_t workers = 0;
    FirstFields worker;
    CHECK(scan_delimited(Input::from_memory("orders.csv", bytes), {}, sink, 3,
                         [&]() -> BlockWorker& {
                           ++workers;
                           return worker;
                         },
                         {.block_size = 4, .before_help = before_help}) == ScanResult::done);
    return workers;
  };
  CHECK(workers_of("a,b\n1,2\n3,4\n5,6\n", 4) == 1);
  CHECK(workers_of("a,b\n1,2\n3,4\n5,6\n", 2) == 3);
}

TEST_CASE("cells of columns that the sink does not want are not handed over") {
  RecordingSink sink;
  sink.unwanted = {"a"};
  CHECK(scan_into(sink, "a,b\nno,1\n", 1, 16).events.back() == "row 2: 1=1");
}

TEST_CASE("a file of a header, or of less, is done") {
  CHECK(scan("").result == ScanResult::done);
  RecordingSink sink;
  CHECK(scan_into(sink, "", 2, 16).events == Events{"table", "header"});
}

TEST_CASE("the header may stand behind blank lines") {
  RecordingSink sink;
  CHECK(scan_into(sink, "\n\r\n \na,b\nno,1\n", 1, 1).events ==
        Events{"table", "column 0 a", "column 1 b", "header", "row 5: 0=no 1=1"});
}

TEST_CASE("lines are counted behind a header with quotes and line breaks in its names") {
  for (const std::string rest : {"1,2\n", "\"1\n1\"\n1,2\n"}) {
    RecordingSink sink;
    const std::string line = rest.size() > 4 ? "6" : "4";
    CHECK(scan_into(sink, "\"a \"\"1\"\"\n\n\"\n" + rest, 1, 100).events.back() == "bad " + line + " ragged_row");
  }
}

TEST_CASE("a header with faults is refused with its line") {
  RecordingSink sink;
  const Diagnostic fault = fault_of([&] { scan_into(sink, "\n\na,a\n1,2\n", 2, 1); });
  CHECK(fault.code == "duplicate_column");
  CHECK(fault.file == "orders.csv");
  CHECK(fault.line == 3);
}

TEST_CASE("line breaks in quotes may stand anywhere") {
  std::string rows;
  for (int i = 0; i < 100; ++i) {
    rows += "\"" + std::string(static_cast<std::size_t>(i % 13), '\n') + std::to_string(i) + "\",x\n";
  }
  for (std::size_t block_size = 1; block_size < 40; ++block_size) {
    CAPTURE(block_size);
    CHECK_FALSE(gives_up(rows, block_size));
  }
}

TEST_CASE("a scan gives up on what only the exact reader reads right") {
  CHECK_FALSE(gives_up("1,2\n\"3\",\"4\"\n"));
  CHECK(gives_up("1,2\n5\" nails,4\n"));
  CHECK(gives_up("1,2\n\"3\"x,4\n"));
  CHECK(gives_up("1,2\n\xE9,4\n"));
  CHECK(gives_up(std::string{"1,2\n\0,4\n", 9}));
  CHECK(gives_up("1,2\n3,\"4\n"));
  CHECK(gives_up("1,2\n" + std::string(longest_row, 'x') + "\n", 1U << 20U));
}

TEST_CASE("a scan gives up on a source that fails") {
  std::string zipped = gzip("a,b\n" + many_rows(100000));
  zipped.resize(zipped.size() / 2);
  for (const unsigned threads : {1U, 2U}) {
    RecordingSink sink;
    CHECK(scan_into(sink, zipped, threads, 1000).result == ScanResult::gave_up);
  }
}

TEST_CASE("a scan reads what is compressed, and by other dialects") {
  RecordingSink sink;
  CHECK(scan_into(sink,
                  gzip("\xEF\xBB\xBF"
                       "a;b\r\n1;2\r\nno;3"),
                  1, 16, {';', true, '\n'})
            .events.back() == "row 3: 0=no 1=3");
  RecordingSink tabs;
  CHECK(scan_into(tabs, "a\tb\nno\t\"1\n", 1, 16, {'\t', false, '\n'}).events.back() == "row 2: 0=no 1=\"1");
}

TEST_CASE("a scan ends when the sink wants no more") {
  for (const unsigned threads : {1U, 2U, 4U}) {
    RecordingSink rows;
    rows.most_events = 6;
    const Scan result = scan_into(rows, "a,b\n" + many_rows(1000), threads, 64);
    CHECK(result.result == ScanResult::done);
    CHECK(result.events.size() == 6);
    RecordingSink header;
    header.most_events = 4;
    CHECK(scan_into(header, "a,b\n" + many_rows(1000), threads, 64).workers == 0);
  }
}

TEST_CASE("what a worker or the sink throws ends the scan and is passed on") {
  struct ThrowingSink final : RowSink {
    void table(std::string_view /*name*/) override {}
    bool column(std::size_t /*number*/, std::string_view /*name*/) override { return true; }
    bool header_done() override { return true; }
    bool row(const Row& /*row*/) override { throw std::runtime_error{"sink"}; }
    bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string /*message*/) override { return true; }
  };
  for (const unsigned threads : {1U, 2U, 4U}) {
    RecordingSink sink;
    CHECK_THROWS_AS(scan_into(sink, "a,b\n" + many_rows(500) + "throw,1\n" + many_rows(500), threads, 64),
                    std::runtime_error);
    ThrowingSink throwing;
    FirstFields worker;
    CHECK_THROWS_AS(scan_delimited(Input::from_memory("orders.csv", "a,b\n" + many_rows(500)), {}, throwing, 1,
                                   [&]() -> BlockWorker& { return worker; }, {.block_size = 64}),
                    std::runtime_error);
  }
}

TEST_CASE("what comes first in the file decides, not which thread is first") {
  /// Throws at "early" after another thread was at "late".
  class Faulty final : public BlockWorker {
   public:
    explicit Faulty(std::promise<void>& late) : late_{late} {}

    bool take(PlainRow& row) override {
      if (row.field(0) == "late") {
        late_.set_value();
        throw std::runtime_error{"late"};
      }
      if (row.field(0) == "early") {
        REQUIRE(late_.get_future().wait_for(std::chrono::seconds{10}) == std::future_status::ready);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        throw std::runtime_error{"early"};
      }
      return true;
    }

   private:
    std::promise<void>& late_;
  };
  RecordingSink sink;
  std::promise<void> late;
  Faulty first{late};
  Faulty second{late};
  bool is_first = true;
  const auto worker = [&]() -> BlockWorker& { return std::exchange(is_first, false) ? first : second; };
  CHECK_THROWS_WITH(scan_delimited(Input::from_memory("orders.csv", "a,b\n" + many_rows(20) + "early,1\nlate,1\n"), {},
                                   sink, 2, worker, {.block_size = 8, .before_help = 0}),
                    "early");
  for (int run = 0; run < 50; ++run) {
    RecordingSink gives_up;
    CHECK(scan_into(gives_up, "a,b\n" + many_rows(100) + "\xE9,1\n" + many_rows(30) + "throw,1\n", 4, 64).result ==
          ScanResult::gave_up);
    RecordingSink throws;
    CHECK_THROWS_AS(scan_into(throws, "a,b\n" + many_rows(100) + "throw,1\n" + many_rows(30) + "\xE9,1\n", 4, 64),
                    std::runtime_error);
  }
}

}  // namespace sellerhealth::read
