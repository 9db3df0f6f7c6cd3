#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

/// Judged checks as a table for people.
namespace sellerhealth::render {

/// "1.87 %" and "(4 of 214)": the end that says something, or both.
struct RateText {
  std::string rate;
  std::string counts;
};
/// In a table of several windows, where there is less room, the counts are "(4/214)".
enum class CountsForm : unsigned char { words, fraction };
[[nodiscard]] RateText rate_text(const CheckResult& check, const Speaker& say, CountsForm form = CountsForm::words);

/// One check as the cells of a table.
struct CheckLine {
  Verdict verdict;
  std::string title;
  std::string rate;
  std::string counts;
  std::string target;
  std::string remark;
  std::vector<std::string> details;  ///< Lines below; an empty one stands for a gap.
};

/// The check under the title of its metric; its components, and what is to come if that was asked for, as details.
[[nodiscard]] CheckLine line_of(const CheckResult& check, const Assessment& assessment, const Speaker& say);

/// The value of the part called `name`; nothing when it has none.
[[nodiscard]] std::optional<std::int64_t> find_component(const CheckResult& check, std::string_view name);

/// Messages that no reply is known to, whatever their age: a figure beside the rate of answers.
inline constexpr std::string_view awaiting_reply = "awaiting_reply";

/// Whether the component is a number of seconds.
[[nodiscard]] bool is_duration(const Component& component);

/// "orders of 3 Jun – 31 Aug 2026 (90 days, lag 30)".
[[nodiscard]] std::string window_text(const CheckResult& check, const Speaker& say);

/// "< 1 %", or with a count floor "< 1 %; under 300: <= 3".
[[nodiscard]] std::string target_text(const Check& check, const Speaker& say);

/// "lag 15".
[[nodiscard]] std::string lag_text(const Window& window, const Speaker& say);

/// "60 days, lag 15"; "7 days" without a lag.
[[nodiscard]] std::string window_name(const Window& window, const Speaker& say);

[[nodiscard]] std::string check_table(const std::vector<CheckLine>& lines, const TextStyle& style,
                                      std::string_view detail_color = dim);

}  // namespace sellerhealth::render
