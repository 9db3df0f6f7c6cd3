#include "util/text.hpp"

#include <algorithm>
#include <array>

namespace sellerhealth::util {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::size_t longest_quote = 40;

// NOLINTBEGIN(misc-misleading-bidirectional): these are the marks themselves
/// In UTF-8: the line and paragraph separators, and the marks that embed, override or isolate a direction.
constexpr std::array<std::string_view, 11> unsafe_sequences{
    "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
    "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};
// NOLINTEND(misc-misleading-bidirectional)

constexpr bool is_separator(char c) { return c == ' ' || c == '_' || c == '-'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Compares letter by letter; returns how much of `folded` was met before `text` ended or differed.
struct FoldMatch {
  bool differs = false;
  std::size_t matched = 0;
};

FoldMatch match_folded(std::string_view text, std::string_view folded) {
  std::size_t matched = 0;
  for (const char c : text) {
    if (is_separator(c)) {
      continue;
    }
    if (matched == folded.size() || lower(c) != folded[matched]) {
      return {true, matched};
    }
    ++matched;
  }
  return {false, matched};
}

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const char c : text) {
    if (!is_separator(c)) {
      folded.push_back(lower(c));
    }
  }
  return folded;
}

std::string lower_case(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string hyphenated(std::string_view text) {
  std::string result{text};
  for (char& c : result) {
    c = is_separator(c) ? '-' : lower(c);
  }
  return result;
}

bool folds_to(std::string_view text, std::string_view folded) {
  const FoldMatch match = match_folded(text, folded);
  return !match.differs && match.matched == folded.size();
}

bool fold_starts_with(std::string_view text, std::string_view folded) {
  return match_folded(text, folded).matched == folded.size();
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const auto* const unsafe = std::find_if(unsafe_sequences.begin(), unsafe_sequences.end(),
                                            [&](std::string_view sequence) { return rest.starts_with(sequence); });
    const bool c1_control = rest.size() > 1 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0U;
    const auto byte = static_cast<unsigned char>(rest[0]);
    if (unsafe != unsafe_sequences.end() || c1_control) {
      i += c1_control ? 1 : unsafe->size() - 1;
      result.push_back('?');
    } else {
      result.push_back(byte < 0x20U || byte == 0x7FU ? '?' : rest[0]);
    }
  }
  return result;
}

std::string quoted(std::string_view text) {
  std::string_view shown = text;
  if (shown.size() > longest_quote) {
    std::size_t end = longest_quote;
    while (end > 0 && is_continuation(shown[end])) {
      --end;
    }
    shown = shown.substr(0, end);
  }
  return "\"" + printable(shown) + (shown.size() < text.size() ? "…\"" : "\"");
}

std::string quoted_value(std::string_view text) {
  return text.find('@') == std::string_view::npos ? quoted(text) : "an e-mail address";
}

}  // namespace sellerhealth::util
