#pragma once

#include <cstddef>
#include <vector>

#include "read/block_worker.hpp"
#include "read/delimited_table.hpp"
#include "read/structure.hpp"

namespace sellerhealth::read {

/// Hands the plain rows of a block, from the row at `begin` on, to `worker`, and notes in `left` those that are not
/// plain or not taken: rows with another number of fields than the header, blank lines, the header again. Returns how
/// many rows it has walked over.
std::size_t walk_rows(const Structure& structure, std::size_t begin, const DelimitedTable& table, BlockWorker& worker,
                      std::vector<LeftRow>& left);

}  // namespace sellerhealth::read
