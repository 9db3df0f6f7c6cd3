#pragma once

#include <vector>

#include "cli/options.hpp"
#include "sellerhealth/profile.hpp"
#include "sellerhealth/reconciliation.hpp"

/// Which checks are asked for. Throws UsageError for what makes no sense.
namespace sellerhealth::cli {

/// The checks of the profile, with the windows and targets that were stated.
[[nodiscard]] Profile profile_of(const Options& options);

/// With --order, `explain` needs no check: a first word that names no check or metric of the profile is the first of
/// the files.
void tell_check_from_path(Options& options);

/// Only the checks that `explain` was asked about.
[[nodiscard]] Profile explained_profile_of(const Options& options, Profile profile);

/// The marketplace's own figures, one for a check.
[[nodiscard]] std::vector<Expectation> expectations_of(const Options& options, Profile profile);

}  // namespace sellerhealth::cli
