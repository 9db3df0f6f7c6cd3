#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "render/phrase.hpp"
#include "sellerhealth/rate.hpp"
#include "sellerhealth/render.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::render {

/// Phrases, figures and dates as people read them in one language. The examples are English.
class Speaker {
 public:
  explicit Speaker(Language language) : language_{language} {}

  /// The phrase with the texts in its places: say("{} of {}", known, total).
  template <typename... Texts>
  [[nodiscard]] std::string operator()(Phrase<sizeof...(Texts)> phrase, const Texts&... texts) const {
    return filled(phrase.in(language_), std::array<std::string_view, sizeof...(Texts)>{texts...});
  }

  /// What is said of so many.
  template <typename... Texts>
  [[nodiscard]] std::string plural(std::int64_t count, Phrase<sizeof...(Texts)> one, Phrase<sizeof...(Texts)> several,
                                   const Texts&... texts) const {
    return (*this)(is_singular(count) ? one : several, texts...);
  }

  /// "1 day", "1,204 orders": the number in the place of the phrase.
  [[nodiscard]] std::string counted(std::int64_t count, Phrase<1> one, Phrase<1> several) const {
    return plural(count, one, several, number(count));
  }
  [[nodiscard]] std::string counted(std::int64_t count, const Plural<1>& noun) const {
    return counted(count, noun.one, noun.several);
  }

  /// "24,657".
  [[nodiscard]] std::string number(std::int64_t number) const;

  /// "4.9", of 49 tenths: `scaled` by ten to the power of `decimals`.
  [[nodiscard]] std::string decimal(std::int64_t scaled, int decimals) const;

  /// "0.56 %": two decimals, and more (up to six) while the rounded value would equal the target, or lie on its other
  /// side, though the exact one does not.
  [[nodiscard]] std::string percentage(std::int64_t count, std::int64_t denominator, const Target& target) const;

  /// "75 %": rounded half up to whole per cent.
  [[nodiscard]] std::string share(std::int64_t count, std::int64_t denominator) const;

  /// "< 2.5 %", or "= 0" for a count.
  [[nodiscard]] std::string target(const Target& target, Unit unit) const;

  /// "1 Oct 2026".
  [[nodiscard]] std::string date(Day day) const;

  /// "1 Oct", with the year if it is not that of `reference`.
  [[nodiscard]] std::string date(Day day, Day reference) const;

  /// "1 Oct 2026 09:30".
  [[nodiscard]] std::string time(std::chrono::local_seconds time) const;

  /// "3 Jun – 31 Aug 2026", or "5 Jun 2026" for a range of one day; in a sentence.
  [[nodiscard]] std::string date_range(Day first, Day last) const;

  /// "3 Jun – 31 Aug": without the years, where they are that of `known`; in a table.
  [[nodiscard]] std::string short_date_range(Day first, Day last, Day known) const;

  /// "2 days 11 hours", "13 h 35 min" or "4 min".
  [[nodiscard]] std::string duration(std::int64_t seconds) const;

  /// The value of an export in quotation marks, printable and cut to a readable length; not if it may hold an e-mail
  /// address.
  [[nodiscard]] std::string quoted(std::string_view value) const;

  /// "a, b and c".
  [[nodiscard]] std::string list(std::span<const std::string> items) const;

  /// "a, b or c".
  [[nodiscard]] std::string alternatives(std::span<const std::string> items) const;

 private:
  [[nodiscard]] bool is_singular(std::int64_t count) const;
  [[nodiscard]] std::string day_and_month(Day day) const;
  [[nodiscard]] std::string range(Day first, Day last, bool last_year_told, Phrase<2> between) const;

  static std::string filled(std::string_view phrase, std::span<const std::string_view> texts);

  Language language_;
};

/// The units of time.
inline constexpr Plural<1> day_noun{"{} day", "{} days"};
inline constexpr Plural<1> hour_noun{"{} hour", "{} hours"};

}  // namespace sellerhealth::render
