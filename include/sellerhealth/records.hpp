#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "sellerhealth/columns.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth {

/// What a row's status column says of the order.
enum class OrderStatus : std::uint8_t { shipped, cancelled, open, unknown };

/// The different things that rows say of one order. Rows disagree when some items are cancelled and others shipped.
template <typename Value>
class SetOf {
 public:
  constexpr SetOf() = default;
  constexpr SetOf(Value value) { insert(value); }  // NOLINT(google-explicit-constructor): a value is a set of one

  constexpr void insert(Value value) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(value)); }
  constexpr void insert(SetOf other) { bits_ = static_cast<std::uint8_t>(bits_ | other.bits_); }
  [[nodiscard]] constexpr bool contains(Value value) const { return (bits_ >> static_cast<unsigned>(value) & 1U) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  /// A bit for each value, the first one lowest.
  [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }
  [[nodiscard]] static constexpr SetOf of_bits(std::uint8_t bits) {
    SetOf set;
    set.bits_ = bits;
    return set;
  }

  friend constexpr bool operator==(SetOf, SetOf) = default;
  friend constexpr auto operator<=>(SetOf, SetOf) = default;

 private:
  std::uint8_t bits_ = 0;
};

/// Who ships the order: the seller (Merchant, MFN) or the marketplace (Amazon, AFN).
enum class Fulfillment : std::uint8_t { seller, marketplace };

/// "seller" or "marketplace".
[[nodiscard]] std::string_view name_of(Fulfillment fulfillment);

/// Who cancelled an order.
enum class Canceller : std::uint8_t { seller, marketplace, buyer };

/// "seller", "marketplace" or "buyer".
[[nodiscard]] std::string_view name_of(Canceller canceller);
[[nodiscard]] std::optional<Canceller> find_canceller(std::string_view name);

/// What one row of an orders export says. Several rows, of several files, make an order (see OrderBook).
struct OrderRow {
  std::string_view order_id;
  std::optional<Stamp> purchase_date;
  std::optional<Stamp> last_updated_date;
  SetOf<OrderStatus> status;        ///< Empty: the row says nothing of the status.
  SetOf<Fulfillment> fulfillment;   ///< Empty: the row names no channel.
  std::optional<Instant> too_late;  ///< The first instant that misses the promised ship date.
  std::optional<Stamp> ship_date;
  std::optional<Stamp> cancel_date;
  SetOf<Canceller> cancelled_by;  ///< Empty: nobody, or nobody known.
  bool buyer_requested_cancel = false;
  bool not_marketplace = false;   ///< Sold outside the marketplace, so outside its metrics.
  std::uint32_t filters_met = 0;  ///< One bit for each of OrderBook::filters() that a value of this row meets.
  std::span<const std::string_view> segments;  ///< Values of OrderBook::segment_by(), none of them empty.
};

/// What a buyer answered to a question of the feedback form.
enum class Answer : std::uint8_t { none, no, yes };

/// Feedback of so many stars or fewer is a defect (Seller Central 761: one and two stars are negative, three neutral).
inline constexpr int most_negative_stars = 2;

/// A buyer's rating of an order.
struct Feedback {
  std::string_view order_id;
  int rating = 0;             ///< 1 to 5.
  std::optional<Stamp> date;  ///< Not given: counts from the order on.
  bool removed = false;       ///< Removed by the buyer, or removed or struck through by the marketplace.
  std::optional<Stamp> removal_date;
  bool struck_through = false;  ///< Removed in this way: it is still shown, but does not count.
  // Read on demand: see ImportOptions::also_read.
  Answer arrived_on_time = Answer::none;
  Answer item_as_described = Answer::none;
  Answer customer_service = Answer::none;
};

/// A claim under the marketplace's buyer guarantee (Amazon: A-to-z).
struct Claim {
  std::string_view order_id;
  std::optional<Stamp> date;
  bool withdrawn = false;
  bool denied = false;
  std::optional<Stamp> closed_date;
  bool under_review = false;        ///< Answered: the marketplace decides.
  bool closed = false;              ///< Decided, refunded or withdrawn, or a closing date says so.
  std::optional<Instant> too_late;  ///< The first instant that misses the time to respond. Read on demand.
  // For people, in the export's own words; they decide nothing.
  std::string_view status{};
  std::string_view reason{};
  std::string_view amount{};
  std::string_view currency{};
};

/// A payment disputed at the buyer's bank.
struct Chargeback {
  enum class Type : std::uint8_t { service, fraud, unknown };

  std::string_view order_id;
  std::optional<Stamp> date;
  Type type = Type::unknown;
  bool cleared = false;  ///< Won by the seller, or the marketplace found the seller not responsible.
  std::optional<Stamp> closed_date;
  bool closed = false;              ///< Won, lost or not the seller's, or a closing date says so.
  std::optional<Instant> too_late;  ///< The first instant that misses the time to respond. Read on demand.
  // For people, in the export's own words; they decide nothing.
  std::string_view status{};
  std::string_view amount{};
  std::string_view currency{};
};

/// A message is answered in time until it is this old, to the second (Seller Central 200549770).
inline constexpr std::chrono::seconds time_to_respond{std::chrono::hours{24}};

/// A message from a buyer, and the seller's reply to it.
struct Message {
  std::string_view message_id;  ///< May be empty: then every row is a message of its own.
  std::string_view order_id;    ///< May be empty.
  Stamp received_at;
  std::optional<Stamp> responded_at;  ///< Not given: not answered.
  bool no_response_needed = false;
};

/// A notice that the seller broke a policy of the marketplace.
struct Violation {
  std::string_view violation_id;  ///< May be empty: then every row is a violation of its own.
  Stamp date;
  bool resolved = false;
  std::optional<Stamp> resolved_date;
  std::string_view type{};  ///< For people, in the export's own words.
};

}  // namespace sellerhealth
