#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "sellerhealth/diagnostic.hpp"

namespace sellerhealth::read {

/// The exception for a file that cannot be used; `line` is 0 where there is none.
[[nodiscard]] inline InputError fault(std::string code, const std::string& file, std::size_t line,
                                      std::string message) {
  return InputError{{.code = std::move(code), .file = file, .line = line, .column = {}, .message = std::move(message)}};
}

}  // namespace sellerhealth::read
