#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/delimited_row.hpp"
#include "read/format.hpp"
#include "read/row_sink.hpp"

namespace sellerhealth::read {

/// The one table of a delimited file: what its header says, and what becomes of its rows; see read_delimited().
class DelimitedTable {
 public:
  /// `name` is the file's, for messages.
  DelimitedTable(std::string name, const Delimited& dialect, RowSink& sink);

  /// Announces the columns of the header to the sink. `row` was split off the beginning of `text` as `kind`, and begins
  /// on line `line`; from now on it keeps only the wanted cells. Returns whether to go on. Throws InputError.
  bool read_header(DelimitedRow& row, DelimitedRow::Kind kind, char* text, std::size_t line);

  /// Hands a row that is not blank over to the sink; returns whether to go on.
  bool hand_over(DelimitedRow& row, DelimitedRow::Kind kind, char* text, std::size_t line);

  /// How many columns there are.
  [[nodiscard]] std::size_t columns() const { return columns_; }

  /// Whether a row, without its line break, is the header again. A file that was appended to another may bring its byte
  /// order mark along.
  [[nodiscard]] bool repeats_header(std::string_view text) const {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text == header_ ||
           (text.size() == header_.size() + mark.size() && text.starts_with(mark) && text.ends_with(header_));
  }

 private:
  [[nodiscard]] std::string stray_quote_message(const DelimitedRow& row) const;

  std::string name_;
  Delimited dialect_;
  RowSink& sink_;
  std::string header_;  ///< As it stands in the file, without line break.
  std::size_t columns_ = 0;
};

}  // namespace sellerhealth::read
