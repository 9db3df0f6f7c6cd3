#define CATCH_CONFIG_ENABLE_BENCHMARKING

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "normalize/plain_forms.hpp"
#include "read/delimited_scan.hpp"
#include "read/row_sink.hpp"
#include "read/structure.hpp"
#include "sellerhealth/import.hpp"
#include "support/catch.hpp"
#include "support/dice.hpp"

#if __has_include(<catch2/benchmark/catch_benchmark_all.hpp>)
#include <catch2/benchmark/catch_benchmark_all.hpp>
#endif

/// Times the parts that the time of `check` is made of, each alone. Run by run.py; no test.
namespace sellerhealth {
namespace {

using support::Dice;

const std::string header =
    "order-id,purchase-date,order-status,fulfillment-channel,sales-channel,sku,product-name,quantity,currency,item-"
    "price,"
    "latest-ship-date,ship-date,cancel-date,cancelled-by,ship-city\n";

std::string digits(Dice& dice, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += static_cast<char>('0' + dice.below(10));
  }
  return text;
}

std::string some_order_number(Dice& dice) {
  return "40" + digits(dice, 1) + "-" + digits(dice, 7) + "-" + digits(dice, 7);
}

/// A time on one of the first `days` days of June.
std::string some_stamp(Dice& dice, int days) {
  return "2026-06-0" + std::to_string(dice.between(1, days)) + "T1" + digits(dice, 1) + ":3" + digits(dice, 1) + ":2" +
         digits(dice, 1) + "+00:00";
}

std::string some_row(Dice& dice) {
  const std::string name = dice.chance(7) ? "\"Bracelet, steel\"" : "Bracelet";
  return some_order_number(dice) + "," + some_stamp(dice, 1) + ",Shipped,Merchant,Amazon.fr,SKU-" + digits(dice, 5) +
         "," + name + ",1,EUR,29.90,2026-06-05T23:59:59+00:00," + some_stamp(dice, 3) + ",,,Saint-\xC3\x89tienne\n";
}

std::string some_rows(int count) {
  Dice dice(1);
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += some_row(dice);
  }
  return text;
}

/// Wants nothing.
class NoSink final : public read::RowSink {
 public:
  void table(std::string_view /*name*/) override {}
  bool column(std::size_t /*number*/, std::string_view /*name*/) override { return false; }
  bool header_done() override { return true; }
  bool row(const read::Row& /*row*/) override { return true; }
  bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string /*message*/) override { return true; }
};

/// Looks at some fields.
class FieldReader final : public read::BlockWorker {
 public:
  explicit FieldReader(std::vector<std::size_t> columns) : columns_{std::move(columns)} {}

  bool take(read::PlainRow& row) override {
    for (const std::size_t column : columns_) {
      size_ += row.field(column).size();
    }
    return true;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::vector<std::size_t> columns_;
  std::size_t size_ = 0;
};

std::size_t scan(const std::string& text, const std::vector<std::size_t>& columns) {
  NoSink sink;
  FieldReader worker{columns};
  static_cast<void>(read::scan_delimited(read::Input::from_memory("orders.csv", text), {}, sink, 1,
                                         [&]() -> read::BlockWorker& { return worker; }));
  return worker.size();
}

}  // namespace

TEST_CASE("where fields and rows end") {
  std::string text = some_rows(3000);
  const std::size_t size = text.size();
  text.append(read::text_padding, ' ');
  for (const read::StructureKernel& kernel : read::structure_kernels()) {
    read::Structure structure{',', true, kernel};
    BENCHMARK("3,000 rows, " + std::string{kernel.name}) { return is_plain(structure, {text.data(), size}); };
  }
}

TEST_CASE("fields of rows") {
  const std::string text = header + some_rows(3000);
  BENCHMARK("3,000 rows, no field") { return scan(text, {}); };
  BENCHMARK("3,000 rows, three fields") { return scan(text, {0, 1, 11}); };
  BENCHMARK("3,000 rows, nine fields") { return scan(text, {0, 1, 2, 3, 4, 10, 11, 12, 13}); };
}

TEST_CASE("order numbers and dates") {
  Dice dice(2);
  std::vector<std::string> numbers;
  std::vector<std::string> stamps;
  for (int i = 0; i < 1000; ++i) {
    numbers.push_back(some_order_number(dice));
    stamps.push_back(some_stamp(dice, 9));
  }
  BENCHMARK("1,000 order numbers") {
    std::uint64_t sum = 0;
    for (const std::string& number : numbers) {
      sum += normalize::parse_order_number(number);
    }
    return sum;
  };
  BENCHMARK("1,000 stamps of nine days") {
    std::int64_t sum = 0;
    for (const std::string& stamp : stamps) {
      sum += normalize::parse_plain_stamp(stamp).value_or(0);
    }
    return sum;
  };
  normalize::StampReader reader;
  BENCHMARK("1,000 stamps of nine days that were read before") {
    std::int64_t sum = 0;
    for (const std::string& stamp : stamps) {
      sum += reader.read(stamp);
    }
    return sum;
  };
}

TEST_CASE("rows of orders until they are counted or kept") {
  const std::string text = header + some_rows(3000);
  for (const bool counts_only : {true, false}) {
    BENCHMARK(counts_only ? "3,000 rows, counted" : "3,000 rows, kept") {
      std::istringstream input{text};
      return import_exports({{"-", std::nullopt}}, {.counts_only = counts_only, .threads = 1, .standard_input = &input})
          .book.files()
          .size();
    };
  }
}

}  // namespace sellerhealth
