#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sellerhealth::read {

/// Appends Windows-1252 `bytes` to `text` as UTF-8. Returns how many of them it took: all, or those before the first of
/// the five that Windows-1252 does not define.
///
/// Done by hand, not by iconv, because it is the one encoding that must work where the system has no conversion tables.
std::size_t append_windows_1252(std::string_view bytes, std::string& text);

}  // namespace sellerhealth::read
