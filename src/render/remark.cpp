#include "render/remark.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include "insight/headroom.hpp"
#include "render/format.hpp"
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

std::string not_checked(const CheckResult& check, const Assessment& assessment) {
  std::vector<std::string> kinds;
  std::vector<std::string> columns;
  for (const Need& need : check.needs) {
    if (need.column) {
      columns.emplace_back(name_of(*need.column));
    } else {
      kinds.emplace_back(name_of(need.kind));
    }
  }
  if (!kinds.empty()) {
    return "no " + list_text(kinds, " or ") + " file";
  }
  const Kind kind = check.needs.front().kind;
  if (const std::optional<std::string> file = only_file(assessment, kind)) {
    std::for_each(columns.begin(), columns.end(), [](std::string& column) { column.insert(0, "no "); });
    return util::printable(*file) + " has " + list_text(columns);
  }
  return "no " + std::string{name_of(kind)} + " file has " + list_text(columns, " or ");
}

std::string undetermined(const CheckResult& check, const Assessment& assessment) {
  const Target target = check.check.target_for(*check.denominator);
  const std::int64_t limit = target.limit(*check.denominator);
  const std::int64_t open = *check.possible - *check.known;
  const std::int64_t turning = limit - *check.known;
  std::vector<std::string> missing;
  for (const Need& need : check.needs) {
    if (!need.column && !is_given(assessment, need.kind)) {
      missing.emplace_back(name_of(need.kind));
    }
  }
  if (!missing.empty()) {
    const std::string more = grouped(turning + 1) + (turning == 0 ? " more order" : " more orders");
    return missing.size() == check.needs.size()
               ? "passes unless " + list_text(missing) + " hit " + more
               : "passes unless " + more + (turning == 0 ? " is a defect" : " are defects");
  }
  const MetricWords& words = words_of(check.check.metric);
  const bool at_least = target.at_least();
  if (open == 1) {
    return std::string{"passes if the open one "} + std::string{at_least ? words.is_good : words.is_not_bad};
  }
  const std::string of_open = " of the " + grouped(open) + " open ones ";
  if (turning == (at_least ? open : 0)) {
    return std::string{"passes only if "} + (at_least ? "all" : "none") + of_open + std::string{words.turned_out};
  }
  return std::string{"passes if at "} + (at_least ? "least " : "most ") + grouped(turning) + of_open +
         std::string{words.turned_out};
}

std::string no_data(const CheckResult& check) {
  const std::string what{words_of(check.check.metric).denominator};
  return check.denominator == 0 ? "no " + what + " in these days"
                                : "too few to judge: at least " + grouped(check.check.minimum_orders) + " " + what;
}

std::string by_how_much(const CheckResult& check) {
  const std::int64_t denominator = check.denominator.value_or(1);
  const Target target = check.check.target_for(denominator);
  const bool passes = check.verdict == Verdict::pass;
  if (target.comparator == Comparator::equal) {
    return passes ? "passes" : "fails";
  }
  const std::int64_t limit = target.limit(denominator);
  const std::int64_t spare = insight::headroom(target, nearer_end(check), denominator);
  if (passes) {
    return spare == 0 ? "passes, with none to spare" : "passes with " + grouped(spare) + " to spare";
  }
  if (limit < 0 || (check.denominator && limit > *check.denominator)) {
    return "fails: no count could pass";
  }
  const std::string by = "fails by " + grouped(-spare) + ": ";
  if (target.at_least()) {
    return by + (limit == denominator ? "only all " : "at least ") + grouped(limit) + " would pass";
  }
  return by + (limit == 0 ? "only 0" : "at most " + grouped(limit)) + " would pass";
}

}  // namespace

std::int64_t nearer_end(const CheckResult& check) {
  const bool known = check.check.target.at_least() == (check.verdict == Verdict::pass);
  return known ? *check.known : *check.possible;
}

std::string remark_on(const CheckResult& check, const Assessment& assessment) {
  if (!check.checked) {
    return not_checked(check, assessment);
  }
  switch (check.verdict) {
    case Verdict::no_data:
      return no_data(check);
    case Verdict::undetermined:
      return undetermined(check, assessment);
    case Verdict::pass:
    case Verdict::fail:
      break;
  }
  return by_how_much(check);
}

}  // namespace sellerhealth::render
