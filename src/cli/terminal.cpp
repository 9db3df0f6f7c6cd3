#include "cli/terminal.hpp"

#include <cerrno>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace sellerhealth::cli {

namespace {

/// An environment variable that is unset or empty is not set.
bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool is_zero(const char* name) { return is_set(name) && std::string_view{std::getenv(name)} == "0"; }

bool is_dumb_terminal() {
  const char* terminal = std::getenv("TERM");
  return terminal == nullptr || std::string_view{terminal} == "dumb";
}

bool use_color(std::string_view color) {
  if (color != "auto") {
    return color == "always";
  }
  if (is_set("NO_COLOR")) {
    return false;
  }
  if (is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE")) {
    return true;
  }
  return isatty(STDOUT_FILENO) != 0 && !is_dumb_terminal() && !is_zero("CLICOLOR");
}

}  // namespace

TextStyle output_style(std::string_view color, Language language) {
  TextStyle style{.color = use_color(color), .language = language};
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    style.width = size.ws_col;
  }
  return style;
}

bool can_show_progress() { return isatty(STDERR_FILENO) != 0 && !is_dumb_terminal(); }

Language environment_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (is_set(name)) {
      return language_of_locale(std::getenv(name));
    }
  }
  return Language::english;
}

bool write_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      return errno == EPIPE;
    }
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace sellerhealth::cli
