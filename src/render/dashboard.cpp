#include "render/dashboard.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/format.hpp"
#include "render/reconciliation_text.hpp"
#include "render/remark.hpp"
#include "render/sign.hpp"
#include "render/speaker.hpp"
#include "render/summary.hpp"
#include "render/words.hpp"

namespace sellerhealth::render {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::string_view deep_indent = "      ";
constexpr std::string_view gap = "  ";

/// The checks of one metric against one target, over several windows.
using Group = std::vector<const CheckResult*>;

std::vector<Group> groups_of(const Indicator& indicator) {
  const auto alike = [](const Check& a, const Check& b) {
    return a.metric == b.metric && a.fulfillment == b.fulfillment && a.target == b.target &&
           a.count_floor == b.count_floor;
  };
  std::vector<Group> groups;
  for (const CheckResult& check : indicator.checks) {
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& other) { return alike(other.front()->check, check.check); });
    if (group == groups.end()) {
      groups.push_back({&check});
    } else {
      group->push_back(&check);
    }
  }
  return groups;
}

std::vector<Window> windows_of(const Indicator& indicator) {
  std::vector<Window> windows;
  for (const CheckResult& check : indicator.checks) {
    if (std::find(windows.begin(), windows.end(), check.check.window) == windows.end()) {
      windows.push_back(check.check.window);
    }
  }
  return windows;
}

std::string component_cell(const Component& component, const Speaker& say) {
  if (!component.value) {
    return is_duration(component) ? say("n/a") : say("not given");
  }
  return is_duration(component) ? say.duration(*component.value) : say.number(*component.value);
}

/// Whether a part has a row of its own: not if it is the rate itself, or is told below the table, or if there is none
/// of what nobody knows.
bool is_shown(const Group& group, std::size_t component) {
  const std::string_view name = group.front()->components[component].name;
  const bool is_the_rate = name == "late" && std::any_of(group.begin(), group.end(), [](const CheckResult* check) {
                             return check->check.metric == Metric::late_response_rate;
                           });
  const bool none = std::all_of(group.begin(), group.end(), [&](const CheckResult* check) {
    return check->components[component].value.value_or(0) == 0;
  });
  return name != awaiting_reply && !is_the_rate && !(name == "unknown" && none);
}

/// A table of text whose columns are the windows of an indicator, with the target behind them.
class Table {
 public:
  Table(const Indicator& indicator, Day as_of, const Speaker& say)
      : say_{say}, windows_{windows_of(indicator)}, widths_(windows_.size(), 0) {
    Row names{.label = title_of(indicator.checks.front().check, say), .target = say("target")};
    Row days;
    for (const Window& window : windows_) {
      names.cells.push_back({.text = window_name(window, say)});
      days.cells.push_back({.text = say.short_date_range(window.first_day(as_of), window.last_day(as_of), as_of)});
    }
    add(std::move(names));
    add(std::move(days));
    // Metrics of the same parts share the rows of them.
    Group same_parts;
    for (const Group& group : groups_of(indicator)) {
      if (!same_parts.empty() && !have_same_components(*same_parts.front(), *group.front())) {
        add_components(same_parts);
        same_parts.clear();
      }
      add_rates(group);
      same_parts.insert(same_parts.end(), group.begin(), group.end());
    }
    add_components(same_parts);
  }

  [[nodiscard]] std::size_t width() const {
    std::size_t width = label_width_ + target_width_ + gap.size();
    for (const std::size_t column : widths_) {
      width += gap.size() + 2 + column;
    }
    return width;
  }

  [[nodiscard]] std::string print(const TextStyle& style) const {
    std::string text;
    for (const Row& row : rows_) {
      std::string line = padded(row.label, label_width_);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        line += std::string{gap} + (cell.sign.text.empty() ? " " : colored(cell.sign.text, cell.sign.color, style)) +
                " " + padded(cell.text, widths_[i]);
      }
      line += std::string{gap} + row.target;
      line.erase(line.find_last_not_of(' ') + 1);
      text += line + "\n";
    }
    return text;
  }

 private:
  struct Cell {
    Sign sign;
    std::string text;
  };
  struct Row {
    std::string label;
    std::vector<Cell> cells;
    std::string target;
  };

  static bool have_same_components(const CheckResult& a, const CheckResult& b) {
    return std::equal(a.components.begin(), a.components.end(), b.components.begin(), b.components.end(),
                      [](const Component& one, const Component& other) { return one.name == other.name; });
  }

  void add(Row row) {
    label_width_ = std::max(label_width_, width_of(row.label));
    target_width_ = std::max(target_width_, width_of(row.target));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths_[i] = std::max(widths_[i], width_of(row.cells[i].text));
    }
    rows_.push_back(std::move(row));
  }

  /// One cell for each window, from what `cell_of` says of the check over it.
  template <typename CellOf>
  std::vector<Cell> cells(const Group& group, CellOf cell_of) const {
    std::vector<Cell> cells;
    for (const Window& window : windows_) {
      const auto check = std::find_if(group.begin(), group.end(),
                                      [&](const CheckResult* result) { return result->check.window == window; });
      cells.push_back(check == group.end() ? Cell{} : cell_of(**check));
    }
    return cells;
  }

  void add_rates(const Group& group) {
    const Check& check = group.front()->check;
    add({.label = std::string{indent} + title_of(check, say_),
         .cells =
             cells(group,
                   [&](const CheckResult& result) {
                     const RateText text = rate_text(result, say_, CountsForm::fraction);
                     return Cell{sign_of(result.verdict), text.rate + (text.counts.empty() ? "" : " ") + text.counts};
                   }),
         .target = target_text(check, say_)});
  }

  void add_components(const Group& group) {
    const CheckResult& first = *group.front();
    for (std::size_t i = 0; i < first.components.size(); ++i) {
      if (is_shown(group, i)) {
        add({.label = std::string{deep_indent} + words_of_component(first.components[i].name, say_),
             .cells = cells(group, [&](const CheckResult& result) {
               return Cell{.text = result.checked ? component_cell(result.components[i], say_) : ""};
             })});
      }
    }
  }

  const Speaker& say_;
  std::vector<Window> windows_;
  std::vector<Row> rows_;
  std::size_t label_width_ = 0;
  std::vector<std::size_t> widths_;
  std::size_t target_width_ = 0;
};

/// A line for each check, named by its window; and by its metric, where there are several.
std::vector<CheckLine> lines_of(const Indicator& indicator, const Assessment& assessment, const Speaker& say) {
  const bool several = groups_of(indicator).size() > 1;
  std::vector<CheckLine> lines;
  for (const CheckResult& check : indicator.checks) {
    lines.push_back(line_of(check, assessment, say));
    lines.back().title = (several ? title_of(check.check, say) + ", " : "") + window_name(check.check.window, say);
  }
  return lines;
}

/// What the table does not say: why what does not pass does not, and what the marketplace says.
std::string remarks_text(const Indicator& indicator, const Assessment& assessment, const Speaker& say) {
  const std::vector<CheckLine> lines = lines_of(indicator, assessment, say);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool told = lines[i].verdict == Verdict::pass || indicator.checks[i].denominator == 0;
    text += told ? "" : std::string{indent} + say("{}: {}", lines[i].title, lines[i].remark) + "\n";
    const std::vector<std::string> expected = expected_lines(indicator.checks[i], assessment, say);
    for (const std::string& line : expected) {
      const bool first = &line == &expected.front();
      text += std::string{indent} + (first ? say("{}: {}", lines[i].title, line) : line) + "\n";
    }
  }
  return text;
}

/// "0 messages of the last 7 days await a reply."
std::string awaiting_text(const Indicator& indicator, const Speaker& say) {
  const CheckResult* shortest = nullptr;
  for (const CheckResult& check : indicator.checks) {
    if (check.check.window.lag_days == 0 && find_component(check, awaiting_reply) &&
        (shortest == nullptr || check.check.window.days < shortest->check.window.days)) {
      shortest = &check;
    }
  }
  if (shortest == nullptr) {
    return "";
  }
  const std::int64_t count = *find_component(*shortest, awaiting_reply);
  return std::string{indent} +
         say.plural(count, "{} of the last {} awaits a reply.", "{} of the last {} await a reply.",
                    say.counted(count, subject_words_of(shortest->check.metric).counted),
                    say.counted(shortest->check.window.days, day_noun)) +
         "\n";
}

std::string table_text(const Indicator& indicator, const Assessment& assessment, const TextStyle& style) {
  const Speaker say{style.language};
  const Table table{indicator, assessment.options.as_of, say};
  const bool fits = style.width == 0 || table.width() <= style.width;
  return "\n" +
         (fits ? table.print(style) + remarks_text(indicator, assessment, say)
               : title_of(indicator.checks.front().check, say) + "\n" +
                     check_table(lines_of(indicator, assessment, say), style)) +
         awaiting_text(indicator, say);
}

/// Of one check what its verdict means, of several how many came out how.
std::string remark_on_all(const Indicator& indicator, const Assessment& assessment, const Speaker& say) {
  if (indicator.checks.size() == 1) {
    return remark_on(indicator.checks.front(), assessment, say);
  }
  std::string text = summary(indicator.checks, say);
  text.pop_back();  // the full stop
  return text;
}

Severity severity_of(const Indicator& indicator) {
  const bool suspending = std::any_of(indicator.checks.begin(), indicator.checks.end(), [](const CheckResult& check) {
    return check.check.severity == Severity::suspending;
  });
  return suspending ? Severity::suspending : Severity::informative;
}

}  // namespace

bool has_several_windows(std::span<const CheckResult> checks) {
  const std::vector<Indicator> indicators = indicators_of(checks);
  return indicators.size() < checks.size();
}

std::string dashboard(std::span<const CheckResult> checks, const Assessment& assessment, const TextStyle& style) {
  const std::vector<Indicator> indicators = indicators_of(checks);
  const Speaker say{style.language};
  std::size_t title_width = 0;
  std::size_t state_width = 0;
  std::size_t severity_width = 0;
  for (const Indicator& indicator : indicators) {
    title_width = std::max(title_width, width_of(title_of(indicator.checks.front().check, say)));
  }
  for (const IndicatorState state : {IndicatorState::passing, IndicatorState::warning, IndicatorState::failing,
                                     IndicatorState::undetermined, IndicatorState::no_data}) {
    state_width = std::max(state_width, width_of(say(words_of(state))));
  }
  for (const Severity severity : {Severity::suspending, Severity::informative}) {
    severity_width = std::max(severity_width, width_of(say(words_of(severity))));
  }
  std::string text;
  for (const Indicator& indicator : indicators) {
    const Sign sign = sign_of(indicator.state);
    text += fmt::format(" {}  {}{}{}{}{}{}{}\n", colored(sign.text, sign.color, style),
                        padded(title_of(indicator.checks.front().check, say), title_width), gap,
                        colored(padded(say(words_of(indicator.state)), state_width), sign.color, style), gap,
                        padded(say(words_of(severity_of(indicator))), severity_width), gap,
                        remark_on_all(indicator, assessment, say));
  }
  for (const Indicator& indicator : indicators) {
    text += table_text(indicator, assessment, style);
  }
  return text;
}

}  // namespace sellerhealth::render
