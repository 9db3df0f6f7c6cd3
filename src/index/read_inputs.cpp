#include "index/read_inputs.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "index/date_orders.hpp"
#include "index/feedback_counter.hpp"
#include "index/import_sink.hpp"
#include "index/order_packer.hpp"
#include "index/settle.hpp"
#include "index/settle_messages.hpp"
#include "normalize/columns.hpp"
#include "normalize/plain_forms.hpp"
#include "read/read_export.hpp"
#include "read/scan_export.hpp"

namespace sellerhealth::index {

namespace {

/// What an attempt to read fast turned out not to be possible.
struct Limits {
  std::set<const RecognizedInput*> exact;      ///< Files that only the exact reader reads right.
  std::set<const RecognizedInput*> all_dates;  ///< Files of which no date must be passed over.
  bool keep_all = false;                       ///< Rows must not be left out by their days alone.
};

unsigned threads_of(const ImportOptions& options) {
  return options.threads > 0 ? options.threads : std::max(std::thread::hardware_concurrency(), 1U);
}

/// A column that is there twice is understood by the exact reader alone.
bool has_each_column_once(std::span<const normalize::Header> headers) {
  ColumnSet seen;
  for (const normalize::Header& header : headers) {
    if (header.column && seen.contains(*header.column)) {
      return false;
    }
    if (header.column) {
      seen.insert(*header.column);
    }
  }
  return true;
}

/// Leaves all rows to the exact reader.
class LeavingWorker final : public read::BlockWorker {
 public:
  bool take(read::PlainRow& /*row*/) override { return false; }
};

/// Takes all rows, of which nothing is wanted any more.
class DroppingWorker final : public read::BlockWorker {
 public:
  bool take(read::PlainRow& /*row*/) override { return true; }
};

/// One attempt to read all inputs.
class Reading {
 public:
  Reading(std::span<const RecognizedInput> inputs, const ImportOptions& options, Limits& limits)
      : inputs_{inputs},
        options_{options},
        limits_{limits},
        import_{OrderBook{options.zone, options.filters, options.segment_by}, {}, 0},
        date_orders_{inputs, options.zone, options.date_order},
        threads_{threads_of(options)},
        rows_(threads_) {}

  /// Returns whether it succeeded; if not, `limits` say what to do otherwise.
  bool read(std::span<const Diagnostic> warnings) {
    for (const Diagnostic& warning : warnings) {
      import_.book.warn(warning);
    }
    if (leaves_out()) {
      keep_asked_days();
    }
    for (const RecognizedInput& input : inputs_) {
      read(input);
    }
    if (!gives_up() && !settle_messages(messages_, import_.book)) {
      limits_.keep_all = true;
      return false;
    }
    messages_.clear();
    keep_what_is_filed_about();
    for (Scan& scan : scans_of_orders_) {
      if (!read_orders(scan)) {
        return false;
      }
    }
    if (gives_up() || hides_an_end_) {
      return false;
    }
    if (!settle(rows_, contents_, threads_to_settle(), import_.book)) {
      for (const Scan& scan : scans_of_orders_) {
        limits_.exact.insert(scan.input);
      }
      return false;
    }
    limits_.keep_all = leaves_out() && has_undated_orders();
    return !limits_.keep_all;
  }

  [[nodiscard]] Import take() { return std::move(import_); }

 private:
  struct Scan {
    const RecognizedInput* input;
    read::Layout layout;
    std::unique_ptr<ImportSink> sink;
  };

  [[nodiscard]] std::optional<read::Layout> layout_to_scan(const RecognizedInput& input) const {
    const bool many_rows = input.kind == Kind::orders || input.kind == Kind::feedback || input.kind == Kind::messages;
    const bool counts_only =
        options_.counts_only && options_.filters.empty() && !options_.segment_by && !options_.check_everything;
    return many_rows && counts_only && !limits_.exact.contains(&input)
               ? read::scannable_layout(input.input, normalize::table_keys())
               : std::nullopt;
  }

  void read(const RecognizedInput& input) {
    const std::optional<read::Layout> layout = layout_to_scan(input);
    auto sink = std::make_unique<ImportSink>(input, options_, date_orders_, import_);
    if (!layout) {
      if (!gives_up()) {
        const read::Dialect dialect = read::read_export(input.input, normalize::table_keys(), *sink);
        name_dialect(*sink, dialect);
      }
      return;
    }
    sink->reserve_file();
    name_dialect(*sink, {std::string{name_of(layout->format)}, "utf-8"});
    Scan scan{&input, *layout, std::move(sink)};
    if (input.kind == Kind::orders) {
      // After all that is filed about them: see keep_what_is_filed_about().
      scans_of_orders_.push_back(std::move(scan));
    } else if (input.kind == Kind::feedback) {
      read_feedback(scan);
    } else {
      read_messages(scan);
    }
  }

  void read_feedback(Scan& scan) {
    std::deque<FeedbackCounter> counters;
    if (!run(scan, [&]() -> read::BlockWorker& {
          return counters.emplace_back(scan.sink->headers(), import_.book.zone());
        })) {
      return;
    }
    const OrderBook::FileId file = scan.sink->files().front();
    for (const FeedbackCounter& counter : counters) {
      import_.book.file(file).rows += counter.rows();
      import_.book.file(file).harmless += counter.rows();
      for (const std::uint32_t seconds : {counter.oldest(), counter.newest()}) {
        if (seconds != 0) {
          import_.book.place(file, Instant{std::chrono::seconds{seconds}});
        }
      }
    }
  }

  void read_messages(Scan& scan) {
    PackedMessages& messages = messages_.emplace_back();
    if (!run(scan, [&]() -> read::BlockWorker& {
          return messages.packers.emplace_back(scan.sink->headers(), import_.book.zone(), kept_);
        })) {
      return;
    }
    messages.file = scan.sink->files().front();
  }

  void name_dialect(const ImportSink& sink, const read::Dialect& dialect) {
    for (const OrderBook::FileId file : sink.files()) {
      import_.book.file(file).format = dialect.format;
      import_.book.file(file).encoding = dialect.encoding;
    }
  }

  /// Whether one of the files cannot be scanned.
  [[nodiscard]] bool gives_up() const { return first_given_up_ != nullptr; }

  /// Whether rows are only counted because of their days.
  [[nodiscard]] bool leaves_out() const { return options_.asked_days && !limits_.keep_all; }

  /// Whether the newest stamp of the file that is known on the last of the days asked about may be one that was passed
  /// over: nothing in it happened on the days before.
  [[nodiscard]] bool hides_its_end(OrderBook::FileId file) const {
    const auto& newest = import_.book.newest_stamps(file);
    const auto asked = newest.lower_bound(options_.asked_days->first);
    return asked == newest.end() || asked->first >= options_.asked_days->last;
  }

  [[nodiscard]] bool has_undated_orders() const {
    const auto orders = import_.book.orders();
    return std::any_of(orders.begin(), orders.end(),
                       [](const OrderBook::Order& order) { return order.files != 0 && !order.dated(); });
  }

  /// To start threads takes longer than to settle a few rows.
  [[nodiscard]] unsigned threads_to_settle() const {
    constexpr std::size_t enough_for_threads = 100'000;
    std::size_t rows = 0;
    for (const PartedRows& of_a_thread : rows_) {
      rows += of_a_thread.size();
    }
    return rows < enough_for_threads ? 1 : threads_;
  }

  void keep_asked_days() {
    // Rows of one order may disagree about its purchase by two days: the earliest must be seen.
    constexpr std::chrono::days leeway{3};
    const auto seconds_of = [&](Day day) {
      const std::int64_t seconds = options_.zone.start_of(day).time_since_epoch().count();
      return static_cast<std::uint32_t>(std::clamp<std::int64_t>(seconds, 0, 0xFFFFFFFF));
    };
    kept_.from = seconds_of(options_.asked_days->first - leeway);
    kept_.until = seconds_of(options_.asked_days->last + leeway);
  }

  /// Once all is read that is filed about orders.
  void keep_what_is_filed_about() {
    std::vector<std::string_view> filed_about;
    for (const OrderBook::Order& order : import_.book.orders()) {
      if (normalize::may_be_order_number(order.id)) {
        filed_about.push_back(order.id);
      }
    }
    kept_.orders = OrderSet{filed_about};
  }

  /// Returns false if nothing more can be learned for another attempt.
  bool read_orders(Scan& scan) {
    const bool passes_dates = leaves_out() && !limits_.all_dates.contains(scan.input);
    std::deque<OrderPacker> packers;
    if (!run(scan, [&]() -> read::BlockWorker& {
          return packers.emplace_back(scan.sink->files().front(), scan.sink->headers(), scan.sink->lists_open_orders(),
                                      import_.book.zone(), kept_, passes_dates, contents_, rows_[packers.size()]);
        })) {
      return true;
    }
    bool passed = false;
    for (const OrderPacker& packer : packers) {
      passed |= packer.file().before.rows > 0;
      if (packer.file().has_sold_elsewhere || (packer.file().has_undated && leaves_out())) {
        limits_.keep_all = true;
        return false;
      }
      add(packer.file(), scan.sink->files().front());
    }
    if (passes_dates && passed && hides_its_end(scan.sink->files().front())) {
      // The other files may do so too: that is found out at once.
      limits_.all_dates.insert(scan.input);
      hides_an_end_ = true;
    }
    return true;
  }

  /// Returns whether this file and all before it could be scanned. If not, the attempt has failed: then all that is
  /// still of interest is which other files cannot, so that all of them are known at once.
  bool run(Scan& scan, const read::WorkerFactory& worker) {
    LeavingWorker leaves;
    DroppingWorker drops;
    std::optional<Header> header;  // That the first worker knows.
    const auto worker_or_none = [&]() -> read::BlockWorker& {
      if (!header) {
        header = header_of(*scan.sink);
      }
      if (gives_up()) {
        return drops;
      }
      return has_each_column_once(scan.sink->headers()) ? worker() : leaves;
    };
    try {
      const read::ScanResult result =
          read::scan_export(scan.input->input, scan.layout, *scan.sink, threads_, worker_or_none);
      if (result == read::ScanResult::gave_up || (header && *header != header_of(*scan.sink))) {
        limits_.exact.insert(scan.input);
        first_given_up_ = first_given_up_ != nullptr ? std::min(first_given_up_, scan.input) : scan.input;
      }
    } catch (const InputError&) {
      // What is wrong with a file before comes first; this comes again.
      if (first_given_up_ == nullptr || scan.input < first_given_up_) {
        throw;
      }
    }
    return !gives_up();
  }

  /// What workers hang on: a record of JSON may add columns to it, of which those make no difference that are not
  /// understood.
  struct Header {
    std::ptrdiff_t understood;
    bool lists_open_orders;

    friend bool operator==(const Header&, const Header&) = default;
  };
  [[nodiscard]] Header header_of(const ImportSink& sink) {
    const auto& headers = import_.book.file(sink.files().front()).headers;
    return {std::count_if(headers.begin(), headers.end(), [](const auto& header) { return header.column.has_value(); }),
            sink.lists_open_orders()};
  }

  void add(const PackedFile& packed, OrderBook::FileId file) {
    OrderBook& book = import_.book;
    const auto instant_of = [](std::uint32_t seconds) { return Instant{std::chrono::seconds{seconds}}; };
    book.file(file).rows += packed.rows;
    if (packed.newest_purchase != 0) {
      book.place(file, instant_of(packed.oldest_purchase));
      book.place(file, instant_of(packed.newest_purchase));
    }
    packed.newest.for_each([&](Instant instant) { book.happened(file, instant); });
    for (const PackedFile::Counted* counted : {&packed.before, &packed.after}) {
      if (counted->rows > 0) {
        OrderBook::Order order;
        order.purchased = order.last_purchased = instant_of(counted->furthest);
        order.files = book.file_set_of(std::span{&file, 1});
        // How many orders they are about is not asked.
        book.add({.order = order, .count = 0, .rows = {counted->rows}});
      }
    }
  }

  std::span<const RecognizedInput> inputs_;
  const ImportOptions& options_;
  Limits& limits_;
  Import import_;
  DateOrders date_orders_;
  std::vector<Scan> scans_of_orders_;
  std::deque<PackedMessages> messages_;
  KeptRows kept_;
  unsigned threads_;
  const RecognizedInput* first_given_up_ = nullptr;  ///< Of the files that cannot be scanned.
  bool hides_an_end_ = false;                        ///< One of the files does.
  ContentTable contents_;
  std::vector<PartedRows> rows_;  ///< By thread.
};

}  // namespace

Import read_inputs(std::span<const RecognizedInput> inputs, const ImportOptions& options,
                   std::span<const Diagnostic> warnings) {
  Limits limits;
  while (true) {
    Reading reading{inputs, options, limits};
    if (reading.read(warnings)) {
      return reading.take();
    }
  }
}

}  // namespace sellerhealth::index
