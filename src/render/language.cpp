#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "render/phrase.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

/// Of two translations of a phrase one would never be seen.
template <std::size_t language>
consteval bool has_a_phrase_twice() {
  constexpr auto tables = render::translations[language];
  constexpr std::size_t count = std::accumulate(tables.begin(), tables.end(), std::size_t{0},
                                                [](std::size_t sum, const auto& table) { return sum + table.size(); });
  std::array<std::string_view, count> phrases;
  auto next = phrases.begin();
  for (const std::span<const render::Translation> table : tables) {
    next =
        std::transform(table.begin(), table.end(), next, [](const auto& translation) { return translation.english; });
  }
  std::sort(phrases.begin(), phrases.end());
  return std::adjacent_find(phrases.begin(), phrases.end()) != phrases.end();
}
static_assert([]<std::size_t... languages>(std::index_sequence<languages...>) {
  return (!has_a_phrase_twice<languages>() && ...);
}(std::make_index_sequence<render::translations.size()>()));

}  // namespace

std::string_view name_of(Language language) {
  switch (language) {
    case Language::english:
      return "en";
    case Language::french:
      break;
  }
  return "fr";
}

std::optional<Language> find_language(std::string_view name) {
  const auto found = std::find_if(all_languages.begin(), all_languages.end(),
                                  [&](Language language) { return name_of(language) == name; });
  return found == all_languages.end() ? std::nullopt : std::optional{*found};
}

Language language_of_locale(std::string_view locale) {
  return find_language(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::english);
}

}  // namespace sellerhealth
