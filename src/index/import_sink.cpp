#include "index/import_sink.hpp"

#include <algorithm>
#include <utility>

#include "index/message.hpp"
#include "normalize/columns.hpp"
#include "normalize/rows.hpp"
#include "util/text.hpp"

namespace sellerhealth::index {

namespace {

constexpr std::size_t most_bad_rows_kept = 10;
/// A column of the wrong kind has as many unknown values as rows; nobody reads that many warnings.
constexpr std::size_t most_unknown_values = 10;

InputError duplicate_column(const ExportFile& file, std::string_view first, std::string_view second) {
  const std::optional<Column> column = file.headers.back().column;
  return InputError{{.code = "duplicate_column",
                     .file = file.path,
                     .line = 1,
                     .column = std::string{name_of(*column)},
                     .message = "found two columns for it, " + util::quoted(first) + " and " + util::quoted(second) +
                                ", expected one"}};
}

}  // namespace

ImportSink::ImportSink(const RecognizedInput& input, const ImportOptions& options, DateOrders& date_orders,
                       Import& import)
    : input_{input}, options_{options}, import_{import}, fields_{headers_, import.book.zone(), [&input, &date_orders] {
                                                                   return date_orders.order_of(input);
                                                                 }} {}

void ImportSink::reserve_file() {
  table("");
  reserved_ = true;
}

void ImportSink::table(std::string_view name) {
  if (std::exchange(reserved_, false)) {
    return;
  }
  ExportFile file;
  file.path = input_.input.name();
  file.kind = input_.kind_of(name);
  file.mark = find_kind(name) ? std::string{name} : input_.mark;
  files_.push_back(import_.book.add_file(std::move(file)));
  headers_.clear();
  lists_open_orders_ = false;
}

bool ImportSink::column(std::size_t /*number*/, std::string_view name) {
  ExportFile& file = import_.book.file(files_.back());
  const std::optional<std::size_t> rival = input_.mappings.add_header(file.kind, name, file.headers);
  if (rival) {
    // What the seller says holds for the whole file, so it cannot come after rows that were read otherwise.
    if (file.headers[*rival].column || file.rows > 0) {
      throw duplicate_column(file, file.headers[*rival].header, name);
    }
    headers_[*rival].column.reset();
  }
  const std::optional<Column> column = file.headers.back().column;
  if (column) {
    file.columns.insert(*column);
  }
  lists_open_orders_ |= file.kind == Kind::orders && normalize::lists_open_orders(name);
  const bool wanted =
      column && (options_.check_everything || options_.also_read.contains(*column) || normalize::is_read(*column));
  headers_.emplace_back(
      std::string{name}, wanted ? column : std::nullopt,
      wanted ? input_.mappings.spellings_of(file.kind, *column) : std::span<const normalize::OwnSpelling>{});
  fields_.use(headers_);
  return wanted;
}

bool ImportSink::row(const read::Row& row) {
  ++import_.book.file(files_.back()).rows;
  fields_.begin(row);
  add_row();
  return true;
}

void ImportSink::add_row() {
  const OrderBook::FileId file = files_.back();
  const auto add = [&](const auto& record) {
    if (fields_.fault()) {
      reject(*fields_.fault());
    } else {
      import_.book.add(file, record);
      note_unknown_values();
    }
  };
  switch (import_.book.file(file).kind) {
    case Kind::orders: {
      OrderRow row = normalize::read_order_row(fields_, import_.book.filters(), lists_open_orders_);
      if (const std::optional<Column> column = import_.book.segment_by()) {
        normalize::read_segments(fields_, *column, segments_);
        row.segments = segments_;
      }
      return add(row);
    }
    case Kind::feedback: {
      const Feedback feedback = normalize::read_feedback(fields_);
      if (!options_.counts_only || fields_.fault() || feedback.rating <= most_negative_stars) {
        return add(feedback);
      }
      ++import_.book.file(file).harmless;
      if (feedback.date) {
        import_.book.place(file, feedback.date->first);
      }
      return note_unknown_values();
    }
    case Kind::claims:
      return add(normalize::read_claim(fields_));
    case Kind::chargebacks:
      return add(normalize::read_chargeback(fields_));
    case Kind::messages: {
      Message message = normalize::read_message(fields_);
      if (options_.counts_only && options_.filters.empty() && !options_.segment_by) {
        message.order_id = {};  // only filters and segments ask for the order
      }
      return add(message);
    }
    case Kind::violations:
      return add(normalize::read_violation(fields_));
  }
}

bool ImportSink::bad_row(std::size_t line, std::string_view code, std::string message) {
  ++import_.book.file(files_.back()).rows;
  reject({.code = std::string{code}, .file = {}, .line = line, .column = {}, .message = std::move(message)});
  return true;
}

void ImportSink::reject(Diagnostic fault) {
  ++import_.book.file(files_.back()).rejected;
  ++import_.bad_row_count;
  if (import_.bad_rows.size() < most_bad_rows_kept) {
    fault.file = input_.input.name();
    import_.bad_rows.push_back(std::move(fault));
  }
}

void ImportSink::note_unknown_values() {
  std::for_each(fields_.unknown_values().begin(), fields_.unknown_values().end(),
                [&](const auto& unknown) { note_unknown(unknown); });
}

void ImportSink::note_unknown(const normalize::Fields::Field& unknown) {
  std::vector<UnknownValue>& values = import_.book.file(files_.back()).unknown_values;
  std::size_t known = 0;
  for (UnknownValue& value : values) {
    if (value.column == unknown.column) {
      ++known;
      if (value.value == unknown.text) {
        ++value.count;
        return;
      }
    }
  }
  if (known < most_unknown_values) {
    values.push_back({unknown.column, std::string{unknown.text}, 1});
    warn_of(unknown, known + 1 == most_unknown_values);
  }
}

void ImportSink::warn_of(const normalize::Fields::Field& unknown, bool last) {
  Diagnostic warning = message_of(fact::UnknownValue{.kind = import_.book.file(files_.back()).kind,
                                                     .column = unknown.column,
                                                     .value = std::string{unknown.text},
                                                     .last = last},
                                  input_.input.name(), headers_[unknown.header].name);
  // The same value in the next month's export is no news.
  const std::span<const Diagnostic> warnings = import_.book.warnings();
  const bool told = std::any_of(warnings.begin(), warnings.end(), [&](const Diagnostic& earlier) {
    return earlier.code == warning.code && earlier.column == warning.column && earlier.message == warning.message;
  });
  if (!told) {
    import_.book.warn(std::move(warning));
  }
}

}  // namespace sellerhealth::index
