#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "read/plain_row.hpp"
#include "read/structure_kernels.hpp"

namespace sellerhealth::read {

/// The bytes that must stand behind a text of which the structure is found, in memory that can be read: what they are
/// makes no difference.
inline constexpr std::size_t text_padding = group_size;

/// Where the fields and rows of a block of delimited text end, found without splitting it.
///
/// The block begins with a row and ends with a line break, so whether a byte is inside quotes is the parity of the
/// quotes before it, as long as every quote is one that opens or closes a field, or half of a doubled one. find()
/// checks just that for each quote: one that opens stands behind a separator, one that closes before a separator, or
/// they stand side by side. The first quote that is anything else is found out, because up to there the parity is
/// right; so is a block that ends inside quotes. Whatever is found out is left to DelimitedRow: the block is not plain.
class Structure {
 public:
  /// `delimiter` is none of the quote, CR and LF.
  Structure(char delimiter, bool quoting, const StructureKernel& kernel);

  /// Looks at a block, and returns whether it is plain: its quotes are as said above, and all of it is UTF-8 without
  /// NUL. `text` ends with LF, and has text_padding bytes behind it.
  bool find(std::span<const char> text);

  /// For the rows of a block that is plain; valid until the next find().
  [[nodiscard]] MarkedText marked() const;

  /// A word for each group of 64 bytes, the last of which is filled up with 0.
  [[nodiscard]] std::span<const std::uint64_t> separators() const { return {separators_.data(), groups_}; }
  [[nodiscard]] std::span<const std::uint64_t> breaks() const { return {breaks_.data(), groups_}; }

  /// Whether there are line breaks inside quotes, so that the block has more lines than rows.
  [[nodiscard]] bool has_quoted_breaks() const { return quoted_breaks_; }

 private:
  bool look_closer(std::size_t first, std::size_t count, const GroupMasks& masks);
  bool resolve_quotes(std::size_t group, std::uint64_t quotes);
  [[nodiscard]] bool follow_quotes(std::size_t group, std::uint64_t positions) const;
  bool check_unusual(std::size_t group, std::uint64_t unusual);

  char delimiter_;
  bool quoting_;
  const StructureKernel* kernel_;
  std::vector<std::uint64_t> separators_;
  std::vector<std::uint64_t> breaks_;

  std::span<const char> text_;
  std::size_t groups_ = 0;
  std::uint64_t inside_ = 0;       ///< All ones if the group before ends inside quotes.
  std::uint64_t just_closed_ = 0;  ///< 1 if the group before ends with a closing quote.
  std::size_t valid_ = 0;          ///< Behind the last character that is not ASCII.
  bool quoted_breaks_ = false;
  bool doubled_quotes_ = false;
};

}  // namespace sellerhealth::read
