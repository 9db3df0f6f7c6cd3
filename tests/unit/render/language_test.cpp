#include "sellerhealth/render.hpp"
#include "support/catch.hpp"

namespace sellerhealth {

TEST_CASE("a language has the name that --lang knows") {
  for (const Language language : all_languages) {
    CHECK(find_language(name_of(language)) == language);
  }
  CHECK(find_language("fr") == Language::french);
  CHECK_FALSE(find_language("FR"));
  CHECK_FALSE(find_language("de"));
  CHECK_FALSE(find_language(""));
}

TEST_CASE("a locale is French if its language is, whatever the country, encoding and variant") {
  for (const std::string_view locale : {"fr", "fr_FR", "fr_CA.UTF-8", "fr.UTF-8", "fr_BE.ISO8859-1@euro", "fr@euro"}) {
    CHECK(language_of_locale(locale) == Language::french);
  }
  for (const std::string_view locale : {"", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "de_FR.UTF-8", "fro", "frr_DE"}) {
    CHECK(language_of_locale(locale) == Language::english);
  }
}

}  // namespace sellerhealth
