#pragma once

#include "read/format.hpp"
#include "read/row_sink.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

/// Reads CSV or TSV: one table without a name, whose first line that is not blank names the columns. Blank lines are no
/// rows.
///
/// A quote opens a quoted field only at the field's beginning; elsewhere it is data (`5" nails`). Every row must have
/// as many fields as the header, or it is a bad row: ragged_row. Others are stray_quote (text behind a closing quote;
/// reading goes on with the next line) and repeated_header (files that were pasted together).
///
/// Throws InputError: empty_column_name, duplicate_column, too_many_columns, stray_quote (in the header), row_too_long,
/// truncated_file (the text ends inside quotes; the line is where they were opened).
void read_delimited(TextBuffer& text, const Delimited& dialect, RowSink& sink);

}  // namespace sellerhealth::read
