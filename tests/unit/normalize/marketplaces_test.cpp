#include "normalize/marketplaces.hpp"

#include "support/catch.hpp"

namespace sellerhealth::normalize {

TEST_CASE("America writes the month first, Japan the year, every other Amazon site the day") {
  CHECK(date_order_of("Amazon.com") == DateOrder::mdy);
  CHECK(date_order_of("amazon.co.jp") == DateOrder::ymd);
  for (const char* const site : {"Amazon.fr", "Amazon.co.uk", "AMAZON.DE", "Amazon.com.mx", "Amazon.ca", "Amazon.in"}) {
    CAPTURE(site);
    CHECK(date_order_of(site) == DateOrder::dmy);
  }
}

TEST_CASE("what is no Amazon site says nothing of dates") {
  for (const char* const channel : {"", "Non-Amazon", "Non-Amazon US", "Amazon", "eBay", "amazonia.com"}) {
    CAPTURE(channel);
    CHECK_FALSE(date_order_of(channel));
  }
}

}  // namespace sellerhealth::normalize
