#pragma once

#include <cstdint>
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
  struct ReadColumn {
    std::size_t number;
    Column column;
    ValueMemory memory;
    normalize::StampReader stamps{};
  };

  bool read(ReadColumn& column, std::string_view text, Moment& date) const;

  std::vector<ReadColumn> columns_;  ///< In the order in which they stand.
  const TimeZone& zone_;
  std::int64_t rows_ = 0;
  std::uint32_t oldest_ = 0;
  std::uint32_t newest_ = 0;
};

}  // namespace sellerhealth::index
