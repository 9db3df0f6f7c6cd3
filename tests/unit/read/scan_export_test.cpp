#include "read/scan_export.hpp"

#include <optional>
#include <string>
#include <vector>

#include "read/ndjson_scan.hpp"
#include "support/catch.hpp"
#include "unit/read/recording_sink.hpp"

namespace sellerhealth::read {

TEST_CASE("CSV, TSV and NDJSON in UTF-8 can be scanned") {
  const auto layout = [](const std::string& bytes, const std::string& encoding = {}) {
    return scannable_layout(Input::from_memory("orders.csv", bytes, encoding), table_keys);
  };
  const std::optional<Layout> csv = layout("a;b\n1;\xC3\xA9\n");
  REQUIRE(csv);
  CHECK(csv->format == Format::csv);
  CHECK(csv->delimited.delimiter == ';');
  CHECK(csv->delimited.quoting);
  const std::optional<Layout> tsv = layout(
      "\xEF\xBB\xBF"
      "a\tb\r\n",
      "UTF-8");
  REQUIRE(tsv);
  CHECK(tsv->format == Format::tsv);
  CHECK_FALSE(tsv->delimited.quoting);

  const std::optional<Layout> ndjson = layout("{\"a\":1}\n");
  REQUIRE(ndjson);
  CHECK(ndjson->format == Format::ndjson);

  CHECK_FALSE(layout("a,b\r1,2\r"));
  CHECK_FALSE(layout("{\"a\":\"\xE9\"}\n"));
  CHECK_FALSE(layout("[{\"a\":1}]"));
  CHECK_FALSE(layout("a,b\n1,\xE9\n"));
  CHECK_FALSE(layout("a,b\n", "windows-1252"));
  CHECK_FALSE(
      layout(std::string{"\xFF\xFE"
                         "a\0,\0b\0\n\0",
                         10}));
  CHECK(fault_of([&] { layout(""); }).code == "empty_file");
  CHECK(fault_of([&] { layout("%PDF-1.4"); }).code == "binary_file");
}

TEST_CASE("an export is scanned by its layout") {
  struct TakesAll final : BlockWorker {
    std::vector<std::string> fields;
    bool take(PlainRow& row) override {
      fields.emplace_back(row.field(1));
      return true;
    }
  };
  const std::string blank_line = std::string(usual_sample_size, ' ') + "\n";
  for (const std::string& bytes : {std::string{"a,b\n1,x y\n"}, std::string{"a\tb\n1\tx y\n"},
                                   "{\"a\":0,\"b\":\"\"}\n" + blank_line + "{\"a\":1,\"b\":\"x y\"}\n"}) {
    const Input input = Input::from_memory("orders", bytes);
    const std::optional<Layout> layout = scannable_layout(input, table_keys);
    REQUIRE(layout);
    RecordingSink sink;
    TakesAll worker;
    CHECK(scan_export(input, *layout, sink, 1, [&]() -> BlockWorker& { return worker; }) == ScanResult::done);
    CHECK(worker.fields == std::vector<std::string>{"x y"});
  }
}

}  // namespace sellerhealth::read
