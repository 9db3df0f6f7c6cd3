#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "sellerhealth/order_book.hpp"

/// Rows of orders exports in few bytes, until all rows of an order are read: only then can be told what it comes to.
///
/// Nearly all rows say the same few things beside their dates (shipped by the seller, out of this file), so these are a
/// number: that of a *shape*. Instants are seconds since 1970 in 32 bits, 0 for none.
namespace sellerhealth::index {

/// All that a row says but for its id and its dates.
struct RowShape {
  OrderBook::FileId file = 0;
  SetOf<OrderStatus> status{};
  SetOf<Fulfillment> fulfillment{};
  SetOf<Canceller> cancelled_by{};
  bool buyer_requested_cancel = false;
  bool not_marketplace = false;

  friend bool operator==(const RowShape&, const RowShape&) = default;
};

/// Shapes by number, for several threads.
class ShapeTable {
 public:
  using Id = std::uint16_t;
  static constexpr Id none = 0xFFFF;

  /// The number of a shape; `none` when there are too many.
  [[nodiscard]] Id id_of(const RowShape& shape);
  /// Not while another thread calls id_of().
  [[nodiscard]] const RowShape& operator[](Id id) const { return shapes_[id]; }

 private:
  std::mutex mutex_;
  std::vector<RowShape> shapes_;
};

/// A row whose dates are all instants, with neither cancel-date nor last-updated-date. Rows that repeat each other, as
/// those of the items of an order do, are one.
struct PackedRow {
  static constexpr unsigned id_bits = 57;  ///< 10^17 is less than 2^57.
  static constexpr unsigned shape_bits = 5;
  static constexpr unsigned most_repeats = 3;

  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::uint32_t purchased = 0;
  std::uint32_t too_late = 0;
  std::uint32_t shipped = 0;

  PackedRow() = default;
  PackedRow(std::uint64_t order_number, ShapeTable::Id shape) {
    const std::uint64_t word = order_number | std::uint64_t{shape} << id_bits;
    low = static_cast<std::uint32_t>(word);
    high = static_cast<std::uint32_t>(word >> 32U);
  }

  [[nodiscard]] std::uint64_t word() const { return std::uint64_t{high} << 32U | low; }
  [[nodiscard]] std::uint64_t order_number() const { return word() & ((std::uint64_t{1} << id_bits) - 1); }
  [[nodiscard]] ShapeTable::Id shape() const {
    return static_cast<ShapeTable::Id>(word() >> id_bits & ((1U << shape_bits) - 1));
  }
  [[nodiscard]] unsigned repeats() const { return high >> 30U; }
  void repeat() { high += 1U << 30U; }
  [[nodiscard]] bool says_the_same(const PackedRow& other) const {
    constexpr std::uint32_t but_repeats = (1U << 30U) - 1;
    return low == other.low && (high & but_repeats) == (other.high & but_repeats) && purchased == other.purchased &&
           too_late == other.too_late && shipped == other.shipped;
  }
};

/// Any other row.
struct WideRow {
  std::uint64_t order_number = 0;
  std::uint32_t purchased = 0;
  std::uint32_t updated = 0;
  std::uint32_t too_late = 0;
  std::uint32_t shipped = 0;
  std::uint32_t shipped_last = 0;
  std::uint32_t cancelled = 0;
  std::uint32_t cancelled_last = 0;
  ShapeTable::Id shape = 0;
};

/// What the row says, without its id.
[[nodiscard]] OrderRow unpacked(const PackedRow& row, const RowShape& shape);
[[nodiscard]] OrderRow unpacked(const WideRow& row, const RowShape& shape);

/// Rows in blocks that are given back at once.
template <typename Row>
class RowBlocks {
 public:
  /// The row stays where it is until the blocks are given back.
  Row& push_back(const Row& row) {
    if (used_ == rows_per_block) {
      blocks_.push_back(std::make_unique_for_overwrite<Rows>());
      used_ = 0;
    }
    return (*blocks_.back())[used_++] = row;
  }
  [[nodiscard]] bool empty() const { return blocks_.empty(); }
  [[nodiscard]] std::size_t size() const { return blocks_.empty() ? 0 : (blocks_.size() - 1) * rows_per_block + used_; }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (const auto& block : blocks_) {
      const std::size_t count = block == blocks_.back() ? used_ : rows_per_block;
      for (std::size_t i = 0; i < count; ++i) {
        visit((*block)[i]);
      }
    }
  }

 private:
  static constexpr std::size_t rows_per_block = 128;
  using Rows = std::array<Row, rows_per_block>;

  std::vector<std::unique_ptr<Rows>> blocks_;
  std::size_t used_ = rows_per_block;
};

/// The rows that one thread has read, in parts by their order, so that the rows of an order are in the same part
/// whoever has read them.
class PartedRows {
 public:
  static constexpr std::size_t part_count = 256;

  [[nodiscard]] static std::size_t part_of(std::uint64_t order_number) {
    return order_number * 0x9E3779B97F4A7C15 >> 56U;
  }

  struct Part {
    RowBlocks<PackedRow> packed;
    RowBlocks<WideRow> wide;
  };

  /// The row may be changed, but for its id, until all are dropped.
  PackedRow& add(const PackedRow& row) { return parts_[part_of(row.order_number())].packed.push_back(row); }
  void add(const WideRow& row) { parts_[part_of(row.order_number)].wide.push_back(row); }

  [[nodiscard]] const Part& part(std::size_t number) const { return parts_[number]; }
  /// Gives the memory of a part back.
  void drop(std::size_t number) { parts_[number] = {}; }

 private:
  std::vector<Part> parts_ = std::vector<Part>(part_count);
};

}  // namespace sellerhealth::index
