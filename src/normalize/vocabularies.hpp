#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "sellerhealth/columns.hpp"

namespace sellerhealth::normalize {

/// The values of columns that have no record of their own. These and OrderStatus, Fulfillment, Canceller and
/// Chargeback::Type are numbered as the names of their vocabularies are.
enum class FeedbackStatus : std::uint8_t { active, removed, struck_through };
enum class ClaimStatus : std::uint8_t { open, action_required, under_review, granted, refunded, denied, withdrawn };
enum class ChargebackStatus : std::uint8_t { open, lost, won, not_responsible };
enum class ViolationStatus : std::uint8_t { open, resolved };

/// One spelling of a value.
struct Spelling {
  template <typename Value>
  requires std::is_enum_v<Value> || std::is_same_v<Value, bool>
  constexpr Spelling(std::string_view spelling, Value means, bool is_prefix = false)
      : folded{spelling}, value{static_cast<std::uint8_t>(means)}, prefix{is_prefix} {}

  std::string_view folded;  ///< See util::fold.
  std::uint8_t value;       ///< The number of its name.
  bool prefix;              ///< Any text that begins so means it too: "Shipped - Delivered to Buyer".
};

/// The values that a column may hold: the names by which options and messages know them, and how exports spell them.
struct Vocabulary {
  std::span<const std::string_view> names;
  std::span<const Spelling> spellings;
};

/// The vocabulary of `column`; null for one that holds anything.
[[nodiscard]] const Vocabulary* vocabulary_of(Column column);

}  // namespace sellerhealth::normalize
