#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sellerhealth::read {

/// One value of a row. `column` is the number that RowSink::column() was called with.
struct Cell {
  std::size_t column;
  std::string_view text;  ///< Decoded UTF-8, unquoted; valid during the call that hands it over.
};

/// One row of a table. A column that the row lacks has no cell (JSON); an empty value has an empty one. A JSON record
/// with arrays inside may have several cells of one column.
struct Row {
  std::size_t line;  ///< Where the row begins; counts from 1.
  std::span<const Cell> cells;
};

/// Receives the tables of one file from its reader, in the order: table, its columns, its rows, the next table …
///
/// Columns may still be announced between rows: a JSON record may bring a new key.
class RowSink {
 public:
  RowSink() = default;
  RowSink(const RowSink&) = delete;
  RowSink& operator=(const RowSink&) = delete;
  virtual ~RowSink() = default;

  /// A table begins. `name` is the JSON key that holds it, empty for a table that is the whole file.
  virtual void table(std::string_view name) = 0;

  /// The table has a column. Columns are numbered from 0 in every table. Returns whether its cells are wanted; a reader
  /// need not hand over the others.
  virtual bool column(std::size_t number, std::string_view name) = 0;

  /// The columns of the table's header, or of its first record, are all announced. Returns whether to go on.
  virtual bool header_done() = 0;

  /// A row. Returns whether to go on.
  virtual bool row(const Row& row) = 0;

  /// A row that is not understood as a row at all: `code` and `message` as in Diagnostic. Returns whether to go on.
  virtual bool bad_row(std::size_t line, std::string_view code, std::string message) = 0;
};

}  // namespace sellerhealth::read
