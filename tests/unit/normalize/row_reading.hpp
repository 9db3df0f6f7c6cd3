#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/fields.hpp"
#include "normalize/mappings.hpp"
#include "normalize/stamps.hpp"
#include "sellerhealth/records.hpp"
#include "sellerhealth/time_zone.hpp"

/// One row of an export as headers and cells, for the tests of what rows say.
namespace sellerhealth::testing {

/// The stamp that `text` spells, in UTC unless it says otherwise.
inline Stamp at(std::string_view text) {
  return normalize::stamp_of(normalize::parse_iso_date(text).value(), TimeZone::utc());
}

inline Day day(std::string_view text) { return normalize::parse_day(text).value(); }

/// A header and the cell below it.
using HeadedCell = std::pair<std::string, std::string>;

/// Reads one row, in UTC and with the day before the month, and keeps its texts for the record that comes of it.
class RowReading {
 public:
  RowReading(Kind kind, std::vector<HeadedCell> cells, normalize::Mappings mappings = {})
      : cells_{std::move(cells)}, mappings_{std::move(mappings)} {
    std::vector<read::Cell> row;
    for (const auto& [header, text] : cells_) {
      row.push_back({row.size(), text});
      const std::optional<Column> column = mappings_.meaning_of(kind, header).column;
      headers_.emplace_back(header, column,
                            column ? mappings_.spellings_of(kind, *column) : std::span<const normalize::OwnSpelling>{});
    }
    fields.use(headers_);
    fields.begin({line, row});
  }
  RowReading(const RowReading&) = delete;
  RowReading& operator=(const RowReading&) = delete;

  static constexpr std::size_t line = 7;

 private:
  TimeZone zone_ = TimeZone::utc();
  std::vector<HeadedCell> cells_;
  normalize::Mappings mappings_;
  std::vector<normalize::Header> headers_;

 public:
  normalize::Fields fields{headers_, zone_, [] { return DateOrder::dmy; }};
};

}  // namespace sellerhealth::testing
