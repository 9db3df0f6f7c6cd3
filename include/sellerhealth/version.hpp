#pragma once

#include <string_view>

namespace sellerhealth {

/// The version of the library that is linked in, such as "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace sellerhealth
