#include "normalize/month_names.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace sellerhealth::normalize {

TEST_CASE("months have their French and English names, in full and short") {
  const std::array<std::vector<std::string_view>, 12> names{{
      {"january", "jan", "janvier", "janv"},
      {"february", "feb", "fevrier", "fevr", "fev"},
      {"march", "mar", "mars"},
      {"april", "apr", "avril", "avr"},
      {"may", "mai"},
      {"june", "jun", "juin"},
      {"july", "jul", "juillet", "juil"},
      {"august", "aug", "aout"},
      {"september", "sept", "sep", "septembre"},
      {"october", "oct", "octobre"},
      {"november", "nov", "novembre"},
      {"december", "dec", "decembre"},
  }};
  for (unsigned month = 1; month <= names.size(); ++month) {
    for (const std::string_view name : names[month - 1]) {
      CAPTURE(name);
      CHECK(find_month(name) == std::chrono::month{month});
    }
  }
}

TEST_CASE("days of the week have their French and English names, in full and short") {
  const std::array<std::vector<std::string_view>, 7> names{{
      {"sunday", "sun", "dimanche", "dim"},
      {"monday", "mon", "lundi", "lun"},
      {"tuesday", "tues", "tue", "mardi", "mar"},
      {"wednesday", "wed", "mercredi", "mer"},
      {"thursday", "thurs", "thur", "thu", "jeudi", "jeu"},
      {"friday", "fri", "vendredi", "ven"},
      {"saturday", "sat", "samedi", "sam"},
  }};
  for (unsigned day = 0; day < names.size(); ++day) {
    for (const std::string_view name : names[day]) {
      CAPTURE(name);
      CHECK(find_weekday(name) == std::chrono::weekday{day});
    }
  }
}

TEST_CASE("what is no name of a month or a day is none") {
  for (const std::string_view name : {"", "j", "ju", "janvie", "septembres", "brumaire", "januar", "sonntag"}) {
    CAPTURE(name);
    CHECK_FALSE(find_month(name));
    CHECK_FALSE(find_weekday(name));
  }
}

}  // namespace sellerhealth::normalize
