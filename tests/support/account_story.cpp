#include "support/account_story.hpp"

#include <algorithm>
#include <cstdio>
#include <initializer_list>

namespace sellerhealth::support {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// Days around which interesting things happen in a zone: its clock changes, and the turn of a year.
std::vector<Day> days_to_remember(const std::string& zone) {
  const auto day = [](int year, unsigned month, unsigned of_month) {
    return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
  };
  if (zone == "Europe/Paris") {
    return {day(2026, 3, 29), day(2026, 10, 25)};
  }
  if (zone == "America/Los_Angeles") {
    return {day(2026, 3, 8), day(2026, 11, 1)};
  }
  if (zone == "America/Havana") {
    return {day(2026, 3, 8), day(2026, 11, 1)};
  }
  if (zone == "America/St_Johns") {
    return {day(2010, 3, 14), day(2010, 11, 7)};
  }
  if (zone == "Pacific/Apia") {
    return {day(2011, 12, 30), day(2011, 9, 24)};
  }
  if (zone == "Australia/Lord_Howe") {
    return {day(2026, 4, 5), day(2026, 10, 4)};
  }
  return {day(2026, 1, 1), day(2024, 2, 29)};
}

class Inventor {
 public:
  Inventor(const AccountRecipe& recipe, const SlowCalendar& calendar)
      : all_dated_(recipe.all_dated), calendar_(calendar), dice_(recipe.seed) {
    middle_ = dice_.pick(days_to_remember(recipe.zone));
    without_status_ = dice_.chance(12);
  }

  Story invent() {
    Story story;
    const std::int64_t order_count = dice_.between(5, 40);
    for (std::int64_t i = 0; i < order_count; ++i) {
      story.orders.push_back(order(i));
    }
    const auto defects = [&](int percent, TrueDefect (Inventor::*one)()) {
      std::vector<TrueDefect> filed;
      for (const TrueOrder& order : story.orders) {
        while (dice_.chance(percent)) {
          TrueDefect defect = (this->*one)();
          defect.order_id = dice_.chance(7) ? "999-0000000-0000000" : order.id;
          date(defect, order);
          filed.push_back(defect);
        }
      }
      return filed;
    };
    story.feedback = defects(25, &Inventor::feedback);
    story.claims = defects(10, &Inventor::claim);
    story.chargebacks = defects(10, &Inventor::chargeback);
    messages(story);
    violations(story);
    downloads(story);
    return story;
  }

 private:
  Day day_of_purchase() { return middle_ + days{dice_.chance(60) ? dice_.between(-6, 6) : dice_.between(-180, 180)}; }

  /// Often within seconds of a local midnight.
  Instant instant_on(Day day) {
    return calendar_.start_of(day) + seconds{dice_.chance(35) ? dice_.between(-2, 2) : dice_.between(0, 86399)};
  }

  Instant after(Instant instant, std::int64_t most_days) {
    const Instant later = instant + seconds{dice_.between(0, most_days * 86400)};
    return dice_.chance(30) ? std::max(instant, instant_on(calendar_.day_of(later))) : later;
  }

  TrueOrder order(std::int64_t number) {
    TrueOrder order;
    char id[24];
    const bool elsewhere = !all_dated_ && dice_.chance(6);
    std::snprintf(id, sizeof id, elsewhere ? "S01-%07d-1234567" : "403-%07d-7654321", static_cast<int>(number));
    order.id = id;
    const Instant purchased = instant_on(day_of_purchase());
    if (all_dated_ || !dice_.chance(5)) {
      order.purchased = purchased;
    }
    Instant promise = after(purchased, 4);
    if (dice_.chance(40)) {
      promise = calendar_.start_of(calendar_.day_of(promise) + days{1}) - seconds{1};
    }
    if (!dice_.chance(10)) {
      order.promise = promise;
    }
    const Instant day_after_promise = calendar_.start_of(calendar_.day_of(promise) + days{1});
    if (dice_.chance(75)) {
      order.shipped = dice_.pick<Instant>({promise, promise + seconds{1}, promise - seconds{1}, day_after_promise,
                                           day_after_promise - seconds{1}, after(purchased, 6), after(purchased, 6),
                                           after(promise, 3)});
    }
    if (dice_.chance(order.shipped ? 15 : 60)) {
      const Instant near = order.shipped.value_or(promise);
      order.cancelled =
          dice_.pick<Instant>({near, near + seconds{1}, near - seconds{1}, after(purchased, 6), after(purchased, 2)});
    }
    order.ends_cancelled = order.shipped && order.cancelled && (dice_.chance(60) || *order.cancelled < *order.shipped);
    order.cancelled_by = dice_.pick<std::string>(
        {"seller", "seller", "merchant", "buyer", "buyer", "marketplace", "amazon", "", "", "the courier"});
    order.buyer_requested_cancel = dice_.pick<std::string>({"true", "false", "false", "", ""});
    order.fulfillment_channel =
        dice_.pick<std::string>({"Merchant", "MFN", "Merchant", "MFN", "Merchant", "Amazon", "AFN", ""});
    order.sales_channel = dice_.chance(all_dated_ ? 0 : 5) ? "Non-Amazon FR" : "Amazon.fr";
    const std::int64_t items = dice_.chance(70) ? 1 : dice_.between(2, 3);
    for (std::int64_t item = 0; item < items; ++item) {
      const bool all = items == 1 || dice_.chance(60);
      order.items.push_back({order.shipped && (all || item == 0), order.cancelled && (all || item != 0)});
    }
    return order;
  }

  void date(TrueDefect& defect, const TrueOrder& order) {
    const Instant begin = order.purchased.value_or(calendar_.start_of(middle_));
    if (all_dated_ || !dice_.chance(15)) {
      defect.filed = after(begin, dice_.chance(50) ? 5 : 60);
    }
    if (all_dated_ || dice_.chance(60)) {
      defect.closed = after(defect.filed.value_or(begin), dice_.chance(50) ? 4 : 40);
    }
  }

  TrueDefect feedback() {
    TrueDefect defect;
    defect.rating = dice_.pick<std::string>({"1", "2", "1", "2", "3", "4", "5"});
    defect.status_before = dice_.pick<std::string>({"active", "active", ""});
    defect.status_after = dice_.pick<std::string>({"removed", "struck-through", "removed", "active"});
    if (all_dated_) {
      defect.status_after = "removed";
    }
    defect.comments = dice_.pick<std::string>({"", "late, but \"fine\"", "never again; really", "all good"});
    if (!all_dated_ && dice_.chance(8)) {
      defect.comments = dice_.pick<std::string>(
          {"This item was fulfilled by Amazon, and we take responsibility for this fulfillment experience.",
           "The fulfillment issues associated with this order were not due to the seller"});
    }
    return defect;
  }

  TrueDefect claim() {
    TrueDefect defect;
    defect.status_before = dice_.pick<std::string>({"open", "action-required", "under-review", "open"});
    defect.status_after =
        dice_.pick<std::string>({"granted", "refunded", "denied", "withdrawn", "withdrawn", "denied"});
    return defect;
  }

  TrueDefect chargeback() {
    TrueDefect defect;
    defect.type = dice_.pick<std::string>({"service", "service", "service", "fraud"});
    if (!all_dated_ && dice_.chance(25)) {
      defect.type = dice_.pick<std::string>({"", "mystery"});
    }
    defect.status_before = "open";
    defect.status_after = dice_.pick<std::string>({"won", "lost", "not-responsible"});
    return defect;
  }

  void messages(Story& story) {
    const std::int64_t count = dice_.between(0, 25);
    for (std::int64_t i = 0; i < count; ++i) {
      TrueMessage message;
      message.id = all_dated_ || dice_.chance(85) ? "M" + std::to_string(i) : "";
      const TrueOrder& order = dice_.pick(story.orders);
      message.order_id = order.id.starts_with('S') || dice_.chance(20) ? "" : order.id;
      message.received = instant_on(day_of_purchase());
      if (dice_.chance(75)) {
        message.responded =
            message.received +
            seconds{dice_.pick<std::int64_t>({86399, 86400, 86401, 0, 3600, 40000, 90000, 200000, 300000})};
      }
      message.no_response_needed = dice_.pick<std::string>({"true", "false", "false", "", "false"});
      story.messages.push_back(message);
    }
  }

  void violations(Story& story) {
    const std::int64_t count = dice_.between(0, 5);
    for (std::int64_t i = 0; i < count; ++i) {
      TrueViolation violation;
      violation.id = all_dated_ || dice_.chance(70) ? "V" + std::to_string(i) : "";
      violation.date = instant_on(day_of_purchase());
      violation.resolved = dice_.chance(60);
      if (violation.resolved && (all_dated_ || dice_.chance(70))) {
        violation.resolved_on = after(violation.date, 20);
      }
      story.violations.push_back(violation);
    }
  }

  Download download(Kind kind, std::vector<std::string> columns) {
    Download download;
    download.kind = kind;
    download.at = calendar_.start_of(middle_ + days{400});
    if (dice_.chance(40)) {
      download.at = instant_on(middle_ + days{dice_.chance(60) ? dice_.between(-2, 12) : dice_.between(12, 200)});
    }
    download.share = dice_.chance(60) ? 100 : 70;
    download.style = dice_.pick<StampStyle>({StampStyle::offset, StampStyle::offset, StampStyle::zulu,
                                             StampStyle::local, StampStyle::local, StampStyle::day});
    download.seed = dice_.next();
    // What an update without the event behind it said at an earlier instant cannot be told.
    const auto knows = [&](const char* column) { return std::count(columns.begin(), columns.end(), column) != 0; };
    if (all_dated_ && !(knows("purchase-date") && knows("ship-date") && knows("cancel-date"))) {
      std::erase(columns, "last-updated-date");
    }
    if (without_status_) {
      std::erase(columns, "order-status");
      std::erase(columns, "item-status");
    }
    download.columns = std::move(columns);
    return download;
  }

  /// `always`, and each of `maybe` with the given chance, in any order.
  std::vector<std::string> columns(std::initializer_list<const char*> always, std::initializer_list<const char*> maybe,
                                   int percent) {
    std::vector<std::string> chosen(always.begin(), always.end());
    for (const char* column : maybe) {
      if (all_dated_ || dice_.chance(percent)) {
        chosen.emplace_back(column);
      }
    }
    dice_.shuffle(chosen);
    return chosen;
  }

  Download orders_download() {
    switch (dice_.below(5)) {
      case 0:  // an all-orders report: no ship dates, no cancellers
        return download(Kind::orders,
                        columns({"order-id", "purchase-date", "order-status", "fulfillment-channel", "sku"},
                                {"last-updated-date", "item-status", "sales-channel"}, 60));
      case 1: {
        Download log = download(Kind::orders, columns({"order-id", "ship-date"}, {}, 0));
        log.log = true;
        return log;
      }
      case 2:  // anything
        return download(Kind::orders,
                        columns({"order-id", "sku"},
                                {"purchase-date", "last-updated-date", "order-status", "item-status",
                                 "fulfillment-channel", "sales-channel", "latest-ship-date", "ship-date", "cancel-date",
                                 "cancelled-by", "buyer-requested-cancel", "product-category"},
                                60));
      default:
        return download(Kind::orders, columns({"order-id", "purchase-date", "order-status", "latest-ship-date",
                                               "ship-date", "cancel-date", "cancelled-by"},
                                              {"last-updated-date", "item-status", "fulfillment-channel",
                                               "sales-channel", "buyer-requested-cancel", "quantity"},
                                              50));
    }
  }

  void downloads(Story& story) {
    std::vector<Download>& made = story.downloads;
    if (all_dated_) {
      // One export knows every date; the others know a part.
      made.push_back(download(
          Kind::orders, {"order-id", "purchase-date", "last-updated-date", "order-status", "fulfillment-channel",
                         "latest-ship-date", "ship-date", "cancel-date", "cancelled-by", "buyer-requested-cancel"}));
      made.back().share = 100;
      made.back().at = calendar_.start_of(middle_ + days{400});
    }
    for (std::int64_t i = dice_.between(all_dated_ ? 0 : 1, 3); i > 0 && (all_dated_ || !dice_.chance(2)); --i) {
      made.push_back(orders_download());
    }
    const auto sometimes = [&](Kind kind, const std::vector<std::string>& columns) {
      if (dice_.chance(75)) {
        made.push_back(download(kind, columns));
        if (dice_.chance(25)) {
          made.push_back(download(kind, columns));
        }
      }
    };
    sometimes(Kind::feedback, columns({"order-id", "rating"}, {"date", "comments", "status", "removal-date"}, 80));
    sometimes(Kind::claims, columns({"order-id", "claim-date"}, {"claim-status", "claim-closed-date"}, 80));
    sometimes(Kind::chargebacks, columns({"order-id", "chargeback-date"},
                                         {"chargeback-type", "chargeback-status", "chargeback-closed-date"}, 80));
    sometimes(Kind::messages,
              columns({"received-at"}, {"message-id", "order-id", "responded-at", "no-response-needed"}, 85));
    if (dice_.chance(85)) {
      sometimes(Kind::violations, columns({"violation-date", "violation-status", "resolved-date"},
                                          {"violation-id", "violation-type"}, 80));
    } else {
      sometimes(Kind::violations, columns({"violation-date", "violation-type"}, {"violation-id"}, 80));
    }
  }

  bool all_dated_;
  const SlowCalendar& calendar_;
  Dice dice_;
  Day middle_;
  bool without_status_ = false;  ///< No orders export says what became of an order.
};

}  // namespace

Story invent_story(const AccountRecipe& recipe, const SlowCalendar& calendar) {
  return Inventor(recipe, calendar).invent();
}

}  // namespace sellerhealth::support
