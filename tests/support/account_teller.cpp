#include <algorithm>
#include <cstdio>
#include <functional>

#include "support/account_story.hpp"

namespace sellerhealth::support {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// Writes one download. What a cell says wrongly, and how it writes its stamps, depends on the download, the thing and
/// the column only, so that an earlier download of the same story says the same as far as it goes.
class Teller {
 public:
  Teller(const Download& download, const AccountRecipe& recipe, const SlowCalendar& calendar)
      : download_(download), all_dated_(recipe.all_dated), calendar_(calendar), seen_until_(download.at) {
    if (recipe.downloaded_at) {
      seen_until_ = std::min(seen_until_, *recipe.downloaded_at);
    }
    file_.kind = download.kind;
    file_.columns = download.columns;
  }

  Export tell(const Story& story) {
    switch (download_.kind) {
      case Kind::orders:
        for (const TrueOrder& order : story.orders) {
          next_thing();
          tell(order);
        }
        break;
      case Kind::feedback:
        tell(story.feedback);
        break;
      case Kind::claims:
        tell(story.claims);
        break;
      case Kind::chargebacks:
        tell(story.chargebacks);
        break;
      case Kind::messages:
        for (const TrueMessage& message : story.messages) {
          next_thing();
          tell(message);
        }
        break;
      case Kind::violations:
        for (const TrueViolation& violation : story.violations) {
          next_thing();
          tell(violation);
        }
        break;
    }
    return file_;
  }

 private:
  void next_thing() {
    ++thing_;
    cell_ = 0;
  }

  /// Dice of one cell, or one decision, of the present thing.
  Dice dice() {
    ++cell_;
    return Dice(download_.seed ^ (thing_ << 32U) ^ (cell_ << 8U));
  }

  bool named() { return dice().chance(download_.share); }
  bool seen(const std::optional<Instant>& instant) const { return instant && *instant < seen_until_; }

  void add_row(const std::function<std::string(const std::string&)>& say) {
    std::vector<std::string> row;
    for (const std::string& column : file_.columns) {
      row.push_back(say(column));
    }
    file_.rows.push_back(row);
  }

  static std::string local_text(Instant instant, seconds offset, char between) {
    const std::chrono::sys_seconds wall_clock = instant + offset;
    const auto day = std::chrono::floor<days>(wall_clock);
    return to_text(Day{day.time_since_epoch()}) + between + time_of_day_text(wall_clock - day);
  }

  std::string written(Instant instant, StampStyle style) const {
    const seconds offset = calendar_.offset_at(instant);
    if (style == StampStyle::day) {
      return to_text(calendar_.day_of(instant));
    }
    if (style == StampStyle::local) {
      const std::string text = local_text(instant, offset, ' ');
      // In the second of two equal hours a local time says another instant.
      if (!all_dated_ || calendar_.parse(text).first == instant) {
        return text;
      }
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset).count();
    if (style == StampStyle::zulu || seconds{minutes * 60} != offset) {
      return utc_text(instant);
    }
    char suffix[16];
    std::snprintf(suffix, sizeof suffix, "%c%02d:%02d", minutes < 0 ? '-' : '+',
                  static_cast<int>(std::abs(minutes) / 60), static_cast<int>(std::abs(minutes) % 60));
    return local_text(instant, offset, 'T') + suffix;
  }

  std::string stamp(Instant instant) {
    Dice dice = this->dice();
    const StampStyle style =
        dice.chance(80)
            ? download_.style
            : dice.pick<StampStyle>({StampStyle::offset, StampStyle::zulu, StampStyle::local, StampStyle::day});
    return written(instant, style);
  }

  /// The stamp of something that happened, unless this download is too old to know it; sometimes wrong or missing.
  std::string event(const std::optional<Instant>& instant) {
    Dice dice = this->dice();
    if (!seen(instant)) {
      ++cell_;
      return "";
    }
    if (!all_dated_ && dice.chance(7)) {
      ++cell_;
      return "";
    }
    return stamp(!all_dated_ && dice.chance(6) ? *instant + seconds{dice.between(-86400, 86400)} : *instant);
  }

  std::string status(const TrueOrder& order, const TrueOrder::Item& item) {
    Dice dice = this->dice();
    if (!all_dated_ && dice.chance(12)) {
      return dice.pick<std::string>(
          {"", "", "Limbo", "Shipped", "Shipped - Delivered to Buyer", "Cancelled", "Pending", "PartiallyShipped"});
    }
    const bool shipped = item.shipped && seen(order.shipped);
    const bool cancelled = item.cancelled && seen(order.cancelled);
    if (cancelled && (!shipped || order.ends_cancelled)) {
      return dice.chance(50) ? "Cancelled" : "Canceled";
    }
    return shipped ? dice.pick<std::string>({"Shipped", "Shipped", "Shipping", "Complete", "Delivered"})
                   : dice.pick<std::string>({"Unshipped", "Unshipped", "Pending", "InvoiceUnconfirmed"});
  }

  /// The newest thing that this download knows of the order; perhaps one that no other column tells of.
  std::optional<Instant> last_update(const TrueOrder& order) {
    Dice dice = this->dice();
    std::optional<Instant> newest = order.purchased;
    const Instant too_late = order.promise.value_or(seen_until_) + seconds{1};
    if (!all_dated_ && too_late < seen_until_ && dice.chance(15)) {
      return too_late - seconds{dice.below(2)};  // the data may end with the promise
    }
    if (!all_dated_ && newest && dice.chance(40)) {
      return std::min(*newest + seconds{dice.between(0, 20 * 86400)}, seen_until_ - seconds{1});
    }
    for (const auto& happened : {order.shipped, order.cancelled}) {
      if (seen(happened) && (!newest || *happened > *newest)) {
        newest = happened;
      }
    }
    return newest;
  }

  void tell(const TrueOrder& order) {
    if (!named() || (order.purchased && !seen(order.purchased))) {
      return;
    }
    if (download_.log && !all_dated_ && !seen(order.shipped)) {
      return;
    }
    const std::size_t items = download_.log ? 1 : order.items.size();
    for (std::size_t i = 0; i < items; ++i) {
      const TrueOrder::Item item = download_.log ? TrueOrder::Item{order.shipped.has_value(), false} : order.items[i];
      add_row([&](const std::string& column) -> std::string {
        if (column == "order-id") {
          return order.id;
        }
        if (column == "purchase-date") {
          return event(order.purchased);
        }
        if (column == "last-updated-date") {
          return !all_dated_ && dice().chance(20) ? "" : event(last_update(order));
        }
        if (column == "order-status" || column == "item-status") {
          return status(order, item);
        }
        if (column == "fulfillment-channel") {
          return order.fulfillment_channel;
        }
        if (column == "sales-channel") {
          return order.sales_channel;
        }
        if (column == "latest-ship-date") {
          return order.promise ? stamp(*order.promise) : "";
        }
        if (column == "ship-date") {
          return item.shipped ? event(order.shipped) : "";
        }
        if (column == "cancel-date") {
          return item.cancelled ? event(order.cancelled) : "";
        }
        if (column == "cancelled-by") {
          return item.cancelled && seen(order.cancelled) ? order.cancelled_by : "";
        }
        if (column == "buyer-requested-cancel") {
          return order.buyer_requested_cancel;
        }
        return column == "quantity" ? "1" : column + " " + std::to_string(i + 1);
      });
    }
  }

  void tell(const std::vector<TrueDefect>& defects) {
    for (const TrueDefect& defect : defects) {
      next_thing();
      if (!named() || (defect.filed && !seen(defect.filed))) {
        continue;
      }
      const bool closed = defect.closed ? seen(defect.closed) : dice().chance(50);
      add_row([&](const std::string& column) -> std::string {
        if (column == "order-id") {
          return defect.order_id;
        }
        if (column == "rating") {
          return defect.rating;
        }
        if (column == "comments") {
          return defect.comments;
        }
        if (column == "date" || column == "claim-date" || column == "chargeback-date") {
          return event(defect.filed);
        }
        if (column == "removal-date" || column == "claim-closed-date" || column == "chargeback-closed-date") {
          return event(defect.closed);
        }
        if (column == "chargeback-type") {
          return defect.type;
        }
        return closed ? defect.status_after : defect.status_before;
      });
    }
  }

  void tell(const TrueMessage& message) {
    if (!named() || !seen(message.received)) {
      return;
    }
    const int times = dice().chance(10) && !message.id.empty() ? 2 : 1;
    for (int i = 0; i < times; ++i) {
      const Instant received = message.received - seconds{all_dated_ ? 0 : dice().pick<int>({0, 0, 0, 1, 30})};
      std::string received_at = stamp(received);
      std::string responded_at = event(message.responded);
      // A reply that is written as earlier than the message is a fault of the input, which is not the subject here.
      if (!responded_at.empty() && calendar_.parse(responded_at).last < calendar_.parse(received_at).first) {
        received_at = written(received, StampStyle::zulu);
        responded_at = written(std::max(received, *message.responded), StampStyle::zulu);
      }
      add_row([&](const std::string& column) -> std::string {
        if (column == "message-id") {
          return message.id;
        }
        if (column == "order-id") {
          return message.order_id;
        }
        if (column == "received-at") {
          return received_at;
        }
        if (column == "responded-at") {
          return responded_at;
        }
        return !all_dated_ && dice().chance(15) ? "" : message.no_response_needed;
      });
    }
  }

  void tell(const TrueViolation& violation) {
    if (!named() || !seen(violation.date)) {
      return;
    }
    const bool resolved = violation.resolved && (!violation.resolved_on || seen(violation.resolved_on));
    add_row([&](const std::string& column) -> std::string {
      if (column == "violation-id") {
        return violation.id;
      }
      if (column == "violation-date") {
        return stamp(violation.date);
      }
      if (column == "violation-type") {
        return "listing";
      }
      if (column == "resolved-date") {
        return event(violation.resolved_on);
      }
      return resolved ? "resolved" : "open";
    });
  }

  const Download& download_;
  bool all_dated_;
  const SlowCalendar& calendar_;
  Instant seen_until_;
  Export file_;
  std::uint64_t thing_ = 0;
  std::uint64_t cell_ = 0;
};

}  // namespace

Account tell(const Story& story, const AccountRecipe& recipe, const SlowCalendar& calendar) {
  Account account;
  for (const Download& download : story.downloads) {
    account.exports.push_back(Teller(download, recipe, calendar).tell(story));
  }
  return account;
}

}  // namespace sellerhealth::support
