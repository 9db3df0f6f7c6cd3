#pragma once

#include "read/row_sink.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

/// Reads NDJSON: one table without a name, a JSON object a line. Blank lines are no rows; a line that is no valid
/// object is a bad row, invalid_json.
///
/// Throws InputError: row_too_long, too_many_columns, invalid_json for nesting beyond 64 levels.
void read_ndjson(TextBuffer& text, RowSink& sink);

}  // namespace sellerhealth::read
