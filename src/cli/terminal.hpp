#pragma once

#include <string_view>

#include "sellerhealth/render.hpp"

namespace sellerhealth::cli {

/// How text on standard output may look (`color`: "auto", "always" or "never"): colored only on a terminal, unless
/// --color, NO_COLOR, CLICOLOR_FORCE or CLICOLOR say otherwise (in this order); as wide as the terminal.
[[nodiscard]] TextStyle output_style(std::string_view color, Language language);

/// Whether a line on standard error can be written over: it is a terminal that is not dumb.
[[nodiscard]] bool can_show_progress();

/// The language of the environment: of the first of LC_ALL, LC_MESSAGES and LANG that is set.
[[nodiscard]] Language environment_language();

/// Writes to standard output. A reader that went away early (`| head`) is no error. Returns whether all was written.
[[nodiscard]] bool write_output(std::string_view text);

}  // namespace sellerhealth::cli
