#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "read/plain_row.hpp"
#include "read/structure_kernels.hpp"

namespace sellerhealth::read {

/// The bytes that must stand behind a text of which the structure is found, in memory that can be read: what they are
/// makes no difference.
inline constexpr std::size_t text_padding = group_size;

/// How much is marked at once: so little that it is still near when its rows are read.
inline constexpr std::size_t strip_size = most_groups * group_size;

/// Where the fields and rows of a block of delimited text end, found without splitting it, strip by strip.
///
/// The block begins with a row and ends with a line break, so whether a byte is inside quotes is the parity of the
/// quotes before it, as long as every quote is one that opens or closes a field, or half of a doubled one. Just that is
/// checked for each quote: one that opens stands behind a separator, one that closes before a separator, or they stand
/// side by side. The first quote that is anything else is found out, because up to there the parity is right; so is a
/// block that ends inside quotes. Whatever is found out is left to DelimitedRow: the block is not plain.
class Structure {
 public:
  /// `delimiter` is none of the quote, CR and LF.
  Structure(char delimiter, bool quoting, const StructureKernel& kernel);

  /// Begins with a block of less than 4 GiB, which ends with LF, and has text_padding bytes behind it.
  void begin(std::span<const char> text);

  /// Whether all strips of the block are marked.
  [[nodiscard]] bool at_end() const { return next_ >= text_.size(); }

  /// Marks the next strip, up to strip_size bytes, which there must be. Returns whether it is plain: its quotes are as
  /// said above, and all of it is UTF-8 without NUL. If it is not, nothing more can be told of the block.
  bool mark_next();

  /// Appends the places of the strip's separators (delimiters and line breaks outside quotes) to `places`, which has
  /// room for strip_size + list_padding more; returns their end.
  std::uint32_t* list_separators(std::uint32_t* places) const;

  /// How many of these are line breaks.
  [[nodiscard]] std::size_t rows_ended() const { return masks_.line_breaks; }

  /// For the rows of what is marked.
  [[nodiscard]] MarkedText marked() const { return {text_.data(), quoting_, doubled_quotes_}; }

  /// Whether there are line breaks inside quotes, so that the block has more lines than rows.
  [[nodiscard]] bool has_quoted_breaks() const { return quoted_breaks_; }

 private:
  bool look_closer();
  /// Whether the group before leaves open what the next one begins with.
  [[nodiscard]] bool is_quoted() const { return (inside_ | just_closed_) != 0; }
  bool resolve_quotes(std::size_t group);
  [[nodiscard]] bool follow_quotes(std::size_t begin, std::uint64_t positions) const;
  bool check_unusual(std::size_t begin, std::uint64_t unusual);

  char delimiter_;
  bool quoting_;
  const StructureKernel* kernel_;

  std::span<const char> text_;
  std::size_t strip_ = 0;   ///< Where it begins.
  std::size_t groups_ = 0;  ///< Of the strip.
  std::size_t next_ = 0;    ///< Where the next strip begins.
  GroupMasks masks_{};
  std::uint64_t inside_ = 0;          ///< All ones if the group before ends inside quotes.
  std::uint64_t just_closed_ = 0;     ///< 1 if the group before ends with a closing quote.
  std::uint64_t just_separated_ = 1;  ///< 1 if the strip before ends with a separator, or there is none.
  std::size_t valid_ = 0;             ///< Behind the last character that is not ASCII.
  bool quoted_breaks_ = false;
  bool doubled_quotes_ = false;
};

/// Whether all of a block is plain.
[[nodiscard]] bool is_plain(Structure& structure, std::span<const char> text);

}  // namespace sellerhealth::read
