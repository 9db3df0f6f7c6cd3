#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace sellerhealth::normalize {

/// An abbreviation that reports write behind a time.
struct ZoneName {
  std::string_view name;  ///< In small letters.
  /// From UTC; an abbreviation says itself whether it is summer. Nothing: several countries mean different things by
  /// it.
  std::optional<std::chrono::minutes> offset;
  bool universal = false;  ///< A distance may follow: "GMT+02:00".
};

/// The zone that `name`, in small letters, abbreviates; null for one that is not known.
[[nodiscard]] const ZoneName* find_zone_name(std::string_view name);

}  // namespace sellerhealth::normalize
