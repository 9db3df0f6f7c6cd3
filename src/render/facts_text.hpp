#pragma once

#include <string>
#include <string_view>

#include "render/speaker.hpp"
#include "sellerhealth/explanation.hpp"

/// What is known of one case, in a few words for people.
namespace sellerhealth::render {

/// How it is told: days are those of `zone`, and the year of `as_of` goes without saying.
struct Telling {
  const TimeZone& zone;
  Day as_of;
  Speaker say;
};

/// "28 Jun".
[[nodiscard]] std::string day_text(const Stamp& stamp, const Telling& telling);

/// "29.90 USD"; nothing without an amount.
[[nodiscard]] std::string amount_text(std::string_view amount, std::string_view currency, const Speaker& say);

/// "1 star of 25 Jun".
[[nodiscard]] std::string feedback_text(const Feedback& feedback, const Telling& telling);
/// "claim of 28 Jun (granted): "Item not received", 29.90 USD".
[[nodiscard]] std::string claim_text(const Claim& claim, const Telling& telling);
/// "chargeback of 29 Aug (lost): 29.90 USD".
[[nodiscard]] std::string chargeback_text(const Chargeback& chargeback, const Telling& telling);
/// "answered after 5 days 7 hours".
[[nodiscard]] std::string message_text(const Message& message, const Telling& telling);

/// Why a case counts, or could: "1 star of 25 Jun · claim of 28 Jun (granted)".
[[nodiscard]] std::string grounds_text(const CaseFacts& facts, const Grounds& grounds, const Telling& telling);

/// The id of an order, message or violation, and of the order that a message is about.
[[nodiscard]] std::string id_text(const CaseFacts& facts, const Speaker& say);

/// What became of a case that is not bad, by the code of CheckStanding::left_out.
[[nodiscard]] std::string words_of_outcome(std::string_view code, const Speaker& say);

}  // namespace sellerhealth::render
