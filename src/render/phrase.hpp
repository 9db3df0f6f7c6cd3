#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "render/french.hpp"
#include "render/translation.hpp"
#include "sellerhealth/render.hpp"

/// Phrases in all languages. The code says them in English; each other language has a table of what it says instead. A
/// phrase that a table lacks, has twice or has with other places, does not compile.
namespace sellerhealth::render {

/// The tables, in the order of the Language enumeration after English.
inline constexpr std::array<std::span<const std::span<const Translation>>, all_languages.size() - 1> translations{
    french_phrases,
};

namespace detail {

/// Calls of these end the compilation; the compiler shows the phrase.
void this_phrase_has_no_translation();
void this_phrase_has_two_translations();
void this_phrase_has_other_places();

/// The text of an English phrase: without what stands before "::".
constexpr std::string_view shown(std::string_view english) {
  const std::size_t end = english.find("::");
  return end == std::string_view::npos ? english : english.substr(end + 2);
}

constexpr std::string_view find(std::span<const std::span<const Translation>> tables, std::string_view english) {
  std::string_view text;
  std::size_t found = 0;
  for (const std::span<const Translation> table : tables) {
    for (const Translation& translation : table) {
      if (translation.english == english) {
        text = translation.text;
        ++found;
      }
    }
  }
  if (found == 0) {
    this_phrase_has_no_translation();
  } else if (found > 1) {
    this_phrase_has_two_translations();
  }
  return text;
}

/// Calls `piece` with each text between the places of a phrase, and `place` with the number of each place.
template <typename Piece, typename Place>
constexpr void walk(std::string_view phrase, Piece piece, Place place) {
  std::size_t next = 0;
  for (std::size_t begin = phrase.find('{'); begin != std::string_view::npos; begin = phrase.find('{')) {
    piece(phrase.substr(0, begin));
    const bool named = phrase[begin + 1] != '}';
    place(named ? static_cast<std::size_t>(phrase[begin + 1] - '0') : next++);
    phrase.remove_prefix(begin + (named ? 3 : 2));
  }
  piece(phrase);
}

/// Whether all of so many places are named, and no other.
constexpr bool has_places(std::string_view phrase, std::size_t count) {
  std::size_t named = 0;
  walk(
      phrase, [](std::string_view) {}, [&](std::size_t place) { named |= std::size_t{1} << place; });
  return named == (std::size_t{1} << count) - 1;
}

}  // namespace detail

/// A phrase with so many places, in all languages.
template <std::size_t places>
class Phrase {
 public:
  /// Not explicit: the English phrase stands for it.
  consteval Phrase(const char* english) : texts_{detail::shown(english)} {
    std::transform(translations.begin(), translations.end(), texts_.begin() + 1,
                   [&](const auto& tables) { return detail::find(tables, english); });
    for (const std::string_view text : texts_) {
      if (!detail::has_places(text, places)) {
        detail::this_phrase_has_other_places();
      }
    }
  }

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return texts_[static_cast<std::size_t>(language)];
  }

 private:
  std::array<std::string_view, all_languages.size()> texts_;  ///< In the order of the Language enumeration.
};

/// What is said of one, and of any other number: "{} day" and "{} days".
template <std::size_t places>
struct Plural {
  Phrase<places> one;
  Phrase<places> several;
};

}  // namespace sellerhealth::render
