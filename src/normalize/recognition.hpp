#pragma once

#include <optional>
#include <span>
#include <string>

#include "normalize/mappings.hpp"
#include "sellerhealth/columns.hpp"

namespace sellerhealth::normalize {

/// The name of an export's `kind`, and the header that gave it away.
struct Recognition {
  Kind kind;
  std::string mark;
};

/// What an export with these headers is about, or why that cannot be told.
struct RecognitionResult {
  std::optional<Recognition> recognized;
  std::string problem;     ///< For a message; empty when recognized.
  bool ambiguous = false;  ///< It is an export, but of which kind the seller must say.
};
[[nodiscard]] RecognitionResult recognize(std::span<const std::string> headers, const Mappings& mappings = {});

}  // namespace sellerhealth::normalize
