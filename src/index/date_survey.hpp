#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "index/recognize.hpp"
#include "normalize/date_forms.hpp"
#include "sellerhealth/date_order.hpp"

namespace sellerhealth::index {

/// A date of a file, for messages about it.
struct SeenDate {
  std::size_t line = 0;
  std::string column;  ///< As the file calls it.
  std::string text;
  normalize::WrittenDate date;
};

/// What the dates of one file tell of the order of day and month: the first of each sort in it.
struct DateSurvey {
  std::optional<SeenDate> day_first;    ///< A day only when the day stands first: 13/01/2026.
  std::optional<SeenDate> month_first;  ///< A day only when the month does.
  std::optional<SeenDate> ambiguous;    ///< Two different days: 04/05/2026.
  std::set<DateOrder> marketplaces;     ///< How the marketplaces that its rows name write dates.
};

/// Reads all dates of `input`, whether or not the run needs their columns. Rows that cannot be read tell nothing.
[[nodiscard]] DateSurvey survey_dates(const RecognizedInput& input);

}  // namespace sellerhealth::index
