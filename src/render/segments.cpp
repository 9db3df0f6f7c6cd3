#include "render/segments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "render/check_table.hpp"
#include "render/dashboard.hpp"
#include "render/listing.hpp"
#include "render/speaker.hpp"
#include "render/summary.hpp"
#include "render/words.hpp"
#include "util/text.hpp"
#include "verdict/judge.hpp"

namespace sellerhealth::render {

namespace {

/// "75 % of the defects; ", rounded to whole per cent.
std::string share_text(const CheckResult& check, const Speaker& say) {
  const Segment& segment = *check.segment;
  if (segment.bad == 0) {
    return "";
  }
  return say("{} of the {}; ", say.share(segment.bad, segment.bad_of_all), say(words_of(check.check.metric).bad_ones));
}

CheckLine line_of_segment(const CheckResult& check, const Assessment& assessment, const Speaker& say) {
  CheckLine line = line_of(check, assessment, say);
  line.title = segment_name(*check.segment, say);
  line.remark.insert(0, share_text(check, say));
  line.details.clear();
  return line;
}

/// The checks from the beginning of `checks` on that `same` calls alike.
template <typename Same>
std::span<const CheckResult> first_group(std::span<const CheckResult> checks, Same same) {
  const auto end = std::find_if_not(checks.begin(), checks.end(),
                                    [&](const CheckResult& check) { return same(checks.front(), check); });
  return checks.first(static_cast<std::size_t>(end - checks.begin()));
}

/// Of checks that are split by seller.
bool is_of_same_account(const CheckResult& a, const CheckResult& b) { return a.segment->value == b.segment->value; }

}  // namespace

std::string and_more(std::int64_t count, const Plural<1>& noun, const TextStyle& style) {
  const std::int64_t more = count - shown_of(count, style);
  const Speaker say{style.language};
  return more == 0 ? "" : "    " + say("… and {} (all of them: --format json)", say.counted(more, noun)) + "\n";
}

std::string segment_name(const Segment& segment, const Speaker& say) {
  return segment.value ? util::printable(*segment.value) : say("(no {})", name_of(segment.by));
}

std::string seller_name(const Segment& segment, const Speaker& say) {
  return segment.value ? fmt::format("{} {}", name_of(segment.by), segment_name(segment, say))
                       : say("Without a seller-id");
}

std::string segments_heading(const Check& check, Column by, bool several_windows, const Speaker& say) {
  const std::string title = title_of(check, say);
  return several_windows ? say("{}, {}, by {}, the worst first", title, window_name(check.window, say), name_of(by))
                         : say("{} by {}, the worst first", title, name_of(by));
}

std::span<const CheckResult> checks_of_whole(const Assessment& assessment) {
  const auto end = std::find_if(assessment.checks.begin(), assessment.checks.end(),
                                [](const CheckResult& check) { return check.segment.has_value(); });
  return std::span{assessment.checks}.first(static_cast<std::size_t>(end - assessment.checks.begin()));
}

std::span<const CheckResult> first_account(const Assessment& assessment) {
  const std::span<const CheckResult> whole = checks_of_whole(assessment);
  return !whole.empty() || assessment.checks.empty() ? whole : first_group(assessment.checks, is_of_same_account);
}

std::string checklist(std::span<const CheckResult> checks, const Assessment& assessment, const TextStyle& style) {
  if (has_several_windows(checks)) {
    return dashboard(checks, assessment, style);
  }
  const Speaker say{style.language};
  std::vector<CheckLine> lines;
  for (const CheckResult& check : checks) {
    lines.push_back(line_of(check, assessment, say));
    if (check.check.window != checks.front().check.window) {
      lines.back().details.push_back(window_text(check, say));
    }
  }
  return check_table(lines, style);
}

std::string segments_text(const Assessment& assessment, const TextStyle& style) {
  const Speaker say{style.language};
  const std::span<const CheckResult> whole = checks_of_whole(assessment);
  const bool several = has_several_windows(whole);
  std::span<const CheckResult> rest = std::span{assessment.checks}.subspan(whole.size());
  std::string text;
  while (!rest.empty()) {
    const auto parts =
        first_group(rest, [](const CheckResult& a, const CheckResult& b) { return a.check.id == b.check.id; });
    std::vector<CheckLine> lines;
    for (const CheckResult& part : parts.first(static_cast<std::size_t>(shown_of(std::ssize(parts), style)))) {
      lines.push_back(line_of_segment(part, assessment, say));
    }
    const CheckResult& first = parts.front();
    text += "\n" + segments_heading(first.check, first.segment->by, several, say) + "\n";
    text += check_table(lines, style) + and_more(std::ssize(parts), value_noun, style);
    rest = rest.subspan(parts.size());
  }
  return text.empty() ? "" : text + "\n" + say(segments_note) + "\n";
}

std::string sellers_summary(const Assessment& assessment, const Speaker& say) {
  std::int64_t sellers = 0;
  std::int64_t failing = 0;
  std::int64_t open = 0;
  for (std::span<const CheckResult> rest{assessment.checks}; !rest.empty();) {
    const auto account = first_group(rest, is_of_same_account);
    const Verdict verdict = verdict::overall(account, assessment.options.strict);
    ++sellers;
    failing += verdict == Verdict::fail ? 1 : 0;
    open += verdict == Verdict::undetermined ? 1 : 0;
    rest = rest.subspan(account.size());
  }
  return say("{}: {} with a failing check, {} with an open one, {} with neither.", say.counted(sellers, seller_noun),
             say.number(failing), say.number(open), say.number(sellers - failing - open));
}

std::string sellers_text(const Assessment& assessment, const TextStyle& style) {
  const Speaker say{style.language};
  std::string text;
  std::size_t sellers = 0;
  for (std::span<const CheckResult> rest{assessment.checks}; !rest.empty(); ++sellers) {
    const auto account = first_group(rest, is_of_same_account);
    if (style.limit == 0 || sellers < style.limit) {
      text += fmt::format("{}\n{}{}{}\n\n", seller_name(*account.front().segment, say),
                          checklist(account, assessment, style), has_several_windows(account) ? "\n" : "",
                          summary(account, say));
    }
    rest = rest.subspan(account.size());
  }
  return text + and_more(static_cast<std::int64_t>(sellers), seller_noun, style) + sellers_summary(assessment, say) +
         "\n";
}

}  // namespace sellerhealth::render
