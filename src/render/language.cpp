#include <algorithm>
#include <array>
#include <cstddef>

#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

/// In the order of the Language enumeration.
constexpr std::array<std::string_view, all_languages.size()> language_names{"en", "fr"};

}  // namespace

std::string_view name_of(Language language) { return language_names[static_cast<std::size_t>(language)]; }

std::optional<Language> find_language(std::string_view name) {
  const auto found = std::find_if(all_languages.begin(), all_languages.end(),
                                  [&](Language language) { return name_of(language) == name; });
  return found == all_languages.end() ? std::nullopt : std::optional{*found};
}

Language language_of_locale(std::string_view locale) {
  return find_language(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::english);
}

}  // namespace sellerhealth
