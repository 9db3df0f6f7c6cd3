#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sellerhealth::util {

/// `text` without white space, no-break spaces among it, at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// A spelling-independent form for comparing names and values: in lower case, without accents, spaces, `_` and `-`.
/// "Amazon Order-ID", "amazon_order_id" and "AmazonOrderId" all fold to "amazonorderid"; "Évaluation", "évaluation" and
/// "EVALUATION" to "evaluation".
///
/// Letters of Latin scripts (U+00C0 to U+017F) lose their accents, composed or combining; ligatures become two letters;
/// no-break spaces and typographic hyphens go, ’ is '. Letters of other scripts stay as they are, case included.
[[nodiscard]] std::string fold(std::string_view text);

/// `text` with its ASCII letters in lower case.
[[nodiscard]] std::string lower_case(std::string_view text);

/// `text` in lower case with every space and `_` as `-`: "Claim Date" is "claim-date".
[[nodiscard]] std::string hyphenated(std::string_view text);

/// Whether `text` folds to `folded`, without making the folded text.
[[nodiscard]] bool folds_to(std::string_view text, std::string_view folded);

/// Whether the folded form of `text` begins with `folded`.
[[nodiscard]] bool fold_starts_with(std::string_view text, std::string_view folded);

/// Whether both are the same but for the case of ASCII letters.
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

/// `text` with "?" for whatever would not stay in its place on a terminal: control characters, line breaks, marks that
/// turn the direction of writing.
[[nodiscard]] std::string printable(std::string_view text);

/// `text`, printable and cut to a readable length.
[[nodiscard]] std::string shortened(std::string_view text);

/// The same in quotation marks, for a message.
[[nodiscard]] std::string quoted(std::string_view text);

/// Whether `text` may hold an e-mail address.
[[nodiscard]] bool holds_address(std::string_view text);

/// What an export says in its own words, or nothing if that may hold an e-mail address: nobody's address belongs in an
/// answer.
[[nodiscard]] std::string_view words_to_show(std::string_view text);

/// The same as quoted() for a value of an export, which is not shown if it holds an e-mail address: nobody's address
/// belongs in a log.
[[nodiscard]] std::string quoted_value(std::string_view text);

}  // namespace sellerhealth::util
