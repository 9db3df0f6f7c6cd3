#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "read/block_worker.hpp"
#include "read/delimited_table.hpp"
#include "read/structure.hpp"

namespace sellerhealth::read {

/// Walks over the rows of blocks of delimited text, one block after the other.
class RowWalk {
 public:
  RowWalk(const Delimited& dialect, const StructureKernel& kernel)
      : structure_{dialect.delimiter, dialect.quoting, kernel} {}

  /// Hands the plain rows of a block, as Structure wants it, to `worker`, and notes in `left` those that are not plain
  /// or not taken: rows with another number of fields than the header, blank lines, the header again. Returns how many
  /// rows it has walked over; nothing when the block turns out not to be plain.
  [[nodiscard]] std::optional<std::size_t> walk(std::span<const char> text, const DelimitedTable& table,
                                                BlockWorker& worker, std::vector<LeftRow>& left);

  /// Whether the block has line breaks inside quotes, so that it has more lines than rows.
  [[nodiscard]] bool has_quoted_breaks() const { return structure_.has_quoted_breaks(); }

 private:
  [[nodiscard]] std::span<std::uint32_t> list_strip(std::size_t listed);
  [[nodiscard]] bool is_regular(std::span<const std::uint32_t> ends, std::size_t columns, std::size_t rows) const;

  Structure structure_;
  std::vector<std::uint32_t> ends_{0};  ///< Of the fields not yet walked over; the first one is that before them.
};

}  // namespace sellerhealth::read
