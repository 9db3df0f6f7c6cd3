#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"
#include "sellerhealth/render.hpp"

/// An account that is split by a column, for people.
namespace sellerhealth::render {

/// A line that tells how many more there are than are shown; empty when there are none.
[[nodiscard]] std::string and_more(std::int64_t count, const Plural<1>& noun, const TextStyle& style);

/// "Books", or "(no product-category)".
[[nodiscard]] std::string segment_name(const Segment& segment, const Speaker& say);

/// "seller-id s1".
[[nodiscard]] std::string seller_name(const Segment& segment, const Speaker& say);

/// "Order defect rate by product-category, the worst first", where a check may have one of several windows.
[[nodiscard]] std::string segments_heading(const Check& check, Column by, bool several_windows, const Speaker& say);

/// What is to be said below segments.
inline constexpr Phrase<0> segments_note = "What has several values counts in each.";

inline constexpr Plural<1> value_noun{"{} value", "{} values"};
inline constexpr Plural<1> seller_noun{"{} seller", "{} sellers"};

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

/// "3 sellers: 1 with a failing check, 0 with an open one, 2 with neither."
[[nodiscard]] std::string sellers_summary(const Assessment& assessment, const Speaker& say);

/// A checklist for each seller, and their summary.
[[nodiscard]] std::string sellers_text(const Assessment& assessment, const TextStyle& style);

}  // namespace sellerhealth::render
