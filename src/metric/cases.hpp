#pragma once

#include <functional>

#include "metric/metric.hpp"
#include "sellerhealth/order_book.hpp"

namespace sellerhealth::metric {

/// Visits every order, message and violation that can count: all that no exclusion (see index::exclusion_of) keeps out.
/// A case, and the filings in it, are valid during the visit.
void for_each_case(const OrderBook& book, const std::function<void(const Case&)>& visit);

}  // namespace sellerhealth::metric
