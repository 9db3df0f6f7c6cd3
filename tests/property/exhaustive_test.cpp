#include <map>
#include <set>
#include <string>

#include "support/agreement.hpp"
#include "support/catch.hpp"
#include "support/slow_calendar.hpp"
#include "support/slow_oracle.hpp"
#include "support/trial.hpp"

// Every sequence of a few events around both edges of a window of three days with a lag of one.
//
// Each sequence befalls an order of its own, and each order has a window of its own, days away from all others: so one
// import serves many sequences, and each is still judged alone.

namespace sellerhealth::support {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr const char* zone = "Europe/Paris";
constexpr Window window{.days = 3, .lag_days = 1};
constexpr int days_of_a_slot = 8;

enum class What { promise, ship, cancel_by_seller, cancel_by_nobody, claim, withdrawal, feedback, removal };
enum class When { at_purchase, before_as_of, at_as_of, after_as_of };
enum class Bought { before_window, first_instant, last_instant, after_window };

using Events = std::map<What, When>;

std::vector<Events> events_up_to(std::size_t most) {
  std::vector<Events> all{{}};
  for (int what = 0; what < 8; ++what) {
    const std::size_t so_far = all.size();
    for (std::size_t i = 0; i < so_far; ++i) {
      for (int when = 0; when < 4 && all[i].size() < most; ++when) {
        Events longer = all[i];
        longer[static_cast<What>(what)] = static_cast<When>(when);
        all.push_back(longer);
      }
    }
  }
  return all;
}

/// The exports of one account to which sequences are added, each as of its own day.
class Slots {
 public:
  explicit Slots(bool with_status) : with_status_(with_status) {
    orders_ = {Kind::orders,
               {"order-id", "purchase-date", "latest-ship-date", "ship-date", "cancel-date", "cancelled-by"},
               {}};
    if (with_status_) {
      orders_.columns.emplace_back("order-status");
    }
    claims_ = {Kind::claims, {"order-id", "claim-date", "claim-status", "claim-closed-date"}, {}};
    feedback_ = {Kind::feedback, {"order-id", "rating", "date", "removal-date"}, {}};
  }

  /// Returns the as-of day on which the order is judged.
  Day add(const Events& events, Bought bought) {
    const Day as_of = Day{std::chrono::year{2000} / 1 / 10} + days{days_of_a_slot * count_};
    const std::string id = "order-" + std::to_string(count_++);
    const Instant purchase = purchase_of(bought, as_of);
    const auto at = [&](What what) -> std::string {
      const auto event = events.find(what);
      return event == events.end() ? "" : utc_text(instant_of(event->second, as_of, purchase));
    };
    const bool twice = events.contains(What::cancel_by_seller) && events.contains(What::cancel_by_nobody);
    add_order(id, purchase, at(What::promise), at(What::ship),
              events.contains(What::cancel_by_seller) ? at(What::cancel_by_seller) : at(What::cancel_by_nobody),
              events.contains(What::cancel_by_seller) ? "seller" : "");
    if (twice) {
      add_order(id, purchase, at(What::promise), at(What::ship), at(What::cancel_by_nobody), "");
    }
    if (events.contains(What::claim) || events.contains(What::withdrawal)) {
      claims_.rows.push_back(
          {id, at(What::claim), events.contains(What::withdrawal) ? "withdrawn" : "open", at(What::withdrawal)});
    }
    if (events.contains(What::feedback) || events.contains(What::removal)) {
      feedback_.rows.push_back({id, "1", at(What::feedback), at(What::removal)});
    }
    return as_of;
  }

  [[nodiscard]] Account account() const { return {{orders_, claims_, feedback_}}; }

 private:
  Instant purchase_of(Bought bought, Day as_of) const {
    const Instant first = calendar_.start_of(window.first_day(as_of));
    const Instant end = calendar_.start_of(window.last_day(as_of) + days{1});
    switch (bought) {
      case Bought::before_window:
        return first - seconds{1};
      case Bought::first_instant:
        return first;
      case Bought::last_instant:
        return end - seconds{1};
      case Bought::after_window:
        return end;
    }
    return first;
  }

  Instant instant_of(When when, Day as_of, Instant purchase) const {
    const Instant now = calendar_.start_of(as_of);
    switch (when) {
      case When::at_purchase:
        return purchase;
      case When::before_as_of:
        return now - seconds{1};
      case When::at_as_of:
        return now;
      case When::after_as_of:
        return now + seconds{1};
    }
    return now;
  }

  void add_order(const std::string& id, Instant purchase, const std::string& promise, const std::string& ship,
                 const std::string& cancel, const std::string& canceller) {
    orders_.rows.push_back({id, utc_text(purchase), promise, ship, cancel, canceller});
    if (with_status_) {
      orders_.rows.back().emplace_back(!cancel.empty() ? "Cancelled" : !ship.empty() ? "Shipped" : "Unshipped");
    }
  }

  bool with_status_;
  SlowCalendar calendar_{zone};
  Export orders_;
  Export claims_;
  Export feedback_;
  int count_ = 0;
};

std::vector<Check> checks_of_the_window() {
  std::vector<Check> checks = checks_of_the_contract();
  checks.resize(3);
  for (Check& check : checks) {
    check.window = window;
  }
  return checks;
}

void judge_each(const std::vector<Events>& sequences, Bought bought, bool with_status, const Rules& rules = {}) {
  constexpr std::size_t slots_of_an_import = 40;
  const std::vector<Check> checks = checks_of_the_window();
  const Profile profile = profile_of(checks, rules);
  for (std::size_t begin = 0; begin < sequences.size(); begin += slots_of_an_import) {
    const std::size_t end = std::min(sequences.size(), begin + slots_of_an_import);
    Slots together(with_status);
    std::vector<Day> as_of;
    for (std::size_t i = begin; i < end; ++i) {
      as_of.push_back(together.add(sequences[i], bought));
    }
    const Account account = together.account();
    const OrderBook book = read_account(account, zone, all_in(account, Format::comma));
    for (std::size_t i = begin; i < end; ++i) {
      AssessOptions options;
      options.as_of = as_of[i - begin];
      options.none = {Kind::chargebacks};
      // The oracle need not see the others, which this order's window does not reach.
      Account alone;
      const std::string id = "order-" + std::to_string(i - begin);
      for (const Export& file : account.exports) {
        Export own{file.kind, file.columns, {}};
        for (const auto& row : file.rows) {
          if (row[0] == id) {
            own.rows.push_back(row);
          }
        }
        alone.exports.push_back(own);
      }
      ExpectedAssessment expected = oracle(alone, zone, checks, options, rules);
      expected.rows_read.clear();
      for (ExpectedCheck& check : expected.checks) {
        check.covered.reset();
      }
      const std::vector<std::string> lines = disagreements(assess(book, profile, options), expected);
      if (!lines.empty()) {
        std::string text = describe(options, checks, zone, rules) + "\n" + describe(alone);
        for (const std::string& line : lines) {
          text += line + "\n";
        }
        FAIL(text);
      }
    }
  }
}

}  // namespace

TEST_CASE("every sequence of up to three events of an order in the window is counted as the oracle counts it") {
  const std::vector<Events> sequences = events_up_to(3);
  judge_each(sequences, Bought::first_instant, true);
  judge_each(sequences, Bought::first_instant, false);
  judge_each(sequences, Bought::last_instant, true);
}

TEST_CASE("every sequence of up to two events is counted as the oracle counts it, by any marketplace's rules") {
  const std::vector<Events> sequences = events_up_to(2);
  for (const int late_after_days : {0, 1, 3}) {
    for (const bool flag : {false, true}) {
      const Rules rules{.every_claim_counts = flag, .late_after_days = late_after_days, .overdue_counts = !flag};
      judge_each(sequences, Bought::first_instant, true, rules);
      judge_each(sequences, Bought::last_instant, false, rules);
    }
  }
}

TEST_CASE("every sequence of up to four events of an order in the window is counted as the oracle counts it",
          "[.][long]") {
  const std::vector<Events> sequences = events_up_to(4);
  for (const Bought bought : {Bought::first_instant, Bought::last_instant}) {
    judge_each(sequences, bought, true);
    judge_each(sequences, bought, false);
  }
}

TEST_CASE("an order one second outside the window is counted by no metric, whatever befalls it") {
  const std::vector<Events> sequences = events_up_to(2);
  for (const Bought bought : {Bought::before_window, Bought::after_window}) {
    judge_each(sequences, bought, true);
  }
}

TEST_CASE("a message at any edge, answered at any edge, is counted as the oracle counts it") {
  const SlowCalendar calendar(zone);
  constexpr seconds day{86400};
  for (const int lag_days : {0, 1}) {
    std::vector<Check> checks{checks_of_the_contract()[3]};
    checks[0].window = {.days = 3, .lag_days = lag_days};
    AssessOptions options;
    options.as_of = Day{std::chrono::year{2026} / 3 / 31};  // two days after a day of 23 hours
    const Instant now = calendar.start_of(options.as_of);
    const Instant first = calendar.start_of(options.as_of - days{lag_days + 3});
    const Instant end = calendar.start_of(options.as_of - days{lag_days});
    for (const Instant edge : {first, end, now - day, now}) {
      for (const int near : {-1, 0, 1}) {
        const Instant received = edge + seconds{near};
        std::vector<std::string> replies{""};
        for (const Instant reply : {received, received + day - seconds{1}, received + day, received + day + seconds{1},
                                    now - seconds{1}, now, now + seconds{1}}) {
          if (reply >= received) {
            replies.push_back(utc_text(reply));
          }
        }
        for (const std::string& reply : replies) {
          // Another message says how far the data go.
          for (const Instant newest : {received, received + day - seconds{1}, received + day, now}) {
            const Account account{{{Kind::messages,
                                    {"received-at", "responded-at", "no-response-needed"},
                                    {{utc_text(received), reply, ""}, {utc_text(newest), "", "true"}}}}};
            const OrderBook book = read_account(account, zone, {Format::comma});
            const std::vector<std::string> lines =
                disagreements(assess(book, profile_of(checks), options), oracle(account, zone, checks, options));
            CAPTURE(describe(options, checks, zone), describe(account), lines);
            REQUIRE(lines.empty());
          }
        }
      }
    }
  }
}

}  // namespace sellerhealth::support
