#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/dashboard.hpp"
#include "render/format.hpp"
#include "render/listing.hpp"
#include "render/segments.hpp"
#include "render/sign.hpp"
#include "render/sparkline.hpp"
#include "render/speaker.hpp"
#include "render/summary.hpp"
#include "render/terms.hpp"
#include "render/trend_line.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"

namespace sellerhealth {

namespace {

using render::figure;
using render::padded;
using render::Speaker;
using render::width_of;

constexpr std::size_t usual_width = 80;
constexpr std::size_t least_marks = 10;
constexpr std::string_view indent = "    ";
constexpr std::string_view detail_indent = "      ";
constexpr std::string_view gap = "  ";

using Lines = std::span<const CheckTrend>;

/// The first of `lines` that have the same `name` as the first of all.
template <typename Name>
Lines first_lines(Lines lines, Name name) {
  const auto end = std::find_if(lines.begin(), lines.end(),
                                [&](const CheckTrend& line) { return name(line) != name(lines.front()); });
  return lines.first(static_cast<std::size_t>(end - lines.begin()));
}

/// Whether it is of a segment, and of which.
auto segment_of(const CheckTrend& line) {
  const std::optional<Segment>& segment = line.segment();
  return std::pair{segment.has_value(), segment ? segment->value : std::nullopt};
}

/// Of the whole account or, where it is split by seller, of the first one.
bool has_several_windows(const Trend& trend) {
  std::vector<CheckResult> checks;
  for (const CheckTrend& line : first_lines(trend.checks, segment_of)) {
    checks.push_back(line.points.back());
  }
  return render::has_several_windows(checks);
}

/// Lines below one heading.
struct Group {
  std::string heading;
  Lines lines;
  std::string rest;  ///< How many more there are.
};

std::vector<Group> sellers_of(Lines lines, const TextStyle& style) {
  const Speaker say{style.language};
  std::vector<Group> groups;
  std::size_t sellers = 0;
  for (; !lines.empty(); ++sellers) {
    const Lines seller = first_lines(lines, segment_of);
    if (style.limit == 0 || sellers < style.limit) {
      groups.push_back(
          {(groups.empty() ? "" : "\n") + render::seller_name(*seller.front().segment(), say) + "\n", seller, ""});
    }
    lines = lines.subspan(seller.size());
  }
  if (!groups.empty()) {
    groups.back().rest = render::and_more(static_cast<std::int64_t>(sellers), render::seller_noun, style);
  }
  return groups;
}

/// The whole account, then each check by segment.
std::vector<Group> checks_of(Lines lines, bool several_windows, const TextStyle& style) {
  const Speaker say{style.language};
  std::vector<Group> groups{{"", first_lines(lines, segment_of), ""}};
  for (lines = lines.subspan(groups.front().lines.size()); !lines.empty();) {
    const Lines parts = first_lines(lines, [](const CheckTrend& line) { return line.check.id; });
    const CheckTrend& worst = parts.front();
    const std::int64_t shown = render::shown_of(std::ssize(parts), style);
    groups.push_back({"\n" + render::segments_heading(worst.check, worst.segment()->by, several_windows, say) + "\n",
                      parts.first(static_cast<std::size_t>(shown)),
                      render::and_more(std::ssize(parts), render::value_noun, style)});
    lines = lines.subspan(parts.size());
  }
  return groups;
}

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

/// The lines of all groups below each other, on a screen of some width.
class Chart {
 public:
  Chart(const Trend& trend, const std::vector<Group>& groups, bool several_windows, const TextStyle& style)
      : trend_{trend},
        style_{style},
        say_{style.language},
        by_seller_{trend.last.segment_by == Column::seller_id},
        several_windows_{several_windows},
        width_{style.width == 0 ? usual_width : style.width} {
    for (const Group& group : groups) {
      for (const CheckTrend& line : group.lines) {
        title_ = std::max(title_, width_of(title_of(line)));
        last_ = std::max(last_, width_of(figure(line.points.back(), say_)));
        target_ = std::max(target_, width_of(render::target_text(line.check, say_)));
      }
    }
    const std::size_t others = indent.size() + title_ + last_ + target_ + 3 * gap.size();
    marks_ = std::min(std::max(width_ > others ? width_ - others : 0, least_marks), trend.days.size());
  }

  [[nodiscard]] std::string print(Lines lines) const {
    std::string text;
    for (const CheckTrend& trend : lines) {
      const render::TrendLine line{trend, trend_.days};
      const render::Sign sign = render::sign_of(line.last().verdict);
      text +=
          fmt::format(" {}  {}{}{}{}{}{}{}\n", render::colored(sign.text, sign.color, style_),
                      padded(title_of(trend), title_), gap, render::sparkline(line.marks(marks_), line.scale(), style_),
                      gap, padded(figure(line.last(), say_), last_), gap, render::target_text(trend.check, say_));
      text += details_text(line.details(trend_.options.every, trend_.last, say_), width_, style_);
    }
    return text;
  }

  /// The first and the last day above the ends of the sparklines, if there is room.
  [[nodiscard]] std::string axis() const {
    const std::string first = say_.date(trend_.days.front());
    const std::string last = say_.date(trend_.days.back());
    if (width_of(first) + gap.size() + width_of(last) > marks_) {
      return "";
    }
    return fmt::format("{}{}{}{}\n", std::string(indent.size() + title_, ' '), gap,
                       padded(first, marks_ - width_of(last)), last);
  }

  /// How many days stand behind a mark at most.
  [[nodiscard]] std::size_t days_in_mark() const { return (trend_.days.size() + marks_ - 1) / marks_; }

 private:
  /// What tells the line from others below its heading.
  [[nodiscard]] std::string title_of(const CheckTrend& line) const {
    if (line.segment() && !by_seller_) {
      return render::segment_name(*line.segment(), say_);
    }
    return render::title_of(line.check, say_) +
           (several_windows_ ? ", " + render::window_name(line.check.window, say_) : "");
  }

  const Trend& trend_;
  const TextStyle& style_;
  Speaker say_;
  bool by_seller_;
  bool several_windows_;
  std::size_t width_;
  std::size_t title_ = 0;
  std::size_t last_ = 0;
  std::size_t target_ = 0;
  std::size_t marks_ = 0;
};

/// "As of every day, over 90 days with lag 30; a mark is the worst of 7 days."
std::string reading_text(const Trend& trend, const Chart& chart, bool several_windows, const Speaker& say) {
  const render::StepWords& words = render::words_of(trend.options.every);
  std::string text = say("days of a trend::As of {}", say(words.as_of));
  if (!trend.checks.empty() && !several_windows) {
    const Window& window = trend.checks.front().check.window;
    text += say(", over {} with {}", say.counted(window.days, render::day_noun), render::lag_text(window, say));
  }
  const auto days = static_cast<std::int64_t>(chart.days_in_mark());
  return text + (days > 1 ? say("; a mark is the worst of {}", say.counted(days, words.counted)) : "") + ".\n";
}

/// From when on the exports reach back to the first day of each window; before, a rate is of fewer orders than it
/// should.
std::string coverage_text(const Trend& trend, const Speaker& say) {
  const auto covered = [&](std::size_t day) {
    return std::all_of(trend.checks.begin(), trend.checks.end(), [&](const CheckTrend& line) {
      return line.points[day].covered || !render::value_of(line.points[day]);
    });
  };
  std::size_t from = trend.days.size();
  while (from > 0 && covered(from - 1)) {
    --from;
  }
  if (from == 0) {
    return "";
  }
  return (from == trend.days.size()
              ? say("The exports do not reach back far enough for any window.")
              : say("The exports cover the windows from {} on; earlier rates are of fewer orders.",
                    say.date(trend.days[from]))) +
         "\n";
}

}  // namespace

std::string render_text(const Trend& trend, const TextStyle& style) {
  const Speaker say{style.language};
  const Assessment& last = trend.last;
  const bool by_seller = last.segment_by == Column::seller_id;
  const bool several_windows = has_several_windows(trend);
  const std::vector<Group> groups =
      by_seller ? sellers_of(trend.checks, style) : checks_of(trend.checks, several_windows, style);
  const Chart chart{trend, groups, several_windows, style};
  std::string text =
      say("Seller health of {} ({})", say.date_range(trend.days.front(), trend.days.back()), last.time_zone) + "\n";
  text += reading_text(trend, chart, several_windows, say) + render::terms(last, say) + "\n" + chart.axis();
  for (const Group& group : groups) {
    text += group.heading + chart.print(group.lines) + group.rest;
  }
  if (last.segment_by && !by_seller) {
    text += "\n" + say(render::segments_note) + "\n";
  }
  text += "\n" +
          say("As of {}: {}", say.date(trend.days.back()),
              by_seller ? render::sellers_summary(last, say) : render::summary(render::checks_of_whole(last), say)) +
          "\n";
  return text + coverage_text(trend, say) + render::rejected_text(last, say);
}

}  // namespace sellerhealth
