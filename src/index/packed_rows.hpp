#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <unordered_map>
#include <vector>

#include "sellerhealth/order_book.hpp"
#include "util/hash.hpp"

/// Rows of orders exports in few bytes, until all rows of an order are read: only then can be told what it comes to.
///
/// Nearly all rows say the same few things (shipped by the seller, out of this file, bought on that day, shipped in
/// time on the day after), so all that a row says but for its order is a number: that of its *content*. Instants are
/// seconds since 1970 in 32 bits, 0 for none.
namespace sellerhealth::index {

/// What the cells of a row say that have a vocabulary: a bit for each value of each column.
class RowValues {
 public:
  /// The columns, by the bits of their first values; those of the statuses of orders and of items are the same.
  enum class Column : std::uint8_t {
    status = 0,
    fulfillment = 8,
    cancelled_by = 16,
    buyer_requested_cancel = 24,
    not_marketplace = 26,
  };

  void insert(Column column, int value) { bits_ |= std::uint32_t{1} << (static_cast<int>(column) + value); }
  /// Says of the status what `items` say, if they say any.
  void prefer_status_of(const RowValues& items) {
    const std::uint32_t all = std::uint32_t{0xFF} << static_cast<int>(Column::status);
    bits_ = (items.bits_ & all) != 0 ? (bits_ & ~all) | (items.bits_ & all) : bits_;
  }

  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  [[nodiscard]] SetOf<OrderStatus> status() const { return SetOf<OrderStatus>::of_bits(bits_of(Column::status)); }
  [[nodiscard]] SetOf<Fulfillment> fulfillment() const {
    return SetOf<Fulfillment>::of_bits(bits_of(Column::fulfillment));
  }
  [[nodiscard]] SetOf<Canceller> cancelled_by() const {
    return SetOf<Canceller>::of_bits(bits_of(Column::cancelled_by));
  }
  [[nodiscard]] bool buyer_requested_cancel() const { return (bits_of(Column::buyer_requested_cancel) & yes) != 0; }
  [[nodiscard]] bool not_marketplace() const { return (bits_of(Column::not_marketplace) & yes) != 0; }

 private:
  static constexpr unsigned yes = 1U << 1U;  ///< The value behind "no".

  [[nodiscard]] std::uint8_t bits_of(Column column) const {
    return static_cast<std::uint8_t>(bits_ >> static_cast<int>(column));
  }

  std::uint32_t bits_ = 0;
};

/// All that a row says but for its order. Metrics look at instants only where days do not decide (see
/// index/alike_orders.hpp), so those that lie in time are told by their days.
struct RowContent {
  OrderBook::FileId file = 0;
  RowValues values;
  std::uint32_t purchased = 0;  ///< The first instant of the day of purchase.
  std::uint32_t too_late = 0;   ///< To the second.
  std::uint32_t shipped = 0;    ///< The first instant of the day of a shipment before `too_late`.
  std::uint32_t cancelled = 0;  ///< The first instant of the day.

  /// All of it, in words that compare and hash at once.
  [[nodiscard]] std::array<std::uint64_t, 3> words() const {
    const auto word = [](std::uint32_t low, std::uint32_t high) { return low | std::uint64_t{high} << 32U; };
    return {word(file, values.bits()), word(purchased, too_late), word(shipped, cancelled)};
  }

  friend bool operator==(const RowContent& a, const RowContent& b) {
    const auto [a1, a2, a3] = a.words();
    const auto [b1, b2, b3] = b.words();
    return ((a1 ^ b1) | (a2 ^ b2) | (a3 ^ b3)) == 0;
  }
};

struct ContentHash {
  std::size_t operator()(const RowContent& content) const {
    const auto [first, second, third] = content.words();
    const std::uint64_t hash = util::spread((util::spread(second) ^ first) + third);
    return hash ^ hash >> 32U;
  }
};

/// Contents by number, for several threads.
class ContentTable {
 public:
  using Id = std::uint32_t;
  static constexpr Id none = 0xFFFFFFFF;

  /// The number of a content; `none` when there are too many to be worth it.
  [[nodiscard]] Id id_of(const RowContent& content);

  // Not while another thread calls id_of().
  [[nodiscard]] const RowContent& operator[](Id id) const { return contents_[id]; }
  [[nodiscard]] std::size_t size() const { return contents_.size(); }

 private:
  std::mutex mutex_;
  std::vector<RowContent> contents_;
  std::unordered_map<RowContent, Id, ContentHash> ids_;
};

/// A row of which the content says all. Rows that repeat each other, as those of the items of an order do, are one.
struct PackedRow {
  static constexpr unsigned id_bits = 57;  ///< 10^17 is less than 2^57.
  static constexpr unsigned most_repeats = 127;

  std::uint32_t low;
  std::uint32_t high;
  ContentTable::Id content;

  PackedRow() = default;  // Says nothing: many are made at once, to be written to.
  PackedRow(std::uint64_t order_number, ContentTable::Id id)
      : low{static_cast<std::uint32_t>(order_number)},
        high{static_cast<std::uint32_t>(order_number >> 32U)},
        content{id} {}

  [[nodiscard]] std::uint64_t order_number() const { return std::uint64_t{high & high_of_number} << 32U | low; }
  /// How many more rows it stands for.
  [[nodiscard]] unsigned repeats() const { return high >> (id_bits - 32); }
  void repeat() { high += 1U << (id_bits - 32); }

 private:
  static constexpr std::uint32_t high_of_number = (1U << (id_bits - 32)) - 1;
};

/// Any other row: what `content` does not tell of its dates stands here.
struct WideRow {
  std::uint64_t order_number = 0;
  std::uint32_t purchased = 0;
  std::uint32_t updated = 0;
  std::uint32_t too_late = 0;
  std::uint32_t shipped = 0;
  std::uint32_t shipped_last = 0;
  std::uint32_t cancelled = 0;
  std::uint32_t cancelled_last = 0;
  ContentTable::Id content = 0;
};

/// What a row says, without its id.
[[nodiscard]] OrderRow unpacked(const RowContent& content);
[[nodiscard]] OrderRow unpacked(const WideRow& row, const RowContent& content);

/// Rows in blocks that are given back at once.
template <typename Row, std::size_t rows_per_block>
class RowBlocks {
 public:
  /// The row stays where it is until the blocks are given back.
  Row& push_back(const Row& row) {
    if (next_ == end_) {
      blocks_.push_back(std::make_unique_for_overwrite<Rows>());
      next_ = blocks_.back()->data();
      end_ = next_ + rows_per_block;
    }
    return *next_++ = row;
  }

  [[nodiscard]] std::size_t size() const {
    return blocks_.size() * rows_per_block - static_cast<std::size_t>(end_ - next_);
  }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (const auto& block : blocks_) {
      const Row* const end = block == blocks_.back() ? next_ : block->data() + rows_per_block;
      for (const Row* row = block->data(); row != end; ++row) {
        visit(*row);
      }
    }
  }

 private:
  using Rows = std::array<Row, rows_per_block>;

  std::vector<std::unique_ptr<Rows>> blocks_;
  // In the last block.
  Row* next_ = nullptr;
  Row* end_ = nullptr;
};

/// The rows that one thread has read, in parts by their order, so that the rows of an order are in the same part
/// whoever has read them.
class PartedRows {
 public:
  static constexpr std::size_t part_count = 256;

  [[nodiscard]] static std::size_t part_of(std::uint64_t order_number) { return util::spread(order_number) >> 56U; }

  struct Part {
    RowBlocks<PackedRow, 128> packed;
    RowBlocks<WideRow, 16> wide;
  };

  /// The row may be changed, but for its id, until all are dropped.
  PackedRow& add(const PackedRow& row) { return parts_[part_of(row.order_number())].packed.push_back(row); }
  void add(const WideRow& row) { parts_[part_of(row.order_number)].wide.push_back(row); }

  [[nodiscard]] const Part& part(std::size_t number) const { return parts_[number]; }
  [[nodiscard]] std::size_t size() const {
    return std::transform_reduce(parts_.begin(), parts_.end(), std::size_t{0}, std::plus<>{},
                                 [](const Part& part) { return part.packed.size() + part.wide.size(); });
  }
  /// Gives the memory of a part back.
  void drop(std::size_t number) { parts_[number] = {}; }

 private:
  std::vector<Part> parts_ = std::vector<Part>(part_count);
};

}  // namespace sellerhealth::index
