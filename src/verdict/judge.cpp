#include "verdict/judge.hpp"

#include <algorithm>
#include <array>

#include "metric/metric.hpp"
#include "verdict/coverage.hpp"

namespace sellerhealth {

namespace {

constexpr std::array<std::string_view, 4> verdict_names{"pass", "fail", "undetermined", "no_data"};

}  // namespace

std::string_view name_of(Verdict verdict) { return verdict_names[static_cast<std::size_t>(verdict)]; }

namespace verdict {

namespace {

using metric::Definition;
using metric::Given;
using metric::Question;

/// The kind of export that places what the metric counts.
Kind placing_kind(metric::Subject subject) {
  switch (subject) {
    case metric::Subject::order:
      return Kind::orders;
    case metric::Subject::message:
      return Kind::messages;
    case metric::Subject::violation:
      break;
  }
  return Kind::violations;
}

/// Whether the export, or the column in it, is missing. A column of an export that is missing itself is not.
bool is_missing(const OrderBook& book, const Given& given, const Question& question) {
  return question.column ? book.has(question.kind) && !book.has(question.kind, *question.column)
                         : !given.has(question.kind);
}

bool can_be_checked(const OrderBook& book, const Given& given, const Definition& definition) {
  return given.has(placing_kind(definition.subject)) &&
         std::any_of(definition.stands_on.begin(), definition.stands_on.end(), [&](const Question& question) {
           return given.has(question.kind) && !is_missing(book, given, question);
         });
}

bool is_listed(const std::vector<Need>& needs, const Question& question) {
  return std::any_of(needs.begin(), needs.end(),
                     [&](const Need& need) { return need.kind == question.kind && need.column == question.column; });
}

/// What to give so that the metric can be checked, and what would then still be open.
std::vector<Need> needs_to_check(const OrderBook& book, const Given& given, const Definition& definition) {
  const Kind placing = placing_kind(definition.subject);
  if (!given.has(placing)) {
    return {{.kind = placing}};
  }
  std::vector<Need> needs;
  const auto add = [&](const Question& question) {
    if (!question.to_the_second && is_missing(book, given, question) && !is_listed(needs, question)) {
      needs.push_back({.kind = question.kind, .column = question.column});
    }
  };
  // Of columns that stand for one another, the first is the usual one.
  add(definition.stands_on.front());
  std::for_each(definition.questions.begin(), definition.questions.end(), add);
  return needs;
}

/// What cases hang on, and how many.
std::vector<Need> open_needs(const Definition& definition, const metric::Counts& counts) {
  std::vector<Need> needs;
  for (std::size_t i = 0; i < definition.questions.size(); ++i) {
    const Question& question = definition.questions[i];
    if (counts.open[i] == 0) {
      continue;
    }
    const auto same = std::find_if(needs.begin(), needs.end(), [&](const Need& need) {
      return need.kind == question.kind && need.column == question.column;
    });
    if (same != needs.end()) {
      same->count += counts.open[i];
    } else {
      needs.push_back({.kind = question.kind, .column = question.column, .count = counts.open[i]});
    }
  }
  return needs;
}

std::vector<Component> components(const Definition& definition, const Given& given, const metric::Counts* counts) {
  std::vector<Component> components;
  components.reserve(definition.components.size() + 1);
  for (std::size_t i = 0; i < definition.components.size(); ++i) {
    const metric::Part& part = definition.components[i];
    const bool known = counts != nullptr && (!part.source || given.has(*part.source));
    components.push_back({part.name, known ? std::optional{counts->components[i]} : std::nullopt});
  }
  if (!definition.mean.empty()) {
    components.push_back({definition.mean, counts != nullptr ? counts->mean : std::nullopt});
  }
  return components;
}

}  // namespace

Verdict compare(const Check& check, const Rate& rate) {
  const bool is_count = unit_of(check.metric) == Unit::count;
  if (!is_count && (rate.denominator == 0 || rate.denominator < check.minimum_orders)) {
    return Verdict::no_data;
  }
  const std::int64_t denominator = is_count ? 1 : rate.denominator;
  const Target target = check.target_for(denominator);
  const bool known = target.met_by(rate.known, denominator);
  const bool possible = target.met_by(rate.possible, denominator);
  if (known != possible) {
    return Verdict::undetermined;
  }
  return known ? Verdict::pass : Verdict::fail;
}

CheckResult judge(const OrderBook& book, const Check& check, const Given& given, const metric::Counts& counts,
                  Day as_of) {
  const Definition& definition = metric::definition_of(check.metric);
  const bool is_count = definition.unit == Unit::count;
  CheckResult result;
  result.check = check;
  result.first_day = check.window.first_day(as_of);
  result.last_day = check.window.last_day(as_of);
  if (given.has(placing_kind(definition.subject)) && !is_count) {
    result.denominator = counts.rate.denominator;
  }
  result.checked = can_be_checked(book, given, definition);
  if (!result.checked) {
    result.components = components(definition, given, nullptr);
    result.needs = needs_to_check(book, given, definition);
    return result;
  }
  result.known = counts.rate.known;
  result.possible = counts.rate.possible;
  result.verdict = compare(check, counts.rate);
  result.components = components(definition, given, &counts);
  result.needs = open_needs(definition, counts);
  return result;
}

std::vector<CheckResult> judge_account(const OrderBook& book, const Outlook& outlook,
                                       std::span<const metric::Tally> tallies, const AssessOptions& options) {
  std::vector<CheckResult> results;
  for (std::size_t i = 0; i < outlook.checks.size(); ++i) {
    results.push_back(judge(book, outlook.checks[i], outlook.given, tallies[i].at(options.as_of), options.as_of));
  }
  Coverage{book, options.hindsight}.mark(results, options.as_of);
  return results;
}

int severity(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return 3;
    case Verdict::undetermined:
      return 2;
    case Verdict::pass:
      return 1;
    case Verdict::no_data:
      break;
  }
  return 0;
}

Verdict overall(std::span<const CheckResult> checks, bool strict) {
  const auto any = [&](Verdict verdict) {
    return std::any_of(checks.begin(), checks.end(),
                       [&](const CheckResult& check) { return check.verdict == verdict; });
  };
  if (any(Verdict::fail)) {
    return Verdict::fail;
  }
  if (any(Verdict::undetermined) || (strict && any(Verdict::no_data))) {
    return Verdict::undetermined;
  }
  return any(Verdict::pass) ? Verdict::pass : Verdict::no_data;
}

}  // namespace verdict
}  // namespace sellerhealth
