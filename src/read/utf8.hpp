#pragma once

#include <cstddef>
#include <string_view>

namespace sellerhealth::read {

/// How far bytes are UTF-8.
struct Utf8Scan {
  std::size_t valid = 0;    ///< So many bytes are whole, valid characters.
  bool non_ascii = false;   ///< Some of them are not ASCII.
  bool incomplete = false;  ///< What follows them may be the beginning of a character that is cut off.
};

/// Looks at `bytes` up to their end or the first fault: overlong forms, surrogates and values above U+10FFFF are
/// faults.
[[nodiscard]] Utf8Scan scan_utf8(std::string_view bytes);

/// The length of the character at the beginning of `bytes`, whose first byte is not ASCII: 2 to 4; 0 if it is none, or
/// cut off.
[[nodiscard]] std::size_t utf8_length(std::string_view bytes);

}  // namespace sellerhealth::read
