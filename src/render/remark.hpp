#pragma once

#include <cstdint>
#include <string>

#include "render/speaker.hpp"
#include "sellerhealth/assessment.hpp"

namespace sellerhealth::render {

/// What the verdict of a check means, in one sentence: by how much it passes or fails, at which count an open one would
/// turn, or what is missing to check it.
[[nodiscard]] std::string remark_on(const CheckResult& check, const Assessment& assessment, const Speaker& say);

/// Of a check that passes or fails, the end of the count that is nearer to the target: what holds for it holds for the
/// other.
[[nodiscard]] std::int64_t nearer_end(const CheckResult& check);

}  // namespace sellerhealth::render
