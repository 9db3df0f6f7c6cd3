#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/date_orders.hpp"
#include "index/recognize.hpp"
#include "normalize/fields.hpp"
#include "read/row_sink.hpp"
#include "sellerhealth/import.hpp"

namespace sellerhealth::index {

/// Puts the tables and rows of one file into an import's book.
class ImportSink final : public read::RowSink {
 public:
  /// `date_orders` knows `input`.
  ImportSink(const RecognizedInput& input, const ImportOptions& options, DateOrders& date_orders, Import& import);

  void table(std::string_view name) override;
  bool column(std::size_t number, std::string_view name) override;
  bool header_done() override { return true; }
  bool row(const read::Row& row) override;
  bool bad_row(std::size_t line, std::string_view code, std::string message) override;

  /// Makes the export that the file holds, one table of rows, the next of the book, before it is read.
  void reserve_file();

  /// Of the current table, by column.
  [[nodiscard]] std::span<const normalize::Header> headers() const { return headers_; }
  [[nodiscard]] bool lists_open_orders() const { return lists_open_orders_; }

  /// The exports that the file turned out to hold.
  [[nodiscard]] const std::vector<OrderBook::FileId>& files() const { return files_; }

 private:
  void add_row();
  void reject(Diagnostic fault);
  void note_unknown_values();
  void note_unknown(const normalize::Fields::Field& unknown);
  void warn_of(const normalize::Fields::Field& unknown, bool last);

  const RecognizedInput& input_;
  const ImportOptions& options_;
  Import& import_;
  std::vector<OrderBook::FileId> files_;
  std::vector<normalize::Header> headers_;
  normalize::Fields fields_;
  bool reserved_ = false;  ///< The file is in the book, but its table has not begun.
  bool lists_open_orders_ = false;
  std::vector<std::string_view> segments_;  ///< Of the current row.
};

}  // namespace sellerhealth::index
