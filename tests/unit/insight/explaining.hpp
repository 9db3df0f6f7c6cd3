#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sellerhealth/comparison.hpp"
#include "sellerhealth/explanation.hpp"
#include "unit/metric/checking.hpp"

/// What is behind the checks of small accounts, in words that are easy to compare.
namespace sellerhealth::testing {

/// The default profile with nothing but the check of `metric`.
inline Profile only(Metric metric, Window window = quarter) {
  Profile profile = default_profile();
  std::erase_if(profile.checks, [&](const Check& check) { return check.metric != metric; });
  profile.checks.front().window = window;
  profile.checks.front().only_if_given = false;
  return profile;
}

/// "negative_feedback claims ?cancelled-by": parts, and what a possible one hangs on.
inline std::string words_of(const Grounds& grounds) {
  std::string text;
  const auto add = [&](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
  for (const std::string_view part : grounds.parts) {
    add(std::string{part});
  }
  for (const OpenQuestion& question : grounds.questions) {
    add("?" + std::string{question.column ? name_of(*question.column) : name_of(question.kind)});
  }
  return text;
}

inline std::string iso(Day day) {
  const std::chrono::year_month_day date{day};
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

/// "A 2026-07-11..2026-10-09 claims": id, the day it entered, the day it leaves, and why.
inline std::vector<std::string> lines_of(const std::vector<Cause>& causes) {
  std::vector<std::string> lines;
  for (const Cause& cause : causes) {
    lines.push_back(std::string{cause.facts.id()} + " " + iso(cause.entered) + ".." + iso(cause.leaves) + " " +
                    words_of(cause.grounds));
  }
  return lines;
}

inline CheckExplanation explanation_of(const SmallAccount& account, Metric metric,
                                       const AssessOptions& options = on_1_october()) {
  return explain(account.book, only(metric), options).checks.front();
}

using Lines = std::vector<std::string>;

}  // namespace sellerhealth::testing
