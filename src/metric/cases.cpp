#include "metric/cases.hpp"

#include <algorithm>
#include <vector>

#include "index/exclusion.hpp"

namespace sellerhealth::metric {

namespace {

/// The records of one kind, found by order. Orders must be asked for in rising order.
template <typename Record>
class ByOrder {
 public:
  explicit ByOrder(std::span<const OrderBook::Filed<Record>> records) {
    for (const auto& filed : records) {
      sorted_.push_back(&filed);
    }
    std::stable_sort(sorted_.begin(), sorted_.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
  }

  [[nodiscard]] Filings<Record> of(OrderBook::OrderIndex order) {
    while (next_ < sorted_.size() && sorted_[next_]->order < order) {
      ++next_;
    }
    const std::size_t begin = next_;
    while (next_ < sorted_.size() && sorted_[next_]->order == order) {
      ++next_;
    }
    return Filings<Record>{sorted_}.subspan(begin, next_ - begin);
  }

 private:
  std::vector<const OrderBook::Filed<Record>*> sorted_;
  std::size_t next_ = 0;
};

}  // namespace

void for_each_case(const OrderBook& book, const std::function<void(const Case&)>& visit) {
  ByOrder<Feedback> feedback{book.feedback()};
  ByOrder<Claim> claims{book.claims()};
  ByOrder<Chargeback> chargebacks{book.chargebacks()};
  for (OrderBook::OrderIndex i = 0; i < book.orders().size(); ++i) {
    const OrderBook::Order& order = book.orders()[i];
    if (!index::exclusion_of(book, order)) {
      visit({.order = &order,
             .feedback = feedback.of(i),
             .claims = claims.of(i),
             .chargebacks = chargebacks.of(i),
             .segments = book.segments_in(order.segments)});
    }
  }
  for (const OrderBook::Alike& alike : book.alike()) {
    if (!index::exclusion_of(book, alike.order)) {
      visit({.order = &alike.order, .count = alike.count});
    }
  }
  for (const auto& message : book.messages()) {
    if (!index::exclusion_of(book, message)) {
      const OrderBook::SegmentSetId segments =
          message.order == OrderBook::no_order ? 0 : book.orders()[message.order].segments;
      visit({.message = &message, .segments = book.segments_in(segments)});
    }
  }
  for (const OrderBook::AlikeMessages& alike : book.alike_messages()) {
    visit({.message = &alike.message, .count = alike.count, .further_weight = alike.further_wait});
  }
  for (const auto& violation : book.violations()) {
    visit({.violation = &violation.record});
  }
}

}  // namespace sellerhealth::metric
