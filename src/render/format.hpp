#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text in columns.
namespace sellerhealth::render {

/// How many columns of the screen `text` takes, for text without wide characters.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// `text` with spaces after it until it is `width` columns wide.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace sellerhealth::render
