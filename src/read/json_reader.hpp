#pragma once

#include <string_view>

#include "read/row_sink.hpp"
#include "read/table_keys.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

/// Reads JSON, record by record; it is never in memory as a whole.
///
/// - An object with tables, arrays of objects (or empty ones) under one of `keys.tables`, also inside a `payload`, is a
///   table for each of them, named by the key in lower case; other keys beside them are no data.
/// - An object with nothing but an object under `keys.record` is one record of the table `keys.pages`.
/// - Any other object is one record of a table without a name; if it has a `payload` object, that is the record.
/// - An array holds any number of such objects, and so does a text of several objects, one after another: the pages of
///   an API. In an array, arrays inside a record are part of it, unless they are called `keys.pages` or come first.
///
/// Throws InputError: invalid_json (also for records that are no objects, and nesting beyond 64 levels),
/// error_response (an object with nothing but `errors`: what a server says in place of data), truncated_file,
/// row_too_long, too_many_columns.
void read_json(TextBuffer& text, const TableKeys& keys, RowSink& sink);

/// Whether `line` is a whole JSON object that is a record itself, not an envelope of records: so begins NDJSON.
[[nodiscard]] bool is_one_record(std::string_view line, const TableKeys& keys);

}  // namespace sellerhealth::read
