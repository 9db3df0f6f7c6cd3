#pragma once

#include "render/json_parts.hpp"
#include "sellerhealth/explanation.hpp"

namespace sellerhealth::render {

/// An instant as "2026-06-28T13:40:23Z"; a stamp that names only a day as that day of the zone.
[[nodiscard]] Json stamp_json(const Stamp& stamp, const TimeZone& zone);
[[nodiscard]] Json stamp_json(const std::optional<Stamp>& stamp, const TimeZone& zone);

[[nodiscard]] Json feedback_json(const Feedback& feedback, const TimeZone& zone);
[[nodiscard]] Json claim_json(const Claim& claim, const TimeZone& zone);
[[nodiscard]] Json chargeback_json(const Chargeback& chargeback, const TimeZone& zone);
[[nodiscard]] Json message_json(const Message& message, const TimeZone& zone);

/// "subject": "order", "message" or "violation", its ids, and everything known of it.
[[nodiscard]] Json case_json(const CaseFacts& facts, const TimeZone& zone);

/// Sets "reasons" and "needs" of `json`: the names of the parts, and what would answer the open questions.
void set_grounds(Json& json, const Grounds& grounds);

}  // namespace sellerhealth::render
