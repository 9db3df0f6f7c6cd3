#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "index/recognize.hpp"
#include "sellerhealth/date_order.hpp"
#include "sellerhealth/time_zone.hpp"

namespace sellerhealth::index {

/// The dates of one file, by order, under both orders of day and month. Nothing happens to an order before its
/// purchase, so an order of day and month in which that would be so is not the file's.
class OrderDates {
 public:
  /// Reads the dates of `input`.
  OrderDates(const RecognizedInput& input, const TimeZone& zone);

  /// Adds the purchases that `orders` knows of the same orders. Dates that depend on the order of day and month are
  /// read in `order`; without one they are passed over.
  void add_purchases(const RecognizedInput& orders, std::optional<DateOrder> order);

  /// The order, dmy or mdy, under which no date precedes the purchase, if one does under the other.
  [[nodiscard]] std::optional<DateOrder> plausible_order() const;

 private:
  /// Of one order, in one reading.
  struct Dates {
    Instant purchased = Instant::max();  ///< The earliest the file gives.
    Instant first = Instant::max();      ///< The earliest other date, at the latest that it can be.
  };
  struct Order {
    std::array<Dates, 2> readings;                 ///< By DateOrder: dmy, mdy.
    Instant purchased_elsewhere = Instant::max();  ///< The earliest of other files.
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  const TimeZone& zone_;
  std::unordered_map<std::string, Order, TextHash, std::equal_to<>> orders_;
};

}  // namespace sellerhealth::index
