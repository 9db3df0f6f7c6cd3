#include "index/settle.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <optional>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/local_days.hpp"
#include "normalize/plain_forms.hpp"

namespace sellerhealth::index {

namespace {

constexpr std::size_t part_count = PartedRows::part_count;

/// Orders that are alike, by what they have in common.
struct AlikeKey {
  std::int32_t purchase_day;
  std::int32_t ship_day;  ///< no_day: shipped on a day that no export tells.
  SetOf<Fulfillment> fulfillment;
  OrderBook::FileSetId files;

  static constexpr std::int32_t no_day = -1;

  friend bool operator==(const AlikeKey&, const AlikeKey&) = default;
  friend auto operator<=>(const AlikeKey& a, const AlikeKey& b) {
    const auto parts = [](const AlikeKey& key) {
      return std::tuple{key.purchase_day, key.ship_day, key.fulfillment.bits(), key.files};
    };
    return parts(a) <=> parts(b);
  }
};

struct AlikeHash {
  std::size_t operator()(const AlikeKey& key) const {
    const std::uint64_t days = static_cast<std::uint64_t>(key.purchase_day) << 32U ^
                               static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.ship_day)) << 8U ^
                               key.fulfillment.bits();
    return (days ^ std::uint64_t{key.files} << 48U) * 0x9E3779B97F4A7C15 >> 20U;
  }
};

struct AlikeCount {
  std::int64_t orders = 0;
  std::vector<std::int64_t> rows;  ///< By the place of the file in its set.
};

using AlikeTable = std::unordered_map<AlikeKey, AlikeCount, AlikeHash>;

/// The rows of the orders of one part that are kept one by one.
struct KeptPart {
  std::vector<PackedRow> packed;
  std::vector<WideRow> wide;
};

/// What packed rows of one order come to.
struct Gist {
  std::uint32_t purchased = 0xFFFFFFFF;
  std::uint32_t last_purchased = 0;
  std::uint32_t too_late = 0;
  std::uint32_t shipped = 0;
  SetOf<OrderStatus> status{};
  SetOf<Fulfillment> fulfillment{};
  bool plain = true;  ///< Bought on the marketplace, and nobody cancelled anything.

  void add(const PackedRow& row, const RowShape& shape) {
    if (row.purchased != 0) {
      purchased = std::min(purchased, row.purchased);
      last_purchased = std::max(last_purchased, row.purchased);
    }
    too_late = std::max(too_late, row.too_late);
    shipped = std::max(shipped, row.shipped);
    status.insert(shape.status);
    fulfillment.insert(shape.fulfillment);
    plain = plain && shape.cancelled_by.empty() && !shape.buyer_requested_cancel && !shape.not_marketplace;
  }

  /// See settle().
  [[nodiscard]] bool is_alike() const {
    constexpr std::uint32_t most_apart = 2 * 86400;  // what is further apart is reported
    const bool in_time = shipped != 0 && shipped < too_late;
    return plain && status == SetOf{OrderStatus::shipped} && last_purchased != 0 &&
           last_purchased - purchased <= most_apart && (in_time || fulfillment == SetOf{Fulfillment::marketplace});
  }
};

/// Sorts the rows of parts by order, for one thread.
class Settler {
 public:
  Settler(std::span<PartedRows> rows, const ShapeTable& shapes, const OrderBook& book,
          std::span<const std::vector<std::uint64_t>> known)
      : rows_{rows}, shapes_{shapes}, known_{known}, days_{book.zone()} {}

  void settle(std::size_t part, KeptPart& kept) {
    collect(part);
    for (const Slot& slot : slots_) {
      if (slot.number == 0) {
        continue;
      }
      if (!slot.kept && count_as_alike(slot.first)) {
        continue;
      }
      for (std::uint32_t i = slot.first; i != no_row; i = next_[i]) {
        kept.packed.push_back(packed_[i]);
      }
    }
    std::sort(kept.packed.begin(), kept.packed.end(), [](const PackedRow& a, const PackedRow& b) {
      return std::tuple{a.order_number(), a.word(), a.purchased, a.too_late, a.shipped} <
             std::tuple{b.order_number(), b.word(), b.purchased, b.too_late, b.shipped};
    });
    kept.wide = std::move(wide_);
    std::sort(kept.wide.begin(), kept.wide.end(),
              [](const WideRow& a, const WideRow& b) { return a.order_number < b.order_number; });
  }

  [[nodiscard]] const AlikeTable& alike() const { return alike_; }
  [[nodiscard]] const std::vector<std::vector<OrderBook::FileId>>& file_sets() const { return file_sets_; }

 private:
  static constexpr std::uint32_t no_row = 0xFFFFFFFF;

  struct Slot {
    std::uint64_t number = 0;  ///< 0: free; parse_order_number() gives none.
    std::uint32_t first = no_row;
    bool kept = false;
  };

  void collect(std::size_t part) {
    packed_.clear();
    wide_.clear();
    for (PartedRows& rows : rows_) {
      rows.part(part).packed.for_each([&](const PackedRow& row) { packed_.push_back(row); });
      rows.part(part).wide.for_each([&](const WideRow& row) { wide_.push_back(row); });
      rows.drop(part);
    }
    std::size_t size = 16;
    while (size < 2 * (packed_.size() + wide_.size() + known_[part].size())) {
      size *= 2;
    }
    slots_.assign(size, {});
    next_.assign(packed_.size(), no_row);
    for (const std::uint64_t number : known_[part]) {
      slot_of(number).kept = true;
    }
    for (const WideRow& row : wide_) {
      slot_of(row.order_number).kept = true;
    }
    for (std::uint32_t i = 0; i < packed_.size(); ++i) {
      Slot& slot = slot_of(packed_[i].order_number());
      next_[i] = std::exchange(slot.first, i);
    }
  }

  Slot& slot_of(std::uint64_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = number * 0x9E3779B97F4A7C15 >> 24U & mask;
    while (slots_[at].number != 0 && slots_[at].number != number) {
      at = (at + 1) & mask;
    }
    slots_[at].number = number;
    return slots_[at];
  }

  bool count_as_alike(std::uint32_t first) {
    Gist gist;
    for (std::uint32_t i = first; i != no_row; i = next_[i]) {
      gist.add(packed_[i], shapes_[packed_[i].shape()]);
    }
    if (!gist.is_alike()) {
      return false;
    }
    files_.clear();
    for (std::uint32_t i = first; i != no_row; i = next_[i]) {
      files_.push_back(shapes_[packed_[i].shape()].file);
    }
    std::sort(files_.begin(), files_.end());
    files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
    AlikeCount& count = count_of({.purchase_day = days_.day_of(gist.purchased),
                                  .ship_day = gist.shipped == 0 ? AlikeKey::no_day : days_.day_of(gist.shipped),
                                  .fulfillment = gist.fulfillment,
                                  .files = file_set()});
    ++count.orders;
    count.rows.resize(files_.size());
    for (std::uint32_t i = first; i != no_row; i = next_[i]) {
      const auto file = std::lower_bound(files_.begin(), files_.end(), shapes_[packed_[i].shape()].file);
      count.rows[static_cast<std::size_t>(file - files_.begin())] += 1 + packed_[i].repeats();
    }
    return true;
  }

  AlikeCount& count_of(const AlikeKey& key) {
    Recent& recent = recent_[AlikeHash{}(key) % recent_.size()];
    if (recent.count == nullptr || !(recent.key == key)) {
      recent = {key, &alike_[key]};
    }
    return *recent.count;
  }

  /// The number of files_ among the sets of this thread.
  OrderBook::FileSetId file_set() {
    if (last_set_ < file_sets_.size() && file_sets_[last_set_] == files_) {
      return last_set_;
    }
    const auto known = std::find(file_sets_.begin(), file_sets_.end(), files_);
    last_set_ = static_cast<OrderBook::FileSetId>(known - file_sets_.begin());
    if (known == file_sets_.end()) {
      file_sets_.push_back(files_);
    }
    return last_set_;
  }

  std::span<PartedRows> rows_;
  const ShapeTable& shapes_;
  std::span<const std::vector<std::uint64_t>> known_;
  LocalDays days_;
  AlikeTable alike_;
  /// Entries of alike_, which stay where they are, as found before.
  struct Recent {
    AlikeKey key{};
    AlikeCount* count = nullptr;
  };
  std::vector<Recent> recent_ = std::vector<Recent>(4096);
  std::vector<std::vector<OrderBook::FileId>> file_sets_;
  OrderBook::FileSetId last_set_ = 0;

  // Of the current part.
  std::vector<PackedRow> packed_;
  std::vector<WideRow> wide_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> next_;  ///< For each packed row, another one of its order.
  std::vector<OrderBook::FileId> files_;
};

/// The order numbers that the book knows, by part.
std::vector<std::vector<std::uint64_t>> known_numbers(const OrderBook& book) {
  std::vector<std::vector<std::uint64_t>> known(part_count);
  for (const OrderBook::Order& order : book.orders()) {
    if (const std::optional<std::uint64_t> number = normalize::parse_order_number(order.id)) {
      known[PartedRows::part_of(*number)].push_back(*number);
    }
  }
  return known;
}

void add_kept(const KeptPart& kept, const ShapeTable& shapes, OrderBook& book) {
  std::array<char, normalize::order_number_length> id{};
  const auto add = [&](std::uint64_t number, const RowShape& shape, OrderRow row, std::int64_t rows) {
    normalize::write_order_number(number, id.data());
    row.order_id = {id.data(), id.size()};
    book.merge(shape.file, row, rows);
  };
  for (const PackedRow& row : kept.packed) {
    const RowShape& shape = shapes[row.shape()];
    add(row.order_number(), shape, unpacked(row, shape), 1 + row.repeats());
  }
  for (const WideRow& row : kept.wide) {
    const RowShape& shape = shapes[row.shape];
    add(row.order_number, shape, unpacked(row, shape), 1);
  }
}

/// One of the orders that `key` stands for, at the first instant of its days.
OrderBook::Order order_of(const AlikeKey& key, const TimeZone& zone) {
  const auto start_of = [&](std::int32_t day) { return zone.start_of(Day{std::chrono::days{day}}); };
  OrderBook::Order order;
  order.purchased = order.last_purchased = start_of(key.purchase_day);
  order.status = OrderStatus::shipped;
  order.fulfillment = key.fulfillment;
  if (key.ship_day != AlikeKey::no_day) {
    const Instant shipped = start_of(key.ship_day);
    order.shipped = {shipped, shipped};
    order.too_late = shipped + std::chrono::seconds{1};
  }
  return order;
}

void add_alike(std::span<const Settler> settlers, OrderBook& book) {
  std::map<AlikeKey, AlikeCount> sum;
  for (const Settler& settler : settlers) {
    for (const auto& [key, count] : settler.alike()) {
      AlikeKey of_book = key;
      of_book.files = book.file_set_of(settler.file_sets()[key.files]);
      AlikeCount& all = sum[of_book];
      all.orders += count.orders;
      all.rows.resize(count.rows.size());
      for (std::size_t i = 0; i < count.rows.size(); ++i) {
        all.rows[i] += count.rows[i];
      }
    }
  }
  for (auto& [key, count] : sum) {
    OrderBook::Order order = order_of(key, book.zone());
    order.files = key.files;
    book.add({.order = order, .count = count.orders, .rows = std::move(count.rows)});
  }
}

}  // namespace

void settle(std::span<PartedRows> rows, const ShapeTable& shapes, unsigned threads, OrderBook& book) {
  const std::vector<std::vector<std::uint64_t>> known = known_numbers(book);
  std::vector<KeptPart> kept(part_count);
  std::vector<Settler> settlers(threads, Settler{rows, shapes, book, known});
  std::atomic<std::size_t> next_part{0};
  const auto work = [&](Settler& settler) {
    for (std::size_t part = next_part++; part < part_count; part = next_part++) {
      settler.settle(part, kept[part]);
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < settlers.size(); ++i) {
      others.emplace_back([&, i] { work(settlers[i]); });
    }
    work(settlers.front());
  }
  for (KeptPart& part : kept) {
    add_kept(std::exchange(part, {}), shapes, book);
  }
  add_alike(settlers, book);
}

}  // namespace sellerhealth::index
