#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/comparison.hpp"
#include "sellerhealth/deadlines.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/explanation.hpp"
#include "sellerhealth/feedback_summary.hpp"
#include "sellerhealth/forecast.hpp"
#include "sellerhealth/inspection.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/trend.hpp"

namespace sellerhealth {

/// The languages of text for people. What programs read, and names of options and columns, are the same in each.
enum class Language : std::uint8_t { english, french };
inline constexpr std::array all_languages{Language::english, Language::french};

/// "en" or "fr".
[[nodiscard]] std::string_view name_of(Language language);

/// The language of that name; nothing for any other name.
[[nodiscard]] std::optional<Language> find_language(std::string_view name);

/// The language of a POSIX locale: "fr", "fr_FR.UTF-8" and "fr@euro" are French. English for "C" and whatever is not
/// known.
[[nodiscard]] Language language_of_locale(std::string_view locale);

/// How many entries of a list most people read.
inline constexpr std::size_t usual_list_limit = 20;

/// How text for people may look. Text is not a stable format; JSON is.
struct TextStyle {
  bool color = false;
  std::size_t width = 0;  ///< Columns of the screen; 0: as wide as it takes.
  Language language = Language::english;
  std::size_t limit = usual_list_limit;  ///< Entries shown of a list: orders, segments …; 0: all.
};

/// The checklist for people.
[[nodiscard]] std::string render_text(const Assessment& assessment, const TextStyle& style = {});

/// The checklist for programs: schema "sellerhealth.check/1".
[[nodiscard]] std::string render_json(const Assessment& assessment);

/// What is to come, for people.
[[nodiscard]] std::string render_text(const Forecast& forecast, const TextStyle& style = {});

/// What is to come, for programs: schema "sellerhealth.forecast/1".
[[nodiscard]] std::string render_json(const Forecast& forecast);

/// What the exports are, for people.
[[nodiscard]] std::string render_text(const Inspection& inspection, const TextStyle& style = {});

/// What the exports are, for programs: schema "sellerhealth.inspect/1".
[[nodiscard]] std::string render_json(const Inspection& inspection);

/// How each check went, for people: a line each.
[[nodiscard]] std::string render_text(const Trend& trend, const TextStyle& style = {});

/// How each check went, for programs: schema "sellerhealth.trend/1".
[[nodiscard]] std::string render_json(const Trend& trend);

/// How each check went, for spreadsheets: a header, then a row for each day and check, quoted as RFC 4180 has it.
[[nodiscard]] std::string render_csv(const Trend& trend);

/// Which profiles there are, for people.
[[nodiscard]] std::string render_text(std::span<const Profile> profiles, const TextStyle& style = {});

/// Which profiles there are, for programs: schema "sellerhealth.profiles/1".
[[nodiscard]] std::string render_json(std::span<const Profile> profiles);

/// What buyers think of the seller, for people. No comments: they are the buyers' own.
[[nodiscard]] std::string render_text(const FeedbackSummary& summary, const TextStyle& style = {});

/// What buyers think of the seller, for programs: schema "sellerhealth.feedback/1".
[[nodiscard]] std::string render_json(const FeedbackSummary& summary);

/// What is still to be done, and what hangs on it, for people.
[[nodiscard]] std::string render_text(const Deadlines& deadlines, const TextStyle& style = {});

/// What is still to be done, and what hangs on it, for programs: schema "sellerhealth.deadlines/1".
[[nodiscard]] std::string render_json(const Deadlines& deadlines);

/// What is behind the checks, for people.
[[nodiscard]] std::string render_text(const Explanation& explanation, const TextStyle& style = {});

/// All that is behind the checks, for programs: schema "sellerhealth.explain/1".
[[nodiscard]] std::string render_json(const Explanation& explanation);

/// All about one order, for people.
[[nodiscard]] std::string render_text(const OrderExplanation& explanation, const TextStyle& style = {});

/// All about one order, for programs: schema "sellerhealth.explain/1".
[[nodiscard]] std::string render_json(const OrderExplanation& explanation);

/// What moved the checks, for people.
[[nodiscard]] std::string render_text(const Comparison& comparison, const TextStyle& style = {});

/// All that moved the checks, for programs: schema "sellerhealth.compare/1".
[[nodiscard]] std::string render_json(const Comparison& comparison);

/// One warning or fault for people: what has facts in that language, the rest as to_string() has it.
[[nodiscard]] std::string render_text(const Diagnostic& diagnostic, Language language);

/// The line of a warning: the same after "warning: ".
[[nodiscard]] std::string render_warning(const Diagnostic& warning, Language language);

/// One fault for programs, as one line: schema "sellerhealth.error/1".
[[nodiscard]] std::string render_json(const Diagnostic& fault);

}  // namespace sellerhealth
