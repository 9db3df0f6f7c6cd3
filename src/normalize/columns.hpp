#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sellerhealth/columns.hpp"

namespace sellerhealth::normalize {

/// The column that `header` means in an export of `kind`, by its own name or one of the aliases of the marketplaces'
/// reports. Case, spaces, `_` and `-` make no difference.
[[nodiscard]] std::optional<Column> find_column(Kind kind, std::string_view header);

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
[[nodiscard]] RecognitionResult recognize(std::span<const std::string> headers);

/// Whether this header shows the export to be a list of orders still to be shipped (Amazon's unshipped-orders report).
[[nodiscard]] bool lists_open_orders(std::string_view header);

}  // namespace sellerhealth::normalize
