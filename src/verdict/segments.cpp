#include "verdict/segments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>

#include "verdict/judge.hpp"

namespace sellerhealth::verdict {

namespace {

/// Certain defects, or whatever else a low target counts; for a high one, what certainly misses it.
std::int64_t bad_in(const CheckResult& check) {
  if (!check.known) {
    return 0;
  }
  return check.check.target.at_least() ? check.denominator.value_or(0) - *check.possible : *check.known;
}

/// Values in their order, and what has none behind them.
bool sorts_before(const Segment& a, const Segment& b) {
  return std::tuple{!a.value, a.value} < std::tuple{!b.value, b.value};
}

/// Seller by seller.
std::vector<CheckResult> by_account(std::vector<SegmentChecks> accounts) {
  std::erase_if(accounts, [](const SegmentChecks& account) {
    return std::none_of(account.begin(), account.end(), has_anything);
  });
  std::sort(accounts.begin(), accounts.end(),
            [](const SegmentChecks& a, const SegmentChecks& b) { return precedes(a, b); });
  std::vector<CheckResult> checks;
  for (SegmentChecks& account : accounts) {
    std::move(account.begin(), account.end(), std::back_inserter(checks));
  }
  return checks;
}

/// Check by check.
std::vector<CheckResult> by_check(const std::vector<SegmentChecks>& segments, std::size_t check_count) {
  std::vector<CheckResult> checks;
  for (std::size_t i = 0; i < check_count; ++i) {
    std::vector<CheckResult> parts;
    for (const SegmentChecks& segment : segments) {
      if (segment[i].checked && has_anything(segment[i])) {
        parts.push_back(segment[i]);
      }
    }
    std::sort(parts.begin(), parts.end(), [](const CheckResult& a, const CheckResult& b) { return precedes(a, b); });
    std::move(parts.begin(), parts.end(), std::back_inserter(checks));
  }
  return checks;
}

}  // namespace

std::vector<SegmentChecks> judge_each_segment(const OrderBook& book, const Outlook& outlook,
                                              std::span<const std::vector<metric::Tally>> tallies, Day as_of,
                                              std::span<const CheckResult> whole) {
  std::vector<SegmentChecks> segments(tallies.size());
  for (std::size_t id = 0; id < tallies.size(); ++id) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      CheckResult result = judge(book, outlook.checks[i], outlook.given, tallies[id][i].at(as_of), as_of);
      const bool has_value = id < book.segments().size();
      result.segment = Segment{.by = *book.segment_by(),
                               .value = has_value ? std::optional{book.segments()[id]} : std::nullopt,
                               .bad = bad_in(result),
                               .bad_of_all = bad_in(whole[i])};
      result.covered = whole[i].covered;
      segments[id].push_back(std::move(result));
    }
  }
  return segments;
}

bool has_anything(const CheckResult& check) {
  return check.denominator.value_or(0) > 0 || check.possible.value_or(0) > 0;
}

bool precedes(const CheckResult& a, const CheckResult& b) {
  if (has_anything(a) != has_anything(b)) {
    return has_anything(a);
  }
  if (a.verdict != b.verdict) {
    return severity(a.verdict) > severity(b.verdict);
  }
  const std::int64_t a_bad = a.segment->bad * b.denominator.value_or(1);
  const std::int64_t b_bad = b.segment->bad * a.denominator.value_or(1);
  return a_bad != b_bad ? a_bad > b_bad : sorts_before(*a.segment, *b.segment);
}

bool precedes(const SegmentChecks& a, const SegmentChecks& b) {
  const auto badness = [](const SegmentChecks& account) {
    return std::tuple{severity(overall(account, false)),
                      std::count_if(account.begin(), account.end(),
                                    [](const CheckResult& check) { return check.verdict == Verdict::fail; })};
  };
  return badness(a) != badness(b) ? badness(a) > badness(b) : sorts_before(*a.front().segment, *b.front().segment);
}

std::vector<CheckResult> judge_segments(const OrderBook& book, const Outlook& outlook, Day as_of,
                                        const std::vector<CheckResult>& whole) {
  const metric::DayRange today{as_of, as_of + std::chrono::days{1}};
  const auto tallies = metric::tally_segments(book, outlook.history, outlook.given, outlook.checks, today);
  std::vector<SegmentChecks> segments = judge_each_segment(book, outlook, tallies, as_of, whole);
  return book.segment_by() == Column::seller_id ? by_account(std::move(segments)) : by_check(segments, whole.size());
}

}  // namespace sellerhealth::verdict
