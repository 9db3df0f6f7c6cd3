#include "index/settle_messages.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "index/local_days.hpp"
#include "index/repeat_finder.hpp"

namespace sellerhealth::index {

namespace {

/// What messages that are alike have in common.
struct Key {
  std::int32_t received_day;
  std::int32_t responded_day;  ///< 0: they need no response.

  friend auto operator<=>(const Key&, const Key&) = default;
};

std::chrono::seconds wait_of(const Message& message) { return message.responded_at->first - message.received_at.first; }

/// None: the message is to be kept.
std::optional<Key> key_of(const Message& message, LocalDays& days) {
  const auto day_of = [&](const Stamp& stamp) {
    return days.day_of(static_cast<std::uint32_t>(stamp.first.time_since_epoch().count()));
  };
  if (message.no_response_needed) {
    return Key{day_of(message.received_at), 0};
  }
  const auto is_instant = [](const Stamp& stamp) { return stamp.first == stamp.last; };
  if (!message.responded_at || !is_instant(message.received_at) || !is_instant(*message.responded_at) ||
      wait_of(message) >= time_to_respond) {
    return std::nullopt;
  }
  return Key{day_of(message.received_at), day_of(*message.responded_at)};
}

/// Counts the messages of one export that are alike.
class Counter {
 public:
  Counter(OrderBook::FileId file, OrderBook& book)
      : file_{file}, files_{book.file_set_of(std::span{&file, 1})}, days_{book.zone()} {}

  /// Returns false if the message is to be kept.
  bool count(const Message& message) {
    const std::optional<Key> key = key_of(message, days_);
    if (!key) {
      return false;
    }
    OrderBook::AlikeMessages& alike = alike_of(*key);
    if (alike.count == 0) {
      alike.message = {.file = file_, .record = message, .files = files_};
      alike.message.record.message_id = {};
    } else if (!message.no_response_needed) {
      alike.further_wait += (wait_of(message) - wait_of(alike.message.record)).count();
    }
    ++alike.count;
    ++alike.rows;
    return true;
  }

  void add_to(OrderBook& book) {
    for (const auto& [key, alike] : alike_) {
      book.add(alike);
    }
  }

 private:
  /// Entries of alike_, which stay where they are, as found before.
  struct Recent {
    Key key{};
    OrderBook::AlikeMessages* alike = nullptr;
  };

  OrderBook::AlikeMessages& alike_of(const Key& key) {
    const auto place = static_cast<std::size_t>(2 * key.received_day + key.responded_day);
    Recent& recent = recent_[place % recent_.size()];
    if (recent.alike == nullptr || recent.key != key) {
      recent = {key, &alike_[key]};
    }
    return *recent.alike;
  }

  OrderBook::FileId file_;
  OrderBook::FileSetId files_;
  LocalDays days_;
  std::map<Key, OrderBook::AlikeMessages> alike_;
  std::array<Recent, 64> recent_{};
};

RepeatFinder note_ids(const std::deque<PackedMessages>& files, const OrderBook& book) {
  std::size_t count = book.messages().size();
  for (const PackedMessages& file : files) {
    for (const MessagePacker& packer : file.packers) {
      count += packer.size() + packer.counted_ids().size();
    }
  }
  RepeatFinder ids{count};
  for (const auto& filed : book.messages()) {
    if (!filed.record.message_id.empty()) {
      ids.note(RepeatFinder::hash_of(filed.record.message_id));
    }
  }
  for (const PackedMessages& file : files) {
    for (const MessagePacker& packer : file.packers) {
      packer.for_each([&](const Message& /*message*/, std::uint64_t id_hash) {
        if (id_hash != 0) {
          ids.note(id_hash);
        }
      });
      for (const std::uint64_t hash : packer.counted_ids()) {
        ids.note(hash);
      }
    }
  }
  return ids;
}

}  // namespace

bool settle_messages(const std::deque<PackedMessages>& files, OrderBook& book) {
  const RepeatFinder ids = note_ids(files, book);
  for (const PackedMessages& file : files) {
    Counter counter{file.file, book};
    for (const MessagePacker& packer : file.packers) {
      for (const std::uint64_t hash : packer.counted_ids()) {
        if (ids.repeats(hash)) {
          return false;
        }
      }
      packer.for_each([&](const Message& message, std::uint64_t id_hash) {
        if ((id_hash != 0 && ids.repeats(id_hash)) || !counter.count(message)) {
          book.add(file.file, message);
        }
      });
      packer.add_counts_to(book, file.file);
    }
    counter.add_to(book);
  }
  return true;
}

}  // namespace sellerhealth::index
