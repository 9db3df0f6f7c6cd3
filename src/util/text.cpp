#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sellerhealth::util {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::size_t longest_quote = 40;

// NOLINTBEGIN(misc-misleading-bidirectional): these are the marks themselves
/// In UTF-8: the line and paragraph separators, and the marks that embed, override or isolate a direction.
constexpr std::array<std::string_view, 11> unsafe_sequences{
    "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
    "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};
// NOLINTEND(misc-misleading-bidirectional)

constexpr bool is_separator(char c) { return c == ' ' || c == '_' || c == '-'; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// What the letters U+00C0 to U+017F fold to: a letter, a digit that stands for two of them, or ? for themselves.
constexpr std::string_view folded_letters =
    "aaaaaa1ceeeeiiiidnooooo?ouuuuy23aaaaaa1ceeeeiiiidnooooo?ouuuuy2y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkkllllllllllnnnnnnnnn"
    "oooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(folded_letters.size() == 0x180 - 0xC0, "a letter each");
constexpr std::array<std::string_view, 6> two_letters{"", "ae", "th", "ss", "ij", "oe"};

/// Characters of typesetting that compare like those of a keyboard: no-break spaces, hyphens, the apostrophe.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> folded_signs{{
    {"\xC2\xA0", ""},
    {"\xE2\x80\xAF", ""},
    {"\xE2\x80\x90", ""},
    {"\xE2\x80\x91", ""},
    {"\xE2\x80\x99", "'"},
}};

struct FoldedCharacter {
  std::size_t size;  ///< In bytes, unfolded.
  std::string_view folded;
};

/// The character at the beginning of `text`, which is not ASCII.
FoldedCharacter fold_character(std::string_view text) {
  const auto* const sign = std::find_if(folded_signs.begin(), folded_signs.end(),
                                        [&](const auto& candidate) { return text.starts_with(candidate.first); });
  if (sign != folded_signs.end()) {
    return {sign->first.size(), sign->second};
  }
  const auto lead = static_cast<unsigned char>(text[0]);
  if (text.size() < 2 || lead < 0xC3U || lead > 0xCDU || !is_continuation(text[1])) {
    return {1, text.substr(0, 1)};
  }
  const std::size_t code_point = (lead & 0x1FU) << 6U | (static_cast<unsigned char>(text[1]) & 0x3FU);
  if (code_point >= 0x300 && code_point < 0x370) {
    return {2, {}};  // an accent of its own, behind its letter
  }
  if (code_point >= 0x180) {
    return {2, text.substr(0, 2)};
  }
  const std::string_view folded = folded_letters.substr(code_point - 0xC0, 1);
  if (folded == "?") {
    return {2, text.substr(0, 2)};
  }
  return {2, folded[0] <= '9' ? two_letters[static_cast<std::size_t>(folded[0] - '0')] : folded};
}

/// Compares letter by letter; returns how much of `folded` was met before `text` ended or differed.
struct FoldMatch {
  bool differs = false;
  std::size_t matched = 0;
};

FoldMatch match_folded(std::string_view text, std::string_view folded) {
  std::size_t matched = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_separator(c)) {
      continue;
    }
    if (is_ascii(c)) {
      if (matched == folded.size() || lower(c) != folded[matched]) {
        return {true, matched};
      }
      ++matched;
      continue;
    }
    const FoldedCharacter character = fold_character(text.substr(i));
    if (!folded.substr(matched).starts_with(character.folded)) {
      return {true, matched};
    }
    matched += character.folded.size();
    i += character.size - 1;
  }
  return {false, matched};
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (true) {
    const std::size_t begin = text.find_first_not_of(white_space);
    if (begin == std::string_view::npos) {
      return {};
    }
    text = text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii(text[i])) {
      folded.append(is_separator(text[i]) ? 0 : 1, lower(text[i]));
      continue;
    }
    const FoldedCharacter character = fold_character(text.substr(i));
    folded += character.folded;
    i += character.size - 1;
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

std::string shortened(std::string_view text) {
  std::string_view shown = text;
  if (shown.size() > longest_quote) {
    std::size_t end = longest_quote;
    while (end > 0 && is_continuation(shown[end])) {
      --end;
    }
    shown = shown.substr(0, end);
  }
  return printable(shown) + (shown.size() < text.size() ? "…" : "");
}

std::string quoted(std::string_view text) { return "\"" + shortened(text) + "\""; }

bool holds_address(std::string_view text) { return text.find('@') != std::string_view::npos; }

std::string_view words_to_show(std::string_view text) { return holds_address(text) ? std::string_view{} : text; }

std::string quoted_value(std::string_view text) { return holds_address(text) ? "an e-mail address" : quoted(text); }

}  // namespace sellerhealth::util
