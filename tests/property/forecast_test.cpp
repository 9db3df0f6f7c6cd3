#include "sellerhealth/forecast.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "insight/freeze.hpp"
#include "insight/projection.hpp"
#include "insight/what_if.hpp"
#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/slow_calendar.hpp"
#include "support/slow_facts.hpp"
#include "support/specimen.hpp"
#include "support/trial.hpp"

// A forecast says what check will say if the account goes on as assumed. Here the account does go on so: the exports
// are extended by what the assumption states, and check is asked anew for every day to come.

namespace sellerhealth::support {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr seconds in_time{86400};

struct Trial {
  AccountRecipe recipe;
  SlowCalendar calendar;
  std::vector<Check> checks;
  AssessOptions options;
  Account account;  ///< As it read at the beginning of the as-of day.

  [[nodiscard]] Instant now() const { return calendar.start_of(options.as_of); }
  [[nodiscard]] OrderBook read(const Account& other) const {
    return read_account(other, recipe.zone, all_in(other, Format::comma));
  }
  [[nodiscard]] Forecast forecast_of(const ForecastOptions& asked) const {
    const OrderBook book = read(account);
    return forecast(book, assess(book, profile_of(checks), options), asked);
  }
  /// The one check, judged anew.
  [[nodiscard]] CheckResult check(const OrderBook& book, const Check& check, Day as_of) const {
    AssessOptions later = options;
    later.as_of = as_of;
    return assess(book, profile_of({check}), later).checks.front();
  }
};

/// Without messages that still have time but whose reply could not be added: it would be of no certain message, or not
/// certainly in time.
Account without_vague_messages(Account account, const SlowCalendar& calendar, Instant now) {
  for (Export& file : account.exports) {
    std::erase_if(file.rows, [&](const std::vector<std::string>& row) {
      if (file.kind != Kind::messages) {
        return false;
      }
      const std::string_view received = cell(file, row, "received-at");
      return calendar.parse(received).last + in_time > now &&
             (is_date_only(received) || cell(file, row, "message-id").empty());
    });
  }
  return account;
}

std::vector<Trial> trials_of(std::uint64_t run) {
  Dice dice(run);
  AccountRecipe recipe = recipe_of(run);
  recipe.all_dated = true;
  const SlowCalendar calendar(recipe.zone);
  const Account today = generate_account(recipe);
  std::vector<Trial> trials;
  const std::vector<Check> checks = some_checks(dice);
  const Window& asked = checks.front().window;
  for (const Day as_of : telling_days(today, recipe.zone, asked.days, asked.lag_days, dice.next(), 3)) {
    AssessOptions options = some_options(dice, today, as_of);
    options.hindsight = false;
    options.data_through.reset();
    trials.push_back({recipe, calendar, checks, options,
                      without_vague_messages(as_downloaded_on(as_of, recipe), calendar, calendar.start_of(as_of))});
  }
  return trials;
}

bool counts_messages(Metric metric) {
  return metric == Metric::response_under_24h || metric == Metric::late_response_rate;
}

/// Open orders ship in time, and messages that wait are answered in time: all on the as-of day, as it begins.
Account gone_on(const Trial& trial, Metric metric) {
  Account account = trial.account;
  const SlowFacts facts = facts_of(account, trial.calendar);
  const std::string now = utc_text(trial.now());
  if (metric == Metric::late_shipment_rate) {
    Export log{Kind::orders, {"order-id", "ship-date"}, {}};
    for (const auto& [id, order] : facts.orders) {
      const bool cancelled =
          order.statuses.empty() ? order.cancelled.has_value() : order.statuses == std::set{OrderStatus::cancelled};
      if (!order.shipped && !cancelled && order.too_late && *order.too_late > trial.now()) {
        log.rows.push_back({id, now});
      }
    }
    account.exports.push_back(log);
  }
  if (counts_messages(metric)) {
    Export replies{Kind::messages, {"message-id", "received-at", "responded-at"}, {}};
    std::set<std::string> answered;
    for (const Export& file : trial.account.exports) {
      for (const auto& row : file.rows) {
        if (file.kind != Kind::messages || !has_column(file, "responded-at") ||
            trial.calendar.parse(cell(file, row, "received-at")).last + in_time <= trial.now()) {
          continue;
        }
        const std::string id{cell(file, row, "message-id")};
        // A reply that is known already stays: the earliest counts.
        if (answered.insert(id).second) {
          replies.rows.push_back({id, std::string{cell(file, row, "received-at")}, now});
        }
      }
    }
    account.exports.push_back(replies);
  }
  return account;
}

/// How long the account reaches back, as far as the pace asks.
std::int64_t history_of(const Trial& trial) {
  std::optional<Instant> oldest;
  for (const auto& [id, order] : facts_of(trial.account, trial.calendar).orders) {
    if (order.purchased && !order.not_marketplace) {
      oldest = oldest ? std::min(*oldest, order.purchased->first) : order.purchased->first;
    }
  }
  return oldest ? std::min<std::int64_t>(28, (trial.options.as_of - trial.calendar.day_of(*oldest)).count()) : -1;
}

/// Whether the export was begun by add_new().
bool is_of_new(const Export& file) { return !file.rows.empty() && file.rows.front().front().starts_with("new-"); }

/// One new order, message or violation that `check` counts.
void add_new(Account& account, const Check& check, const std::string& id, Instant instant, bool bad) {
  const Metric metric = check.metric;
  const std::string now = utc_text(instant);
  const std::string much_later = utc_text(instant + days{1} + seconds{1});
  const auto add = [&](Kind kind, const std::vector<std::string>& columns, std::vector<std::string> row) {
    auto file = std::find_if(account.exports.begin(), account.exports.end(), [&](const Export& other) {
      return other.kind == kind && other.columns == columns && is_of_new(other);
    });
    if (file == account.exports.end()) {
      account.exports.push_back({kind, columns, {}});
      file = account.exports.end() - 1;
    }
    file->rows.push_back(std::move(row));
  };
  if (counts_messages(metric)) {
    add(Kind::messages, {"message-id", "received-at", "responded-at"}, {id, now, bad ? much_later : now});
  } else if (metric == Metric::policy_violations) {
    add(Kind::violations, {"violation-id", "violation-date"}, {id, now});
  } else {
    const bool cancelled = bad && metric == Metric::cancellation_rate;
    const bool late = bad && metric == Metric::late_shipment_rate;
    add(Kind::orders,
        {"order-id", "purchase-date", "fulfillment-channel", "order-status", "latest-ship-date", "ship-date",
         "cancel-date", "cancelled-by"},
        {id, now, check.fulfillment == Fulfillment::marketplace ? "Amazon" : "Merchant",
         cancelled ? "Cancelled" : "Shipped", now,
         cancelled ? ""
         : late    ? utc_text(instant + seconds{1})
                   : now,
         cancelled ? now : "", cancelled ? "seller" : ""});
    if (bad && metric == Metric::order_defect_rate) {
      if (has_kind(account, Kind::feedback)) {
        add(Kind::feedback, {"order-id", "rating", "date"}, {id, "1", now});
      } else if (has_kind(account, Kind::claims)) {
        add(Kind::claims, {"order-id", "claim-date"}, {id, now});
      } else {
        add(Kind::chargebacks, {"order-id", "chargeback-date", "chargeback-type"}, {id, now, "service"});
      }
    }
  }
}

bool all_sources_given(const Trial& trial) {
  const auto& none = trial.options.none;
  return std::all_of(all_kinds.begin(), all_kinds.end(), [&](Kind kind) {
    const bool is_source = kind == Kind::feedback || kind == Kind::claims || kind == Kind::chargebacks;
    return !is_source || has_kind(trial.account, kind) || std::find(none.begin(), none.end(), kind) != none.end();
  });
}

bool is_real(const SlowCalendar& calendar, Day day) { return calendar.day_of(calendar.start_of(day)) == day; }

std::string text_of(std::optional<Day> day) { return day ? to_text(*day) : "none"; }

}  // namespace

TEST_CASE("what stands on the as-of day is what check counts") {
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    for (const AssessOptions& options : specimen.questions(6)) {
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      std::vector<insight::Standing> standings =
          insight::freeze(specimen.book, insight::outlook_to_freeze(specimen.book, assessment), options.as_of, {},
                          insight::Detail::ids);
      REQUIRE(standings.size() == assessment.checks.size());
      for (std::size_t i = 0; i < standings.size(); ++i) {
        const CheckResult& check = assessment.checks[i];
        if (!check.checked) {
          continue;
        }
        standings[i].table.sum_up();
        const Rate rate = insight::Projection{standings[i]}.rate_on(options.as_of, Assumption::no_new_orders);
        CAPTURE(run, check.check.id, specimen.describe(options), summary_of(assessment));
        REQUIRE(rate.known == *check.known);
        REQUIRE(rate.possible == *check.possible);
        REQUIRE((!check.denominator || rate.denominator == *check.denominator));
      }
    }
  }
}

TEST_CASE("without new orders, every day turns out as forecast") {
  std::map<Verdict, int> seen;
  int recoveries = 0;
  for (std::uint64_t run = 0; run < runs(12); ++run) {
    for (const Trial& trial : trials_of(run)) {
      const Window& window = trial.checks.front().window;
      const Forecast forecast = trial.forecast_of({.horizon_days = window.days + window.lag_days + 5});
      for (const CheckForecast& expected : forecast.checks) {
        if (!expected.today.checked) {
          continue;
        }
        const Check& check = expected.today.check;
        const OrderBook book = trial.read(gone_on(trial, check.metric));
        std::optional<Day> recovery;
        for (const ForecastDay& day : expected.days) {
          const CheckResult actual = trial.check(book, check, day.day);
          CAPTURE(run, check.id, to_text(day.day), describe(trial.options, trial.checks, trial.recipe.zone),
                  describe(trial.account));
          REQUIRE(actual.known == day.rate.known);
          REQUIRE(actual.possible == day.rate.possible);
          REQUIRE(actual.denominator.value_or(0) == day.rate.denominator);
          REQUIRE(actual.verdict == day.verdict);
          ++seen[day.verdict];
          if (!recovery && actual.verdict == Verdict::pass) {
            recovery = day.day;
          }
        }
        if (expected.today.verdict == Verdict::fail) {
          const Prospect& prospect = expected.today.prospects.front();
          REQUIRE(text_of(prospect.first(Verdict::pass)) == text_of(recovery));
          if (check.window == window) {  // so that the days reach to the last that can differ
            REQUIRE(prospect.never_passes == !recovery);
          }
          recoveries += recovery ? 1 : 0;
        }
      }
    }
  }
  // The accounts must be telling.
  for (const Verdict verdict : {Verdict::pass, Verdict::fail, Verdict::undetermined, Verdict::no_data}) {
    CHECK(seen[verdict] > 0);
  }
  CHECK(recoveries > 0);
}

TEST_CASE("with new orders at the present pace, all good or as bad as today, every day turns out as forecast") {
  int recoveries = 0;
  int bad_ones = 0;
  for (std::uint64_t run = 0; run < runs(12); ++run) {
    Dice dice(run);
    for (const Trial& trial : trials_of(run)) {
      const Day as_of = trial.options.as_of;
      const Window& window = trial.checks.front().window;
      const int horizon = std::min(window.days + window.lag_days + 30, 60);
      const std::int64_t history = history_of(trial);
      bool real = history >= 0;
      for (int ahead = 0; ahead <= horizon; ++ahead) {
        real = real && is_real(trial.calendar, as_of + days{ahead});
      }
      if (!real) {
        continue;  // Nobody can buy on a day that the zone skipped.
      }
      const Forecast forecast = trial.forecast_of({.horizon_days = horizon});
      for (const CheckForecast& expected : forecast.checks) {
        const CheckResult& today = expected.today;
        const Metric metric = today.check.metric;
        const bool is_count = metric == Metric::policy_violations;
        // While a source is missing, no export can say that a new order is good.
        const bool can_be_good = metric != Metric::order_defect_rate || all_sources_given(trial);
        if (!today.checked || !can_be_good) {
          continue;
        }
        CAPTURE(run, today.check.id, describe(trial.options, trial.checks, trial.recipe.zone), describe(trial.account));
        const Account base = gone_on(trial, metric);
        std::int64_t recent = 0;
        if (history > 0) {
          Check recently = today.check;
          recently.window = {.days = static_cast<int>(history), .lag_days = 1};
          const CheckResult counted = trial.check(trial.read(base), recently, as_of + days{1});
          recent = is_count ? *counted.known : *counted.denominator;
        }
        REQUIRE(expected.pace_orders == recent);
        REQUIRE(expected.pace_days == history);
        // F(j) = ⌊j·S/h⌋ in the first j days, of which the as-of day is the first.
        const auto new_orders = [&](std::int64_t in_first) {
          return in_first <= 0 || history == 0 ? 0 : in_first * recent / history;
        };
        const auto extended = [&](const auto& is_bad) {
          Account account = base;
          for (std::int64_t j = 1; j <= horizon; ++j) {
            for (std::int64_t i = new_orders(j - 1); i < new_orders(j); ++i) {
              add_new(account, today.check, "new-" + std::to_string(i), trial.calendar.start_of(as_of + days{j - 1}),
                      is_bad(i));
            }
          }
          return trial.read(account);
        };
        if (!is_count) {
          const OrderBook all_good = extended([](std::int64_t) { return false; });
          std::optional<Day> recovery;
          for (int ahead = 1; ahead <= horizon && !recovery; ++ahead) {
            const Day day = as_of + days{ahead};
            recovery =
                trial.check(all_good, today.check, day).verdict == Verdict::pass ? std::optional{day} : std::nullopt;
          }
          if (today.verdict != Verdict::pass) {
            REQUIRE(text_of(today.prospects[1].first(Verdict::pass)) == text_of(recovery));
            recoveries += recovery ? 1 : 0;
          }
        }
        // As bad as today: of the new orders in the window of one day, so many that the rate is today's, rounded
        // against the seller. Each end of the rate is an account of its own; these have but one.
        // A message younger than a day is never late.
        const bool can_be_late = !counts_messages(metric) || today.check.window.lag_days >= 2;
        if (!can_be_late || today.known != today.possible || today.denominator == 0 || horizon < 2) {
          continue;
        }
        const std::int64_t n0 = *today.known;
        const std::int64_t m0 = is_count ? n0 : *today.denominator;
        Verdict expected_verdict = today.verdict;
        auto turn = today.prospects[2].turns.begin();
        for (int ahead = 1; ahead <= horizon; ++ahead) {
          const Day day = as_of + days{ahead};
          if (turn != today.prospects[2].turns.end() && turn->day == day) {
            expected_verdict = turn->verdict;
            ++turn;
          }
          if (dice.chance(60)) {
            continue;
          }
          const std::int64_t newest = ahead - today.check.window.lag_days;
          const std::int64_t end = new_orders(newest);
          const std::int64_t begin = new_orders(newest - today.check.window.days);
          const std::int64_t c = end - begin;
          const bool at_least = today.check.target.at_least();
          const std::int64_t good = at_least && m0 > 0 ? c * n0 / m0 : c;
          const std::int64_t bad = at_least ? c - good : m0 == 0 ? 0 : (c * n0 + m0 - 1) / m0;
          const OrderBook as_bad = extended([&](std::int64_t i) { return i >= begin && i < begin + bad; });
          CAPTURE(to_text(day), c, bad);
          REQUIRE(trial.check(as_bad, today.check, day).verdict == expected_verdict);
          bad_ones += static_cast<int>(bad);
        }
      }
    }
  }
  CHECK(recoveries > 0);
  CHECK(bad_ones > 0);
}

namespace {

/// The account as if nobody had filed anything about these orders, or as if they were not there at all.
Account without(Account account, const std::vector<std::string>& ids, bool altogether) {
  for (Export& file : account.exports) {
    const bool filing = file.kind == Kind::feedback || file.kind == Kind::claims || file.kind == Kind::chargebacks;
    std::erase_if(file.rows, [&](const std::vector<std::string>& row) {
      const auto names_one = [&](std::string_view column) {
        const std::string_view id = cell(file, row, column);
        return !id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end();
      };
      return (altogether || filing) && (names_one("order-id") || (altogether && names_one("message-id")) ||
                                        (altogether && names_one("violation-id")));
    });
  }
  return account;
}

std::vector<std::string> first_ids(const std::vector<BadCase>& cases, std::int64_t count) {
  std::vector<std::string> ids;
  for (std::int64_t i = 0; i < count; ++i) {
    ids.push_back(cases[static_cast<std::size_t>(i)].id);
  }
  return ids;
}

/// Whether the check could pass, if what is open turns out well.
bool could_pass(const CheckResult& check) {
  return check.verdict == Verdict::pass || check.verdict == Verdict::undetermined;
}

}  // namespace

TEST_CASE("taking back the smallest repair set mends a check, and one less does not") {
  int repaired = 0;
  for (std::uint64_t run = 0; run < runs(60); ++run) {
    Specimen specimen(run);
    for (AssessOptions options : specimen.questions(4)) {
      options.data_through = options.as_of - days{1};  // the end of the data does not hang on single rows
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      const Forecast plain = forecast(specimen.book, assessment, {.horizon_days = 1});
      for (std::size_t i = 0; i < plain.checks.size(); ++i) {
        const CheckForecast& check = plain.checks[i];
        REQUIRE((!check.repair || check.today.verdict == Verdict::fail));
        if (!check.repair) {
          continue;
        }
        CAPTURE(run, check.today.check.id, specimen.describe(options), describe(specimen.account));
        REQUIRE(static_cast<std::int64_t>(check.repair->cases.size()) == check.repair->take_back);
        const bool named = std::none_of(check.repair->cases.begin(), check.repair->cases.end(),
                                        [](const BadCase& bad) { return bad.id.empty(); });
        if (!named || check.today.check.metric != Metric::order_defect_rate) {
          continue;
        }
        const auto if_won = [&](std::int64_t count) {
          const std::vector<std::string> ids = first_ids(check.repair->cases, count);
          const CheckResult assumed =
              forecast(specimen.book, assessment, {.horizon_days = 1, .assume_won = ids}).checks[i].today;
          const Account changed = without(specimen.account, ids, false);
          const CheckResult actual = assess(specimen.read(changed), specimen.profile, options).checks[i];
          REQUIRE(assumed.known == actual.known);
          REQUIRE(assumed.possible == actual.possible);
          REQUIRE(assumed.denominator == actual.denominator);
          REQUIRE(assumed.verdict == actual.verdict);
          return assumed;
        };
        REQUIRE(could_pass(if_won(check.repair->take_back)));
        REQUIRE(if_won(check.repair->take_back - 1).verdict == Verdict::fail);
        ++repaired;
      }
    }
  }
  CHECK(repaired > 0);
}

TEST_CASE("what is assumed not to be there counts as little as if it were not in the exports") {
  int left_out = 0;
  for (std::uint64_t run = 0; run < runs(40); ++run) {
    Specimen specimen(run);
    std::vector<std::string> named;
    for (const Export& file : specimen.account.exports) {
      for (const auto& row : file.rows) {
        for (const char* column : {"order-id", "message-id", "violation-id"}) {
          const bool names_order = std::string_view{column} == "order-id" && file.kind != Kind::orders;
          if (const std::string_view id = cell(file, row, column); !id.empty() && !names_order) {
            named.emplace_back(id);
          }
        }
      }
    }
    for (AssessOptions options : specimen.questions(3)) {
      options.data_through = options.as_of - days{1};
      if (named.empty()) {
        continue;
      }
      const std::vector<std::string> ids{specimen.dice.pick(named), specimen.dice.pick(named),
                                         specimen.dice.pick(named)};
      const Assessment assessment = assess(specimen.book, specimen.profile, options);
      const Forecast assumed = forecast(specimen.book, assessment, {.horizon_days = 1, .without = ids});
      const Account changed = without(specimen.account, ids, true);
      const Assessment actual = assess(specimen.read(changed), specimen.profile, options);
      CAPTURE(run, specimen.describe(options), describe(specimen.account), ids);
      for (std::size_t i = 0; i < actual.checks.size(); ++i) {
        const CheckResult& today = assumed.checks[i].today;
        REQUIRE(today.checked == actual.checks[i].checked);
        if (!today.checked) {
          continue;
        }
        REQUIRE(today.known == actual.checks[i].known);
        REQUIRE(today.possible == actual.checks[i].possible);
        REQUIRE(today.denominator == actual.checks[i].denominator);
        REQUIRE(today.verdict == actual.checks[i].verdict);
        left_out += assessment.checks[i].denominator == today.denominator ? 0 : 1;
      }
    }
  }
  CHECK(left_out > 0);
}

}  // namespace sellerhealth::support
