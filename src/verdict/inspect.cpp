#include <utility>

#include "sellerhealth/inspection.hpp"

namespace sellerhealth {

Inspection inspect(const Import& import, Assessment assessment) {
  constexpr std::size_t most_ids = 10;
  Inspection inspection;
  inspection.assessment = std::move(assessment);
  inspection.bad_rows = import.bad_rows;
  inspection.bad_row_count = import.bad_row_count;
  for (OrderBook::FileId file = 0; file < import.book.files().size(); ++file) {
    const auto& stamps = import.book.newest_stamps(file);
    inspection.event_days.push_back(
        stamps.empty() ? std::nullopt : std::optional{std::pair{stamps.begin()->first, stamps.rbegin()->first}});
  }
  for (const OrderBook::Alike& alike : import.book.alike()) {
    inspection.orders += alike.count;
  }
  for (const OrderBook::Order& order : import.book.orders()) {
    if (order.files == 0) {
      continue;
    }
    ++inspection.orders;
    if (!order.dated()) {
      ++inspection.undated_orders;
    } else if (order.contradicts_itself()) {
      ++inspection.contradicted_order_count;
      if (inspection.contradicted_orders.size() < most_ids) {
        inspection.contradicted_orders.emplace_back(order.id);
      }
    }
  }
  return inspection;
}

}  // namespace sellerhealth
