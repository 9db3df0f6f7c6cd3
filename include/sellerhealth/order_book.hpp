#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// A restriction of the account to orders that have one of `values` in `column` (in any of their rows).
struct Filter {
  Column column;
  std::vector<std::string> values;
};

/// Sets of numbers, each kept once and known by its id. Set 0 is empty. Made for few sets that many orders share.
class SetTable {
 public:
  using Id = std::uint32_t;
  using Member = std::uint32_t;

  /// The set of the members of `set` and `member`.
  Id with(Id set, Member member);
  /// In rising order.
  [[nodiscard]] std::span<const Member> members(Id set) const { return sets_[set]; }
  [[nodiscard]] std::size_t size() const { return sets_.size(); }

 private:
  std::vector<std::vector<Member>> sets_{1};
  std::map<std::vector<Member>, Id> ids_{{{}, 0}};
  std::map<std::pair<Id, Member>, Id> with_;
};

/// Texts, each kept once and known by its id: numbers from 0 on, in the order in which the texts came.
class TextTable {
 public:
  using Id = std::uint32_t;

  /// The id of a text, which is kept if it is new.
  Id id_of(std::string_view text);
  /// The text, for as long as the table lives, wherever it is moved to.
  [[nodiscard]] std::string_view operator[](Id id) const { return texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    Id id = free;
    std::uint32_t hash = 0;
  };
  static constexpr Id free = std::numeric_limits<Id>::max();

  void grow();
  [[nodiscard]] std::size_t behind(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_ = std::vector<Slot>(16);  ///< A power of two; where texts hash to, or behind it.
};

/// A column of an export in the export's spelling, and what it was understood as.
struct ExportColumn {
  std::string header;
  std::optional<Column> column;
  bool mapped = false;  ///< Because the seller says so (ImportOptions::columns).
};

/// A value that no vocabulary knows, and how often the export has it.
struct UnknownValue {
  Column column;
  std::string value;
  std::int64_t count = 0;
};

/// One export as it was read. A JSON document that holds several exports gives one of these for each.
struct ExportFile {
  std::string path;
  Kind kind = Kind::orders;
  std::string format;                 ///< "csv", "tsv", "json", "ndjson".
  std::string encoding;               ///< "utf-8", "windows-1252".
  std::string mark;                   ///< By what the kind was recognized: a column, a JSON key or an option.
  ColumnSet columns;                  ///< What was understood.
  std::vector<ExportColumn> headers;  ///< Every column of the file.
  /// Values of statuses and the like that are not known: the first ten of each column.
  std::vector<UnknownValue> unknown_values;
  std::int64_t rows = 0;      ///< Rows read, rejected ones included.
  std::int64_t rejected = 0;  ///< Rows that could not be understood.
  std::int64_t harmless = 0;  ///< Rows of feedback that is not negative, where it is only counted.
  std::int64_t repeated = 0;  ///< Rows about a message or violation, by its id, that an earlier row told of.
  /// The first and last day on which the file's orders were placed, its messages received, its defects filed.
  std::optional<Day> first_day;
  std::optional<Day> last_day;
};

/// Everything that the exports of one account say, merged by order: the one thing that every metric is computed from.
///
/// Rows may come in any order, from any number of files, and as often as they like: no sum depends on it. The book
/// knows no as-of day; what was known when is decided by the stamps it keeps.
class OrderBook {
 public:
  /// Identifies one export of the book.
  using FileId = std::uint32_t;
  /// Identifies one order id that any export names, whether or not an orders export does.
  using OrderIndex = std::uint32_t;
  /// Identifies a set of exports (those that name an order). Set 0 is empty.
  using FileSetId = SetTable::Id;
  /// Identifies one value of the column that the account is split by.
  using SegmentId = SetTable::Member;
  /// Identifies a set of such values (those of an order). Set 0 is empty.
  using SegmentSetId = SetTable::Id;

  static constexpr OrderIndex no_order = std::numeric_limits<OrderIndex>::max();
  /// Stands for a stamp that no row gives: earlier than anything that happens.
  static constexpr Instant never{std::chrono::seconds{std::numeric_limits<std::int64_t>::min() / 2}};

  /// One order, merged from its rows (whose ids are not empty): the earliest purchase, the latest promise, shipment and
  /// cancellation, and the statuses of the rows last updated.
  struct Order {
    std::string_view id;
    Instant purchased = Instant::max();  ///< Earliest of the rows; Instant::max(): no row says.
    Instant last_purchased = never;      ///< Latest of the rows, to notice rows that contradict each other.
    Instant too_late = never;            ///< First instant that misses the promised ship date.
    Stamp shipped{never, never};
    Stamp cancelled{never, never};
    Instant status_updated = never;  ///< The last-updated-date of the rows that speak.
    SetOf<OrderStatus> status{};     ///< What the rows last updated say.
    SetOf<Fulfillment> fulfillment{};
    SetOf<Canceller> cancelled_by{};
    bool buyer_requested_cancel = false;
    bool not_marketplace = false;
    std::uint32_t filters_met = 0;
    FileSetId files = 0;  ///< The orders exports that name it; 0: only a defect or a message does.
    SegmentSetId segments = 0;

    /// Adds what one more row says, but for its id, its file and its segments.
    void merge(const OrderRow& row);

    [[nodiscard]] bool dated() const { return purchased != Instant::max(); }
    /// Whether its rows name purchases further apart than days and time zones explain.
    [[nodiscard]] bool contradicts_itself() const {
      return dated() && last_purchased - purchased > std::chrono::hours{48};
    }
    /// The marketplace counts an order as the seller's own unless every row that names a channel names the marketplace.
    [[nodiscard]] bool seller_fulfilled() const {
      return fulfillment.contains(Fulfillment::seller) || fulfillment.empty();
    }
  };

  /// Orders that no metric tells apart on any as-of day: bought on one day and shipped, in time, on one day, say, and
  /// nothing was filed about them.
  struct Alike {
    Order order;                     ///< One of them, without its id.
    std::int64_t count = 0;          ///< How many there are.
    std::vector<std::int64_t> rows;  ///< How many rows each of the exports in `order.files` has about them.
  };

  /// A record and where it came from. `order` is the order that it names.
  template <typename Record>
  struct Filed {
    FileId file = 0;
    OrderIndex order = no_order;
    Record record{};
    FileSetId files = 0;  ///< Messages only: every export that names it.
  };

  /// Messages that no metric tells apart on any as-of day: received on one day and answered in time on one day, say.
  /// Or messages outside the days that are asked about.
  struct AlikeMessages {
    Filed<Message> message;  ///< One of them, without its id.
    std::int64_t count = 0;  ///< How many there are; 0: it is not asked.
    std::int64_t rows = 0;
    std::int64_t further_wait = 0;  ///< By how many seconds they waited longer for replies than `count` times this one.
  };

  /// `segment_by`: the column that the account is to be split by.
  explicit OrderBook(TimeZone zone, std::vector<Filter> filters = {}, std::optional<Column> segment_by = {});
  // Records point to the ids that the book owns.
  OrderBook(const OrderBook&) = delete;
  OrderBook& operator=(const OrderBook&) = delete;
  OrderBook(OrderBook&&) = default;
  OrderBook& operator=(OrderBook&&) = default;
  ~OrderBook() = default;

  [[nodiscard]] const TimeZone& zone() const { return zone_; }
  [[nodiscard]] std::span<const Filter> filters() const { return filters_; }
  [[nodiscard]] std::optional<Column> segment_by() const { return segment_by_; }

  // --- Filling -------------------------------------------------------------------------------------------------

  /// Begins an export; its rows are added under the id that this returns.
  FileId add_file(ExportFile file);
  [[nodiscard]] ExportFile& file(FileId id) { return files_[id]; }

  /// Adds what one row of `file` says. The texts in it need live only during the call. Throws UsageError for a record
  /// that names no order and must (all but messages and violations).
  void add(FileId file, const OrderRow& row);
  void add(FileId file, const Feedback& feedback);
  void add(FileId file, const Claim& claim);
  void add(FileId file, const Chargeback& chargeback);
  void add(FileId file, const Message& message);
  void add(FileId file, const Violation& violation);

  // The parts of add(file, row), for those who have read many rows before they add their orders: what rows say of their
  // order, which is returned, the same that many times; which instants they name; and orders of which there are many.
  OrderIndex merge(FileId file, const OrderRow& row, std::int64_t rows);
  void place(FileId file, Instant instant);     ///< An order was bought, or the like: see ExportFile::first_day.
  void happened(FileId file, Instant instant);  ///< See newest_stamps().
  void add(Alike alike);
  void add(AlikeMessages alike);
  FileSetId file_set_of(std::span<const FileId> files);

  /// Keeps a remark about the input for whoever reads the result.
  void warn(Diagnostic warning);

  // --- Reading -------------------------------------------------------------------------------------------------

  [[nodiscard]] std::span<const ExportFile> files() const { return files_; }
  [[nodiscard]] bool has(Kind kind) const;
  /// Whether any export of `kind` has `column`.
  [[nodiscard]] bool has(Kind kind, Column column) const;
  [[nodiscard]] std::span<const FileId> files_in(FileSetId set) const { return file_sets_.members(set); }
  [[nodiscard]] std::size_t file_set_count() const { return file_sets_.size(); }

  [[nodiscard]] std::span<const Order> orders() const { return orders_; }
  /// The other orders, which were counted as they came instead of being kept.
  [[nodiscard]] std::span<const Alike> alike() const { return alike_; }
  /// The same for messages.
  [[nodiscard]] std::span<const AlikeMessages> alike_messages() const { return alike_messages_; }
  /// Calls `visit` with each kind of orders there is, and how many there are: those of orders() one by one.
  template <typename Visit>
  void for_each_order(Visit visit) const {
    for (const Order& order : orders_) {
      visit(order, std::int64_t{1});
    }
    for (const Alike& alike : alike_) {
      visit(alike.order, alike.count);
    }
  }
  [[nodiscard]] std::span<const Filed<Feedback>> feedback() const { return feedback_; }
  [[nodiscard]] std::span<const Filed<Claim>> claims() const { return claims_; }
  [[nodiscard]] std::span<const Filed<Chargeback>> chargebacks() const { return chargebacks_; }
  [[nodiscard]] std::span<const Filed<Message>> messages() const { return messages_; }
  [[nodiscard]] std::span<const Filed<Violation>> violations() const { return violations_; }
  [[nodiscard]] std::span<const Diagnostic> warnings() const { return warnings_; }

  /// The values of segment_by() that any order has: each SegmentId's, in the spelling that sorts first.
  [[nodiscard]] std::span<const std::string> segments() const { return segments_; }
  /// The segments of an order that has the set.
  [[nodiscard]] std::span<const SegmentId> segments_in(SegmentSetId set) const { return segment_sets_.members(set); }

  /// For each row of an orders export about one of orders(): which order it is about.
  [[nodiscard]] std::span<const OrderIndex> rows_of(FileId file) const { return rows_[file]; }
  /// For each day, the newest stamp of that day in the export, of what happened (not of promises).
  [[nodiscard]] const std::map<Day, Instant>& newest_stamps(FileId file) const { return newest_[file]; }
  /// The purchase that no other is newer than; nothing when no order is dated.
  [[nodiscard]] std::optional<Instant> newest_purchase() const;
  /// Whether the order meets every filter of this book.
  [[nodiscard]] bool passes_filters(const Order& order) const;

 private:
  OrderIndex index_of(std::string_view order_id);
  OrderIndex required_index_of(std::string_view order_id);
  SegmentId segment_of(std::string_view value);
  /// The same text, for as long as the book lives.
  std::string_view keep(std::string_view text) { return texts_[texts_.id_of(text)]; }

  TimeZone zone_;
  std::vector<Filter> filters_;
  std::optional<Column> segment_by_;
  std::vector<ExportFile> files_;
  std::vector<std::vector<OrderIndex>> rows_;
  std::vector<std::map<Day, Instant>> newest_;
  SetTable file_sets_;
  std::vector<std::string> segments_;
  SetTable segment_sets_;

  TextTable order_ids_;    ///< Their ids are the orders' indices.
  TextTable segment_ids_;  ///< Values in lower case; their ids are the segments'.
  TextTable message_ids_;
  std::vector<std::size_t> messages_by_id_;  ///< The places of those that have an id in messages_.
  TextTable violation_ids_;
  std::vector<std::size_t> violations_by_id_;
  TextTable texts_;  ///< Statuses, reasons, amounts and the like of what was filed.
  std::vector<Order> orders_;
  std::vector<Alike> alike_;
  std::vector<AlikeMessages> alike_messages_;
  std::vector<Filed<Feedback>> feedback_;
  std::vector<Filed<Claim>> claims_;
  std::vector<Filed<Chargeback>> chargebacks_;
  std::vector<Filed<Message>> messages_;
  std::vector<Filed<Violation>> violations_;
  std::vector<Diagnostic> warnings_;
};

}  // namespace sellerhealth
