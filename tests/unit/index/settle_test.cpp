#include "index/settle.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace sellerhealth::index {
namespace {

constexpr std::uint32_t day = 86400;
constexpr std::uint32_t first_purchase = 20'000 * day;

RowContent shipped_in_time(OrderBook::FileId file) {
  RowContent content{.file = file, .purchased = first_purchase};
  content.values.insert(RowValues::Column::status, static_cast<int>(OrderStatus::shipped));
  content.too_late = first_purchase + 5 * day;
  content.shipped = first_purchase + day;
  return content;
}

struct Settled {
  std::vector<std::string> orders;  ///< Ids of those that are kept.
  std::int64_t alike = 0;
  std::vector<std::int64_t> alike_rows;  ///< By file.

  friend bool operator==(const Settled&, const Settled&) = default;
};

/// Rows about 3,000 orders out of two files, read by as many threads as settle them.
Settled settle_many(unsigned threads) {
  OrderBook book{TimeZone::utc()};
  std::vector<OrderBook::FileId> files{book.add_file({.path = "a.csv"}), book.add_file({.path = "b.csv"})};
  ContentTable contents;
  std::vector<PartedRows> rows(threads);
  support::Dice dice{3};
  for (std::uint64_t number = 1; number <= 3000; ++number) {
    // Every tenth order is in both files; every hundredth says that it was shipped, and cancelled the next day.
    for (std::size_t file = 0; file < (number % 10 == 0 ? 2U : 1U); ++file) {
      RowContent content = shipped_in_time(files[file]);
      content.cancelled = number % 100 == 0 ? content.shipped + day : 0;
      rows[static_cast<std::size_t>(dice.below(threads))].add(PackedRow{number, contents.id_of(content)});
    }
  }
  CHECK(settle(rows, contents, threads, book));
  Settled settled{{}, 0, {0, 0}};
  for (const OrderBook::Order& order : book.orders()) {
    settled.orders.emplace_back(order.id);
  }
  for (const OrderBook::Alike& alike : book.alike()) {
    settled.alike += alike.count;
    const auto of = book.files_in(alike.order.files);
    for (std::size_t i = 0; i < of.size(); ++i) {
      settled.alike_rows[of[i]] += alike.rows[i];
    }
  }
  return settled;
}

}  // namespace

TEST_CASE("any number of threads settles rows to the same book") {
  const Settled settled = settle_many(1);
  CHECK(settled.orders.size() == 30);
  CHECK(std::find(settled.orders.begin(), settled.orders.end(), "000-0000000-0000100") != settled.orders.end());
  CHECK(settled.alike == 2970);
  CHECK(settled.alike_rows == std::vector<std::int64_t>{2970, 270});
  for (const unsigned threads : {2U, 3U, 8U}) {
    CAPTURE(threads);
    CHECK(settle_many(threads) == settled);
  }
}

}  // namespace sellerhealth::index
