#include "index/order_dates.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "normalize/columns.hpp"
#include "normalize/date_forms.hpp"
#include "normalize/rows.hpp"
#include "read/read_export.hpp"
#include "read/row_sink.hpp"
#include "util/text.hpp"

namespace sellerhealth::index {

namespace {

/// Reports round and convert differently, so rows of one order may disagree by so much.
constexpr std::chrono::days leeway{2};

/// A date read with the day first and with the month first.
using BothReadings = std::array<std::optional<Stamp>, 2>;

BothReadings read_both(std::string_view text, const TimeZone& zone) {
  if (const std::optional<normalize::DateTime> date = normalize::parse_iso_date(text)) {
    const Stamp stamp = normalize::stamp_of(*date, zone);
    return {stamp, stamp};
  }
  BothReadings both;
  if (const normalize::DateReading reading = normalize::read_date(text); reading.date) {
    for (const DateOrder order : {DateOrder::dmy, DateOrder::mdy}) {
      if (const std::optional<Day> day = reading.date->day(order)) {
        both[static_cast<std::size_t>(order)] =
            normalize::stamp_of({*day, reading.date->time, reading.date->offset}, zone);
      }
    }
  }
  return both;
}

/// Hands on the dates of every row that names an order.
class DatesSink final : public read::RowSink {
 public:
  using Handler = std::function<void(std::string_view order_id, Column column, const BothReadings& dates)>;

  DatesSink(const RecognizedInput& input, const TimeZone& zone, Handler handler)
      : input_{input}, zone_{zone}, handler_{std::move(handler)} {}

  void table(std::string_view name) override {
    kind_ = input_.kind_of(name);
    columns_.clear();
  }

  bool column(std::size_t /*number*/, std::string_view name) override {
    input_.mappings.add_header(kind_, name, columns_);
    const std::optional<Column> column = columns_.back().column;
    return column && (normalize::is_date(*column) || *column == Column::order_id);
  }

  bool header_done() override { return true; }

  bool row(const read::Row& row) override {
    const auto id = std::find_if(row.cells.begin(), row.cells.end(), [&](const read::Cell& cell) {
      return columns_[cell.column].column == Column::order_id;
    });
    if (id == row.cells.end() || util::trim(id->text).empty()) {
      return true;
    }
    for (const read::Cell& cell : row.cells) {
      const std::optional<Column> column = columns_[cell.column].column;
      if (const std::string_view text = util::trim(cell.text); column && cell.column != id->column && !text.empty()) {
        handler_(util::trim(id->text), *column, read_both(text, zone_));
      }
    }
    return true;
  }

  bool bad_row(std::size_t /*line*/, std::string_view /*code*/, std::string /*message*/) override { return true; }

 private:
  const RecognizedInput& input_;
  const TimeZone& zone_;
  Handler handler_;
  Kind kind_ = Kind::orders;
  std::vector<ExportColumn> columns_;
};

}  // namespace

OrderDates::OrderDates(const RecognizedInput& input, const TimeZone& zone) : zone_{zone} {
  DatesSink sink{input, zone, [this](std::string_view order_id, Column column, const BothReadings& dates) {
                   Order& order = orders_.try_emplace(std::string{order_id}).first->second;
                   for (std::size_t i = 0; i < dates.size(); ++i) {
                     Dates& known = order.readings[i];
                     if (dates[i] && column == Column::purchase_date) {
                       known.purchased = std::min(known.purchased, dates[i]->first);
                     } else if (dates[i]) {
                       known.first = std::min(known.first, dates[i]->last);
                     }
                   }
                 }};
  read::read_export(input.input, normalize::table_keys(), sink);
}

void OrderDates::add_purchases(const RecognizedInput& orders, std::optional<DateOrder> order) {
  DatesSink sink{orders, zone_, [&](std::string_view order_id, Column column, const BothReadings& dates) {
                   const auto found = column == Column::purchase_date ? orders_.find(order_id) : orders_.end();
                   const std::optional<Stamp>& date = dates[order == DateOrder::mdy ? 1 : 0];
                   if (found != orders_.end() && date && (order || dates[0] == dates[1])) {
                     Instant& purchased = found->second.purchased_elsewhere;
                     purchased = std::min(purchased, date->first);
                   }
                 }};
  read::read_export(orders.input, normalize::table_keys(), sink);
}

std::optional<DateOrder> OrderDates::plausible_order() const {
  std::array<bool, 2> plausible{true, true};
  for (const auto& [id, order] : orders_) {
    for (std::size_t i = 0; i < plausible.size(); ++i) {
      const Dates& dates = order.readings[i];
      const auto precedes = [](Instant date, Instant purchase) {
        return date != Instant::max() && purchase != Instant::max() && date + leeway < purchase;
      };
      plausible[i] &= !precedes(dates.first, std::min(dates.purchased, order.purchased_elsewhere)) &&
                      !precedes(dates.purchased, order.purchased_elsewhere);
    }
  }
  if (plausible[0] == plausible[1]) {
    return std::nullopt;
  }
  return plausible[0] ? DateOrder::dmy : DateOrder::mdy;
}

}  // namespace sellerhealth::index
