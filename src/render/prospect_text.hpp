#pragma once

#include <string>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

/// What is to come, in words.
namespace sellerhealth::render {

/// "fine again on 30 Oct 2026, fails again from 7 Nov 2026": how a check goes on from its verdict of today.
[[nodiscard]] std::string prospect_text(const CheckResult& check, const Prospect& prospect, const Speaker& say);

/// The line below a check that has prospects: for a failing one the date of recovery, for a passing one that it will
/// fail soon; empty when there is nothing to say. Reckons with new orders at the present pace, all good.
[[nodiscard]] std::string foresight(const CheckResult& check, const Speaker& say);

}  // namespace sellerhealth::render
