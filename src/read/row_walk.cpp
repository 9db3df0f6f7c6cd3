#include "read/row_walk.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace sellerhealth::read {

namespace {

/// What walk_rows() does, compiled once for each way to count bits.
[[gnu::always_inline]] inline std::size_t walk(const Structure& structure, std::size_t begin,
                                               const DelimitedTable& table, BlockWorker& worker,
                                               std::vector<LeftRow>& left) {
  const MarkedText block = structure.marked();
  const std::size_t columns = table.columns();
  const std::span<const std::uint64_t> breaks = structure.breaks();
  const auto separators_in = [](std::uint64_t word) { return static_cast<std::size_t>(std::popcount(word)); };
  const auto is_plain = [&](std::string_view text) {
    return !table.repeats_header(text) && (columns != 1 || !DelimitedRow::is_blank(text));
  };

  std::size_t rows = 0;
  std::size_t fields = 0;
  std::uint64_t from_begin = ~std::uint64_t{0} << (begin % group_size);
  for (std::size_t group = begin / group_size; group < breaks.size(); ++group) {
    std::uint64_t separators = block.separators[group] & from_begin;
    for (std::uint64_t ends = breaks[group] & from_begin; ends != 0; ends &= ends - 1) {
      const std::uint64_t up_to_end = ends ^ (ends - 1);
      fields += separators_in(separators & up_to_end);
      separators &= ~up_to_end;
      const std::size_t end = group * group_size + static_cast<std::size_t>(std::countr_zero(ends));
      PlainRow row{block, begin, end};
      if (fields != columns || !is_plain(row.text()) || !worker.take(row)) [[unlikely]] {
        left.push_back({begin, rows});
      }
      ++rows;
      fields = 0;
      begin = end + 1;
    }
    fields += separators_in(separators);
    from_begin = ~std::uint64_t{0};
  }
  return rows;
}

#if defined(__x86_64__)

[[gnu::target("popcnt")]] std::size_t walk_by_popcnt(const Structure& structure, std::size_t begin,
                                                     const DelimitedTable& table, BlockWorker& worker,
                                                     std::vector<LeftRow>& left) {
  return walk(structure, begin, table, worker, left);
}

#endif

}  // namespace

std::size_t walk_rows(const Structure& structure, std::size_t begin, const DelimitedTable& table, BlockWorker& worker,
                      std::vector<LeftRow>& left) {
#if defined(__x86_64__)
  if (static_cast<bool>(__builtin_cpu_supports("popcnt"))) {
    return walk_by_popcnt(structure, begin, table, worker, left);
  }
#endif
  return walk(structure, begin, table, worker, left);
}

}  // namespace sellerhealth::read
