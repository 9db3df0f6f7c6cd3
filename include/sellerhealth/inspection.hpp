#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/diagnostic.hpp"
#include "sellerhealth/import.hpp"

namespace sellerhealth {

/// What the exports are, what they allow, and what is wrong with them: the answer of `inspect`.
struct Inspection {
  Assessment assessment;  ///< For the ledger, the warnings, and what each metric still lacks.
  /// The first and the last day of what happened in each export (purchases, updates, shipments, receipts, replies; not
  /// promises). Parallel to Assessment::inputs; nothing for an export without dates.
  std::vector<std::optional<std::pair<Day, Day>>> event_days;
  std::int64_t orders = 0;          ///< Distinct orders that the orders exports name.
  std::int64_t undated_orders = 0;  ///< Those that no row gives a purchase-date.
  /// Orders whose rows give purchase-dates more than two days apart: data faults. The first few ids, and how many.
  std::vector<std::string> contradicted_orders;
  std::int64_t contradicted_order_count = 0;
  std::vector<Diagnostic> bad_rows;  ///< The first few.
  std::size_t bad_row_count = 0;
};

[[nodiscard]] Inspection inspect(const Import& import, Assessment assessment);

}  // namespace sellerhealth
