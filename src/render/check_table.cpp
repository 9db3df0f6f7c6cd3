#include "render/check_table.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/prospect_text.hpp"
#include "render/reconciliation_text.hpp"
#include "render/remark.hpp"
#include "render/sign.hpp"
#include "render/words.hpp"

namespace sellerhealth::render {

namespace {

/// "negative feedback 83 · claims not given · mean answer after 13 h 35 min"; what is zero, or told by the remark,
/// goes without saying.
std::string component_text(const CheckResult& check, const Speaker& say) {
  constexpr std::string_view told_by_remark = "unknown";
  std::string text;
  for (const Component& component : check.components) {
    const bool told_elsewhere = component.name == told_by_remark || component.name == awaiting_reply;
    if (component.value == 0 || told_elsewhere || (is_duration(component) && !component.value)) {
      continue;
    }
    text += text.empty() ? "" : " · ";
    text += say("part::{} {}", words_of_component(component.name, say),
                !component.value         ? say("not given")
                : is_duration(component) ? say.duration(*component.value)
                                         : say.number(*component.value));
  }
  return text;
}

/// The widths of the columns.
class Table {
 public:
  explicit Table(const std::vector<CheckLine>& lines) {
    for (const CheckLine& line : lines) {
      title_ = std::max(title_, width_of(line.title));
      rate_ = std::max(rate_, width_of(line.rate));
      counts_ = std::max(counts_, width_of(line.counts));
      target_ = std::max(target_, width_of(line.target));
      remark_ = std::max(remark_, width_of(line.remark));
    }
  }

  [[nodiscard]] std::string print(const std::vector<CheckLine>& lines, const TextStyle& style,
                                  std::string_view detail_color) const {
    const std::size_t before_remark = indent.size() + title_ + rate_ + counts_ + target_ + 4 * gap.size();
    const bool remark_below = style.width != 0 && before_remark + remark_ > style.width;
    std::string text;
    for (const CheckLine& line : lines) {
      const Sign sign = sign_of(line.verdict);
      std::string row = fmt::format("{}{}{}{}{}{}{}{}", padded(line.title, title_), gap, padded(line.rate, rate_), gap,
                                    padded(line.counts, counts_), gap, padded(line.target, target_), gap);
      if (remark_below) {
        row.erase(row.find_last_not_of(' ') + 1);
        row += "\n" + std::string(2 * indent.size() - 2, ' ');
      }
      text += " " + colored(sign.text, sign.color, style) + "  " + row + colored(line.remark, sign.color, style) + "\n";
      for (const std::string& detail : line.details) {
        text += detail.empty() ? "\n"
                               : std::string(2 * indent.size() - 2, ' ') + colored(detail, detail_color, style) + "\n";
      }
    }
    return text;
  }

 private:
  static constexpr std::string_view indent = "    ";
  static constexpr std::string_view gap = "  ";

  std::size_t title_ = 0;
  std::size_t rate_ = 0;
  std::size_t counts_ = 0;
  std::size_t target_ = 0;
  std::size_t remark_ = 0;
};

}  // namespace

RateText rate_text(const CheckResult& check, const Speaker& say, CountsForm form) {
  if (!check.checked) {
    return {say("not checked"), ""};
  }
  if (!check.denominator) {
    return {say.number(*check.known), ""};
  }
  const std::int64_t total = *check.denominator;
  const auto of_total = [&](const std::string& count) {
    return form == CountsForm::words ? say("({} of {})", count, say.number(total))
                                     : fmt::format("({}/{})", count, say.number(total));
  };
  if (total == 0) {
    return {say("n/a"), of_total("0")};
  }
  const Target target = check.check.target_for(total);
  const auto percent = [&](std::int64_t count) { return say.percentage(count, total, target); };
  const std::int64_t known = *check.known;
  const std::int64_t possible = *check.possible;
  // Not the possible end when everything is possible, nor the known one when nothing is.
  if (known == possible) {
    return {percent(known), of_total(say.number(known))};
  }
  if (possible == total) {
    return {say("at least {}", percent(known)), of_total(say.number(known))};
  }
  if (known == 0) {
    return {say("at most {}", percent(possible)), of_total(say.number(possible))};
  }
  return {say("{} – {}", percent(known), percent(possible)),
          of_total(say("{} – {}", say.number(known), say.number(possible)))};
}

std::optional<std::int64_t> find_component(const CheckResult& check, std::string_view name) {
  const auto found = std::find_if(check.components.begin(), check.components.end(),
                                  [&](const Component& component) { return component.name == name; });
  return found == check.components.end() ? std::nullopt : found->value;
}

bool is_duration(const Component& component) { return component.name.ends_with("_seconds"); }

std::string target_text(const Check& check, const Speaker& say) {
  const std::string text = say.target(check.target, unit_of(check.metric));
  return check.count_floor ? say("{}; under {}: <= {}", text, say.number(check.count_floor->below),
                                 say.number(check.count_floor->at_most))
                           : text;
}

std::string lag_text(const Window& window, const Speaker& say) {
  return window.lag_days == 0
             ? say("no lag::lag 0")
             : say.plural(window.lag_days, "of one::lag {}", "lag {}", std::to_string(window.lag_days));
}

std::string window_name(const Window& window, const Speaker& say) {
  const std::string days_of_window = say.counted(window.days, day_noun);
  return window.lag_days == 0 ? days_of_window : say("{}, {}", days_of_window, lag_text(window, say));
}

std::string window_text(const CheckResult& check, const Speaker& say) {
  const Window& window = check.check.window;
  return say("{} of {} ({}, {})", say(subject_words_of(check.check.metric).several),
             say.date_range(check.first_day, check.last_day), say.counted(window.days, day_noun),
             lag_text(window, say));
}

CheckLine line_of(const CheckResult& check, const Assessment& assessment, const Speaker& say) {
  auto [rate, counts] = rate_text(check, say);
  CheckLine line{.verdict = check.verdict,
                 .title = title_of(check.check, say),
                 .rate = std::move(rate),
                 .counts = std::move(counts),
                 .target = target_text(check.check, say),
                 .remark = remark_on(check, assessment, say),
                 .details = {}};
  for (std::string detail : {check.checked ? component_text(check, say) : "", foresight(check, say)}) {
    if (!detail.empty()) {
      line.details.push_back(std::move(detail));
    }
  }
  for (std::string& expected : expected_lines(check, assessment, say)) {
    line.details.push_back(std::move(expected));
  }
  return line;
}

std::string check_table(const std::vector<CheckLine>& lines, const TextStyle& style, std::string_view detail_color) {
  return Table{lines}.print(lines, style, detail_color);
}

}  // namespace sellerhealth::render
