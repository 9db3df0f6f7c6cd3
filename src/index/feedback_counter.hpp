#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "index/plain_cells.hpp"
#include "read/block_worker.hpp"

namespace sellerhealth::index {

/// Counts the rows of one feedback export that are not negative, for one thread; takes no others.
class FeedbackCounter final : public read::BlockWorker {
 public:
  /// `headers` are those of the file, by column.
  FeedbackCounter(std::span<const normalize::Header> headers, const TimeZone& zone);

  bool take(read::PlainRow& row) override;

  [[nodiscard]] std::int64_t rows() const { return rows_; }
  /// The first and the last instant at which one of them was given; 0: none says.
  [[nodiscard]] std::uint32_t oldest() const { return oldest_; }
  [[nodiscard]] std::uint32_t newest() const { return newest_; }

 private:
  std::optional<std::size_t> order_id_;  ///< The column, as those below.
  std::optional<std::size_t> rating_;
  std::optional<DateColumn> date_;
  std::optional<ValueColumn> status_;
  std::vector<std::size_t> empty_;  ///< Other columns that are understood: what says something there is not taken.
  const TimeZone& zone_;
  std::int64_t rows_ = 0;
  std::uint32_t oldest_ = 0;
  std::uint32_t newest_ = 0;
};

}  // namespace sellerhealth::index
