#pragma once

#include <cstdint>
#include <string_view>

namespace sellerhealth::insight {

/// What a claim is about.
enum class ClaimReason : std::uint8_t { not_received, not_as_described, not_refunded, other, not_told };

/// Told from the words of the export, in English or French: "Item not received", "Article non reçu".
[[nodiscard]] ClaimReason claim_reason_of(std::string_view words);

}  // namespace sellerhealth::insight
