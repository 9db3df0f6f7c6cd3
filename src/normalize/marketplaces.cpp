#include "normalize/marketplaces.hpp"

#include "util/text.hpp"

namespace sellerhealth::normalize {

std::optional<DateOrder> date_order_of(std::string_view sales_channel) {
  if (util::folds_to(sales_channel, "amazon.com")) {
    return DateOrder::mdy;
  }
  if (util::folds_to(sales_channel, "amazon.co.jp")) {
    return DateOrder::ymd;
  }
  if (util::fold_starts_with(sales_channel, "amazon.")) {
    return DateOrder::dmy;
  }
  return std::nullopt;
}

}  // namespace sellerhealth::normalize
