#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/unusual.hpp"

namespace sellerhealth::read {

/// JSON's scalars as JsonEvents tells them, without a parser. All functions read at `at` and return what is behind that
/// which they have read; null if it is not plain. The text ends at `end` with a line break, and has text_padding bytes
/// behind it.

inline const char* skip_white_space(const char* at) {
  while (*at == ' ' || *at == '\t' || *at == '\r') {
    ++at;
  }
  return at;
}

/// What read_plain_string() does from `at` on, the first byte of the string that is unusual; it began at `begin`.
const char* read_unusual_string(const char* begin, const char* at, const char* end, std::string& unescaped,
                                std::string_view& value);

/// Reads a string behind its opening quote. `value` stands in the text, or in `unescaped` if it has escapes, whose
/// capacity must suffice. Control characters, written or escaped, are not plain.
inline const char* read_plain_string(const char* at, const char* end, std::string& unescaped, std::string_view& value) {
  const char* const unusual = find_unusual(at);
  if (*unusual != '"') {
    return read_unusual_string(at, unusual, end, unescaped, value);
  }
  value = {at, static_cast<std::size_t>(unusual - at)};
  return unusual + 1;
}

/// Reads a number that is told as it is written: one without exponent, and not -0.
const char* read_plain_number(const char* at, std::string_view& value);

/// Reads true, false, or null, which is told as nothing.
const char* read_plain_word(const char* at, std::string_view& value);

}  // namespace sellerhealth::read
