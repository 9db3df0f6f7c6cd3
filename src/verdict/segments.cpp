#include "verdict/segments.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

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
std::vector<CheckResult> by_account(const OrderBook& book, const Outlook& outlook, Day as_of,
                                    const std::vector<CheckResult>& whole) {
  const auto tallies = metric::tally_segments(book, outlook.history, outlook.given, outlook.checks, as_of);
  std::vector<SegmentChecks> accounts;
  for (std::size_t id = 0; id < tallies.size(); ++id) {
    if (std::all_of(tallies[id].begin(), tallies[id].end(), std::mem_fn(&metric::DayTally::empty))) {
      continue;
    }
    SegmentChecks account;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      account.push_back(judge_segment(book, outlook.given, id, tallies[id][i].counts(), as_of, whole[i]));
    }
    if (std::any_of(account.begin(), account.end(), has_anything)) {
      accounts.push_back(std::move(account));
    }
  }
  std::sort(accounts.begin(), accounts.end(),
            [](const SegmentChecks& a, const SegmentChecks& b) { return precedes(a, b); });
  std::vector<CheckResult> checks;
  for (SegmentChecks& account : accounts) {
    std::move(account.begin(), account.end(), std::back_inserter(checks));
  }
  return checks;
}

/// Check by check. There may be as many segments as orders, so only checks of one metric are counted at a time.
std::vector<CheckResult> by_check(const OrderBook& book, const Outlook& outlook, Day as_of,
                                  const std::vector<CheckResult>& whole) {
  std::vector<CheckResult> checks;
  const std::span<const Check> all{outlook.checks};
  for (std::size_t begin = 0; begin < all.size();) {
    const auto next = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                                   [&](const Check& check) { return check.metric != all[begin].metric; });
    const auto end = static_cast<std::size_t>(next - all.begin());
    const auto tallies =
        metric::tally_segments(book, outlook.history, outlook.given, all.subspan(begin, end - begin), as_of);
    for (std::size_t i = begin; i < end; ++i) {
      const std::ptrdiff_t first = std::ssize(checks);
      for (std::size_t id = 0; id < tallies.size(); ++id) {
        const metric::DayTally& tally = tallies[id][i - begin];
        if (whole[i].checked && !tally.empty()) {
          checks.push_back(judge_segment(book, outlook.given, id, tally.counts(), as_of, whole[i]));
        }
      }
      std::sort(checks.begin() + first, checks.end(),
                [](const CheckResult& a, const CheckResult& b) { return precedes(a, b); });
    }
    begin = end;
  }
  return checks;
}

}  // namespace

CheckResult judge_segment(const OrderBook& book, const metric::Given& given, std::size_t id,
                          const metric::Counts& counts, Day as_of, const CheckResult& whole) {
  CheckResult result = judge(book, whole.check, given, counts, as_of);
  const bool has_value = id < book.segments().size();
  result.segment = Segment{.by = *book.segment_by(),
                           .value = has_value ? std::optional{book.segments()[id]} : std::nullopt,
                           .bad = bad_in(result),
                           .bad_of_all = bad_in(whole)};
  result.covered = whole.covered;
  return result;
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
  return book.segment_by() == Column::seller_id ? by_account(book, outlook, as_of, whole)
                                                : by_check(book, outlook, as_of, whole);
}

}  // namespace sellerhealth::verdict
