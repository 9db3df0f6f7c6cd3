#pragma once

#include <string>

#include "sellerhealth/diagnostic.hpp"

namespace sellerhealth::index {

/// The diagnostic that tells these facts, worded in English.
[[nodiscard]] Diagnostic message_of(MessageFacts facts, std::string file = {}, std::string column = {});

}  // namespace sellerhealth::index
