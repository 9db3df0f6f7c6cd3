#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/dashboard.hpp"
#include "render/format.hpp"
#include "render/remark.hpp"
#include "render/segments.hpp"
#include "render/sign.hpp"
#include "render/sparkline.hpp"
#include "render/summary.hpp"
#include "render/terms.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "verdict/judge.hpp"

namespace sellerhealth {

namespace {

using render::counted;
using render::date_text;
using render::grouped;
using render::Mark;
using render::padded;
using render::width_of;

constexpr std::size_t usual_width = 80;
constexpr std::size_t least_marks = 10;
constexpr std::string_view indent = "    ";
constexpr std::string_view detail_indent = "      ";
constexpr std::string_view gap = "  ";

/// In the order of the Step enumeration.
struct StepWords {
  std::string_view noun;
  std::string_view as_of;
};
constexpr std::array<StepWords, 3> steps{{{"day", "every day"},
                                          {"week", "each Monday and the last day"},
                                          {"month", "the first of each month and the last day"}}};

const StepWords& words_of(Step step) { return steps[static_cast<std::size_t>(step)]; }

/// The count that is shown of an open rate: the less favorable end, unless that is all or nothing and so says nothing.
std::int64_t shown_count(const CheckResult& point) {
  if (point.check.target.at_least()) {
    return *point.known > 0 ? *point.known : *point.possible;
  }
  return point.denominator && *point.possible == *point.denominator ? *point.known : *point.possible;
}

std::optional<double> value_of(const CheckResult& point) {
  if (!point.checked || point.denominator == 0) {
    return std::nullopt;
  }
  return static_cast<double>(shown_count(point)) / static_cast<double>(point.denominator.value_or(1));
}

/// "1.87 %", "≤ 3.14 %" or "–".
std::string figure(const CheckResult& point) {
  if (!value_of(point)) {
    return "–";
  }
  const std::int64_t count = shown_count(point);
  const std::string_view end = point.known == point.possible ? "" : count == *point.known ? "≥ " : "≤ ";
  return std::string{end} +
         (point.denominator ? render::percentage(count, *point.denominator, point.check.target_for(*point.denominator))
                            : grouped(count));
}

/// What is to be said of the points of one check.
class Line {
 public:
  Line(const CheckTrend& trend, const std::vector<Day>& days) : trend_{trend}, days_{days} {
    for (std::size_t i = 0; i < days.size(); ++i) {
      const CheckResult& point = trend.points[i];
      ++counts_[static_cast<std::size_t>(point.verdict)];
      if (const std::optional<double> value = value_of(point)) {
        first_ = first_.value_or(i);
        worst_ = worst_ && !is_worse(*value, *value_of(trend.points[*worst_])) ? worst_ : i;
      }
    }
  }

  [[nodiscard]] const CheckResult& last() const { return trend_.points.back(); }

  /// Each mark shows the worst of its days.
  [[nodiscard]] std::vector<Mark> marks(std::size_t count) const {
    std::vector<Mark> marks(count);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      Mark& mark = marks[i * count / days_.size()];
      const CheckResult& point = trend_.points[i];
      if (verdict::severity(point.verdict) > verdict::severity(mark.verdict)) {
        mark.verdict = point.verdict;
      }
      if (const std::optional<double> value = value_of(point);
          value && (!mark.value || is_worse(*value, *mark.value))) {
        mark.value = value;
      }
    }
    return marks;
  }

  /// From the lowest to the highest value, the target being one of them.
  [[nodiscard]] render::Scale scale() const {
    const Target& target = trend_.check.target;
    const double wanted = static_cast<double>(target.value) / static_cast<double>(target.scale);
    render::Scale scale{wanted, wanted};
    for (const CheckResult& point : trend_.points) {
      const double value = value_of(point).value_or(wanted);
      scale = {std::min(scale.low, value), std::max(scale.high, value)};
    }
    return scale;
  }

  [[nodiscard]] std::vector<std::string> details(Step step, const Assessment& assessment) const {
    if (!first_) {
      return {render::remark_on(last(), assessment)};
    }
    std::vector<std::string> details;
    const auto at = [&](std::string_view what, std::size_t i) {
      details.push_back(fmt::format("{} {} on {}", what, figure(trend_.points[i]), date_text(days_[i])));
    };
    at("first", *first_);
    at("worst", *worst_);
    const auto count_of = [&](Verdict verdict) { return counts_[static_cast<std::size_t>(verdict)]; };
    const std::int64_t failing = count_of(Verdict::fail);
    details.push_back(fmt::format("{} of {} fail{}", grouped(failing), counted(std::ssize(days_), words_of(step).noun),
                                  failing == 1 ? "s" : ""));
    if (const std::int64_t open = count_of(Verdict::undetermined); open > 0) {
      details.push_back(grouped(open) + (open == 1 ? " is open" : " are open"));
    }
    if (const std::int64_t no_data = count_of(Verdict::no_data); no_data > 0) {
      details.push_back(grouped(no_data) + " without data");
    }
    return details;
  }

 private:
  [[nodiscard]] bool is_worse(double value, double than) const {
    return trend_.check.target.at_least() ? value < than : value > than;
  }

  const CheckTrend& trend_;
  const std::vector<Day>& days_;
  std::array<std::int64_t, 4> counts_{};  ///< Of days, by verdict.
  std::optional<std::size_t> first_;      ///< The first point that has a value.
  std::optional<std::size_t> worst_;      ///< The first of the worst ones.
};

/// The items between dots, on as many lines as they need.
std::string details_text(const std::vector<std::string>& items, std::size_t width, const TextStyle& style) {
  constexpr std::string_view joiner = " · ";
  std::string text;
  std::string line;
  const auto end_line = [&] { text += std::string{detail_indent} + render::colored(line, render::dim, style) + "\n"; };
  for (const std::string& item : items) {
    if (!line.empty() && detail_indent.size() + width_of(line) + width_of(joiner) + width_of(item) > width) {
      end_line();
      line.clear();
    }
    line += (line.empty() ? "" : std::string{joiner}) + item;
  }
  end_line();
  return text;
}

/// The lines of all checks below each other, on a screen of some width.
class Chart {
 public:
  Chart(const Trend& trend, const TextStyle& style)
      : trend_{trend},
        style_{style},
        several_windows_{render::has_several_windows(render::checks_of_whole(trend.last))},
        width_{style.width == 0 ? usual_width : style.width} {
    for (const CheckTrend& line : trend.checks) {
      title_ = std::max(title_, width_of(title_of(line)));
      last_ = std::max(last_, width_of(figure(line.points.back())));
      target_ = std::max(target_, width_of(target_of(line)));
    }
    const std::size_t others = indent.size() + title_ + last_ + target_ + 3 * gap.size();
    marks_ = std::min(std::max(width_ > others ? width_ - others : 0, least_marks), trend.days.size());
  }

  [[nodiscard]] std::string print() const {
    std::string text = axis();
    for (const CheckTrend& trend : trend_.checks) {
      const Line line{trend, trend_.days};
      const render::Sign sign = render::sign_of(line.last().verdict);
      text +=
          fmt::format(" {}  {}{}{}{}{}{}{}\n", render::colored(sign.text, sign.color, style_),
                      padded(title_of(trend), title_), gap, render::sparkline(line.marks(marks_), line.scale(), style_),
                      gap, padded(figure(line.last()), last_), gap, target_of(trend));
      text += details_text(line.details(trend_.options.every, trend_.last), width_, style_);
    }
    return text;
  }

  /// How many days stand behind a mark at most.
  [[nodiscard]] std::size_t days_in_mark() const { return (trend_.days.size() + marks_ - 1) / marks_; }

 private:
  [[nodiscard]] std::string title_of(const CheckTrend& line) const {
    return render::title_of(line.check) + (several_windows_ ? ", " + render::window_name(line.check.window) : "");
  }
  static std::string target_of(const CheckTrend& line) { return render::target_text(line.check); }

  /// The first and the last day above the ends of the sparklines, if there is room.
  [[nodiscard]] std::string axis() const {
    const std::string first = date_text(trend_.days.front());
    const std::string last = date_text(trend_.days.back());
    if (width_of(first) + gap.size() + width_of(last) > marks_) {
      return "";
    }
    return fmt::format("{}{}{}{}\n", std::string(indent.size() + title_, ' '), gap,
                       padded(first, marks_ - width_of(last)), last);
  }

  const Trend& trend_;
  const TextStyle& style_;
  bool several_windows_;
  std::size_t width_;
  std::size_t title_ = 0;
  std::size_t last_ = 0;
  std::size_t target_ = 0;
  std::size_t marks_ = 0;
};

/// "As of every day, over 90 days with lag 30; a mark is the worst of 7 days."
std::string reading_text(const Trend& trend, const Chart& chart) {
  const StepWords& words = words_of(trend.options.every);
  std::string text = fmt::format("As of {}", words.as_of);
  if (!trend.checks.empty() && !render::has_several_windows(render::checks_of_whole(trend.last))) {
    const Window& window = trend.checks.front().check.window;
    text += fmt::format(", over {} with lag {}", counted(window.days, "day"), window.lag_days);
  }
  const auto days = static_cast<std::int64_t>(chart.days_in_mark());
  return text + (days > 1 ? fmt::format("; a mark is the worst of {}", counted(days, words.noun)) : "") + ".\n";
}

/// From when on the exports reach back to the first day of each window; before, a rate is of fewer orders than it
/// should.
std::string coverage_text(const Trend& trend) {
  const auto covered = [&](std::size_t day) {
    return std::all_of(trend.checks.begin(), trend.checks.end(),
                       [&](const CheckTrend& line) { return line.points[day].covered || !value_of(line.points[day]); });
  };
  std::size_t from = trend.days.size();
  while (from > 0 && covered(from - 1)) {
    --from;
  }
  if (from == 0) {
    return "";
  }
  return from == trend.days.size()
             ? "The exports do not reach back far enough for any window.\n"
             : fmt::format("The exports cover the windows from {} on; earlier rates are of fewer orders.\n",
                           date_text(trend.days[from]));
}

}  // namespace

std::string render_text(const Trend& trend, const TextStyle& style) {
  const Assessment& last = trend.last;
  const Chart chart{trend, style};
  std::string text = fmt::format("Seller health of {} ({})\n",
                                 render::date_range(trend.days.front(), trend.days.back()), last.time_zone);
  text += reading_text(trend, chart) + render::terms(last) + "\n" + chart.print() + "\n";
  text += fmt::format("As of {}: {}\n", date_text(trend.days.back()), render::summary(render::checks_of_whole(last)));
  return text + coverage_text(trend) + render::rejected_text(last);
}

}  // namespace sellerhealth
