#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/mappings.hpp"
#include "read/input.hpp"
#include "sellerhealth/columns.hpp"
#include "sellerhealth/import.hpp"

namespace sellerhealth::index {

/// A file that is an export, and what it is about.
struct RecognizedInput {
  read::Input input;
  /// Of the table that is the whole file; nothing for a JSON document whose keys name the tables.
  std::optional<Kind> kind;
  std::string mark;
  std::size_t fingerprint = 0;        ///< Of the first rows: files that differ in it differ.
  normalize::Mappings mappings = {};  ///< What the seller says of its headers and values.

  /// What the table called `name` is about.
  [[nodiscard]] Kind kind_of(std::string_view name) const {
    return find_kind(name).value_or(kind.value_or(Kind::orders));
  }
  /// Whether it is an orders export, or a document that may hold one.
  [[nodiscard]] bool may_hold_orders() const { return kind.value_or(Kind::orders) == Kind::orders; }
};

/// Looks at the beginning of `input`. Throws InputError when it cannot be read, when it is no export, or when it lacks
/// a column that exports of its kind must have.
[[nodiscard]] RecognizedInput recognize_input(read::Input input, std::optional<Kind> stated_kind,
                                              const normalize::Mappings& mappings);

}  // namespace sellerhealth::index
