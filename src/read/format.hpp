#pragma once

#include <cstdint>
#include <string_view>

#include "read/table_keys.hpp"
#include "read/text_buffer.hpp"

namespace sellerhealth::read {

enum class Format : std::uint8_t { csv, tsv, json, ndjson };

/// "csv", "tsv", "json" or "ndjson".
[[nodiscard]] std::string_view name_of(Format format);

/// How a file of delimited text is written.
struct Delimited {
  char delimiter = ',';
  bool quoting = true;  ///< RFC 4180: a field may stand in quotes.
  char newline = '\n';  ///< '\r' in files of the old Macintosh; CRLF counts as '\n'.
};

struct Layout {
  Format format = Format::csv;
  Delimited delimited;  ///< For csv and tsv.
};

/// Recognizes the format by the first 64 KiB of a text, and consumes none of it.
///
/// `[` begins JSON; so does `{`, unless the first line is one whole record: then it is NDJSON. All else is delimited:
/// by TAB if the header has one, otherwise by the one of `,` `;` `|` that it has most of outside quotes. Throws
/// InputError: empty_file, unknown_format (HTML or XML).
[[nodiscard]] Layout recognize_layout(TextBuffer& text, const TableKeys& keys);

}  // namespace sellerhealth::read
