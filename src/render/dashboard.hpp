#pragma once

#include <span>
#include <string>

#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

/// A checklist of indicators that have several windows each, for people.
namespace sellerhealth::render {

/// Whether any indicator of one account's checks has several.
[[nodiscard]] bool has_several_windows(std::span<const CheckResult> checks);

/// A line for each indicator, then a table of each with a column for each window. Where the screen is too narrow for
/// the table, a line for each check.
[[nodiscard]] std::string dashboard(std::span<const CheckResult> checks, const Assessment& assessment,
                                    const TextStyle& style);

}  // namespace sellerhealth::render
