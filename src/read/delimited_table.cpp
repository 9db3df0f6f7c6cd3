#include "read/delimited_table.hpp"

#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "read/fault.hpp"
#include "read/text_buffer.hpp"
#include "util/text.hpp"

namespace sellerhealth::read {

namespace {

std::string number_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

DelimitedTable::DelimitedTable(std::string name, const Delimited& dialect, RowSink& sink)
    : name_{std::move(name)}, dialect_{dialect}, sink_{sink} {}

bool DelimitedTable::read_header(DelimitedRow& row, DelimitedRow::Kind kind, char* text, std::size_t line) {
  if (kind == DelimitedRow::Kind::stray_quote) {
    throw fault("stray_quote", name_, line, stray_quote_message(row));
  }
  columns_ = row.fields();
  if (columns_ > most_columns) {
    throw fault("too_many_columns", name_, line,
                "found " + number_of(columns_, "column") + ", expected at most " + std::to_string(most_columns));
  }
  header_ = row.text();
  row.undouble_quotes(text);
  std::unordered_set<std::string_view> names;
  for (Cell& cell : row.cells()) {
    cell.text = util::trim(cell.text);
    if (cell.text.empty()) {
      throw fault("empty_column_name", name_, line,
                  "column " + std::to_string(cell.column + 1) + " of " + std::to_string(columns_) +
                      " has no name, expected one");
    }
    if (!names.insert(cell.text).second) {
      throw fault("duplicate_column", name_, line,
                  "found the column " + util::quoted(cell.text) + " twice, expected each name once");
    }
  }
  sink_.table("");
  std::vector<char> wanted;
  for (const Cell& cell : row.cells()) {
    wanted.push_back(sink_.column(cell.column, cell.text) ? 1 : 0);
  }
  row.want(std::move(wanted));
  return sink_.header_done();
}

bool DelimitedTable::hand_over(DelimitedRow& row, DelimitedRow::Kind kind, char* text, std::size_t line) {
  if (kind == DelimitedRow::Kind::stray_quote) {
    return sink_.bad_row(line, "stray_quote", stray_quote_message(row));
  }
  if (repeats_header(row.text())) {
    return sink_.bad_row(line, "repeated_header", "found the header line again, expected a row of values");
  }
  if (row.fields() != columns_) {
    return sink_.bad_row(line, "ragged_row",
                         "found " + number_of(row.fields(), "field") + ", expected " + std::to_string(columns_));
  }
  row.undouble_quotes(text);
  return sink_.row({line, row.cells()});
}

std::string DelimitedTable::stray_quote_message(const DelimitedRow& row) const {
  const std::string delimiter = dialect_.delimiter == '\t' ? "a TAB" : std::string{'"', dialect_.delimiter, '"'};
  return "found text behind the closing quote of field " + std::to_string(row.fields()) + ", expected " + delimiter +
         " or the end of the line";
}

}  // namespace sellerhealth::read
