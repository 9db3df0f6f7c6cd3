#include "insight/claim_reason.hpp"

#include <string_view>

#include "support/catch.hpp"

namespace sellerhealth::insight {

TEST_CASE("what a claim is about is told from its words, in English and French, whatever their spelling") {
  const auto [words, reason] = GENERATE(table<std::string_view, ClaimReason>({
      {"Item not received", ClaimReason::not_received},
      {"ITEM_NOT_RECEIVED", ClaimReason::not_received},
      {"Parcel never arrived", ClaimReason::not_received},
      {"Not delivered", ClaimReason::not_received},
      {"Article non reçu", ClaimReason::not_received},
      {"Colis jamais reçu", ClaimReason::not_received},
      {"Commande non livrée", ClaimReason::not_received},
      {"Not as described", ClaimReason::not_as_described},
      {"Materially different", ClaimReason::not_as_described},
      {"Damaged or defective", ClaimReason::not_as_described},
      {"Wrong item", ClaimReason::not_as_described},
      {"Article non conforme à la description", ClaimReason::not_as_described},
      {"L'article ne correspond pas", ClaimReason::not_as_described},
      {"Refund not received", ClaimReason::not_refunded},
      {"Refund never received", ClaimReason::not_refunded},
      {"Remboursement non reçu", ClaimReason::not_refunded},
      {"Remboursement pas reçu", ClaimReason::not_refunded},
      {"Remboursement jamais reçu", ClaimReason::not_refunded},
      {"Returned, refund not issued", ClaimReason::not_refunded},
      {"Article renvoyé, non remboursé", ClaimReason::not_refunded},
      {"Unhappy with the price", ClaimReason::other},
      {"", ClaimReason::not_told},
      {"  - ", ClaimReason::not_told},
  }));
  CAPTURE(words);
  CHECK(claim_reason_of(words) == reason);
}

TEST_CASE("a claim for an item that never came is about that, though a refund is asked for") {
  CHECK(claim_reason_of("Item not received, refund requested") == ClaimReason::not_received);
}

}  // namespace sellerhealth::insight
