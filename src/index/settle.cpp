#include "index/settle.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/alike_orders.hpp"
#include "index/local_days.hpp"
#include "normalize/plain_forms.hpp"
#include "util/hash.hpp"
#include "util/in_threads.hpp"

namespace sellerhealth::index {

namespace {

constexpr std::size_t part_count = PartedRows::part_count;

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

/// Whether orders are alike that have one row, which has this content, and as what.
using KeysOfContents = std::vector<std::optional<AlikeKey>>;

/// How many orders, and rows, of one content there are.
struct ContentCount {
  std::int64_t orders = 0;
  std::int64_t rows = 0;
};

/// Sorts the rows of parts by order, for one thread.
class Settler {
 public:
  Settler(std::span<PartedRows> rows, const ContentTable& contents, const KeysOfContents& keys, const OrderBook& book,
          std::span<const std::vector<std::uint64_t>> known)
      : rows_{rows}, contents_{contents}, keys_{keys}, known_{known}, days_{book.zone()}, counts_(keys.size()) {}

  void settle(std::size_t part, KeptPart& kept) {
    collect(part);
    for (const std::uint32_t slot : used_slots_) {
      const Slot& order = slots_[slot];
      if (order.kept || !(count_content(order.first) || count_as_alike(order.first))) {
        keep(order.first, kept);
      }
    }
    // Which thread has read which rows is to make no difference.
    std::sort(kept.packed.begin(), kept.packed.end(), [](const PackedRow& a, const PackedRow& b) {
      return std::tuple{a.order_number(), a.content, a.repeats()} <
             std::tuple{b.order_number(), b.content, b.repeats()};
    });
    std::sort(kept.wide.begin(), kept.wide.end(),
              [](const WideRow& a, const WideRow& b) { return a.order_number < b.order_number; });
  }

  /// By content.
  [[nodiscard]] std::span<const ContentCount> counts() const { return counts_; }
  [[nodiscard]] const AlikeTable& alike() const { return alike_; }
  [[nodiscard]] const std::vector<std::vector<OrderBook::FileId>>& file_sets() const { return file_sets_; }

 private:
  static constexpr std::uint32_t no_row = 0xFFFFFFFF;

  struct Slot {
    std::uint64_t number = 0;  ///< 0: free; parse_order_number() gives none.
    std::uint32_t first = no_row;
    bool kept = false;
  };

  /// Entries of alike_, which stay where they are, as found before.
  struct Recent {
    AlikeKey key{};
    AlikeCount* count = nullptr;
  };

  /// Chains the rows of each order of the part. Rows are numbered, the packed ones first.
  void collect(std::size_t part) {
    packed_.clear();
    wide_.clear();
    for (PartedRows& rows : rows_) {
      rows.part(part).packed.for_each([&](const PackedRow& row) { packed_.push_back(row); });
      rows.part(part).wide.for_each([&](const WideRow& row) { wide_.push_back(row); });
      rows.drop(part);
    }
    const std::size_t rows = packed_.size() + wide_.size();
    slots_.assign(std::bit_ceil(2 * (rows + known_[part].size()) + 1), {});
    next_.assign(rows, no_row);
    used_slots_.clear();
    for (const std::uint64_t number : known_[part]) {
      slots_[slot_of(number)].kept = true;
    }
    std::uint32_t row = 0;
    for (const PackedRow& packed : packed_) {
      chain(row++, packed.order_number());
    }
    for (const WideRow& wide : wide_) {
      chain(row++, wide.order_number);
    }
  }

  void chain(std::uint32_t row, std::uint64_t number) {
    const std::size_t at = slot_of(number);
    Slot& slot = slots_[at];
    if (slot.first == no_row) {
      slot.first = row;
      used_slots_.push_back(static_cast<std::uint32_t>(at));
    } else {
      next_[row] = std::exchange(next_[slot.first], row);
    }
  }

  std::size_t slot_of(std::uint64_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = util::spread(number) >> 24U & mask;
    while (slots_[at].number != 0 && slots_[at].number != number) {
      at = (at + 1) & mask;
    }
    slots_[at].number = number;
    return at;
  }

  /// Calls `visit` with each row of the order whose first one is `first`: with what it says, its file, and how many
  /// rows of the file it stands for.
  template <typename Visit>
  void for_each_row(std::uint32_t first, Visit visit) const {
    for (std::uint32_t i = first; i != no_row; i = next_[i]) {
      if (i < packed_.size()) {
        const PackedRow& row = packed_[i];
        visit(unpacked(contents_[row.content]), contents_[row.content].file, std::int64_t{1} + row.repeats());
      } else {
        const WideRow& row = wide_[i - packed_.size()];
        visit(unpacked(row, contents_[row.content]), contents_[row.content].file, std::int64_t{1});
      }
    }
  }

  void keep(std::uint32_t first, KeptPart& kept) const {
    for (std::uint32_t i = first; i != no_row; i = next_[i]) {
      if (i < packed_.size()) {
        kept.packed.push_back(packed_[i]);
      } else {
        kept.wide.push_back(wide_[i - packed_.size()]);
      }
    }
  }

  /// Nearly all orders have one row, of which only the number counts.
  bool count_content(std::uint32_t first) {
    if (next_[first] != no_row || first >= packed_.size() || !keys_[packed_[first].content]) {
      return false;
    }
    ContentCount& count = counts_[packed_[first].content];
    ++count.orders;
    count.rows += 1 + packed_[first].repeats();
    return true;
  }

  bool count_as_alike(std::uint32_t first) {
    OrderBook::Order order;
    files_.clear();
    for_each_row(first, [&](const OrderRow& row, OrderBook::FileId file, std::int64_t /*rows*/) {
      order.merge(row);
      files_.push_back(file);
    });
    std::optional<AlikeKey> key = alike_key(order, days_);
    if (!key) {
      return false;
    }
    std::sort(files_.begin(), files_.end());
    files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
    key->files = file_set();
    AlikeCount& count = count_of(*key);
    ++count.orders;
    count.rows.resize(files_.size());
    for_each_row(first, [&](const OrderRow& /*row*/, OrderBook::FileId file, std::int64_t rows) {
      const auto place = std::lower_bound(files_.begin(), files_.end(), file);
      count.rows[static_cast<std::size_t>(place - files_.begin())] += rows;
    });
    return true;
  }

  AlikeCount& count_of(const AlikeKey& key) {
    Recent& recent = recent_[AlikeHash{}(key) % recent_.size()];
    if (recent.count == nullptr || recent.key != key) {
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
  const ContentTable& contents_;
  const KeysOfContents& keys_;
  std::span<const std::vector<std::uint64_t>> known_;
  LocalDays days_;
  std::vector<ContentCount> counts_;
  AlikeTable alike_;
  std::array<Recent, 256> recent_{};
  std::vector<std::vector<OrderBook::FileId>> file_sets_;
  OrderBook::FileSetId last_set_ = 0;

  // Of the current part.
  std::vector<PackedRow> packed_;
  std::vector<WideRow> wide_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_slots_;  ///< In the order of the first rows of their orders.
  std::vector<std::uint32_t> next_;        ///< For each row, another one of its order.
  std::vector<OrderBook::FileId> files_;
};

/// The order numbers that the book knows, by part.
std::vector<std::vector<std::uint64_t>> known_numbers(const OrderBook& book) {
  std::vector<std::vector<std::uint64_t>> known(part_count);
  for (const OrderBook::Order& order : book.orders()) {
    if (const std::uint64_t number = normalize::parse_order_number(order.id); number != 0) {
      known[PartedRows::part_of(number)].push_back(number);
    }
  }
  return known;
}

KeysOfContents keys_of(const ContentTable& contents, const TimeZone& zone) {
  LocalDays days{zone};
  KeysOfContents keys;
  keys.reserve(contents.size());
  for (ContentTable::Id id = 0; id < contents.size(); ++id) {
    OrderBook::Order order;
    order.merge(unpacked(contents[id]));
    keys.push_back(alike_key(order, days));
  }
  return keys;
}

/// Whether it decides what the order is, which came first, shipment or cancellation.
bool depends_on_instants(const OrderBook::Order& order) {
  return order.shipped.first != OrderBook::never && order.cancelled.first != OrderBook::never &&
         (order.status.empty() || order.status == SetOf{OrderStatus::cancelled});
}

/// Returns false if an order depends on instants of which only the days were packed.
bool add_kept(const KeptPart& kept, const ContentTable& contents, OrderBook& book) {
  std::array<char, normalize::order_number_length> id{};
  const auto add = [&](std::uint64_t number, OrderBook::FileId file, OrderRow row, std::int64_t rows) {
    normalize::write_order_number(number, id.data());
    row.order_id = {id.data(), id.size()};
    return book.merge(file, row, rows);
  };
  for (const WideRow& row : kept.wide) {
    const RowContent& content = contents[row.content];
    add(row.order_number, content.file, unpacked(row, content), 1);
  }
  std::vector<OrderBook::OrderIndex> told_by_days;
  for (const PackedRow& row : kept.packed) {
    const RowContent& content = contents[row.content];
    const OrderBook::OrderIndex order = add(row.order_number(), content.file, unpacked(content), 1 + row.repeats());
    if (content.shipped != 0 || content.cancelled != 0) {
      told_by_days.push_back(order);
    }
  }
  return std::none_of(told_by_days.begin(), told_by_days.end(),
                      [&](OrderBook::OrderIndex order) { return depends_on_instants(book.orders()[order]); });
}

using AlikeSum = std::map<AlikeKey, AlikeCount>;

void add_to(AlikeSum& sum, const AlikeKey& key, std::int64_t orders, std::span<const std::int64_t> rows) {
  AlikeCount& all = sum[key];
  all.orders += orders;
  all.rows.resize(rows.size());
  std::transform(rows.begin(), rows.end(), all.rows.begin(), all.rows.begin(), std::plus<>{});
}

void add_alike(std::span<const Settler> settlers, const ContentTable& contents, const KeysOfContents& keys,
               OrderBook& book) {
  AlikeSum sum;
  for (const Settler& settler : settlers) {
    for (ContentTable::Id id = 0; id < contents.size(); ++id) {
      const ContentCount& count = settler.counts()[id];
      if (count.orders > 0) {
        AlikeKey key = *keys[id];
        key.files = book.file_set_of(std::span{&contents[id].file, 1});
        add_to(sum, key, count.orders, std::span{&count.rows, 1});
      }
    }
    for (const auto& [key, count] : settler.alike()) {
      AlikeKey of_book = key;
      of_book.files = book.file_set_of(settler.file_sets()[key.files]);
      add_to(sum, of_book, count.orders, count.rows);
    }
  }
  for (auto& [key, count] : sum) {
    book.add({.order = order_of(key, book.zone()), .count = count.orders, .rows = std::move(count.rows)});
  }
}

}  // namespace

bool settle(std::span<PartedRows> rows, const ContentTable& contents, unsigned threads, OrderBook& book) {
  const std::vector<std::vector<std::uint64_t>> known = known_numbers(book);
  const KeysOfContents keys = keys_of(contents, book.zone());
  std::vector<KeptPart> kept(part_count);
  std::vector<Settler> settlers(threads, Settler{rows, contents, keys, book, known});
  std::atomic<std::size_t> next_part{0};
  util::in_threads(threads, [&](std::size_t i) {
    for (std::size_t part = next_part++; part < part_count; part = next_part++) {
      settlers[i].settle(part, kept[part]);
    }
  });
  for (KeptPart& part : kept) {
    if (!add_kept(std::exchange(part, {}), contents, book)) {
      return false;
    }
  }
  add_alike(settlers, contents, keys, book);
  return true;
}

}  // namespace sellerhealth::index
