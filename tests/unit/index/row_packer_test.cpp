#include "index/row_packer.hpp"

#include <cstdint>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::index {
namespace {

struct Packed {
  std::uint64_t order_number;
  std::uint32_t purchased;
  unsigned repeats;

  friend bool operator==(const Packed&, const Packed&) = default;
};

std::vector<Packed> packed_in(const PartedRows& rows, const ContentTable& contents) {
  std::vector<Packed> packed;
  for (std::size_t part = 0; part < PartedRows::part_count; ++part) {
    rows.part(part).packed.for_each([&](const PackedRow& row) {
      packed.push_back({row.order_number(), contents[row.content].purchased, row.repeats()});
    });
  }
  return packed;
}

}  // namespace

TEST_CASE("a row that repeats the one before is counted with it, up to as many as it has room for") {
  ContentTable contents;
  PartedRows rows;
  RowPacker packer{contents, rows};
  const RowContent monday{.purchased = 4 * 86400};
  const RowContent tuesday{.purchased = 5 * 86400};
  CHECK(packer.pack(7, monday));
  CHECK(packer.pack(7, monday));
  CHECK(packer.pack(7, tuesday));
  CHECK(packer.pack(7, monday));
  CHECK(packed_in(rows, contents) ==
        std::vector<Packed>{{7, monday.purchased, 1}, {7, tuesday.purchased, 0}, {7, monday.purchased, 0}});

  PartedRows many;
  RowPacker of_many{contents, many};
  for (unsigned row = 0; row < PackedRow::most_repeats + 3; ++row) {
    CHECK(of_many.pack(7, monday));
  }
  CHECK(packed_in(many, contents) ==
        std::vector<Packed>{{7, monday.purchased, PackedRow::most_repeats}, {7, monday.purchased, 1}});
}

TEST_CASE("more contents than a packer remembers are told apart") {
  ContentTable contents;
  PartedRows rows;
  RowPacker packer{contents, rows};
  constexpr std::uint32_t count = 10'000;
  for (std::uint32_t i = 1; i <= 2 * count; ++i) {
    CHECK(packer.pack(1, RowContent{.purchased = i % count}));
  }
  CHECK(contents.size() == count);
  const std::vector<Packed> packed = packed_in(rows, contents);
  REQUIRE(packed.size() == 2 * count);
  for (std::uint32_t i = 0; i < packed.size(); ++i) {
    REQUIRE(packed[i] == Packed{1, (i + 1) % count, 0});
  }
}

TEST_CASE("a wide row keeps its dates and gets the rest from its content") {
  ContentTable contents;
  PartedRows rows;
  RowPacker packer{contents, rows};
  const RowContent content{.file = 3};
  CHECK(packer.pack(WideRow{.order_number = 7, .shipped = 10, .shipped_last = 20}, content));
  std::size_t count = 0;
  rows.part(PartedRows::part_of(7)).wide.for_each([&](const WideRow& row) {
    ++count;
    CHECK(row.order_number == 7);
    CHECK(row.shipped_last == 20);
    CHECK(contents[row.content] == content);
  });
  CHECK(count == 1);
}

}  // namespace sellerhealth::index
