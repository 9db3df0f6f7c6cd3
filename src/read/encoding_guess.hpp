#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sellerhealth::read {

/// The encoding, by the name that --encoding takes, of bytes that are UTF-16 without a byte order mark: text that is
/// mostly ASCII has a NUL as every other byte.
[[nodiscard]] std::optional<std::string_view> guess_utf_16(std::string_view head);

/// Whether bytes that are not UTF-8 look like Japanese in Shift_JIS: they are valid as such, and two of its characters
/// stand side by side that would be typographic marks in Windows-1252.
[[nodiscard]] bool looks_like_shift_jis(std::string_view bytes);

/// Whether bytes that are not UTF-8 cannot well be Western text in Windows-1252: most of those beyond ASCII stand in
/// runs of four and more, as they do in other scripts.
[[nodiscard]] bool looks_like_another_script(std::string_view bytes);

/// Where in Windows-1252 text the first bytes stand that are a Western letter or mark in UTF-8, such as C3 A9 for é,
/// and hardly anything in Windows-1252 (Ã©); the text's size if nowhere.
[[nodiscard]] std::size_t find_latin_utf8(std::string_view bytes);

}  // namespace sellerhealth::read
