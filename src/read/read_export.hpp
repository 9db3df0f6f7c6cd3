#pragma once

#include <string>

#include "read/input.hpp"
#include "read/row_sink.hpp"
#include "read/table_keys.hpp"

namespace sellerhealth::read {

/// How a file was written, as far as it was read.
struct Dialect {
  std::string format;    ///< "csv", "tsv", "json" or "ndjson"; gzip does not show.
  std::string encoding;  ///< "utf-8", "windows-1252", "utf-16le", or the one stated, in small letters.
};

/// Recognizes format and encoding (unless the input states it) by the content and hands the tables and rows of `input`
/// to `sink`, until the end or until the sink wants no more. `keys` are those of JSON documents.
///
/// Throws InputError, one diagnosis each, with the line where there is one: empty_file, binary_file, truncated_gzip,
/// broken_gzip, truncated_file, mixed_encoding, wrong_encoding, invalid_json, duplicate_column, empty_column_name,
/// row_too_long …
Dialect read_export(const Input& input, const TableKeys& keys, RowSink& sink);

}  // namespace sellerhealth::read
