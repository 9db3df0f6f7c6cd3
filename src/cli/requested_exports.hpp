#pragma once

#include <vector>

#include "cli/options.hpp"
#include "sellerhealth/import.hpp"

/// Which exports are asked about, and how they are read. Throws UsageError for what makes no sense.
namespace sellerhealth::cli {

[[nodiscard]] std::vector<Source> sources_of(const Options& options);

/// All but the standard input.
[[nodiscard]] ImportOptions import_options_of(const Options& options);

}  // namespace sellerhealth::cli
