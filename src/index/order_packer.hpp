#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "index/kept_rows.hpp"
#include "index/local_days.hpp"
#include "index/newest_by_day.hpp"
#include "index/packed_rows.hpp"
#include "index/plain_cells.hpp"
#include "index/row_packer.hpp"
#include "normalize/fields.hpp"
#include "normalize/plain_forms.hpp"
#include "read/block_worker.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::index {

/// What one thread has read of an orders export, besides the rows themselves.
struct PackedFile {
  /// Rows that are only counted, and the purchase among them that is furthest away.
  struct Counted {
    std::int64_t rows = 0;
    std::uint32_t furthest = 0;
  };

  std::int64_t rows = 0;
  Counted before;
  Counted after;
  std::uint32_t oldest_purchase = 0xFFFFFFFF;
  std::uint32_t newest_purchase = 0;
  NewestByDay newest;
  /// Why what is left out by its day alone may belong to an order that is not: a row that is only counted was sold
  /// elsewhere, which is said of all rows of its order; or a row names no purchase, which another of its order may.
  bool has_sold_elsewhere = false;
  bool has_undated = false;
};

/// Packs the rows of one orders export, for one thread. Rows whose order number, dates or values are in other forms
/// than nearly all have are not taken.
class OrderPacker final : public read::BlockWorker {
 public:
  /// `headers` are those of the file, by column, each understood once; of the columns not read, nothing is understood.
  /// `passes_dates`: dates before the days asked about are passed over in rows that are only counted.
  OrderPacker(OrderBook::FileId file, std::span<const normalize::Header> headers, bool lists_open_orders,
              const TimeZone& zone, const KeptRows& kept, bool passes_dates, ContentTable& contents, PartedRows& rows);

  bool take(read::PlainRow& row) override;

  [[nodiscard]] const PackedFile& file() const { return file_; }

 private:
  /// What a row says but for its order, cell by cell.
  struct Cells {
    Moment purchased;
    Moment updated;
    Moment shipped;
    Moment cancelled;
    std::uint32_t too_late = 0;
    RowValues values;  ///< But for the status of the item.
    RowValues item;
  };

  /// The days of these dates; none of those that it does not say.
  struct Days {
    LocalDay purchased;
    LocalDay shipped;
    LocalDay cancelled;
  };

  struct OrderDate {
    DateColumn column;
    Moment Cells::*date;
  };
  struct OrderValue {
    ValueColumn column;
    RowValues Cells::*values;
    RowValues::Column of_values;
  };

  static bool read(OrderValue& value, read::PlainRow& row, Cells& cells);
  [[nodiscard]] bool is_kept(std::string_view order_id, const Cells& cells) const;
  bool take_counted(read::PlainRow& row, Cells& cells);
  bool take_kept(std::string_view order_id, read::PlainRow& row, Cells& cells);
  /// Whether a date of a row that is only counted, bought before the days asked about, lies before them too: then
  /// nothing hangs on it.
  [[nodiscard]] bool is_long_past(std::string_view date, const Cells& cells) const;
  void note_purchase(const Cells& cells);
  [[nodiscard]] LocalDay day_of(const Moment& moment);
  void note(const Moment& moment, const LocalDay& day);
  void count(const Cells& cells);
  /// Whether RowContent holds all that matters.
  static bool days_are_enough(const Cells& cells);
  bool pack(std::uint64_t order_number, const Cells& cells, const Days& days);
  /// All that the row says but for its dates.
  [[nodiscard]] RowContent content_of(const Cells& cells) const;
  [[nodiscard]] RowContent content_with_days(const Cells& cells, const Days& days) const;

  OrderBook::FileId file_id_;
  std::optional<std::size_t> order_id_;  ///< The column.
  std::optional<DateColumn> purchase_;
  std::optional<OrderValue> sales_channel_;
  std::vector<OrderDate> dates_;  ///< But for the purchase.
  // Of rows that are only counted, these tell nothing.
  std::optional<DateColumn> deadline_;
  std::vector<OrderValue> values_;

  bool lists_open_orders_;
  const TimeZone& zone_;
  const KeptRows& kept_;
  bool passes_dates_;
  normalize::IsoDay from_;  ///< A day before which nothing lies that is kept.
  PackedFile file_;
  LocalDays days_;
  RowPacker rows_;
};

}  // namespace sellerhealth::index
