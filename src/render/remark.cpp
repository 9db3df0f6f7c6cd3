#include "render/remark.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "render/format.hpp"
#include "render/words.hpp"

namespace sellerhealth::render {

namespace {

bool is_given(const Assessment& assessment, Kind kind) {
  return std::any_of(assessment.inputs.begin(), assessment.inputs.end(),
                     [&](const ExportFile& file) { return file.kind == kind; });
}

/// "all-orders.txt" when it is the only export of its kind, else "no orders file".
std::string holder(const Assessment& assessment, Kind kind, std::string_view lack, std::string_view have) {
  const ExportFile* only = nullptr;
  int count = 0;
  for (const ExportFile& file : assessment.inputs) {
    if (file.kind == kind) {
      only = &file;
      ++count;
    }
  }
  return count == 1 ? std::filesystem::path{only->path}.filename().string() + std::string{lack}
                    : "no " + std::string{name_of(kind)} + " file" + std::string{have};
}

std::string not_checked(const CheckResult& check, const Assessment& assessment) {
  std::vector<std::string> kinds;
  std::vector<std::string> columns;
  for (const Need& need : check.needs) {
    if (need.column) {
      columns.push_back(std::string{name_of(*need.column)});
    } else {
      kinds.emplace_back(name_of(need.kind));
    }
  }
  if (!kinds.empty()) {
    return "no " + list_text(kinds, " or ") + " file";
  }
  const Kind kind = check.needs.front().kind;
  std::string text = holder(assessment, kind, " has ", " has ");
  const bool only = !text.starts_with("no ");
  return text + (only ? "no " + list_text(columns, " and no ") : list_text(columns, " or "));
}

std::string undetermined(const CheckResult& check, const Assessment& assessment) {
  const std::int64_t limit = check.check.target.limit(*check.denominator);
  const std::int64_t open = *check.possible - *check.known;
  std::vector<std::string> missing;
  for (const Need& need : check.needs) {
    if (!need.column && !is_given(assessment, need.kind)) {
      missing.emplace_back(name_of(need.kind));
    }
  }
  if (!missing.empty()) {
    return "passes unless " + list_text(missing) + " hit " + grouped(limit - *check.known + 1) + " more orders";
  }
  const std::string_view turned_out = words_of(check.check.metric).turned_out;
  const bool at_least = check.check.target.at_least();
  return std::string{"passes if at "} + (at_least ? "least " : "most ") + grouped(limit - *check.known) + " of the " +
         grouped(open) + " open ones " + std::string{turned_out};
}

std::string by_how_much(const CheckResult& check) {
  const Target& target = check.check.target;
  const bool passes = check.verdict == Verdict::pass;
  if (target.comparator == Comparator::equal) {
    return passes ? "passes" : "fails";
  }
  const std::int64_t denominator = check.denominator.value_or(1);
  const std::int64_t limit = target.limit(denominator);
  // The end that is nearer to the target: what holds for it holds for the other.
  const bool worst_is_known = target.at_least() == passes;
  const std::int64_t count = worst_is_known ? *check.known : *check.possible;
  const std::int64_t spare = target.at_least() ? count - limit : limit - count;
  if (passes) {
    return spare == 0 ? "passes, with none to spare" : "passes with " + grouped(spare) + " to spare";
  }
  return "fails by " + grouped(-spare) + (target.at_least() ? ": at least " : ": at most ") +
         grouped(std::max<std::int64_t>(limit, 0)) + " would pass";
}

}  // namespace

std::string remark_on(const CheckResult& check, const Assessment& assessment) {
  if (!check.checked) {
    return not_checked(check, assessment);
  }
  switch (check.verdict) {
    case Verdict::no_data:
      return "no " + std::string{words_of(check.check.metric).denominator} + " in these days";
    case Verdict::undetermined:
      return undetermined(check, assessment);
    case Verdict::pass:
    case Verdict::fail:
      break;
  }
  return by_how_much(check);
}

}  // namespace sellerhealth::render
