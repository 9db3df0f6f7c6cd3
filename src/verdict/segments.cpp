#include "verdict/segments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>

#include "metric/tally.hpp"
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

bool has_anything(const CheckResult& check) {
  return check.denominator.value_or(0) > 0 || check.possible.value_or(0) > 0;
}

/// Values in their order, and what has none behind them.
bool sorts_before(const Segment& a, const Segment& b) {
  return std::tuple{!a.value, a.value} < std::tuple{!b.value, b.value};
}

bool is_worse(const CheckResult& a, const CheckResult& b) {
  if (a.verdict != b.verdict) {
    return severity(a.verdict) > severity(b.verdict);
  }
  const std::int64_t a_bad = a.segment->bad * b.denominator.value_or(1);
  const std::int64_t b_bad = b.segment->bad * a.denominator.value_or(1);
  return a_bad != b_bad ? a_bad > b_bad : sorts_before(*a.segment, *b.segment);
}

/// The checks of one segment, in the order of the profile.
using Account = std::vector<CheckResult>;

std::vector<Account> judge_each(const OrderBook& book, const Outlook& outlook, Day as_of,
                                const std::vector<CheckResult>& whole) {
  const metric::DayRange today{as_of, as_of + std::chrono::days{1}};
  const auto tallies = metric::tally_segments(book, outlook.history, outlook.given, outlook.checks, today);
  std::vector<Account> accounts;
  for (std::size_t id = 0; id < tallies.size(); ++id) {
    Account account;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      CheckResult result = judge(book, outlook.checks[i], outlook.given, tallies[id][i].at(as_of), as_of);
      const bool has_value = id < book.segments().size();
      result.segment = Segment{.by = *book.segment_by(),
                               .value = has_value ? std::optional{book.segments()[id]} : std::nullopt,
                               .bad = bad_in(result),
                               .bad_of_all = bad_in(whole[i])};
      result.covered = whole[i].covered;
      account.push_back(std::move(result));
    }
    if (std::any_of(account.begin(), account.end(), has_anything)) {
      accounts.push_back(std::move(account));
    }
  }
  return accounts;
}

/// Seller by seller, the worst first.
std::vector<CheckResult> by_account(std::vector<Account> accounts) {
  const auto badness = [](const Account& account) {
    return std::tuple{severity(overall(account, false)),
                      std::count_if(account.begin(), account.end(),
                                    [](const CheckResult& check) { return check.verdict == Verdict::fail; })};
  };
  std::sort(accounts.begin(), accounts.end(), [&](const Account& a, const Account& b) {
    return badness(a) != badness(b) ? badness(a) > badness(b) : sorts_before(*a.front().segment, *b.front().segment);
  });
  std::vector<CheckResult> checks;
  for (Account& account : accounts) {
    std::move(account.begin(), account.end(), std::back_inserter(checks));
  }
  return checks;
}

/// Check by check, the worst segment of each first.
std::vector<CheckResult> by_check(const std::vector<Account>& accounts, std::size_t check_count) {
  std::vector<CheckResult> checks;
  for (std::size_t i = 0; i < check_count; ++i) {
    std::vector<CheckResult> parts;
    for (const Account& account : accounts) {
      if (account[i].checked && has_anything(account[i])) {
        parts.push_back(account[i]);
      }
    }
    std::sort(parts.begin(), parts.end(), is_worse);
    std::move(parts.begin(), parts.end(), std::back_inserter(checks));
  }
  return checks;
}

}  // namespace

std::vector<CheckResult> judge_segments(const OrderBook& book, const Outlook& outlook, Day as_of,
                                        const std::vector<CheckResult>& whole) {
  std::vector<Account> accounts = judge_each(book, outlook, as_of, whole);
  return book.segment_by() == Column::seller_id ? by_account(std::move(accounts)) : by_check(accounts, whole.size());
}

}  // namespace sellerhealth::verdict
