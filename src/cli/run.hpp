#pragma once

#include "sellerhealth/exit_code.hpp"

namespace sellerhealth::cli {

/// Runs the program: parses the command line, does what it asks, and turns whatever goes wrong into a message and an
/// exit code.
[[nodiscard]] ExitCode run(int argc, const char* const* argv);

}  // namespace sellerhealth::cli
