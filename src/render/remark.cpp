#include "render/remark.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <vector>

#include "insight/headroom.hpp"
#include "render/words.hpp"
#include "util/text.hpp"

namespace sellerhealth::render {

namespace {

bool is_given(const Assessment& assessment, Kind kind) {
  return std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                     [&](const ExportFile& file) { return file.kind == kind; });
}

/// "all-orders.txt" when it is the only export of its kind.
std::optional<std::string> only_file(const Assessment& assessment, Kind kind) {
  std::vector<std::string> names;
  for (const ExportFile& file : assessment.inputs) {
    if (file.kind == kind) {
      names.push_back(std::filesystem::path{file.path}.filename().string());
    }
  }
  return names.size() == 1 ? std::optional{names.front()} : std::nullopt;
}

std::string not_checked(const CheckResult& check, const Assessment& assessment, const Speaker& say) {
  std::vector<std::string> kinds;
  std::vector<std::string> columns;
  for (const Need& need : check.needs) {
    if (need.column) {
      columns.emplace_back(name_of(*need.column));
    } else {
      kinds.push_back(say(words_of(need.kind)));
    }
  }
  if (!kinds.empty()) {
    return say("no {} file", say.alternatives(kinds));
  }
  const Kind kind = check.needs.front().kind;
  if (const std::optional<std::string> file = only_file(assessment, kind)) {
    std::for_each(columns.begin(), columns.end(), [&](std::string& column) { column = say("column::no {}", column); });
    return say.plural(std::ssize(columns), "one column::{} has {}", "{} has {}", util::printable(*file),
                      say.list(columns));
  }
  return say("no {} file has {}", say(words_of(kind)), say.alternatives(columns));
}

std::string undetermined(const CheckResult& check, const Assessment& assessment, const Speaker& say) {
  const Target target = check.check.target_for(*check.denominator);
  const std::int64_t limit = target.limit(*check.denominator);
  const std::int64_t open = *check.possible - *check.known;
  const std::int64_t turning = limit - *check.known;
  std::vector<std::string> missing;
  for (const Need& need : check.needs) {
    if (!need.column && !is_given(assessment, need.kind)) {
      missing.push_back(say(words_of(need.kind)));
    }
  }
  if (!missing.empty()) {
    const std::int64_t more = turning + 1;
    return missing.size() == check.needs.size()
               ? say.plural(more, "passes unless {} hit {} more order", "passes unless {} hit {} more orders",
                            say.list(missing), say.number(more))
               : say.counted(more, "passes unless {} more order is a defect",
                             "passes unless {} more orders are defects");
  }
  const OpenWords& words = *words_of(check.check.metric).open;
  const bool at_least = target.at_least();
  if (open == 1) {
    return say("passes if the open one {}", say(at_least ? words.is_good : words.is_not_bad));
  }
  if (turning == (at_least ? open : 0)) {
    return at_least ? say("passes only if all of the {} open ones {}", say.number(open), say(words.turned_out))
                    : say("passes only if none of the {} open ones {}", say.number(open), say(words.none_turned_out));
  }
  return at_least ? say("passes if at least {} of the {} open ones {}", say.number(turning), say.number(open),
                        say(words.turned_out))
                  : say("passes if at most {} of the {} open ones {}", say.number(turning), say.number(open),
                        say(words.turned_out));
}

std::string no_data(const CheckResult& check, const Speaker& say) {
  const std::string what = say(words_of(check.check.metric).denominator);
  return check.denominator == 0 ? say("no {} in these days", what)
                                : say("too few to judge: at least {} {}", say.number(check.check.minimum_orders), what);
}

std::string by_how_much(const CheckResult& check, const Speaker& say) {
  const std::int64_t denominator = check.denominator.value_or(1);
  const Target target = check.check.target_for(denominator);
  const bool passes = check.verdict == Verdict::pass;
  if (target.comparator == Comparator::equal) {
    return passes ? say("passes") : say("fails");
  }
  const std::int64_t limit = target.limit(denominator);
  const std::int64_t spare = insight::headroom(target, nearer_end(check), denominator);
  if (passes) {
    return spare == 0 ? say("passes, with none to spare") : say("passes with {} to spare", say.number(spare));
  }
  if (limit < 0 || (check.denominator && limit > *check.denominator)) {
    return say("fails: no count could pass");
  }
  const std::string by = say.number(-spare);
  if (target.at_least()) {
    return limit == denominator ? say("fails by {}: only all {} would pass", by, say.number(limit))
                                : say("fails by {}: at least {} would pass", by, say.number(limit));
  }
  return limit == 0 ? say("fails by {}: only 0 would pass", by)
                    : say("fails by {}: at most {} would pass", by, say.number(limit));
}

}  // namespace

std::int64_t nearer_end(const CheckResult& check) {
  const bool known = check.check.target.at_least() == (check.verdict == Verdict::pass);
  return known ? *check.known : *check.possible;
}

std::string remark_on(const CheckResult& check, const Assessment& assessment, const Speaker& say) {
  if (!check.checked) {
    return not_checked(check, assessment, say);
  }
  switch (check.verdict) {
    case Verdict::no_data:
      return no_data(check, say);
    case Verdict::undetermined:
      return undetermined(check, assessment, say);
    case Verdict::pass:
    case Verdict::fail:
      break;
  }
  return by_how_much(check, say);
}

}  // namespace sellerhealth::render
