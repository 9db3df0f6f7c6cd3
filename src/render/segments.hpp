#pragma once

#include <span>
#include <string>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

/// An account that is split by a column, for people.
namespace sellerhealth::render {

/// The checks of the whole account, which stand before those of its segments.
[[nodiscard]] std::span<const CheckResult> checks_of_whole(const Assessment& assessment);

/// The checks of the whole account; of one that is split by seller, those of the first seller.
[[nodiscard]] std::span<const CheckResult> first_account(const Assessment& assessment);

/// A checklist: the checks in a table, and the windows of those that differ from the first's; or a dashboard, where an
/// indicator has several windows.
[[nodiscard]] std::string checklist(std::span<const CheckResult> checks, const Assessment& assessment,
                                    const TextStyle& style);

/// Each check's segments in a table; empty for an account that is not split.
[[nodiscard]] std::string segments_text(const Assessment& assessment, const TextStyle& style);

/// A checklist for each seller, and how many there are.
[[nodiscard]] std::string sellers_text(const Assessment& assessment, const TextStyle& style);

}  // namespace sellerhealth::render
