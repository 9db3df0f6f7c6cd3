#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "sellerhealth/date_order.hpp"
#include "sellerhealth/mapping.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth {

/// One thing to read: a file, a directory (each recognized export in it), or "-" for `ImportOptions::standard_input`.
struct Source {
  std::string path;
  std::optional<Kind> kind = {};  ///< What the export is about; not given: recognized by its columns.
};

/// The columns of an orders export by whose values an account can be split, or restricted by a Filter.
inline constexpr std::array segment_columns{Column::product_category, Column::sales_channel,
                                            Column::fulfillment_channel, Column::seller_id, Column::sku};

/// Days from `first` to `last`, both included.
struct DaySpan {
  Day first;
  Day last;
};

struct ImportOptions {
  TimeZone zone = TimeZone::utc();   ///< Of stamps that name no offset, and of days.
  std::vector<Filter> filters;       ///< At most 32.
  std::optional<Column> segment_by;  ///< The column to split the account by: see segment_columns.
  bool segment_if_given = false;     ///< Whether `segment_by` may be a column that no orders export has.
  /// Of dates such as 04/05/2022. Not given: settled for each file by what is in the files.
  std::optional<DateOrder> date_order;
  /// What files without byte order mark are written in, by a name that iconv knows: "Shift_JIS". Empty: recognized.
  std::string encoding;
  std::vector<ColumnMapping> columns;  ///< What headers mean, before what sellerhealth knows of them.
  std::vector<ValueMapping> values;    ///< How values are spelled, beside what sellerhealth knows.
  ColumnSet also_read;                 ///< Columns that no metric uses: the buyer's answers, respond-by.
  bool check_everything = false;       ///< Read all of these, to find the faults in them.
  /// Only numbers are asked for, not which orders are behind them: orders that no metric tells apart are counted as
  /// they come (OrderBook::alike()), which takes a small part of the time and memory.
  bool counts_only = false;
  /// With counts_only: the days that orders are asked about. Those bought on others are only counted.
  std::optional<DaySpan> asked_days;
  /// Told while files are read, by one thread at a time and often, how many of their bytes were read, of how many.
  std::function<void(std::int64_t read, std::int64_t total)> on_progress;
  unsigned threads = 0;  ///< 0: as many as the machine runs at once. The result is the same for any number.
  std::istream* standard_input = nullptr;
};

/// What an import found: the book, and the rows that it could not understand (the first few of them).
struct Import {
  OrderBook book;
  std::vector<Diagnostic> bad_rows;
  std::size_t bad_row_count = 0;
};

/// Reads exports into one order book. Bad rows are returned, not thrown: whether to go on is the caller's decision.
///
/// Throws InputError for a file that cannot be read, decoded or recognized, or whose dates may be read in two orders;
/// UsageError for a filter on a column, or a split by one, that no orders export has, for an encoding that iconv does
/// not know, for a mapping that makes no sense, and for one of a header that no export of its kind has.
[[nodiscard]] Import import_exports(const std::vector<Source>& sources, const ImportOptions& options);

}  // namespace sellerhealth
