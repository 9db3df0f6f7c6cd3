#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/format.hpp"
#include "render/remark.hpp"
#include "render/sign.hpp"
#include "render/words.hpp"
#include "sellerhealth/render.hpp"
#include "util/text.hpp"

namespace sellerhealth {

namespace {

using render::colored;
using render::grouped;
using render::padded;
using render::width_of;

/// One check as the cells of a table.
struct Line {
  Verdict verdict;
  std::string title;
  std::string rate;
  std::string counts;
  std::string target;
  std::string remark;
  std::vector<std::string> details;
};

struct RateText {
  std::string rate;
  std::string counts;
};

/// The end that says something: not the possible one when everything is possible, nor the known one when nothing is.
RateText rate_text(const CheckResult& check) {
  if (!check.checked) {
    return {"not checked", ""};
  }
  if (!check.denominator) {
    return {grouped(*check.known), ""};
  }
  const std::int64_t total = *check.denominator;
  if (total == 0) {
    return {"n/a", "(0 of 0)"};
  }
  const Target& target = check.check.target;
  const auto percentage = [&](std::int64_t count) { return render::percentage(count, total, target); };
  const auto of_total = [&](const std::string& count) { return "(" + count + " of " + grouped(total) + ")"; };
  const std::int64_t known = *check.known;
  const std::int64_t possible = *check.possible;
  if (known == possible) {
    return {percentage(known), of_total(grouped(known))};
  }
  if (possible == total) {
    return {"at least " + percentage(known), of_total(grouped(known))};
  }
  if (known == 0) {
    return {"at most " + percentage(possible), of_total(grouped(possible))};
  }
  return {percentage(known) + " – " + percentage(possible), of_total(grouped(known) + " – " + grouped(possible))};
}

/// "negative feedback 83 · claims not given · mean answer after 13 h 35 min"; what is zero, or told by the remark,
/// goes without saying.
std::string component_text(const CheckResult& check) {
  constexpr std::string_view seconds_suffix = "_seconds";
  constexpr std::string_view told_by_remark = "unknown";
  std::string text;
  for (const Component& component : check.components) {
    const bool is_duration = component.name.ends_with(seconds_suffix);
    if (component.value == 0 || component.name == told_by_remark || (is_duration && !component.value)) {
      continue;
    }
    text += text.empty() ? "" : " · ";
    text += std::string{render::words_of_component(component.name)} + " ";
    text += !component.value ? "not given"
            : is_duration    ? render::duration_text(*component.value)
                             : grouped(*component.value);
  }
  return text;
}

std::string window_text(const CheckResult& check) {
  return fmt::format("{} of {} ({}, lag {})", render::words_of(check.check.metric).placed,
                     render::date_range(check.first_day, check.last_day),
                     render::counted(check.check.window.days, "day"), check.check.window.lag_days);
}

Line line_of(const CheckResult& check, const Assessment& assessment, bool name_window) {
  auto [rate, counts] = rate_text(check);
  Line line{.verdict = check.verdict,
            .title = std::string{render::words_of(check.check.metric).title},
            .rate = std::move(rate),
            .counts = std::move(counts),
            .target = render::target_text(check.check.target, unit_of(check.check.metric)),
            .remark = render::remark_on(check, assessment),
            .details = {}};
  if (const std::string components = check.checked ? component_text(check) : ""; !components.empty()) {
    line.details.push_back(components);
  }
  if (name_window) {
    line.details.push_back(window_text(check));
  }
  return line;
}

class Table {
 public:
  explicit Table(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
      title_ = std::max(title_, width_of(line.title));
      rate_ = std::max(rate_, width_of(line.rate));
      counts_ = std::max(counts_, width_of(line.counts));
      target_ = std::max(target_, width_of(line.target));
      remark_ = std::max(remark_, width_of(line.remark));
    }
  }

  [[nodiscard]] std::string print(const std::vector<Line>& lines, const TextStyle& style) const {
    const std::size_t before_remark = indent.size() + title_ + rate_ + counts_ + target_ + 4 * gap.size();
    const bool remark_below = style.width != 0 && before_remark + remark_ > style.width;
    std::string text;
    for (const Line& line : lines) {
      const render::Sign sign = render::sign_of(line.verdict);
      std::string row = fmt::format("{}{}{}{}{}{}{}{}", padded(line.title, title_), gap, padded(line.rate, rate_), gap,
                                    padded(line.counts, counts_), gap, padded(line.target, target_), gap);
      if (remark_below) {
        row.erase(row.find_last_not_of(' ') + 1);
        row += "\n" + std::string(2 * indent.size() - 2, ' ');
      }
      text += " " + colored(sign.text, sign.color, style) + "  " + row + colored(line.remark, sign.color, style) + "\n";
      for (const std::string& detail : line.details) {
        text += std::string(2 * indent.size() - 2, ' ') + colored(detail, render::dim, style) + "\n";
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

std::string summary(const Assessment& assessment) {
  std::array<std::size_t, 4> counts{};
  for (const CheckResult& check : assessment.checks) {
    ++counts[static_cast<std::size_t>(check.verdict)];
  }
  const auto count_of = [&](Verdict verdict) { return counts[static_cast<std::size_t>(verdict)]; };
  const std::size_t all = assessment.checks.size();
  const std::size_t open = count_of(Verdict::undetermined);
  const std::size_t no_data = count_of(Verdict::no_data);
  const auto some = [&](std::size_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} of {} {}", count, all, count == 1 ? one : several);
  };
  std::string text;
  if (const std::size_t failed = count_of(Verdict::fail); failed > 0) {
    text = all == 1 ? "It fails" : some(failed, "fails", "fail");
  } else if (open > 0) {
    return all == 1 ? "It is open." : "Nothing fails, " + some(open, "is", "are") + " open.";
  } else if (no_data == all) {
    return "Nothing could be checked.";
  } else if (no_data == 0) {
    return all == 1 ? "It passes." : fmt::format("All {} pass.", all);
  } else {
    text = some(count_of(Verdict::pass), "passes", "pass");
  }
  text += open > 0 ? fmt::format(", {} {} open", open, open == 1 ? "is" : "are") : "";
  text += no_data > 0 ? fmt::format(", {} without data", no_data) : "";
  return text + ".";
}

/// Why a run that would have passed is no pass.
std::string reservations(const Assessment& assessment) {
  if (assessment.verdict != Verdict::pass || assessment.exit_code == ExitCode::pass) {
    return "";
  }
  const bool covered = std::all_of(assessment.checks.begin(), assessment.checks.end(),
                                   [](const CheckResult& check) { return check.covered; });
  std::string text;
  if (assessment.options.strict && !covered) {
    text += "But a window is not covered by the exports, as --strict demands.\n";
  }
  if (assessment.options.max_age_days && !assessment.fresh) {
    text += "But the exports are not known to be as fresh as --max-age demands.\n";
  }
  return text;
}

/// What the seller stated, assumed or left out, in a line each.
std::string terms(const Assessment& assessment) {
  std::string text;
  for (const Filter& filter : assessment.where) {
    text += fmt::format("Only orders whose {} is {}.\n", name_of(filter.column),
                        util::printable(render::list_text(filter.values, " or ")));
  }
  if (assessment.options.assume_cancelled_by) {
    text += fmt::format("Assumed: the {} cancelled where no export says who did.\n",
                        name_of(*assessment.options.assume_cancelled_by));
  }
  if (!assessment.options.none.empty()) {
    std::vector<std::string> kinds;
    for (const Kind kind : assessment.options.none) {
      kinds.push_back("no " + std::string{name_of(kind)});
    }
    text += fmt::format("Stated: {}.\n", render::list_text(kinds));
  }
  if (assessment.options.data_through) {
    text +=
        fmt::format("Stated: the exports are complete to {}.\n", render::date_text(*assessment.options.data_through));
  }
  if (assessment.options.hindsight) {
    text += "With hindsight: everything in the files is taken as known.\n";
  }
  return text;
}

std::string advice_text(const Assessment& assessment) {
  std::vector<std::string> advice;
  for (const CheckResult& check : assessment.checks) {
    if (check.checked && check.verdict != Verdict::undetermined) {
      continue;
    }
    for (const Need& need : check.needs) {
      const bool given = std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                                     [&](const ExportFile& file) { return file.kind == need.kind; });
      const std::string item = render::advice(need, given);
      if (std::find(advice.begin(), advice.end(), item) == advice.end()) {
        advice.push_back(item);
      }
    }
  }
  std::string text = advice.empty() ? "" : "To settle the rest:\n";
  for (const std::string& item : advice) {
    text += "  " + item + "\n";
  }
  return text;
}

std::string rejected_text(const Assessment& assessment) {
  std::string text;
  for (const ExportFile& file : assessment.inputs) {
    if (file.rejected > 0) {
      text +=
          fmt::format("{}: {} of {} could not be understood and {} left out.\n", util::printable(file.path),
                      grouped(file.rejected), render::counted(file.rows, "row"), file.rejected == 1 ? "was" : "were");
    }
  }
  return text;
}

}  // namespace

std::string render_text(const Assessment& assessment, const TextStyle& style) {
  std::string text =
      fmt::format("Seller health as of {} ({})", render::date_text(assessment.options.as_of), assessment.time_zone);
  std::vector<Line> lines;
  if (!assessment.checks.empty()) {
    const CheckResult& first = assessment.checks.front();
    text += "       " + window_text(first);
    for (const CheckResult& check : assessment.checks) {
      lines.push_back(line_of(check, assessment, check.check.window != first.check.window));
    }
  }
  text += "\n" + terms(assessment) + "\n" + Table{lines}.print(lines, style) + "\n" + summary(assessment) + "\n";
  return text + reservations(assessment) + advice_text(assessment) + rejected_text(assessment);
}

}  // namespace sellerhealth
