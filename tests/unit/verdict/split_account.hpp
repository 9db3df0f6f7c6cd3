#pragma once

#include <string_view>
#include <vector>

#include "unit/index/small_account.hpp"
#include "unit/metric/checking.hpp"

namespace sellerhealth::testing {

/// Orders of July 2026 in an account that is split by a column.
class SplitAccount {
 public:
  explicit SplitAccount(Column by) : book{TimeZone::utc(), {}, by} {
    ColumnSet columns;
    for (const Column column : {Column::order_id, Column::order_status, Column::latest_ship_date, by}) {
      columns.insert(column);
    }
    file_ = book.add_file({.path = "orders.csv", .kind = Kind::orders, .columns = columns});
  }

  SplitAccount& add(std::string_view id, std::vector<std::string_view> values, bool late = false,
                    std::string_view bought = "2026-07-01T10:00:00Z") {
    const Stamp purchase = at(bought);
    book.add(file_, OrderRow{.order_id = id,
                             .purchase_date = purchase,
                             .status = OrderStatus::shipped,
                             .too_late = purchase.last + std::chrono::hours{48},
                             .ship_date = late ? at("2026-07-20") : purchase,
                             .segments = values});
    return *this;
  }

  [[nodiscard]] Assessment assessed() const {
    AssessOptions options = on_1_october();
    options.none = {Kind::feedback, Kind::claims, Kind::chargebacks};
    return assess(book, default_profile(), options);
  }

  OrderBook book;

 private:
  OrderBook::FileId file_ = 0;
};

}  // namespace sellerhealth::testing
