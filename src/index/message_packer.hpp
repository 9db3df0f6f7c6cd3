#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/kept_rows.hpp"
#include "index/local_days.hpp"
#include "index/newest_by_day.hpp"
#include "index/plain_cells.hpp"
#include "read/block_worker.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// Reads the rows of one export of messages without their orders, for one thread. Takes those with plain dates. Rows of
/// days that are not asked about are only counted.
class MessagePacker final : public read::BlockWorker {
 public:
  /// `headers` are those of the file, by column.
  MessagePacker(std::span<const normalize::Header> headers, const TimeZone& zone, const KeptRows& kept);

  bool take(read::PlainRow& row) override;

  /// How many messages it has taken and not only counted.
  [[nodiscard]] std::size_t size() const { return messages_.size(); }
  /// Calls `visit` with each of these, a Message without its order, and with the hash of its id
  /// (RepeatFinder::hash_of), 0 if it has none.
  template <typename Visit>
  void for_each(Visit visit) const {
    std::size_t id_begin = 0;
    for (const Packed& packed : messages_) {
      Message message = unpacked(packed);
      message.message_id = std::string_view{ids_}.substr(id_begin, packed.id_size);
      id_begin += packed.id_size;
      visit(message, packed.id_hash);
    }
  }

  /// The hashes (RepeatFinder::hash_of) of the ids of rows that are only counted.
  [[nodiscard]] std::span<const std::uint64_t> counted_ids() const { return counted_ids_; }

  /// Adds to `file` the rows that are only counted, and, of all that it has taken, how many rows they were, and when
  /// they happened.
  void add_counts_to(OrderBook& book, OrderBook::FileId file) const;

 private:
  struct Packed {
    std::uint64_t id_hash;
    std::uint32_t id_size;
    Moment received;
    Moment responded;
    bool no_response_needed;
  };

  /// Rows that are only counted, and the one of them that is furthest away.
  struct Counted {
    std::int64_t rows = 0;
    Packed furthest{};
  };

  [[nodiscard]] static Message unpacked(const Packed& packed);
  void note_dates(const Packed& message);
  void count_only(const Packed& message);

  std::optional<std::size_t> id_;  ///< The column, as those below.
  std::optional<DateColumn> received_;
  std::optional<DateColumn> responded_;
  std::optional<ValueColumn> no_response_needed_;
  bool has_other_columns_ = false;  ///< That are understood.
  const TimeZone& zone_;
  const KeptRows& kept_;
  std::vector<Packed> messages_;
  std::string ids_;  ///< Of the messages, one behind the other.
  std::vector<std::uint64_t> counted_ids_;
  /// Before and after the days asked about, each with and without need of a response.
  std::array<Counted, 4> counted_;
  std::uint32_t oldest_receipt_ = 0xFFFFFFFF;
  std::uint32_t newest_receipt_ = 0;
  LocalDays days_;
  NewestByDay newest_;
};

}  // namespace sellerhealth::index
