#pragma once

#include <string_view>

#include "read/row_sink.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

/// Reads one JSON document, record by record; it is never in memory as a whole.
///
/// - An array of objects is one table without a name.
/// - An object with tables, arrays of objects (or empty ones) under keys like `orders`, also inside a `payload`, is a
/// table
///   for each of them, named by the key in lower case; other keys beside them are no data.
/// - `{"order": {…}}` is one record of the table "orders".
/// - Any other object is one record of a table without a name; if it has a `payload` object, that is the record.
///
/// Throws InputError: invalid_json (also for records that are no objects, and nesting beyond 64 levels),
/// truncated_file, row_too_long, too_many_columns.
void read_json(TextBuffer& text, RowSink& sink);

/// Whether `line` is a whole JSON object that is a record itself, not an envelope of records: so begins NDJSON.
[[nodiscard]] bool is_one_record(std::string_view line);

}  // namespace sellerhealth::read
